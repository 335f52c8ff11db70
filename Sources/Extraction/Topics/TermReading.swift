/// How a form in a text was read as a term: what is written onto it, and how its letters differ
/// from the term's.
package struct TermReading: Sendable, Hashable {
    /// A liberty that was taken with letters.
    package enum Liberty: String, Sendable, Hashable, CaseIterable {
        /// Left out, added, or on another seat.
        case hamza
        /// ى for ي at the end, or ي for ى.
        case ya
        /// ه for ة at the end.
        case taMarbuta = "ta marbuta"
        /// Other case or accents.
        case letterCase = "case or accents"
        /// A press spelling that the lexicon lists.
        case variant
    }

    /// In the order of the text: و, ب, ال.
    package var before: [String] = []
    /// A pronoun, the accusative's alef, or the plural's s or x; empty for none.
    package var behind = ""
    package var liberties: Set<Liberty> = []

    /// `و ال in front; ه behind; another hamza`; empty for a form that is written as the term.
    package var words: String {
        var parts: [String] = []
        if !before.isEmpty { parts.append(before.joined(separator: " ") + " in front") }
        if !behind.isEmpty { parts.append(behind + " behind") }
        parts += Liberty.allCases.filter(liberties.contains).map { "other " + $0.rawValue }
        return parts.joined(separator: "; ")
    }
}

/// Says how forms that the matcher found were read. Slow beside the matcher, and asked only by
/// who wants to know why.
struct TermReader: Sendable {
    private struct Spelling: Sendable {
        var folded: FoldedText
        var isVariant = false
        var isStem = false
    }

    /// By word of the term, the spellings under which it may stand.
    private let words: [[Spelling]]

    /// - Parameter lexicon: lists the press spellings.
    init(_ term: String, lexicon: [LexiconEntry]) {
        let variants = lexicon.filter { $0.knownKind == .variants }
        words = TermSpelling(term).words.map { word in
            let texts = word.isInflected ? Inflection.forms(of: word.text) : [word.text]
            return texts.flatMap { TermReader.spellings(of: $0, isStem: word.isStem, variants) }
        }
    }

    private static func spellings(
        of text: String, isStem: Bool, _ variants: [LexiconEntry]
    ) -> [Spelling] {
        let folded = FoldedText(text)
        var spellings = [Spelling(folded: folded, isStem: isStem)]
        if text.hasPrefix("ال"), text.count >= 4 {
            let bare = FoldedText(String(text.dropFirst(2)))
            spellings.append(Spelling(folded: bare, isStem: isStem))
        }
        for entry in variants where ElementForms.folded(entry.id) == folded.letters {
            for term in entry.terms["terms"] ?? [] {
                spellings.append(
                    Spelling(folded: FoldedText(term.text), isVariant: true, isStem: isStem))
            }
        }
        return spellings
    }

    /// Nil for a form of other words: a name written as one, a phrase with a gap.
    func reading(of form: String) -> TermReading? {
        let text = FoldedText(form)
        guard text.tokens.count == words.count else { return nil }
        var whole = TermReading()
        for (number, token) in text.tokens.enumerated() {
            guard let reading = reading(of: token, text, as: words[number]) else { return nil }
            if number == 0 { whole.before = reading.before }
            if number == words.count - 1 { whole.behind = reading.behind }
            whole.liberties.formUnion(reading.liberties)
        }
        return whole
    }

    private func reading(
        of token: Token, _ text: FoldedText, as spellings: [Spelling]
    ) -> TermReading? {
        for spelling in spellings {
            for core in token.letters {
                guard let before = Affixes.before(text.letters[token.letters.lowerBound..<core]),
                    var reading = compare(spelling, text, core..<token.letters.upperBound)
                else { continue }
                reading.before = before
                return reading
            }
        }
        return nil
    }

    /// A reading of the letters from the core on, if they are the spelling's and an ending.
    private func compare(
        _ spelling: Spelling, _ text: FoldedText, _ letters: Range<Int>
    ) -> TermReading? {
        let wanted = spelling.folded
        guard letters.count >= wanted.letters.count else { return nil }
        let end = letters.lowerBound + wanted.letters.count
        var reading = TermReading()
        guard let behind = Affixes.behind(text.letters[end..<letters.upperBound]) else {
            guard spelling.isStem else { return nil }
            return compare(spelling, text, letters.lowerBound..<end)
        }
        reading.behind = behind
        if spelling.isVariant { reading.liberties.insert(.variant) }
        for (index, place) in (letters.lowerBound..<end).enumerated() {
            let pair = (wanted.exact[index], text.exact[place])
            if pair.0 == pair.1 { continue }
            if pair == (Alphabet.Exact.taMarbuta, Alphabet.Exact.ta), !behind.isEmpty { continue }
            guard
                wanted.letters[index] == text.letters[place]
                    || TermReader.areHamzas(pair.0, pair.1)
            else { return nil }
            let script = text.tokens.first { $0.letters.contains(place) }?.script
            reading.liberties.insert(
                script == .latin ? .letterCase : TermReader.liberty(pair.0, pair.1))
        }
        return reading
    }

    private static func areHamzas(_ one: UInt8, _ other: UInt8) -> Bool {
        [one, other].allSatisfy { $0 == Alphabet.Exact.hamza || Alphabet.Exact.isSeatedHamza($0) }
    }

    private static func liberty(_ wanted: UInt8, _ found: UInt8) -> TermReading.Liberty {
        switch (wanted, found) {
        case (Alphabet.Exact.taMarbuta, _): .taMarbuta
        case (Alphabet.Exact.ya, _), (Alphabet.Exact.alefMaqsura, _): .ya
        default: .hamza
        }
    }
}

/// What a word may have in front and behind, by folded letters.
private enum Affixes {
    private static let conjunctions = ["", "و", "ف"]
    private static let rest = ["", "ال", "ب", "ك", "ل", "س", "ب ال", "ك ال"]

    /// The clitics that some letters are; nil where they are no clitics.
    static func before(_ letters: ArraySlice<UInt8>) -> [String]? { front[Array(letters)] }

    static func behind(_ letters: ArraySlice<UInt8>) -> String? { endings[Array(letters)] }

    private static let front: [[UInt8]: [String]] = {
        var front: [[UInt8]: [String]] = [:]
        for conjunction in conjunctions {
            for rest in rest {
                let clitics = "\(conjunction) \(rest)".split(separator: " ").map(String.init)
                front[ElementForms.folded(clitics.joined())] = clitics
            }
            let clitics = [conjunction, "ل", "ال"].filter { !$0.isEmpty }
            front[ElementForms.folded(conjunction + "لل")] = clitics
        }
        return front
    }()

    private static let endings: [[UInt8]: String] = Dictionary(
        uniqueKeysWithValues: [
            "", "ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن", "ا", "s", "x",
        ].map { (ElementForms.folded($0), $0) })
}
