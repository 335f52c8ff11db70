/// What language a text is in, by script, stop words and a few endings.
///
/// Measured on short titles elsewhere: three languages, 45 stop words and elision cues find
/// Arabic and French always and English in 83 of 100; ties go to French, as Moroccan papers are
/// French rather than English.
struct Languages: Sendable {
    struct Finding: Sendable, Hashable {
        /// `ar`, `fr`, `en`, `zgh` or `other`.
        var language: String
        var isDarija: Bool
    }

    /// How many words of a text speak for a language.
    struct Signs: Sendable, Hashable {
        var french = 0
        var english = 0
        var darija = 0
    }

    /// - Parameters:
    ///   - words: those to go by; nil for all.
    ///   - signs: of these words.
    ///   - declared: what the feed says, believed only for Latin script without any stop word.
    static func find(
        in text: FoldedText, words: Range<Int>? = nil, signs: Signs, declared: String?
    ) -> Finding {
        let tokens = words.map { text.tokens[$0] } ?? text.tokens[...]
        var (arabic, latin, tifinagh, other) = (0, 0, 0, 0)
        for token in tokens {
            switch token.script {
            case .arabic: arabic += token.count
            case .latin: latin += token.count
            case .tifinagh: tifinagh += token.count
            case .other: other += token.count
            default: break
            }
        }
        guard arabic + latin + tifinagh + other > 0 else {
            return Finding(language: "other", isDarija: false)
        }
        if tifinagh > max(arabic, latin, other) { return Finding(language: "zgh", isDarija: false) }
        if other > max(arabic, latin) { return Finding(language: "other", isDarija: false) }
        if arabic >= latin {
            return Finding(language: "ar", isDarija: isDarija(signs.darija, tokens.count))
        }
        return Finding(
            language: latinLanguage(tokens, text, signs, declared: declared), isDarija: false)
    }

    /// One mark in forty words, and two at least in longer texts.
    private static func isDarija(_ marks: Int, _ words: Int) -> Bool {
        marks * 40 >= words && marks >= (words < 15 ? 1 : 2)
    }

    private static func latinLanguage(
        _ tokens: ArraySlice<Token>, _ text: FoldedText, _ signs: Signs, declared: String?
    ) -> String {
        var french = 2 * signs.french
        let english = 2 * signs.english
        for token in tokens where token.script == .latin {
            if text.exact[token.letters].contains(where: { $0 >= 0xC0 }) { french += 1 }
            if token.gap == .apostrophe { french += 1 }
        }
        if french == 0, english == 0 {
            return declared == "en" || declared == "fr" ? declared ?? "other" : "other"
        }
        return english > french ? "en" : "fr"
    }
}
