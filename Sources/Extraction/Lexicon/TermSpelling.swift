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
        if TermSpelling.isPlain(text) {
            words = text.utf8.split(separator: 0x20).map { Word(text: String(Substring($0))) }
            return
        }
        for chunk in TermSpelling.chunks(of: text) {
            if let gap = TermSpelling.gap(chunk) {
                skip = gap
                continue
            }
            var letters = chunk
            var word = Word(text: "")
            if chunk.first == "=" {
                exactFromHere = true
                letters = letters.dropFirst()
            } else if chunk.first == "+", chunk.count > 1 {
                word.isInflected = true
                letters = letters.dropFirst()
            }
            if letters.last == "*", letters.count > 1 {
                word.isStem = true
                letters = letters.dropLast()
            }
            word.text = String(letters)
            word.isExact = exactFromHere
            word.skip = skip
            skip = 0
            words.append(word)
        }
    }

    /// Whether a text is words of letters and spaces between them, as most terms are.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (0xC3...0xDF).contains(byte) || (0x80...0xBF).contains(byte)
                || (0x61...0x7A).contains(byte | 0x20) || byte == 0x20
        }
    }

    /// What spaces part. Where no other spaces can be than U+0020, bytes tell, which is faster.
    private static func chunks(of text: String) -> [Substring.UnicodeScalarView] {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x20...0xBF).contains(byte) || (0xC3...0xDF).contains(byte)
        }
        guard isPlain else { return text.unicodeScalars.split(whereSeparator: isSpace) }
        return text.utf8.split(separator: 0x20).map { Substring($0).unicodeScalars }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }

    /// `...` is a gap of three words, `...6` of six.
    private static func gap(_ chunk: Substring.UnicodeScalarView) -> Int? {
        guard chunk.first == "." || chunk.first == "…" else { return nil }
        let text = Substring(chunk)
        guard text.hasPrefix("...") || text.hasPrefix("…") else { return nil }
        let rest = text.hasPrefix("…") ? text.dropFirst() : text.dropFirst(3)
        return rest.isEmpty ? 3 : Int(rest).map { min($0, 12) }
    }
}
