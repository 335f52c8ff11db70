import CLibXML2
import News

/// Gathers a feed's channel and items from the events of the XML parser.
///
/// It keeps one buffer for the text of the one element that is being read, and hands over each
/// item when its end tag comes: what has none is not whole.
final class FeedBuilder {
    private(set) var channel = RawChannel()
    private(set) var items: [RawItem] = []
    private(set) var complaints: [Complaint] = []
    /// Whether an element was met that makes the document a feed.
    private(set) var isFeed = false
    /// The parser that calls, for line numbers.
    var context: xmlParserCtxtPtr?

    private let limits: FeedLimits
    private var depth = 0
    private var scopes: [(scope: Scope, depth: Int)] = [(.document, 0)]
    private var bases: [(base: String?, depth: Int)]
    private var languages: [(language: String?, depth: Int)]
    private var item: RawItem?
    private var person: (value: RawPerson, rank: Int8)?
    private var capture: Capture?
    private var buffer: [UInt8] = []
    private var elements: [SAXName: Element] = [:]
    private var isAtom: Bool { channel.format?.hasPrefix("atom") ?? false }
    private var passedOver = 0
    /// The root's namespace: unknown, it is taken for the format's own.
    private var rootSpace: UnsafePointer<xmlChar>?

    /// The element whose text is being read.
    private struct Capture {
        var slot: Slot
        var depth: Int
        var shape: TextShape
        var base: String?
        /// Whether elements were met in it, whose tags are in the buffer.
        var hasMarkup = false
    }

    init(base: String?, language: String?, limits: FeedLimits) {
        self.limits = limits
        bases = [(base, 0)]
        languages = [(language, 0)]
    }

    private var base: String? { bases[bases.count - 1].base }
    private var scope: Scope { scopes[scopes.count - 1].scope }

    // MARK: - Events

    func start(_ name: SAXName, _ attributes: SAXAttributes, spaces: SAXNamespaces) {
        depth += 1
        guard !isFlooded() else { return }
        guard depth <= limits.nesting else {
            if depth == limits.nesting + 1 {
                complain("elements deeper than \(limits.nesting) are passed over")
            }
            return
        }
        inherit(attributes)
        guard capture == nil else { return startWithin(name, attributes) }
        let element = element(name)
        if scope == .document { recognise(element, name, attributes, spaces) }
        if scope != .ignored { open(element, attributes) }
    }

