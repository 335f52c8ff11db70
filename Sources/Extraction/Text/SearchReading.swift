/// Reads the words of a search: which words a typed one may be, and where those stand in a text.
///
/// Both by the rules by which terms are found (``WordReader``, ``LetterCheck``): clitics and
/// pronouns off, the letters compared, protected words whole. «زيارته» is «زيارة» too, and that
/// stands in «وبزياراته» nowhere, but in «وبزيارتهم»; «مسؤول» is «مسئول», «أمن» not «آمن».
package struct SearchReading: Sendable {
    private let builder: MatcherBuilder
    /// Folded words that are never taken apart at their front.
    private let protected: Set<String>
    /// By a folded word the other spellings that papers have of it.
    private let spellings: [String: [String]]

    /// - Parameter lexicon: its protected words, names of places and countries, and variants
    ///   count; without any, more words are taken apart than should be.
    package init(lexicon: [LexiconEntry]) {
        builder = Lexicon.builder(for: lexicon)
        let words = Lexicon.frontWords(of: lexicon)
        protected = Set(words.protected.map { FoldedText($0).searchable })
        var spellings: [String: [String]] = [:]
        for row in words.variants {
            let all = [row.standard] + row.spellings
            for word in all { spellings[FoldedText(word).searchable] = all }
        }
        self.spellings = spellings
    }

    // MARK: What a word may be

    /// The words of a text in the letters in which they are written, without vowel signs and case.
    package func words(of text: String) -> [String] {
        let folded = FoldedText(text)
        return folded.tokens.filter(SearchReading.isIndexed).map { token in
            let letters = token.script == .arabic ? folded.exact : folded.letters
            return String(
                String.UnicodeScalarView(
                    letters[token.letters].map { letter in
                        // The low byte of a letter of U+0600–06FF, or of ASCII.
                        Unicode.Scalar(
                            token.script == .arabic ? 0x600 + UInt32(letter) : UInt32(letter))
                            ?? " "
                    }))
        }
    }

    /// A word and what is left of it without clitics in front, a pronoun or the alef of the
    /// accusative behind; with each seat that a hamza in it may have.
    ///
    /// - Parameters:
    ///   - word: As ``words(of:)`` gives it.
    ///   - isBeginning: Whether the word may go on; then nothing is taken off its end.
    package func readings(of word: String, isBeginning: Bool) -> [String] {
        var readings = withoutProclitics(word)
        if !isBeginning {
            readings = readings.flatMap { [$0] + withoutEnclitic($0) }
            // «باسمه» is «ب» and «اسمه», though «باسمة», which folds alike, is protected.
            if word.hasSuffix("ه"), isProtected(word) {
                readings += withoutEnclitic(word).flatMap(withoutPreposition)
            }
        }
        readings += readings.flatMap { spellings[FoldedText($0).searchable] ?? [] }
        readings += readings.flatMap(SearchReading.withOtherSeats)
        // What has two letters takes clitics only in front of its article.
        readings += readings.filter { count($0) == 2 }.map { "ال" + $0 }
        var seen = Set<String>()
        return readings.filter { seen.insert($0).inserted }
    }

    private func withoutProclitics(_ word: String) -> [String] {
        var words = [word]
        if !isProtected(word), let first = word.first, "وف".contains(first), count(word) >= 4 {
            words.append(String(word.dropFirst()))
        }
        return words.flatMap { [$0] + withoutPreposition($0) }
    }

    private func withoutPreposition(_ word: String) -> [String] {
        if let core = withoutArticle(word) { return [core] }
        guard !isProtected(word), let first = word.first, count(word) >= 4 else { return [] }
        let rest = String(word.dropFirst())
        switch first {
        // «للجنة» is «ل» and «اللجنة», «للأمن» is «ل» and «الأمن».
        case "ل" where rest.first == "ل":
            guard count(word) >= 5 else { return [] }
            return isProtected(rest) ? [rest] : [String(rest.dropFirst()), rest]
        case "ب", "ك", "ل": return [withoutArticle(rest) ?? rest]
        case "س" where rest.first.map { "يتن".contains($0) } == true && count(word) >= 5:
            return [rest]
        default: return []
        }
    }

    private func withoutArticle(_ word: String) -> String? {
        word.hasPrefix("ال") && count(word) >= 5 ? String(word.dropFirst(2)) : nil
    }

    /// Second-person pronouns are left out: papers have words that end like them («أماكن»).
    private func withoutEnclitic(_ word: String) -> [String] {
        guard let first = word.unicodeScalars.first, first.value >= 0x600 else { return [] }
        let pronoun = ["هما", "ها", "هم", "هن", "نا", "ه"].first {
            word.hasSuffix($0) && count(word) - count($0) >= ($0 == "نا" ? 4 : 3)
        }
        if let pronoun {
            let core = String(word.dropLast(count(pronoun)))
            switch core.last {
            case "ت": return [core, core.dropLast() + "ة"]
            case "ئ", "ؤ": return [core.dropLast() + "ء"]
            default: return [core]
            }
        }
        let isAccusative = word.hasSuffix("ا") && !word.hasSuffix("يا") && count(word) >= 5
        return isAccusative ? [String(word.dropLast())] : []
    }

    /// «مسؤول» is «مسئول», «شؤون» «شئون».
    private static func withOtherSeats(_ word: String) -> [String] {
        let seats: [Character] = ["ؤ", "ئ", "ء"]
        if word.count >= 4, word.last == "ء" { return ["ئ", "ؤ"].map { word.dropLast() + $0 } }
        guard word.count >= 4, word.dropLast().contains(where: seats.contains) else { return [] }
        return seats.map { seat in
            String(word.dropLast().map { seats.contains($0) ? seat : $0 }) + word.suffix(1)
        }
    }

    private func isProtected(_ word: String) -> Bool {
        protected.contains(FoldedText(word).searchable)
    }

    private func count(_ word: String) -> Int { word.unicodeScalars.count }

    // MARK: Where words stand

    /// A place where a word stands that is looked for.
    package struct Place: Sendable, Hashable {
        /// Its number among those looked for.
        package var word: Int
        /// The number of the text's word among those that are indexed.
        package var ordinal: Int
        /// Of the text's word, in Unicode scalars.
        package var start: Int
        package var end: Int
    }

    /// Finds words in texts, in their order, with whatever is written onto them.
    package func finder(
        of words: [(written: String, isBeginning: Bool)]
    ) -> @Sendable (String) -> [Place] {
        var builder = builder
        var wanted: [Int32: [Wanted]] = [:]
        var beginnings: [Wanted] = []
        for (number, word) in words.enumerated() {
            for reading in readings(of: word.written, isBeginning: word.isBeginning) {
                let one = Wanted(word: number, letters: FoldedText(reading).letters)
                if word.isBeginning {
                    beginnings.append(one)
                    continue
                }
                // The matcher takes no bare alef off a word of four letters.
                let accusative = takesAlef(reading) ? [reading + "ا"] : []
                for pattern in ([reading] + accusative).compactMap({ builder.add($0) }) {
                    wanted[pattern, default: []].append(one)
                }
            }
        }
        let (matcher, whole, begun) = (builder.build(), wanted, beginnings)
        return { text in
            let folded = FoldedText(text)
            var found = Set<Found>()
            for hit in matcher.hits(in: folded) {
                let token = folded.tokens[Int(hit.first)]
                for one in whole[hit.pattern] ?? [] where one.mayEnd(token, of: folded) {
                    found.insert(Found(token: Int(hit.first), word: one.word))
                }
            }
            if !begun.isEmpty { found.formUnion(self.found(begun, in: folded)) }
            return SearchReading.places(found, in: folded)
        }
    }

    private func takesAlef(_ word: String) -> Bool {
        guard count(word) == 3, let last = word.unicodeScalars.last else { return false }
        return last.value >= 0x600 && !"اويىءة".unicodeScalars.contains(last)
    }

    /// What a word that is looked for may be.
    private struct Wanted: Sendable {
        var word: Int
        /// Folded.
        var letters: [UInt8]

        /// Whether the text's word ends as this one may: what ends in a vowel takes no pronoun
        /// where it is short («علي», «عليها»), nor a bare alef («تركي», «تركيا»).
        func mayEnd(_ token: Token, of text: FoldedText) -> Bool {
            guard let last = letters.last, last == Alphabet.ya || last == Alphabet.alef else {
                return true
            }
            let end = text.letters[Int(token.end) - 1]
            if letters.count < 4 { return end == last }
            let before = token.count > 1 ? text.letters[Int(token.end) - 2] : 0
            return end != Alphabet.alef || before != last || last == end || token.hasTanwin
        }
    }

    private struct Found: Hashable {
        var token: Int
        var word: Int
    }

    /// Words that begin so, behind their clitics.
    private func found(_ beginnings: [Wanted], in text: FoldedText) -> [Found] {
        text.tokens.indices.flatMap { index in
            beginnings.filter { begins(text.tokens[index], index, of: text, $0.letters) }
                .map { Found(token: index, word: $0.word) }
        }
    }

    private func begins(
        _ token: Token, _ index: Int, of text: FoldedText, _ wanted: [UInt8]
    ) -> Bool {
        let letters = text.letters[token.letters]
        return SearchReading.clitics.contains { clitics in
            letters.count >= clitics.count + max(wanted.count, clitics.isEmpty ? 0 : 3)
                && letters.starts(with: clitics)
                && letters.dropFirst(clitics.count).starts(with: wanted)
                && (clitics.isEmpty || !protected.contains(text.searchable(index)))
        }
    }

    /// All that may stand before a word, folded.
    private static let clitics: [[UInt8]] = ["", "و", "ف"].flatMap { conjunction in
        ["", "ب", "ك", "ل", "س", "ال", "بال", "كال", "لل"].map {
            FoldedText(conjunction + $0).letters
        }
    }

    private static func places(_ found: Set<Found>, in text: FoldedText) -> [Place] {
        guard !found.isEmpty else { return [] }
        let tokens = text.tokens
        var ordinal = -1
        var counted = 0
        return found.sorted { ($0.token, $0.word) < ($1.token, $1.word) }.map { one in
            while counted <= one.token {
                if isIndexed(tokens[counted]) { ordinal += 1 }
                counted += 1
            }
            let token = tokens[one.token]
            return Place(
                word: one.word, ordinal: ordinal, start: Int(token.scalarStart),
                end: Int(token.scalarEnd))
        }
    }

    private static func isIndexed(_ token: Token) -> Bool {
        token.script != .other && token.script != .tifinagh
    }
}
