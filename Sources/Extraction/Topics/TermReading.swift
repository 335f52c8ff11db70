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
        /// Within a phrase, the article more or less.
        case article
        /// Within a phrase, a plural's s or x.
        case plural
    }

    /// In the order of the text: و, ب, ال.
    package var before: [String] = []
    /// A pronoun, the accusative's alef, or the plural's s or x; empty for none.
    package var behind = ""
    package var liberties: Set<Liberty> = []

    /// Takes in the reading of a phrase's next word. What is written onto the middle of a phrase
    /// is a liberty.
    fileprivate mutating func add(_ word: TermReading, isFirst: Bool, isLast: Bool) {
        if isFirst {
            before = word.before
        } else if !word.before.isEmpty {
            liberties.insert(.article)
        }
        if isLast {
            behind = word.behind
        } else if !word.behind.isEmpty {
            liberties.insert(.plural)
        }
        liberties.formUnion(word.liberties)
    }

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
        /// The term has the article, this has not.
        var isBare = false
    }

    /// A word of the term.
    private struct Word: Sendable {
        /// The spellings under which it may stand.
        var spellings: [Spelling]
        /// How many words may stand in front of it.
        var skip: Int
    }

    private let words: [Word]

    /// - Parameter lexicon: lists the press spellings.
    init(_ term: String, lexicon: [LexiconEntry]) {
        let variants = lexicon.filter { $0.knownKind == .variants }
        var forms = ElementForms()
        words = TermSpelling(term).words.flatMap { forms.words(of: $0) }.map { word in
            let texts = word.isInflected ? Inflection.forms(of: word.text) : [word.text]
            return Word(
                spellings: texts.flatMap {
                    TermReader.spellings(of: $0, isStem: word.isStem, variants)
                }, skip: word.skip)
        }
    }

    private static func spellings(
        of text: String, isStem: Bool, _ variants: [LexiconEntry]
    ) -> [Spelling] {
        let folded = FoldedText(text)
        var spellings = [Spelling(folded: folded, isStem: isStem)]
        if text.hasPrefix("ال"), text.count >= 4 {
            let bare = FoldedText(String(text.dropFirst(2)))
            spellings.append(Spelling(folded: bare, isStem: isStem, isBare: true))
        }
        for entry in variants where ElementForms.folded(entry.id) == folded.letters {
            for term in entry.terms["terms"] ?? [] {
                spellings.append(
                    Spelling(folded: FoldedText(term.text), isVariant: true, isStem: isStem))
            }
        }
        return spellings
    }

    /// Nil for a form of other words: a name written as one.
    func reading(of form: String) -> TermReading? {
        let text = FoldedText(form)
        var whole = TermReading()
        var next = 0
        for (number, word) in words.enumerated() {
            let within = next..<min(next + word.skip + 1, text.tokens.count)
            var found: TermReading?
            for place in within where found == nil {
                found = reading(of: text.tokens[place], text, as: word.spellings)
                next = place + 1
            }
            guard let found else { return nil }
            whole.add(found, isFirst: number == 0, isLast: number == words.count - 1)
        }
        return next == text.tokens.count ? whole : nil
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
                if spelling.isBare, before.last != "ال" { reading.liberties.insert(.article) }
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
