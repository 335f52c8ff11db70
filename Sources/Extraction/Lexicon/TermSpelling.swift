/// A term's text taken apart: its words with what each allows.
///
/// `توقيف ... +مشتبه` has two words; the second is inflected and may stand up to three words
/// after the first.
struct TermSpelling: Sendable {
    struct Word: Sendable {
        var text: String
        var isExact = false
        var isStem = false
        var isInflected = false
        /// How many words may stand between this one and the one before it.
        var skip = 0
    }

    var words: [Word] = []

    init(_ text: String) {
        var skip = 0
        var exactFromHere = false
        for chunk in text.split(whereSeparator: \.isWhitespace) {
            if let gap = TermSpelling.gap(chunk) {
                skip = gap
                continue
            }
            var word = Word(text: String(chunk))
            if chunk.hasPrefix("=") {
                exactFromHere = true
                word.text.removeFirst()
            } else if chunk.hasPrefix("+"), chunk.count > 1 {
                word.isInflected = true
                word.text.removeFirst()
            }
            if word.text.hasSuffix("*"), word.text.count > 1 {
                word.isStem = true
                word.text.removeLast()
            }
            word.isExact = exactFromHere
            word.skip = skip
            skip = 0
            words.append(word)
        }
    }

    /// `...` is a gap of three words, `...6` of six.
    private static func gap(_ chunk: Substring) -> Int? {
        let rest = chunk.hasPrefix("...") ? chunk.dropFirst(3) : chunk.dropFirst()
        guard chunk.hasPrefix("...") || chunk.hasPrefix("…") else { return nil }
        return rest.isEmpty ? 3 : Int(rest).map { min($0, 12) }
    }
}
