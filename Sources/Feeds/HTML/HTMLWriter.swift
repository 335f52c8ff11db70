import CLibXML2

/// Writes what is read of a piece of HTML as sanitised HTML and as plain text at once.
///
/// The HTML holds only elements, attributes and link schemes of the allow-list, every element
/// closed. The text is what a browser would show, a blank line between blocks.
final class HTMLWriter: HTMLEvents {
    private(set) var html: [UInt8] = []
    /// How many starts, ends and texts were met: what the reading costs, for tests.
    private(set) var events = 0
    private var blocks: TextBlocks
    private let base: String?
    private let wantsHTML: Bool
    private var depth = 0
    /// The depth of the element whose contents are dropped; 0 outside one.
    private var droppedFrom = 0
    private var preformatted = 0
    private static let deepest = 256

    init(base: String?, wantsHTML: Bool) {
        self.base = base
        self.wantsHTML = wantsHTML
        blocks = TextBlocks()
    }

    var text: String { blocks.text }

    /// The text's bytes, which are UTF-8.
    var textBytes: [UInt8] { blocks.bytes }

    override func start(_ name: String, _ attributes: [HTMLAttribute]) {
        start(name, HTMLElement.named(name), attributes)
    }

    func start(_ name: String, _ element: HTMLElement, _ attributes: [HTMLAttribute]) {
        events += 1
        depth += 1
        if depth > Self.deepest, let context { xmlStopParser(context) }
        guard depth > 1, droppedFrom == 0 else { return }
        guard !element.isDropped, !Self.isHidden(attributes) else {
            droppedFrom = depth
            return
        }
        layOut(name, element)
        if name == "pre" || name == "textarea" { preformatted += 1 }
        if wantsHTML, element.isAllowed { write(name, attributes) }
    }

    override func end(_ name: String) {
        end(name, HTMLElement.named(name))
    }

    func end(_ name: String, _ element: HTMLElement) {
        defer { depth -= 1 }
        if droppedFrom > 0 {
            if depth == droppedFrom { droppedFrom = 0 }
            return
        }
        guard depth > 1 else { return }
        if element.isBlock { blocks.breakParagraph() }
        if name == "pre" || name == "textarea" { preformatted = max(0, preformatted - 1) }
        guard wantsHTML, element.isAllowed, !element.isVoid else { return }
        html += "</".utf8
        html += name.utf8
        html.append(UInt8(ascii: ">"))
    }

    override func text(_ text: UnsafeBufferPointer<UInt8>) {
        events += 1
        guard droppedFrom == 0 else { return }
        blocks.append(text, preformatted: preformatted > 0)
        if wantsHTML { Self.escape(text, into: &html) }
    }

    /// A comment stays where it holds no markup: sites part a text by `<!--more-->`.
    override func comment(_ text: String) {
        guard wantsHTML, droppedFrom == 0, text.utf8.count < 256,
            text.utf8.allSatisfy({ !"<>[]&".utf8.contains($0) }), !text.contains("--"),
            !text.hasPrefix("-"), !text.hasSuffix("-")
        else { return }
        html += "<!--\(text)-->".utf8
    }

    override func finish() {
        blocks.finish()
    }

    // MARK: - Text

    private func layOut(_ name: String, _ element: HTMLElement) {
        switch name {
        case "br": blocks.breakLine()
        case "hr": blocks.breakParagraph()
        case "td", "th": blocks.breakWord()
        case "tr": blocks.breakLine()
        default: if element.isBlock { blocks.breakParagraph() }
        }
    }

    private static func isHidden(_ pairs: [HTMLAttribute]) -> Bool {
        pairs.contains { name, value in
            if name == "hidden" { return true }
            return name == "style" && hides(value)
        }
    }

    private static func hides(_ style: String) -> Bool {
        guard style.utf8.contains(where: { $0.lowered == UInt8(ascii: "d") }) else { return false }
        let style = style.utf8.filter { $0 > 0x20 }.map(\.lowered)
        return style.withUnsafeBufferPointer { style in
            style.find("display:none", from: 0) != nil
                || style.find("visibility:hidden", from: 0) != nil
        }
    }

    // MARK: - HTML

    private func write(_ name: String, _ pairs: [HTMLAttribute]) {
        guard name != "img" || !Self.isTrackingPixel(pairs) else { return }
        html.append(UInt8(ascii: "<"))
        html += name.utf8
        for (key, value) in pairs {
            guard let kind = HTMLElement.attribute(named: key),
                let value = kind == .plain ? value : Address.safe(value, base: base)
            else { continue }
            html.append(UInt8(ascii: " "))
            html += key.utf8
            html += "=\"".utf8
            var copy = value
            copy.withUTF8 { Self.escape($0, into: &html) }
            html.append(UInt8(ascii: "\""))
        }
        html.append(UInt8(ascii: ">"))
    }

    /// A picture of one dot, which is there to count readers.
    private static func isTrackingPixel(_ pairs: [HTMLAttribute]) -> Bool {
        func isDot(_ name: String) -> Bool {
            pairs.contains { $0.name == name && ["0", "1", "0px", "1px"].contains($0.value) }
        }
        return isDot("width") && isDot("height")
    }

    static func escape(_ text: UnsafeBufferPointer<UInt8>, into html: inout [UInt8]) {
        var start = 0
        while let mark = firstOfMarkup(text, from: start) {
            html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<mark]))
            let entity: StaticString =
                switch text[mark] {
                case UInt8(ascii: "&"): "&amp;"
                case UInt8(ascii: "<"): "&lt;"
                case UInt8(ascii: ">"): "&gt;"
                default: "&quot;"
                }
            html.append(
                contentsOf: UnsafeBufferPointer(
                    start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = mark + 1
        }
        html.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Where the next of `"&<>` is; eight bytes at a time. Each two of the four differ in one
    /// bit.
    private static func firstOfMarkup(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= text.count {
            let word = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found =
                zeros((word | ones &* 2) ^ ones &* 0x3E)
                | zeros((word | ones &* 4) ^ ones &* 0x26)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < text.count {
            switch text[index] {
            case 0x22, 0x26, 0x3C, 0x3E: return index
            default: index += 1
            }
        }
        return nil
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The highest bit of each byte that is zero; above the lowest of them, of others too.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & highs
    }
}
