import Foundation
import News

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) into the same raw values as XML.
struct JSONFeed {
    private(set) var channel = RawChannel()
    private(set) var items: [RawItem] = []
    private let base: String?

    /// `bytes` are UTF-8. Values of the wrong kind are passed over; numbers serve as ids.
    init(_ bytes: [UInt8], base: String?, limits: FeedLimits) throws(FeedError) {
        self.base = base
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: Data(bytes))
        } catch {
            throw .badJSON(Self.reason(error))
        }
        guard let root = value as? [String: Any] else { throw .notAFeed(found: "a JSON list") }
        guard let version = Self.text(root["version"]), version.contains("jsonfeed.org")
        else {
            guard root["items"] is [Any] else { throw .notAFeed(found: "JSON of another kind") }
            read(root, version: "", limits: limits)
            return
        }
        read(root, version: version, limits: limits)
    }

    private static func reason(_ error: any Error) -> String {
        let details = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
        return details ?? "unreadable"
    }

    private mutating func read(_ root: [String: Any], version: String, limits: FeedLimits) {
        channel.format = version.contains("version/1.1") ? "json-1.1" : "json-1.0"
        offer(root["title"], as: .plain, to: &channel.title)
        offer(root["description"], as: .plain, to: &channel.description)
        if let link = address(root["home_page_url"]) { channel.link.offer(link, rank: 0) }
        if let language = Self.text(root["language"]) { channel.language.offer(language, rank: 0) }
        channel.selfLink = address(root["feed_url"])
        channel.next = address(root["next_url"])
        let hubs = root["hubs"] as? [[String: Any]] ?? []
        channel.hub = hubs.compactMap { address($0["url"]) }.first
        for person in Self.people(root) { channel.authors.offer(person, rank: 0) }
        let list = root["items"] as? [Any] ?? []
        items = list.prefix(limits.items).compactMap { ($0 as? [String: Any]).map(item) }
    }

    private func item(_ source: [String: Any]) -> RawItem {
        var item = RawItem()
        item.isPermalink = false
        if let id = Self.text(source["id"]) { item.id.offer(id, rank: 0) }
        if let link = address(source["url"]) { item.link.offer(link, rank: 0) }
        if let link = address(source["external_url"]) { item.link.offer(link, rank: 1) }
        offer(source["title"], as: .plain, to: &item.title)
        offer(source["summary"], as: .plain, to: &item.summary)
        offer(source["content_html"], as: .html, to: &item.content)
        if item.content.value == nil {
            offer(source["content_text"], as: .plain, to: &item.content)
        }
        if let date = Self.text(source["date_published"]) { item.published.offer(date, rank: 0) }
        if let date = Self.text(source["date_modified"]) { item.updated.offer(date, rank: 0) }
        if let language = Self.text(source["language"]) { item.language.offer(language, rank: 0) }
        for person in Self.people(source) { item.authors.offer(person, rank: 0) }
        item.categories = (source["tags"] as? [Any] ?? []).compactMap(Self.text)
        item.enclosures = enclosures(source)
        return item
    }

    private func enclosures(_ source: [String: Any]) -> [RawEnclosure] {
        let list = source["attachments"] as? [[String: Any]] ?? []
        var enclosures = list.compactMap { attachment in
            address(attachment["url"]).map {
                RawEnclosure(
                    url: $0, type: Self.text(attachment["mime_type"]),
                    length: Self.text(attachment["size_in_bytes"]))
            }
        }
        if let image = address(source["image"]), !enclosures.contains(where: { $0.url == image }) {
            enclosures.append(RawEnclosure(url: image))
        }
        return enclosures
    }

    private static func people(_ source: [String: Any]) -> [RawPerson] {
        let list = source["authors"] as? [[String: Any]] ?? []
        let single = source["author"] as? [String: Any]
        return (list.isEmpty ? [single].compactMap(\.self) : list).compactMap { person in
            text(person["name"]).map { RawPerson(name: $0) }
        }
    }

    private func offer(_ value: Any?, as form: RawText.Form, to field: inout Ranked<RawText>) {
        guard let text = Self.text(value) else { return }
        field.offer(RawText(source: text, form: form, base: base), rank: 0)
    }

    private func address(_ value: Any?) -> String? {
        Self.text(value).flatMap { Address.safe($0, base: base) }
    }

    /// A text that says something, or a number as text.
    private static func text(_ value: Any?) -> String? {
        switch value {
        case let text as String: text.isEmpty ? nil : text
        case let number as NSNumber: number.stringValue
        default: nil
        }
    }
}
