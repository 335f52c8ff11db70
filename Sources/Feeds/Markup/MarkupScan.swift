import News

/// One linear look at a document before libxml2 sees a byte of it.
///
/// It finds where the feed starts, and what must not reach libxml2: junk before the feed, the
/// XML declaration (the bytes are UTF-8 by now), document type declarations with their entities,
/// comments and processing instructions, and what exceeds the limits.
struct MarkupScan {
    /// Bytes to pass over, in order and apart.
    private(set) var skipped: [Range<Int>] = []
    private(set) var complaints: [Complaint] = []
    /// Where the root's start tag is; nil where there is no feed.
    private(set) var root: Int?
    /// How many bytes were gone over, those gone over twice counted twice: for tests.
    private(set) var looked = 0
    /// The first element's local name in lower case, for telling what else it is.
    private(set) var firstElement: String?

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: FeedLimits
    /// Marks that are known not to come any more, so that none is looked for to the end twice.
    private var exhausted: Set<String> = []

    /// `bytes` must outlive the scan.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: FeedLimits) {
        self.bytes = bytes
        self.limits = limits
        findRoot()
        guard let root else { return }
        if root > 0 { skipped.append(0..<root) }
        scan(from: root)
    }

    // MARK: - The start

    private static let roots: Set<String> = ["rss", "rdf", "feed"]
    private static let firstRoots: Set<String> = ["channel", "entry", "item"]

    private mutating func findRoot() {
        var junk = false
        var index = 0
        while let open = next(UInt8(ascii: "<"), from: index) {
            if bytes.holds("<!--", at: open), let end = find("-->", from: open + 4) {
                index = end + 3
                continue
            }
            if bytes.holds("<!DOCTYPE", at: open) || bytes.holds("<!doctype", at: open) {
                index = documentType(at: open)
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

    private mutating func scan(from start: Int) {
        var index = start
        while let open = next(UInt8(ascii: "<"), from: index) {
            guard open + 1 < bytes.count else { return }
            switch bytes[open + 1] {
            case UInt8(ascii: "!"): index = declaration(at: open)
            case UInt8(ascii: "?"): index = skip(open, through: "?>", orTo: open + 2)
            case UInt8(ascii: "/"): index = open + 2
            case let byte where byte.startsName: index = startTag(at: open)
            default: index = open + 1
            }
        }
    }

    private mutating func declaration(at open: Int) -> Int {
        if bytes.holds("<![CDATA[", at: open) { return characterData(at: open) }
        if bytes.holds("<!--", at: open) { return skip(open, through: "-->", orTo: open + 4) }
        guard bytes.holds("<!DOCTYPE", at: open) || bytes.holds("<!doctype", at: open) else {
            return open + 2
        }
        let end = documentType(at: open)
        skipped.append(open..<end)
        return end
    }

    /// Past it, definitions of its own told.
    private mutating func documentType(at open: Int) -> Int {
        let end = endOfDocumentType(at: open)
        if bytes[open..<end].contains(UInt8(ascii: "[")) {
            complain(
                at: open, "a document type declaration with definitions of its own is passed over")
        }
        return end
    }

    private mutating func characterData(at open: Int) -> Int {
        guard let end = find("]]>", from: open + 9) else { return bytes.count }
        if end - open - 9 > limits.text {
            var cut = open + 9 + limits.text
            while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
            skipped.append(cut..<end)
            complain(at: open, "a text of \(end - open - 9) bytes is cut to \(limits.text)")
        }
        return end + 3
    }

    private mutating func skip(_ open: Int, through mark: StaticString, orTo fallback: Int) -> Int {
        guard let end = find(mark, from: open + 2) else { return fallback }
        skipped.append(open..<end + mark.utf8CodeUnitCount)
        return end + mark.utf8CodeUnitCount
    }

    /// Past the `>` that ends it, quotes, comments and the internal subset gone through; an
    /// unended one reaches to the first `>`, and so do those after it.
    private mutating func endOfDocumentType(at open: Int) -> Int {
        guard !exhausted.contains("<!DOCTYPE") else { return pastNextBracket(open) }
        if let end = balancedEnd(of: open) { return end }
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

    /// Past the tag's end. Attributes beyond the limits are passed over, all of the tag's.
    private mutating func startTag(at open: Int) -> Int {
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
            guard let quote = quote(byte, from: index) else { break }
            index = quote + 1
        }
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
        if found == nil { exhausted.insert(key) }
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
        complaints.append(bytes.complaint(at: offset, message))
    }
}
