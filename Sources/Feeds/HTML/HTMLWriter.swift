import CLibXML2

/// Writes what is read of a piece of HTML as sanitised HTML and as plain text at once.
///
/// The HTML holds only elements, attributes and link schemes of the allow-list, every element
/// closed. The text is what a browser would show, a blank line between blocks.
final class HTMLWriter: HTMLEvents {
    private(set) var html: [UInt8] = []
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

    override func start(_ name: String, _ attributes: HTMLAttributes) {
        depth += 1
        if depth > Self.deepest, let context { xmlStopParser(context) }
        guard depth > 1, droppedFrom == 0 else { return }
        let element = HTMLElement.named(name)
        let pairs = attributes.pairs
        guard !element.isDropped, !Self.isHidden(pairs) else {
            droppedFrom = depth
            return
        }
        layOut(name, element)
        if name == "pre" || name == "textarea" { preformatted += 1 }
        if wantsHTML, element.isAllowed { write(name, pairs) }
    }

    override func end(_ name: String) {
        defer { depth -= 1 }
        if droppedFrom > 0 {
            if depth == droppedFrom { droppedFrom = 0 }
            return
        }
        guard depth > 1 else { return }
        let element = HTMLElement.named(name)
        if element.isBlock { blocks.breakParagraph() }
        if name == "pre" || name == "textarea" { preformatted = max(0, preformatted - 1) }
        guard wantsHTML, element.isAllowed, !element.isVoid else { return }
        html += "</".utf8
        html += name.utf8
        html.append(UInt8(ascii: ">"))
    }

    override func text(_ text: UnsafeBufferPointer<UInt8>) {
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

    private static func isHidden(_ pairs: [(name: String, value: String)]) -> Bool {
        pairs.contains { name, value in
            if name == "hidden" { return true }
            guard name == "style" else { return false }
            let style = value.lowercased().filter { !$0.isWhitespace }
            return style.contains("display:none") || style.contains("visibility:hidden")
        }
    }

    // MARK: - HTML

    private func write(_ name: String, _ pairs: [(name: String, value: String)]) {
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
    private static func isTrackingPixel(_ pairs: [(name: String, value: String)]) -> Bool {
        func isDot(_ name: String) -> Bool {
            pairs.contains { $0.name == name && ["0", "1", "0px", "1px"].contains($0.value) }
        }
        return isDot("width") && isDot("height")
    }

    static func escape(_ text: UnsafeBufferPointer<UInt8>, into html: inout [UInt8]) {
        var start = 0
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "\""): entity = "&quot;"
            default: continue
            }
            html.append(contentsOf: text[start..<index])
            html.append(
                contentsOf: UnsafeBufferPointer(
                    start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = index + 1
        }
        html.append(contentsOf: text[start...])
    }
}
