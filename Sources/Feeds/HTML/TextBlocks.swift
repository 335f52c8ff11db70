/// Plain text in the making: white space run together as a browser does it, blocks parted by a
/// blank line.
struct TextBlocks {
    private enum Gap: Int, Comparable {
        case none, word, line, paragraph
        static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }
    }

    private var bytes: [UInt8] = []
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
                let start = index
                while index < text.count, text[index] > 0x20 { index += 1 }
                bytes.append(contentsOf: text[start..<index])
            }
        }
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
    static func plain(_ text: String) -> String {
        var blocks = TextBlocks()
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where bytes[index] == 0x0A {
                blocks.append(
                    UnsafeBufferPointer(rebasing: bytes[start..<index]), preformatted: false)
                blocks.breakPlainLine(isBlank: bytes[start..<index].allSatisfy(\.isXMLSpace))
                start = index + 1
            }
            blocks.append(UnsafeBufferPointer(rebasing: bytes[start...]), preformatted: false)
        }
        blocks.finish()
        return blocks.text
    }

    private mutating func breakPlainLine(isBlank: Bool) {
        if isBlank { breakParagraph() } else { breakWord() }
    }
}
