/// HTML of feeds as text that people read and as HTML that cannot act.
enum HTMLText {
    /// The text of `html` as a browser would show it, paragraphs parted by a blank line, a line
    /// break as one newline. Scripts, styles and hidden elements are left out.
    static func plain(_ html: [UInt8]) -> String {
        String(decoding: both(html, base: nil, wantsHTML: false).text, as: UTF8.self)
    }

    static func plain(_ html: String) -> String { plain(Array(html.utf8)) }

    /// `html` as HTML with the elements, attributes and link schemes of the allow-list alone,
    /// and as text. Addresses are made absolute by `base`. What comes out is safe to put into a
    /// page. All is UTF-8.
    static func both(
        _ html: [UInt8], base: String?, wantsHTML: Bool = true
    ) -> (html: [UInt8], text: [UInt8]) {
        var writer = HTMLWriter(base: base, wantsHTML: wantsHTML)
        if !SimpleHTML.write(html, to: writer) {
            writer = HTMLWriter(base: base, wantsHTML: wantsHTML)
            HTMLReader.read(html, into: writer)
        }
        return (
            WindowsControls.replaced(in: writer.html),
            WindowsControls.replaced(in: writer.textBytes)
        )
    }

    /// `text` as HTML that shows it.
    static func escaped(_ text: [UInt8]) -> [UInt8] {
        var html: [UInt8] = []
        text.withUnsafeBufferPointer { HTMLWriter.escape($0, into: &html) }
        return html
    }
}

extension HTMLText {
    /// The text of `html` on one line, as titles and names have it.
    ///
    /// A tag that is the text's own, as in "the &lt;blink&gt; tag", stays escaped: no title can
    /// act, wherever it is put.
    static func line(_ html: [UInt8]) -> String {
        let text = oneLine(plain(html))
        return holdsTag(text) ? escapingBrackets(text) : text
    }

    /// Whether HTML would take part of `text` for a tag.
    private static func holdsTag(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == UInt8(ascii: "<"), byte.startsName || "/!?".utf8.contains(byte) {
                return true
            }
            previous = byte
        }
        return false
    }

    private static func escapingBrackets(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }

    /// The same for what may be HTML or not.
    static func oneLineOfMarkup(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&"))
            ? line(Array(text.utf8)) : oneLine(text)
    }

    /// `text` with white space run together and without the marks that would turn the letters
    /// after it around (UAX #9's embeddings, overrides and isolates).
    static func oneLine(_ text: String) -> String {
        if isOneLine(text) { return text }
        var line = String.UnicodeScalarView()
        var needsSpace = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x202A...0x202E, 0x2066...0x2069: continue
            case ..<0x21, 0x2028, 0x2029, 0x85: needsSpace = !line.isEmpty
            default:
                if needsSpace { line.append(" ") }
                needsSpace = false
                line.append(scalar)
            }
        }
        return String(line)
    }

    /// Whether `text` is surely such a line already: the marks begin with 0xE2, and so does
    /// other white space.
    private static func isOneLine(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0x20 && previous == 0x20 {
                return false
            }
            previous = byte
        }
        return previous != 0x20
    }
}
