/// What plain text is laid out for: a file or a mail, or a terminal.
package struct TextSheet: Sendable, Hashable {
    /// Columns of a line; an address may be longer.
    package var width: Int
    package var highlight: Highlight

    /// How what matched is told apart.
    package enum Highlight: Sendable, Hashable {
        /// `*word*`, which people read and many mail programs show as bold.
        case stars
        /// By the terminal's own means (ECMA-48 §8.3.117).
        case bold
    }

    package static let file = TextSheet(width: 76)

    /// - Parameter width: what is too narrow for a word or too wide for an eye is not taken.
    package init(width: Int, highlight: Highlight = .stars) {
        self.width = min(max(width, 30), 100)
        self.highlight = highlight
    }

    /// Where bold begins and ends, until the lines are there: of the private use that no text
    /// from elsewhere keeps (``CleanText``). They take no column.
    static let boldStart: Unicode.Scalar = "\u{E000}"
    static let boldEnd: Unicode.Scalar = "\u{E001}"

    func marked(_ passage: Passage) -> String {
        let (open, close) =
            highlight == .stars
            ? ("*", "*") : (String(TextSheet.boldStart), String(TextSheet.boldEnd))
        return passage.byWords.map { $0.isMatch ? open + $0.text + close : $0.text }.joined()
    }

    /// The text with bold for its marks, closed and opened anew at each line's end, for pagers
    /// forget it there.
    func styled(_ text: String) -> String {
        guard highlight == .bold else { return text }
        var styled = String.UnicodeScalarView()
        var isBold = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case TextSheet.boldStart, TextSheet.boldEnd:
                isBold = scalar == TextSheet.boldStart
                styled += (isBold ? TextSheet.on : TextSheet.off).unicodeScalars
            case "\n" where isBold:
                styled += (TextSheet.off + "\n" + TextSheet.on).unicodeScalars
            default: styled.append(scalar)
            }
        }
        return String(styled)
    }

    private static let on = "\u{1B}[1m"
    private static let off = "\u{1B}[22m"
}