    func end(_ name: SAXName) {
        defer {
            if bases[bases.count - 1].depth == depth { bases.removeLast() }
            if languages[languages.count - 1].depth == depth { languages.removeLast() }
            depth -= 1
        }
        guard depth <= limits.nesting else { return }
        if let capture {
            guard capture.depth == depth else { return endWithin(name) }
            finish(capture)
        } else if scopes[scopes.count - 1].depth == depth {
            close(scopes.removeLast().scope)
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard let capture, depth <= limits.nesting else { return }
        guard buffer.count + text.count <= limits.text else {
            if buffer.count <= limits.text {
                complain("a text of more than \(limits.text) bytes is cut")
                buffer.reserveCapacity(limits.text + 1)
                buffer.append(
                    contentsOf: repeatElement(0x20, count: limits.text + 1 - buffer.count))
            }
            return
        }
        if capture.shape == .markup || capture.hasMarkup {
            HTMLWriter.escape(text, into: &buffer)
        } else {
            buffer.append(contentsOf: text)
        }
    }

    // MARK: - Elements

    private func element(_ name: SAXName) -> Element {
        if let known = elements[name] { return known }
        var element = name.element
        if element.vocabulary == .other, let own = rootSpace, own == name.uri {
            element.vocabulary = isAtom ? .atom : .core
        }
        elements[name] = element
        return element
    }

    private static let mostNames = 4096

    /// Stops the parser where a document has more names, or more namespaces open at once, than
    /// any feed: libxml2 takes quadratic time over both.
    private func isFlooded() -> Bool {
        guard let context else { return false }
        guard elements.count > Self.mostNames || context.pointee.nsNr > 2 * Self.mostNames else {
            return false
        }
        complain("more than \(Self.mostNames) names of elements: the rest is not read")
        xmlStopParser(context)
        return true
    }

    private func inherit(_ attributes: SAXAttributes) {
        if let own = attributes.xml("base") {
            bases.append((Address.resolve(own, base: base), depth))
        }
        if let own = attributes.xml("lang") {
            languages.append((own.isEmpty ? nil : own, depth))
        }
    }

    /// The root says which format it is.
    private func recognise(
        _ element: Element, _ name: SAXName, _ attributes: SAXAttributes, _ spaces: SAXNamespaces
    ) {
        guard channel.format == nil,
            let format = FeedFormat.of(element, name.text, attributes, spaces: spaces.uris)
        else { return }
        channel.format = format
        isFeed = true
        rootSpace = name.uri
    }

    private func open(_ element: Element, _ attributes: SAXAttributes) {
        if take(element, attributes) {
            scopes.append((.ignored, depth))
            return
        }
        if let slot = slot(of: element) {
            if slot.field == .id, let says = attributes["ispermalink"] {
                item?.isPermalink = says.lowercased() != "false"
            }
            begin(slot, element, attributes)
            return
        }
        let inside =
            isPerson(element) ? .person : scope.inside(element, isWithinItem: item != nil)
        scopes.append((inside, depth))
        switch inside {
        case .channel: openChannel(attributes)
        case .item: openItem(attributes)
        case .person: person = (RawPerson(), 0)
        default: break
        }
    }

    private func slot(of element: Element) -> Slot? {
        switch scope {
        case .channel: FeedElements.inChannel(element)
        case .item, .group: FeedElements.inItem(element)
        case .person: FeedElements.inPerson(element)
        case .hours: element.name == "hour" ? .plain(.hour) : nil
        case .days: element.name == "day" ? .plain(.day) : nil
        case .document, .ignored: nil
        }
    }

    private func isPerson(_ element: Element) -> Bool {
        (scope == .channel || scope == .item) && element.vocabulary == .atom
            && element.name == "author"
    }

    private func openChannel(_ attributes: SAXAttributes) {
        isFeed = true
        if let language = languages[languages.count - 1].language {
            channel.language.offer(language, rank: 2)
        }
        guard attributes.count > 0 else { return }
        if let own = attributes["base"], attributes.xml("base") == nil {
            bases.append((Address.resolve(own, base: base), depth))
        }
        if let link = attributes["href"] { offerLink(link, rank: 1) }
        if let date = attributes["lastmod"] { channel.updated.offer(date, rank: 3) }
    }

    private func openItem(_ attributes: SAXAttributes) {
        var item = RawItem()
        if let language = languages[languages.count - 1].language {
            item.language.offer(language, rank: 1)
        }
        if let about = attributes["about"] { item.id.offer(about, rank: 2) }
        if let date = attributes["lastmod"] { item.updated.offer(date, rank: 4) }
        item.line = context.map { Int(xmlSAX2GetLineNumber($0)) }
        self.item = item
        if let link = attributes["href"] { offerLink(link, rank: 1) }
    }

    private func close(_ scope: Scope) {
        switch scope {
        case .item:
            guard let item else { return }
            self.item = nil
            if items.count < limits.items { items.append(item) } else { passedOver += 1 }
        case .person:
            guard let (value, rank) = person else { return }
            person = nil
            offer(value, rank: rank)
        default: break
        }
    }

    /// What was passed over is said once, at the end.
    func finish() {
        if passedOver > 0 {
            complain("\(passedOver) items after the first \(limits.items) are passed over")
        }
        if item != nil { complain("the last item has no end and is dropped") }
    }

    // MARK: - Elements that say all in their attributes

    /// True where the element is done with.
    private func take(_ element: Element, _ attributes: SAXAttributes) -> Bool {
        guard attributes.count > 0, scope == .channel || scope == .item || scope == .group else {
            return false
        }
        switch (element.vocabulary, element.name) {
        case (.atom, "link"), (.core, "link"), (.core, "a"), (.xhtml, "link"):
            guard let address = attributes["href"] else {
                return attributes["rel"].map { $0.lowercased() != "alternate" } ?? false
            }
            takeLink(address, element, attributes)
        case (.core, "enclosure"), (.media, "thumbnail"):
            guard let url = attributes["url"] ?? attributes["href"] else { return false }
            takeEnclosure(url, type: attributes["type"], length: attributes["length"])
        case (.media, "content"):
            guard let url = attributes["url"] else { return false }
            takeEnclosure(url, type: attributes["type"], length: attributes["filesize"])
            return false
        case (.atom, "category"), (.core, "category"), (.itunes, "category"):
            guard
                let term = attributes["label"] ?? attributes["term"] ?? attributes["text"]
            else { return false }
            addCategory(term)
        default: return false
        }
        return true
    }

    private func takeLink(
        _ address: String, _ element: Element, _ attributes: SAXAttributes
    ) {
        let relations = (attributes["rel"] ?? "alternate").lowercased()
        for relation in relations.split(separator: " ") {
            switch relation {
            case "alternate":
                offerLink(address, element, isPage: isPage(attributes["type"]))
            case "enclosure":
                takeEnclosure(address, type: attributes["type"], length: attributes["length"])
            case "self" where item == nil: channel.selfLink = channel.selfLink ?? safe(address)
            case "hub" where item == nil: channel.hub = channel.hub ?? safe(address)
            case "next" where item == nil: channel.next = channel.next ?? safe(address)
            case "replies":
                if item != nil {
                    item?.comments.offer(Address.resolve(address, base: base), rank: 1)
                }
            default: break
            }
        }
    }

    /// In Atom the first link to a page counts; in RSS the last `link` of its own, and an
    /// `atom:link` only where it has none.
    private func offerLink(_ address: String, _ element: Element, isPage: Bool) {
        guard isPage else { return offerLink(address, rank: 2) }
        guard !isAtom, element.vocabulary == .core else {
            return offerLink(address, rank: isAtom ? 0 : 1)
        }
        offerLink(address, rank: 0, repeated: .last)
    }

    private func isPage(_ type: String?) -> Bool {
        guard let type else { return true }
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
    }

    private func safe(_ address: String) -> String? { Address.safe(address, base: base) }

    private func offerLink(
        _ address: String, rank: Int8, repeated: Slot.Repeated = .first
    ) {
        guard let link = safe(address) else { return }
        if item != nil {
            item?.link.offer(link, rank: rank, repeated: repeated)
        } else {
            channel.link.offer(link, rank: rank, repeated: repeated)
        }
    }

    private func takeEnclosure(_ address: String, type: String?, length: String?) {
        guard item != nil, let url = safe(address) else { return }
        guard let known = item?.enclosures, known.count < limits.values,
            !known.contains(where: { $0.url == url })
        else { return }
        item?.enclosures.append(RawEnclosure(url: url, type: type, length: length))
    }

    private func addCategory(_ text: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let known = item?.categories, known.count < limits.values, !text.isEmpty,
            !known.contains(text)
        else { return }
        item?.categories.append(text)
    }

    // MARK: - Text

    private func begin(_ slot: Slot, _ element: Element, _ attributes: SAXAttributes) {
        buffer.removeAll(keepingCapacity: true)
        let shape: TextShape =
            slot.isConstruct
            ? .of(element, attributes, format: channel.format ?? "") : .plain
        capture = Capture(slot: slot, depth: depth, shape: shape, base: base)
    }

    private func startWithin(_ name: SAXName, _ attributes: SAXAttributes) {
        guard let capture else { return }
        let element = element(name)
        guard capture.slot.isConstruct else {
            if capture.slot.field == .author, let slot = FeedElements.inPerson(element) {
                person = (RawPerson(), capture.slot.rank)
                scopes.append((.person, capture.depth))
                begin(slot, element, attributes)
            }
            return
        }
        let isBlank = buffer.allSatisfy(\.isXMLSpace)
        if capture.shape == .html, !capture.hasMarkup, isBlank, element.name == "div" { return }
        if capture.shape == .plain, !capture.hasMarkup {
            let text = buffer
            buffer = []
            text.withUnsafeBufferPointer { HTMLWriter.escape($0, into: &buffer) }
        }
        self.capture?.hasMarkup = true
        writeTag(element.name, attributes)
    }

    private func writeTag(_ name: String, _ attributes: SAXAttributes) {
        buffer.append(UInt8(ascii: "<"))
        buffer += name.utf8
        for (key, value) in attributes.pairs {
            buffer.append(UInt8(ascii: " "))
            buffer += key.utf8
            buffer += "=\"".utf8
            var value = value
            value.withUTF8 { HTMLWriter.escape($0, into: &buffer) }
            buffer.append(UInt8(ascii: "\""))
        }
        buffer.append(UInt8(ascii: ">"))
    }

    private func endWithin(_ name: SAXName) {
        guard let capture, capture.hasMarkup else { return }
        let name = element(name).name
        guard !HTMLElement.named(name).isVoid else { return }
        buffer += "</".utf8
        buffer += name.utf8
        buffer.append(UInt8(ascii: ">"))
    }

    private func finish(_ capture: Capture) {
        self.capture = nil
        let text = WindowsControls.replaced(in: buffer)
        guard capture.slot.isConstruct else {
            store(text.trimmed, in: capture.slot, base: capture.base)
            return
        }
        guard
            let raw = capture.shape.text(text, hasMarkup: capture.hasMarkup, base: capture.base)
        else { return }
        switch (capture.slot.field, item == nil) {
        case (.title, false): item?.title.offer(raw, rank: capture.slot.rank)
        case (.title, true): channel.title.offer(raw, rank: capture.slot.rank)
        case (.summary, false): offerSummary(raw, rank: capture.slot.rank)
        case (.summary, true): channel.description.offer(raw, rank: capture.slot.rank)
        default: item?.content.offer(raw, rank: capture.slot.rank)
        }
    }

    /// Of `description` and `summary` in one item the second is the longer text, as a rule.
    private func offerSummary(_ raw: RawText, rank: Int8) {
        if rank == 0, item?.summary.value != nil, item?.summary.isTaken(at: 0) == true {
            item?.content.offer(raw, rank: 4)
        } else {
            item?.summary.offer(raw, rank: rank)
        }
    }

    private func store(_ text: String, in slot: Slot, base: String?) {
        guard !text.isEmpty else { return }
        switch slot.field {
        case .name: person?.value.name = text
        case .email: person?.value.email = text
        case .hour: if channel.hours.count < 24 { channel.hours.append(text) }
        case .day: if channel.days.count < 7 { channel.days.append(text) }
        case .author: offer(RawPerson(name: text), rank: slot.rank)
        case .category: addCategory(text)
        case .keywords:
            for word in text.split(whereSeparator: { $0 == "," || $0 == "،" }) {
                addCategory(String(word))
            }
        case .link:
            guard let link = Address.safe(text, base: base) else { return }
            if item != nil {
                item?.link.offer(link, rank: slot.rank, repeated: slot.repeated)
            } else {
                channel.link.offer(link, rank: slot.rank, repeated: slot.repeated)
            }
        default: item == nil ? storeInChannel(text, slot) : storeInItem(text, slot, base)
        }
    }

    private func storeInItem(_ text: String, _ slot: Slot, _ base: String?) {
        let (rank, repeated) = (slot.rank, slot.repeated)
        switch slot.field {
        case .id: item?.id.offer(text, rank: rank)
        case .published: item?.published.offer(text, rank: rank, repeated: repeated)
        case .updated: item?.updated.offer(text, rank: rank, repeated: repeated)
        case .language: item?.language.offer(text, rank: rank)
        case .comments: item?.comments.offer(Address.resolve(text, base: base), rank: rank)
        case .enclosure: takeEnclosure(text, type: nil, length: nil)
        default: break
        }
    }

    private func storeInChannel(_ text: String, _ slot: Slot) {
        let (rank, repeated) = (slot.rank, slot.repeated)
        switch slot.field {
        case .id: channel.id.offer(text, rank: rank)
        case .published: channel.published.offer(text, rank: rank, repeated: repeated)
        case .updated: channel.updated.offer(text, rank: rank, repeated: repeated)
        case .language: channel.language.offer(text, rank: rank)
        case .ttl: channel.ttl = text
        case .period: channel.period = text
        case .frequency: channel.frequency = text
        default: break
        }
    }

    private func offer(_ person: RawPerson, rank: Int8) {
        if item != nil {
            item?.authors.offer(person, rank: rank, limit: limits.values)
        } else {
            channel.authors.offer(person, rank: rank, limit: limits.values)
        }
    }

    private func complain(_ message: String) {
        guard complaints.count < limits.complaints else { return }
        let line = context.map { Int(xmlSAX2GetLineNumber($0)) }
        complaints.append(Complaint(line: line, message: message))
    }
}
