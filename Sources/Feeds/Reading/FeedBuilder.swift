import CLibXML2
import News

/// Gathers a feed's channel and items from the events of the XML parser.
///
/// It keeps one buffer for the text of the one element that is being read, and hands over each
/// item when its end tag comes: what has none is not whole. Elements that say all in their
/// attributes are in `AttributeElements.swift`, those whose text counts in `TextElements.swift`.
struct FeedBuilder {
    var channel = RawChannel()
    /// Those that ended and were not taken yet.
    private(set) var items: [RawItem] = []
    private(set) var complaints: [Complaint] = []
    /// How many bytes the parser had read when the last item ended; nil before the first did.
    private(set) var endOfLastItem: Int?
    /// How many of the complaints were there by then.
    private var complaintsByThen = 0
    private var itemCount = 0
    /// How many starts, ends and texts were met: what the reading costs, for tests.
    private(set) var events = 0
    /// The parser that calls, for line numbers.
    var context: xmlParserCtxtPtr?
    /// The line of the document at which that parser's own first one is.
    private var firstLine = 1

    let limits: FeedLimits
    var item: RawItem?
    var person: (value: RawPerson, rank: Int8)?
    var text: ElementText?
    /// The array that texts are written into, one after the other.
    var room: [UInt8] = []
    var isAtom: Bool { channel.format?.hasPrefix("atom") ?? false }

    private(set) var depth = 0
    private var scopes: [(scope: Scope, depth: Int)] = [(.document, 0)]
    /// The start tags of the elements around the items, as XML.
    private var opening: [(tag: OpeningTag, depth: Int)] = []
    /// Those around the last item that ended.
    private(set) var openingOfLastItem: [OpeningTag] = []
    private var isRecognised = false
    private var bases: [(base: String?, depth: Int)]
    private var languages: [(language: String?, depth: Int)]
    private var elements = ElementTable()
    private var passedOver = 0

    init(context: FeedContext, limits: FeedLimits) {
        self.limits = limits
        let own = context.contentLocation.map { Address.resolve($0, base: context.url) }
        bases = [(own ?? context.url, 0)]
        languages = [(context.contentLanguage, 0)]
    }

    /// For the rest of a document whose start `other` read, from its last item's end on, where
    /// `line` is.
    init(after other: FeedBuilder, line: Int) {
        limits = other.limits
        channel = other.channel
        complaints = Array(other.complaints.prefix(other.complaintsByThen))
        itemCount = other.itemCount
        passedOver = other.passedOver
        bases = [other.bases[0]]
        languages = [other.languages[0]]
        firstLine = line
    }

    /// The items that ended since they were last taken.
    mutating func takeItems() -> [RawItem] {
        let taken = items
        items = []
        return taken
    }

    var base: String? { bases[bases.count - 1].base }
    var scope: Scope { scopes[scopes.count - 1].scope }

    // MARK: - Events

    mutating func start(_ name: SAXName, _ attributes: SAXAttributes, spaces: SAXNamespaces) {
        events += 1
        depth += 1
        guard !isFlooded() else { return }
        guard depth <= limits.nesting else {
            if depth == limits.nesting + 1 {
                complain("elements deeper than \(limits.nesting) are passed over")
            }
            return
        }
        inherit(attributes)
        let known = elements.element(name)
        guard text == nil else { return startWithinText(known.element, attributes) }
        if scope == .document { recognise(known.element, name, attributes, spaces) }
        guard scope != .ignored else { return }
        open(known, attributes)
        if text == nil, scope == .document || scope == .channel {
            opening.append((OpeningTag(name, attributes, spaces), depth))
        }
    }

