/// A word of a term, and where a text has something like it: the same folded letters with what
/// Arabic writes onto a word, whether or not the matcher would read it so.
struct TermWord: Sendable {
    /// As the editor wrote it, without `=`, `+` and `*`.
    let text: String
    let isExact: Bool
    /// Folded, without the article.
    let letters: [UInt8]
    let hasArticle: Bool
    private let isArabic: Bool

    /// A word of the text, and which of its letters are the term's.
    struct Place: Sendable {
        var word: Int
        var offset: Int
        var length: Int
    }

    /// Empty where the term holds no word of one script.
    static func words(of term: String) -> [TermWord] {
        let words = TermSpelling(term).words.map { TermWord($0.text, isExact: $0.isExact) }
        return words.contains { $0 == nil } ? [] : words.compactMap { $0 }
    }

    private init?(_ text: String, isExact: Bool) {
        let folded = FoldedText(text)
        guard folded.tokens.count == 1 else { return nil }
        let whole = folded.letters
        guard whole.count >= 2 else { return nil }
        self.text = text
        self.isExact = isExact
        isArabic = folded.tokens[0].script == .arabic
        hasArticle = isArabic && whole.count >= 5 && whole.starts(with: TermWord.article)
        letters = hasArticle ? Array(whole.dropFirst(2)) : whole
    }

    /// Every word that could be meant, the nearest first.
    func places(in text: FoldedText) -> [Place] {
        var places: [(place: Place, more: Int)] = []
        for (word, token) in text.tokens.enumerated() where token.count >= letters.count {
            let found = text.letters[token.letters]
            guard let offset = offset(in: found) else { continue }
            places.append(
                (
                    Place(word: word, offset: offset, length: letters.count),
                    token.count - letters.count
                ))
        }
        return places.sorted { ($0.more, $0.place.word) < ($1.more, $1.place.word) }.map(\.place)
    }

    /// How many letters stand in front of the term's; nil where it is not in the word, or where
    /// what is around it is no affix.
    private func offset(in word: ArraySlice<UInt8>) -> Int? {
        guard isArabic else {
            let rest = word.count - letters.count
            return word.starts(with: letters) && rest <= 4 && (rest == 0 || letters.count >= 4)
                ? 0 : nil
        }
        let longest = min(4, word.count - letters.count)
        return (0...longest).first { offset in
            let head = word.prefix(offset)
            let tail = word.dropFirst(offset + letters.count)
            return word.dropFirst(offset).starts(with: letters)
                && TermWord.heads.contains(Array(head)) && TermWord.tails.contains(Array(tail))
        }
    }

    private static let article = FoldedText("ال").letters

    /// What may stand in front of a word: و and ف, then ب ك ل, then the article.
    private static let heads: Set<[UInt8]> = Set(
        ["", "و", "ف"].flatMap { first in
            ["", "ب", "ك", "ل", "ال", "بال", "كال", "لل"].map {
                FoldedText(first + $0).letters
            }
        })

    /// Pronouns, the accusative's alef, and endings of gender, number and relation.
    private static let tails: Set<[UInt8]> = Set(
        [
            "", "ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن", "ي", "ك", "ا", "ة", "ان", "ين",
            "ون", "ات", "ية", "يون", "يين", "يات", "تان", "تين", "وا", "ت", "اء",
        ].map { FoldedText($0).letters })
}
