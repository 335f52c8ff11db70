import Foundation
import News

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) into the same raw values as XML.
///
/// Values of the wrong kind are passed over; numbers serve as ids. Items beyond the limit are
/// never made. Of a damaged document every whole item is kept.
struct JSONFeed {
    private(set) var channel = RawChannel()
    private(set) var items: [RawItem] = []
    private(set) var complaints: [Complaint] = []
    private(set) var isComplete = true
    private let base: String?

    /// `bytes` are UTF-8.
    init(_ bytes: [UInt8], base: String?, limits: FeedLimits) throws(FeedError) {
        self.base = base
        // Of a string that holds one the decoder would make nothing.
        let bytes = LoneSurrogates.replaced(in: bytes)
        let document: Document
        do {
            // The decoder drops strings that hold control characters without a word.
            guard !JSONRepair.holdControls(bytes) else { throw FeedError.badJSON("") }
            document = try Self.document(bytes, limits: limits)
        } catch {
            document = try mended(bytes, failure: Self.reason(error), limits: limits)
        }
        let isNamed = document.version?.contains("jsonfeed.org") ?? false
        guard isNamed || document.hasItems else {
            throw .notAFeed(found: "JSON of another kind")
        }
        read(document)
    }

    private static func document(_ bytes: [UInt8], limits: FeedLimits) throws -> Document {
        let decoder = JSONDecoder()
        decoder.userInfo[Document.limit] = limits.items
        return try decoder.decode(Document.self, from: Data(bytes))
    }

    /// Without its damaged items, each of which is a complaint; throws where all is damaged.
    private mutating func mended(
        _ bytes: [UInt8], failure: String, limits: FeedLimits
    ) throws(FeedError) -> Document {
        guard let repair = JSONRepair(bytes),
            var document = try? Self.document(repair.frame, limits: limits)
        else { throw .badJSON(failure) }
        isComplete = repair.isComplete
        func complain(at offset: Int, _ message: String) {
            guard complaints.count < limits.complaints else { return }
            complaints.append(
                bytes.withUnsafeBufferPointer { $0.complaint(at: offset, message) })
        }
        let decoder = JSONDecoder()
        for item in repair.items.prefix(limits.items) {
            do {
                document.items.append(
                    try decoder.decode(Document.Entry.self, from: Data(item.bytes)))
            } catch {
                complain(at: item.start, "an item is not valid JSON: \(Self.reason(error))")
            }
        }
        if !isComplete { complain(at: bytes.count, "the document ends before its feed does") }
        if complaints.isEmpty { complain(at: 0, "not valid JSON: \(failure)") }
        return document
    }

    private static func reason(_ error: any Error) -> String {
        if error is FeedError { return "control characters within strings" }
        guard case DecodingError.dataCorrupted(let context) = error else { return "unreadable" }
        let details = context.underlyingError.map { ($0 as NSError).userInfo }
        return details?[NSDebugDescriptionErrorKey] as? String ?? context.debugDescription
    }

    private mutating func read(_ document: Document) {
        channel.format =
            document.version?.contains("version/1.1") ?? false ? "json-1.1" : "json-1.0"
        offer(document.title, as: .plain, to: &channel.title)
        offer(document.description, as: .plain, to: &channel.description)
        if let link = address(document.home) { channel.link.offer(link, rank: 0) }
        if let language = document.language { channel.language.offer(language, rank: 0) }
        channel.selfLink = address(document.feed)
        channel.next = address(document.next)
        channel.hub = document.hubs.compactMap(address).first
        for name in document.authors { channel.authors.offer(RawPerson(name: name), rank: 0) }
        items = document.items.map(item)
    }

    private func item(_ source: Document.Entry) -> RawItem {
        var item = RawItem()
        item.isPermalink = false
        if let id = source.id { item.id.offer(id, rank: 0) }
        if let link = address(source.url) { item.link.offer(link, rank: 0) }
        if let link = address(source.external) { item.link.offer(link, rank: 1) }
        offer(source.title, as: .plain, to: &item.title)
        offer(source.summary, as: .plain, to: &item.summary)
        offer(source.html, as: .html, to: &item.content)
        if item.content.value == nil { offer(source.text, as: .plain, to: &item.content) }
        if let date = source.published { item.published.offer(date, rank: 0) }
        if let date = source.modified { item.updated.offer(date, rank: 0) }
        if let language = source.language { item.language.offer(language, rank: 0) }
        for name in source.authors { item.authors.offer(RawPerson(name: name), rank: 0) }
        item.categories = source.tags
        item.enclosures = source.attachments.compactMap { attachment in
            address(attachment.url).map {
                RawEnclosure(url: $0, type: attachment.type, length: attachment.length)
            }
        }
        if let image = address(source.image),
            !item.enclosures.contains(where: { $0.url == image })
        {
            item.enclosures.append(RawEnclosure(url: image))
        }
        return item
    }