    mutating func end(_ name: SAXName) {
        events += 1
        defer { leave() }
        guard depth <= limits.nesting else { return }
        if let started = text?.depth {
            guard started == depth else {
                text?.end(elements.element(name).element.name)
                return
            }
            finishText()
        } else if scopes[scopes.count - 1].depth == depth {
            close(scopes.removeLast().scope)
            if opening.last?.depth == depth { opening.removeLast() }
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        events += 1
        guard text != nil, depth <= limits.nesting else { return }
        if text?.append(bytes, limit: limits.text) == false {
            complain("a text of more than \(limits.text) bytes is cut")
        }
    }

    /// What was passed over is said once, at the end.
    mutating func finish() {
        if passedOver > 0 {
            complain("\(passedOver) items after the first \(limits.items) are passed over")
        }
        if item != nil { complain("the last item has no end and is dropped") }
    }

    mutating func complain(_ message: String) {
        guard complaints.count < limits.complaints else { return }
        complaints.append(Complaint(line: line, message: message))
    }

    private var line: Int? {
        context.map { Int(xmlSAX2GetLineNumber($0)) + firstLine - 1 }
    }

    // MARK: - What elements inherit

    private mutating func inherit(_ attributes: SAXAttributes) {
        guard attributes.count > 0 else { return }
        if let own = attributes.xml("base") {
            bases.append((Address.resolve(own, base: base), depth))
        }
        if let own = attributes.xml("lang") {
            languages.append((own.isEmpty ? nil : own, depth))
        }
    }

    private mutating func leave() {
        if bases[bases.count - 1].depth == depth { bases.removeLast() }
        if languages[languages.count - 1].depth == depth { languages.removeLast() }
        depth -= 1
    }

    // MARK: - Elements

    private static let mostNames = 4096

    /// Stops the parser where a document has more names, or more namespaces open at once, than
    /// any feed: libxml2 takes quadratic time over both.
    private mutating func isFlooded() -> Bool {
        guard let context else { return false }
        guard elements.count > Self.mostNames || context.pointee.nsNr > 2 * Self.mostNames else {
            return false
        }
        complain("more than \(Self.mostNames) names of elements: the rest is not read")
        xmlStopParser(context)
        return true
    }

    /// The root says which format it is.
    private mutating func recognise(
        _ element: Element, _ name: SAXName, _ attributes: SAXAttributes, _ spaces: SAXNamespaces
    ) {
        guard !isRecognised,
            let format = FeedFormat.of(element, name.text, attributes, spaces: spaces.uris)
        else { return }
        isRecognised = true
        channel.format = channel.format ?? format
        elements.forget()
        elements.rootSpace = (name.uri, isAtom ? .atom : .core)
    }

    private mutating func open(_ known: KnownElement, _ attributes: SAXAttributes) {
        let element = known.element
        if take(element, attributes) {
            scopes.append((.ignored, depth))
        } else if let slot = slot(of: known) {
            if slot.field == .id, let says = attributes["ispermalink"] {
                item?.isPermalink = says.lowercased() != "false"
            }
            beginText(slot, element, attributes)
        } else {
            let inside =
                isPerson(element) ? .person : scope.inside(element, isWithinItem: item != nil)
            scopes.append((inside, depth))
            enter(inside, attributes)
        }
    }

    private func slot(of known: KnownElement) -> Slot? {
        switch scope {
        case .channel: known.inChannel
        case .item, .group: known.inItem
        case .person: FeedElements.inPerson(known.element)
        case .source: FeedElements.inSource(known.element)
        case .hours: known.element.name == "hour" ? .plain(.hour) : nil
        case .days: known.element.name == "day" ? .plain(.day) : nil
        case .document, .ignored: nil
        }
    }

    private func isPerson(_ element: Element) -> Bool {
        (scope == .channel || scope == .item || scope == .source)
            && element.vocabulary == .atom && element.name == "author"
    }

    private mutating func enter(_ scope: Scope, _ attributes: SAXAttributes) {
        switch scope {
        case .channel: openChannel(attributes)
        case .item: openItem(attributes)
        case .person: person = (RawPerson(), 0)
        default: break
        }
    }

    /// A person whom a text turned out to name by elements.
    mutating func enterPerson(rank: Int8, depth: Int) {
        person = (RawPerson(), rank)
        scopes.append((.person, depth))
    }

    private mutating func openChannel(_ attributes: SAXAttributes) {
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

    private mutating func openItem(_ attributes: SAXAttributes) {
        var item = RawItem()
        if let language = languages[languages.count - 1].language {
            item.language.offer(language, rank: 1)
        }
        if let about = attributes["about"] { item.id.offer(about, rank: 2) }
        if let date = attributes["lastmod"] { item.updated.offer(date, rank: 4) }
        item.line = line
        self.item = item
        if let link = attributes["href"] { offerLink(link, rank: 1) }
    }

    private mutating func close(_ scope: Scope) {
        switch scope {
        case .item:
            guard let item = item.take() else { return }
            itemCount += 1
            if itemCount <= limits.items { items.append(item) } else { passedOver += 1 }
            guard self.scope == .channel || self.scope == .document else { return }
            endOfLastItem = context.map { xmlByteConsumed($0) }
            complaintsByThen = complaints.count
            if openingOfLastItem.count != opening.count {
                openingOfLastItem = opening.map(\.tag)
            }
        case .person:
            guard let (value, rank) = person.take() else { return }
            // An entry without an author has its source's (RFC 4287 §4.2.1).
            offer(value, rank: self.scope == .source ? 5 : rank)
        default: break
        }
    }

    mutating func offer(_ person: RawPerson, rank: Int8) {
        if item != nil {
            item?.authors.offer(person, rank: rank, limit: limits.values)
        } else {
            channel.authors.offer(person, rank: rank, limit: limits.values)
        }
    }
}
