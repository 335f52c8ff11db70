import News

/// A look at a document before libxml2 sees a byte of it, linear in its length.
///
/// It finds where the feed starts, and what must not reach libxml2: junk before the feed, the
/// XML declaration (the bytes are UTF-8 by now), document type declarations with their entities,
/// comments and processing instructions, and what exceeds the limits. The document may come in
/// parts: a token that is not whole yet is left for the next look.
struct MarkupScan {
    /// Bytes to pass over of the part looked at last, in order and apart.
    private(set) var skipped: [Range<Int>] = []
    private(set) var complaints: [Complaint] = []
    /// Where in the first part the root's start tag is; nil while there is no feed.
    private(set) var root: Int?
    /// How many bytes were gone over, those gone over twice counted twice: for tests.
    private(set) var looked = 0
    /// The first element's local name in lower case, for telling what else it is.
    private(set) var firstElement: String?

    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var place = TextPlace()
    private var isLast = true
    private let limits: FeedLimits
    /// Marks that are known not to come any more, so that none is looked for to the end twice.
    private var exhausted: Set<String> = []

    /// For a document that comes in parts. With a `root` given, none is looked for.
    init(limits: FeedLimits, root: Int? = nil) {
        self.limits = limits
        self.root = root
    }

    /// Of a whole document.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: FeedLimits) {
        self.init(limits: limits)
        _ = look(at: bytes, from: 0, isLast: true)
    }

    /// Looks at a part, which begins at `place` of the document, from `offset` on; how much of
    /// it is whole. The rest is to come again with what follows it; all, while there is no root.
    mutating func look(
        at bytes: UnsafeBufferPointer<UInt8>, from offset: Int, isLast: Bool,
        place: TextPlace = .init()
    ) -> Int {
        self.bytes = bytes
        self.place = place
        self.isLast = isLast
        defer { self.bytes = UnsafeBufferPointer(start: nil, count: 0) }
        skipped = []
        if root != nil { return scan(from: offset) }
        let known = complaints
        findRoot()
        guard let root else {
            complaints = known
            return 0
        }
        if root > 0 { skipped.append(0..<root) }
        return scan(from: root)
    }

    // MARK: - The start

    private static let roots: Set<String> = ["rss", "rdf", "feed"]
    private static let firstRoots: Set<String> = ["channel", "entry", "item"]

    private mutating func findRoot() {
        firstElement = nil
        var junk = false
        var index = 0
        while let open = next(UInt8(ascii: "<"), from: index) {
            guard isLast || open + 128 < bytes.count else { return }
            if bytes.holds("<!--", at: open) {
                let end = find("-->", from: open + 4)
                guard isLast || end != nil else { return }
                index = end.map { $0 + 3 } ?? open + 1
                continue
            }
            if bytes.holds("<!DOCTYPE", at: open) || bytes.holds("<!doctype", at: open) {
                guard let end = endOfDocumentType(at: open) else { return }
                tellDefinitions(in: open..<end)
                index = end
                continue
            }
            let name = bytes.localName(at: open + 1)
            index = open + 1
            guard !name.isEmpty else { continue }
            if Self.roots.contains(name) || firstElement == nil && Self.firstRoots.contains(name) {
                root = open
                break
            }
            junk = true
            if firstElement == nil { firstElement = name }
        }
        guard let root else { return }
        let text = bytes[..<root].prefix { $0 != UInt8(ascii: "<") }
        if junk || text.contains(where: { !$0.isXMLSpace }) {
            complain(at: 0, "\(root) bytes before the feed are passed over")
        }
    }

    // MARK: - The rest

    /// Where the first token starts that is not whole, or the end.
    private mutating func scan(from start: Int) -> Int {
        var index = start
        while let open = next(UInt8(ascii: "<"), from: index) {
            guard isLast || open + Self.longestMark <= bytes.count else { return open }
            guard open + 1 < bytes.count else { break }
            guard let end = token(at: open) else { return open }
            index = end
        }
        return bytes.count
    }

    /// `<![CDATA[`.
    private static let longestMark = 9

    /// Past what starts at `open`, a text's elements aside; nil where it is not whole yet.
    private mutating func token(at open: Int) -> Int? {
        switch bytes[open + 1] {
        case UInt8(ascii: "!"): declaration(at: open)
        case UInt8(ascii: "?"): skip(open, through: "?>", orTo: open + 2)
        case UInt8(ascii: "/"): endTag(at: open)
        case let byte where byte.startsName: startTag(at: open)
        default: open + 1
        }
    }

    private mutating func declaration(at open: Int) -> Int? {
        if bytes.holds("<![CDATA[", at: open) { return characterData(at: open) }
        if bytes.holds("<!--", at: open) { return skip(open, through: "-->", orTo: open + 4) }
        guard bytes.holds("<!DOCTYPE", at: open) || bytes.holds("<!doctype", at: open) else {
            return open + 2
        }
        guard let end = endOfDocumentType(at: open) else { return nil }
        tellDefinitions(in: open..<end)
        skipped.append(open..<end)
        return end
    }

    private mutating func tellDefinitions(in range: Range<Int>) {
        guard bytes[range].contains(UInt8(ascii: "[")) else { return }
        complain(
            at: range.lowerBound,
            "a document type declaration with definitions of its own is passed over")
    }

    private mutating func characterData(at open: Int) -> Int? {
        guard let end = find("]]>", from: open + 9) else { return isLast ? bytes.count : nil }
        if end - open - 9 > limits.text {
            var cut = open + 9 + limits.text
            while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
            skipped.append(cut..<end)
            complain(at: open, "a text of \(end - open - 9) bytes is cut to \(limits.text)")
        }
        return end + 3
    }

    private mutating func skip(
        _ open: Int, through mark: StaticString, orTo fallback: Int
    ) -> Int? {
        guard let end = find(mark, from: open + 2) else { return isLast ? fallback : nil }
        skipped.append(open..<end + mark.utf8CodeUnitCount)
        return end + mark.utf8CodeUnitCount
    }

    /// Past the `>` that ends it, quotes, comments and the internal subset gone through; an
    /// unended one reaches to the first `>`, and so do those after it.
    private mutating func endOfDocumentType(at open: Int) -> Int? {
        guard !exhausted.contains("<!DOCTYPE") else { return pastNextBracket(open) }
        if let end = balancedEnd(of: open) { return end }
        guard isLast else { return nil }
        exhausted.insert("<!DOCTYPE")
        return pastNextBracket(open)
    }

    /// Nil where the document ends first.
    private mutating func balancedEnd(of open: Int) -> Int? {
        var index = open + 2
        defer { looked += index - open }
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let quote = quote(bytes[index], from: index + 1) else { return nil }
                index = quote
            case UInt8(ascii: "["), UInt8(ascii: "<"):
                if bytes.holds("<!--", at: index) {
                    guard let end = find("-->", from: index + 4) else { return nil }
                    index = end + 2
                } else {
                    depth += 1
                }
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">"):
                if depth <= 0 { return index + 1 }
                depth -= 1
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func pastNextBracket(_ open: Int) -> Int {
        next(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? bytes.count
    }

    /// An end tag may be pushed in two parts, but not the last: what it ends has ended then.
    private mutating func endTag(at open: Int) -> Int? {
        guard !isLast else { return open + 2 }
        return next(UInt8(ascii: ">"), from: open).map { $0 + 1 }
    }

    /// Past the tag's end. Attributes beyond the limits are passed over, all of the tag's.
    private mutating func startTag(at open: Int) -> Int? {
        var index = open + 1
        defer { looked += index - open }
        while index < bytes.count, !bytes[index].endsName { index += 1 }
        let attributes = index
        var count = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") { break }
            if byte == UInt8(ascii: "=") { count += 1 }
            index += 1
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
            guard let quote = quote(byte, from: index) else {
                if isLast { break }
                return nil
            }
            index = quote + 1
        }
        guard isLast || index < bytes.count else { return nil }
        guard count > limits.attributes || index - open > limits.startTag else { return index }
        let end = index > attributes && bytes[index - 1] == UInt8(ascii: "/") ? index - 1 : index
        skipped.append(attributes..<end)
        complain(
            at: open, "a start tag of \(index - open) bytes and \(count) attributes loses them")
        return index
    }

    private mutating func quote(_ byte: UInt8, from start: Int) -> Int? {
        find(byte == UInt8(ascii: "\"") ? "\"" : "'", from: start)
    }

    private mutating func find(_ mark: StaticString, from start: Int) -> Int? {
        let key = String(describing: mark)
        guard !exhausted.contains(key) else { return nil }
        let found = bytes.find(mark, from: start)
        if found == nil, isLast { exhausted.insert(key) }
        looked += (found ?? bytes.count) - start
        return found
    }

    private mutating func next(_ byte: UInt8, from start: Int) -> Int? {
        let found = bytes.first(byte, from: start)
        looked += (found ?? bytes.count) - start
        return found
    }

    private mutating func complain(at offset: Int, _ message: String) {
        guard complaints.count < limits.complaints else { return }
        complaints.append(bytes.complaint(at: offset, message, from: place))
    }
}
