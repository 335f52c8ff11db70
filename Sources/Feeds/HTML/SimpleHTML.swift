/// The simple HTML that most items are made of, read in one pass and without libxml2.
///
/// Simple are paragraphs, headings, lists, links, pictures and marked words, every element ended
/// and in its place; there libxml2's parser and a browser agree on what is meant. All else is
/// refused, for the parser to read, which takes ten times as long.
struct SimpleHTML {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let writer: HTMLWriter
    private var open: [Tag] = []

    /// Whether `html` is simple. If not, what `writer` got is of no use.
    static func write(_ html: [UInt8], to writer: HTMLWriter) -> Bool {
        html.withUnsafeBufferPointer { bytes in
            guard !holdsControl(bytes) else { return false }
            var reading = SimpleHTML(bytes: bytes, writer: writer)
            return reading.read()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, writer: HTMLWriter) {
        self.bytes = bytes
        self.writer = writer
    }

    private static let deepest = 64

    private mutating func read() -> Bool {
        writer.start("div", HTMLElement(), [])
        var index = 0
        while index < bytes.count {
            let mark = bytes.first(UInt8(ascii: "<"), from: index) ?? bytes.count
            guard text(index..<mark) else { return false }
            guard mark < bytes.count else { break }
            guard let next = tag(at: mark) else { return false }
            index = next
        }
        guard open.isEmpty else { return false }
        writer.end("div", HTMLElement())
        writer.finish()
        return true
    }

    // MARK: - Text

    private static func holdsControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var controls: UInt8 = 0
        for byte in bytes {
            controls |= (byte < 0x20 ? 1 : 0) & (byte &- 9 < 2 || byte == 0x0D ? 0 : 1)
        }
        return controls != 0
    }

    private func text(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return true }
        if open.last?.kind == .list {
            guard bytes[range].allSatisfy(\.isXMLSpace) else { return false }
        }
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        guard text.first(UInt8(ascii: "&"), from: 0) != nil else {
            writer.text(text)
            return true
        }
        return Self.resolve(text) { writer.text($0) }
    }

    /// Calls `take` for the pieces of `text`, its references resolved; false for one that is
    /// unknown or without an end.
    private static func resolve(
        _ text: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        var start = 0
        while let mark = text.first(UInt8(ascii: "&"), from: start) {
            if mark > start { take(UnsafeBufferPointer(rebasing: text[start..<mark])) }
            guard let (letters, next) = reference(text, at: mark) else { return false }
            letters.withUnsafeBufferPointer(take)
            start = next
        }
        if start < text.count { take(UnsafeBufferPointer(rebasing: text[start...])) }
        return true
    }

    /// What the reference at `mark` stands for, and where it ends.
    private static func reference(
        _ text: UnsafeBufferPointer<UInt8>, at mark: Int
    ) -> (letters: [UInt8], end: Int)? {
        switch LooseReference(text, at: mark, before: text.count) {
        case .known(let range):
            let name = text[range.lowerBound + 1..<range.upperBound - 1]
            return HTMLEntities.bytes(named: String(decoding: name, as: UTF8.self))
                .map { ($0, range.upperBound) }
        case .number(let value?, let next) where text[next - 1] == UInt8(ascii: ";"):
            return Unicode.Scalar(value).map { (Array(String(Character($0)).utf8), next) }
        case .bare where mark + 1 == text.count || text[mark + 1].isXMLSpace:
            return ([UInt8(ascii: "&")], mark + 1)
        default: return nil
        }
    }

    // MARK: - Tags

    /// Past the tag or comment at `mark`; nil where it is not simple.
    private mutating func tag(at mark: Int) -> Int? {
        guard mark + 2 < bytes.count else { return nil }
        switch bytes[mark + 1] {
        case UInt8(ascii: "/"): return endTag(at: mark)
        case UInt8(ascii: "!"): return comment(at: mark)
        default: return startTag(at: mark)
        }
    }

    private func comment(at mark: Int) -> Int? {
        guard bytes.holds("<!--", at: mark), let end = bytes.find("-->", from: mark + 4) else {
            return nil
        }
        let text = String(decoding: bytes[mark + 4..<end], as: UTF8.self)
        guard !text.hasPrefix(">"), !text.hasPrefix("->"), !text.contains("--") else { return nil }
        writer.comment(text)
        return end + 3
    }

    private mutating func endTag(at mark: Int) -> Int? {
        guard let (key, end) = name(at: mark + 2), end < bytes.count,
            bytes[end] == UInt8(ascii: ">"), let tag = open.popLast(), tag.key == key
        else { return nil }
        writer.end(tag.name, tag.element)
        return end + 1
    }

    private mutating func startTag(at mark: Int) -> Int? {
        guard let (key, end) = name(at: mark + 1), let tag = Tag.known(key),
            open.count < Self.deepest, tag.mayStand(in: open)
        else { return nil }
        var attributes: [HTMLAttribute] = []
        guard let next = self.attributes(from: end, into: &attributes) else { return nil }
        let isEnded = bytes[next - 2] == UInt8(ascii: "/")
        guard tag.element.isVoid || !isEnded else { return nil }
        writer.start(tag.name, tag.element, attributes)
        if tag.element.isVoid {
            writer.end(tag.name, tag.element)
        } else {
            open.append(tag)
        }
        return next
    }

    /// A name of up to eight ASCII letters and digits in one number, in lower case; and its end.
    private func name(at start: Int) -> (key: UInt64, end: Int)? {
        var key: UInt64 = 0
        var index = start
        while index < bytes.count, index - start <= 10, bytes[index].isNameByte {
            key = key << 8 | UInt64(bytes[index] | 0x20)
            index += 1
        }
        return index > start && index - start <= 8 ? (key, index) : nil
    }

    // MARK: - Attributes

    /// Past the tag's `>`. Kept are the attributes that the writer looks at.
    private func attributes(from start: Int, into kept: inout [HTMLAttribute]) -> Int? {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"): return index + 1
            case UInt8(ascii: "/"):
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") else {
                    return nil
                }
                index += 1
            case let byte where byte.isXMLSpace: index += 1
            default:
                guard bytes[index - 1].isXMLSpace,
                    let next = attribute(at: index, into: &kept)
                else { return nil }
                index = next
            }
        }
        return nil
    }

    private func attribute(at start: Int, into kept: inout [HTMLAttribute]) -> Int? {
        var index = start
        while index < bytes.count, bytes[index].isNameByte || bytes[index] == UInt8(ascii: "-") {
            index += 1
        }
        guard index > start, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            return nil
        }
        let quote = bytes[index + 1]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = bytes.first(quote, from: index + 2)
        else { return nil }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        if name == "style" || name == "hidden" || HTMLElement.attribute(named: name) != nil {
            guard kept.count < 32, !kept.contains(where: { $0.name == name }),
                let value = value(index + 2..<end)
            else { return nil }
            kept.append((name, value))
        }
        return end + 1
    }

    private func value(_ range: Range<Int>) -> String? {
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        guard text.first(UInt8(ascii: "<"), from: 0) == nil else { return nil }
        guard text.first(UInt8(ascii: "&"), from: 0) != nil else {
            return String(decoding: text, as: UTF8.self)
        }
        var value: [UInt8] = []
        guard Self.resolve(text, { value.append(contentsOf: $0) }) else { return nil }
        return String(decoding: value, as: UTF8.self)
    }
}

extension UInt8 {
    /// A letter or digit of ASCII.
    @inline(__always) fileprivate var isNameByte: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self)
    }
}
