/// Lays out what the text template makes: lines wrapped by display width, rules, no two empty
/// lines in a row.
///
/// A line's leading spaces set all of it in; one that begins with `• ` or is set in by two goes
/// on two columns further in. A line of a single `═` or `─` underlines the one above, and goes
/// across the page after an empty line.
struct TextLayout {
    private let sheet: TextSheet
    private let take: PieceTaker
    private var lines: TextLines
    /// Columns of the line above; none where that is empty.
    private var above = 0
    /// A line whose end is still to come.
    private var begun = ""

    init(_ language: DigestLanguage, on sheet: TextSheet, to take: @escaping PieceTaker) {
        self.sheet = sheet
        self.take = take
        lines = TextLines(language, width: sheet.width)
    }

    /// Lays out what comes next of the page.
    mutating func add(_ piece: String) {
        let text = begun + piece
        var parts = text.utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        begun = String(Substring(parts.removeLast()))
        for part in parts { add(line: Substring(part)) }
    }

    /// Lays out what is left, and hands it on.
    mutating func end() {
        if !begun.isEmpty { add(line: begun[...]) }
        handOn(from: 0)
    }

    private mutating func add(line: Substring) {
        let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let text = Substring(line.utf8.dropFirst(indent))
        guard !text.isEmpty else {
            lines.gap()
            above = 0
            return
        }
        if text == "═" || text == "─" {
            let width = above == 0 ? sheet.width : min(above, sheet.width)
            return lines.line(String(repeating: String(text), count: width))
        }
        above = indent + DisplayWidth(of: text).columns
        if above <= sheet.width {
            lines.line(String(text), indent: indent)
        } else {
            let hanging = indent == 2 || ["• ", "* "].contains(where: text.hasPrefix) ? 2 : 0
            lines.paragraph(TextLayout.stretches(of: text), indent: indent, hanging: hanging)
        }
        handOn(from: String.pieceLength)
    }

    private mutating func handOn(from bytes: Int) {
        guard let ready = lines.taken(from: bytes) else { return }
        take(sheet.styled(TextLayout.withPlainSpaces(ready)))
    }

    /// No-break spaces have done their work, and who searches a text types plain ones.
    private static func withPlainSpaces(_ text: String) -> String {
        let bytes = text.utf8.span
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let isSpace =
                bytes[place] == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA0
            plain.append(isSpace ? UInt8(ascii: " ") : bytes[place])
            place += isSpace ? 2 : 1
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The text's parts, those within isolates told apart.
    private static func stretches(of text: Substring) -> [TextLines.Stretch] {
        var stretches: [TextLines.Stretch] = []
        var part = String.UnicodeScalarView()
        var depth = 0
        var opening: String?
        func end(_ isolate: String?) {
            guard !part.isEmpty else { return }
            stretches.append(TextLines.Stretch(text: String(part), isolate: isolate))
            part = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2066}"..."\u{2068}":
                if depth == 0 {
                    end(nil)
                    opening = String(scalar)
                }
                depth += 1
            case "\u{2069}":
                depth -= 1
                if depth == 0 { end(opening) }
            default: part.append(scalar)
            }
        }
        end(depth > 0 ? opening : nil)
        return stretches
    }
}
