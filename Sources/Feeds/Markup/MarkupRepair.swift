import News

/// Writes a damaged document again as XML that libxml2 reads to its end.
///
/// libxml2's own recovery loses what follows a bare `&` and, where a tag is missing its partner,
/// reads later items as parts of earlier ones. So tags are balanced here: an end tag closes what
/// is open within its element, one without a start is dropped, and an element that should hold
/// text alone ends where the next one starts. Nothing is closed at the end: what has no end
/// there is not whole. Around all stands one element, for two documents may have come in one.
struct MarkupRepair {
    var output: [UInt8] = []
    private(set) var complaints: [Complaint] = []
    /// How many bytes were gone over, those gone over twice counted twice: for tests.
    private(set) var looked = 0
    /// Whether every element was ended.
    private(set) var isComplete = true

    let bytes: UnsafeBufferPointer<UInt8>
    private let limits: FeedLimits
    private let scan: MarkupScan
    private var open: [OpenElement] = []
    private var nextGap = 0
    /// Of ``passed``.
    private var place: TextPlace
    private var passed = 0
    /// Marks that are known not to come any more.
    private var exhausted: Set<String> = []

    private struct OpenElement {
        var name: String
        /// In lower case, for matching.
        var key: String
    }

    /// `bytes` must outlive the repair. They begin at `place` of the document, within the
    /// elements that `opening` names.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, scan: MarkupScan, limits: FeedLimits,
        opening: [OpeningTag] = [], place: TextPlace = .init()
    ) {
        self.bytes = bytes
        self.scan = scan
        self.limits = limits
        self.place = place
        output.reserveCapacity(bytes.count + bytes.count / 8)
        output += "<documents>".utf8
        for tag in opening {
            output += tag.source
            open.append(OpenElement(name: tag.name, key: tag.name.lowercased()))
        }
        let start = scan.root ?? 0
        move(to: start)
        write(from: start)
        isComplete = open.isEmpty
        if isComplete {
            output += "</documents>".utf8
        } else {
            complain(
                at: bytes.count,
                "the document ends within \(open.map { "<\($0.name)>" }.joined(separator: " "))")
        }
    }

    // MARK: - Tokens

    private mutating func write(from start: Int) {
        var index = start
        while index < bytes.count {
            let mark = bytes.first(UInt8(ascii: "<"), from: index) ?? bytes.count
            looked += mark - index + 1
            text(index..<mark)
            guard mark + 1 < bytes.count else {
                if mark < bytes.count { complain(at: mark, "the document ends within a tag") }
                return
            }
            switch bytes[mark + 1] {
            case UInt8(ascii: "!"): index = declaration(at: mark)
            case UInt8(ascii: "?"): index = past("?>", from: mark + 2) ?? mark + 2
            case UInt8(ascii: "/"): index = endTag(at: mark)
            case let byte where byte.startsName: index = startTag(at: mark)
            default: index = bareBracket(at: mark)
            }
        }
    }

    private mutating func bareBracket(at mark: Int) -> Int {
        complain(at: mark, "a ‘<’ that starts no tag")
        output += "&lt;".utf8
        return mark + 1
    }

    private mutating func declaration(at mark: Int) -> Int {
        if bytes.holds("<![CDATA[", at: mark) {
            let end = find("]]>", from: mark + 9)
            if end == nil { complain(at: mark, "a CDATA section without an end") }
            for piece in kept(mark + 9..<(end ?? bytes.count)) { verbatim(piece) }
            return end.map { $0 + 3 } ?? bytes.count
        }
        if bytes.holds("<!--", at: mark) {
            return past("-->", from: mark + 4) ?? mark + 4
        }
        if let gap = gap(from: mark), gap.lowerBound == mark { return gap.upperBound }
        return past(">", from: mark + 2) ?? bytes.count
    }

    /// What of a range the scan did not pass over.
    private mutating func kept(_ range: Range<Int>) -> [Range<Int>] {
        guard let gap = gap(from: range.lowerBound), gap.upperBound <= range.upperBound else {
            return [range]
        }
        return [range.lowerBound..<gap.lowerBound]
    }

    /// The next that the scan passes over; offsets are asked for in order.
    private mutating func gap(from offset: Int) -> Range<Int>? {
        while nextGap < scan.skipped.count, scan.skipped[nextGap].lowerBound < offset {
            nextGap += 1
        }
        return nextGap < scan.skipped.count ? scan.skipped[nextGap] : nil
    }

    private mutating func find(_ mark: StaticString, from start: Int) -> Int? {
        let key = String(describing: mark)
        guard !exhausted.contains(key) else { return nil }
        let found = bytes.find(mark, from: start)
        if found == nil { exhausted.insert(key) }
        looked += (found ?? bytes.count) - start
        return found
    }

    private mutating func past(_ mark: StaticString, from start: Int) -> Int? {
        find(mark, from: start).map { $0 + mark.utf8CodeUnitCount }
    }

    // MARK: - Tags

    private mutating func endTag(at mark: Int) -> Int {
        var index = mark + 2
        while index < bytes.count, bytes[index].continuesName { index += 1 }
        let name = String(decoding: bytes[mark + 2..<index], as: UTF8.self)
        let key = name.lowercased()
        while index < bytes.count, bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "<")
        { index += 1 }
        looked += index - mark
        let next = index < bytes.count && bytes[index] == UInt8(ascii: ">") ? index + 1 : index
        guard !name.isEmpty else { return next }
        guard let place = partner(of: key) else {
            if !RepairRules.voids.contains(key) { complain(at: mark, "</\(name)> ends nothing") }
            return next
        }
        if place < open.count - 1 {
            let unended = open[(place + 1)...].map { "<\($0.name)>" }.joined(separator: " ")
            complain(at: mark, "</\(name)> also ends \(unended)")
        }
        close(downTo: place)
        return next
    }

    /// Which open element `key` ends; only what structures a feed ends items and channels.
    private func partner(of key: String) -> Int? {
        for place in open.indices.reversed() {
            if open[place].key == key { return place }
            let isWall = RepairRules.structure.contains(open[place].key)
            if isWall, !RepairRules.structure.contains(key) { return nil }
        }
        return nil
    }

    private mutating func close(downTo place: Int) {
        while open.count > place {
            output += "</\(open.removeLast().name)>".utf8
        }
    }

    private mutating func startTag(at mark: Int) -> Int {
        guard let tag = LooseTag(bytes, at: mark, limits: limits, looked: &looked) else {
            return bareBracket(at: mark)
        }
        if tag.isMended {
            complain(at: mark, "the attributes of <\(tag.name)> are not well-formed")
        }
        let key = tag.name.lowercased()
        endWhatMustEnd(before: key, at: mark)
        output += "<\(tag.name)".utf8
        for (name, value) in tag.attributes {
            output += " \(name)=\"".utf8
            attribute(value)
            output.append(UInt8(ascii: "\""))
        }
        if tag.isEmpty || RepairRules.voids.contains(key) || open.count >= limits.nesting {
            output += "/>".utf8
        } else {
            output.append(UInt8(ascii: ">"))
            open.append(OpenElement(name: tag.name, key: key))
        }
        return tag.end
    }

    /// An item ends the item before it, and an element that holds text alone ends where another
    /// of a feed's elements starts.
    private mutating func endWhatMustEnd(before key: String, at mark: Int) {
        if RepairRules.items.contains(key),
            let place = open.lastIndex(where: { RepairRules.items.contains($0.key) })
        {
            complain(at: mark, "<\(open[place].name)> has no end before the next <\(key)>")
            close(downTo: place)
        }
        guard let last = open.last, RepairRules.ends(last.key, before: key) else { return }
        complain(at: mark, "<\(last.name)> has no end before <\(key)>")
        close(downTo: open.count - 1)
    }

    // MARK: - Complaints

    /// Offsets come in order, so that lines are counted once.
    private mutating func move(to offset: Int) {
        guard offset > passed else { return }
        place.advance(over: UnsafeBufferPointer(rebasing: bytes[passed..<offset]))
        passed = offset
    }

    mutating func complain(at offset: Int, _ message: String) {
        guard complaints.count < limits.complaints else { return }
        move(to: offset)
        complaints.append(
            Complaint(
                line: place.line, column: place.column - (passed - offset), message: message))
    }
}