    private func offer(_ text: String?, as form: RawText.Form, to field: inout Ranked<RawText>) {
        guard let text else { return }
        field.offer(RawText(source: Array(text.utf8), form: form, base: base), rank: 0)
    }

    private func address(_ text: String?) -> String? {
        text.flatMap { Address.safe($0, base: base) }
    }
}

/// The members of a JSON feed that are used, each nil or empty where it is of another kind.
private struct Document: Decodable {
    static let limit: CodingUserInfoKey = {
        // The initialiser fails for no name: the option is the protocol's.
        CodingUserInfoKey(rawValue: "items").unsafelyUnwrapped
    }()

    var version, title, description, home, feed, next, language: String?
    var hubs: [String]
    var authors: [String]
    var items: [Entry] = []
    var hasItems = false

    init(from decoder: any Decoder) throws {
        let object = try LooseObject(decoder)
        version = object.text("version")
        title = object.text("title")
        description = object.text("description")
        home = object.text("home_page_url")
        feed = object.text("feed_url")
        next = object.text("next_url")
        language = object.text("language")
        hubs = object.objects("hubs").compactMap { $0.text("url") }
        authors = object.people
        let limit = decoder.userInfo[Self.limit] as? Int ?? 0
        guard var list = object.list("items") else { return }
        hasItems = true
        while !list.isAtEnd, items.count < limit {
            // A list's element that is no object has to be passed over by decoding it.
            if let entry = try? list.decode(Entry.self) {
                items.append(entry)
            } else if (try? list.decode(Anything.self)) == nil {
                break
            }
        }
    }

    struct Entry: Decodable {
        var id, url, external, title, summary, html, text, image: String?
        var published, modified, language: String?
        var authors, tags: [String]
        var attachments: [(url: String?, type: String?, length: String?)]

        init(from decoder: any Decoder) throws {
            let object = try LooseObject(decoder)
            id = object.text("id")
            url = object.text("url")
            external = object.text("external_url")
            title = object.text("title")
            summary = object.text("summary")
            html = object.text("content_html")
            text = object.text("content_text")
            image = object.text("image")
            published = object.text("date_published")
            modified = object.text("date_modified")
            language = object.text("language")
            authors = object.people
            tags = object.texts("tags")
            attachments = object.objects("attachments").map {
                ($0.text("url"), $0.text("mime_type"), $0.text("size_in_bytes"))
            }
        }
    }

    struct Anything: Decodable {
        init(from decoder: any Decoder) throws {}
    }
}

/// An object whose members may be of any kind.
private struct LooseObject: Decodable {
    private let members: KeyedDecodingContainer<Name>
    private static let most = 256

    struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws { try self.init(decoder) }

    init(_ decoder: any Decoder) throws {
        members = try decoder.container(keyedBy: Name.self)
    }

    /// A text that says something, or a number as text.
    func text(_ name: String) -> String? {
        let key = Name(stringValue: name)
        if let text = try? members.decode(String.self, forKey: key) {
            return text.isEmpty ? nil : text
        }
        if let number = try? members.decode(Int64.self, forKey: key) { return String(number) }
        return (try? members.decode(Double.self, forKey: key)).map { String($0) }
    }

    func list(_ name: String) -> (any UnkeyedDecodingContainer)? {
        try? members.nestedUnkeyedContainer(forKey: Name(stringValue: name))
    }

    func texts(_ name: String) -> [String] {
        guard var list = list(name) else { return [] }
        var texts: [String] = []
        while !list.isAtEnd, texts.count < Self.most {
            guard let text = try? list.decode(String.self) else { break }
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    func objects(_ name: String) -> [LooseObject] {
        guard var list = list(name) else { return [] }
        var objects: [LooseObject] = []
        while !list.isAtEnd, objects.count < Self.most {
            guard let object = try? list.decode(LooseObject.self) else { break }
            objects.append(object)
        }
        return objects
    }

    /// The names of `authors` (1.1), else of `author` (1.0).
    var people: [String] {
        let names = objects("authors").compactMap { $0.text("name") }
        guard names.isEmpty else { return names }
        let single = try? members.decode(LooseObject.self, forKey: Name(stringValue: "author"))
        return [single?.text("name")].compactMap(\.self)
    }
}
