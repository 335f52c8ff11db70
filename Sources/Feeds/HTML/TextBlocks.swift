/// Plain text in the making: white space run together as a browser does it, blocks parted by a
/// blank line.
struct TextBlocks {
    private enum Gap: Int, Comparable {
        case none, word, line, paragraph
        static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }
    }

    private(set) var bytes: [UInt8] = []
    private var gap = Gap.none

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func breakWord() { gap = max(gap, .word) }

    /// Two line breaks in a row make a paragraph.
    mutating func breakLine() { gap = gap >= .line ? .paragraph : .line }

    mutating func breakParagraph() { gap = .paragraph }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, preformatted: Bool) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte <= 0x20 {
                gap = max(gap, preformatted && byte == 0x0A ? .line : .word)
                index += 1
            } else if gap >= .line || bytes.isEmpty, isNoBreakSpace(text, index) {
                index += 2
            } else {
                close()
                let end = endOfWords(text, from: index)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
                index = end
            }
        }
    }

    /// Past the words that single spaces part.
    @inline(__always)
    private func endOfWords(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = text.firstSpace(from: start)
        while index + 1 < text.count, text[index] == 0x20, text[index + 1] > 0x20 {
            index = text.firstSpace(from: index + 1)
        }
        return index
    }

    mutating func finish() {
        while bytes.count >= 2, bytes[bytes.count - 1] == 0xA0, bytes[bytes.count - 2] == 0xC2 {
            bytes.removeLast(2)
            while bytes.last == 0x20 { bytes.removeLast() }
        }
    }

    /// A paragraph that holds only no-break spaces is none.
    private func isNoBreakSpace(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
    }

    private mutating func close() {
        defer { gap = .none }
        guard !bytes.isEmpty else { return }
        switch gap {
        case .none: break
        case .word: bytes.append(0x20)
        case .line: bytes.append(0x0A)
        case .paragraph: bytes += [0x0A, 0x0A]
        }
    }
}

extension TextBlocks {
    /// Plain text with its white space run together and its own blank lines kept.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        var blocks = TextBlocks()
        text.withUnsafeBufferPointer { text in
            var start = 0
            while let end = text.first(0x0A, from: start) {
                let line = UnsafeBufferPointer(rebasing: text[start..<end])
                blocks.append(line, preformatted: false)
                blocks.breakPlainLine(isBlank: line.allSatisfy(\.isXMLSpace))
                start = end + 1
            }
            blocks.append(UnsafeBufferPointer(rebasing: text[start...]), preformatted: false)
        }
        blocks.finish()
        return blocks.bytes
    }

    private mutating func breakPlainLine(isBlank: Bool) {
        if isBlank { breakParagraph() } else { breakWord() }
    }
}
