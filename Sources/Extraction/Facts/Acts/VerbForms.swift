/// Arabic verbs by their form, where hardly any noun has it.
extension Scan {
    /// Whether an Arabic word is a finite verb by its form: «ينتحل», «اعتدى», «استدرجت».
    ///
    /// What the forms of other verbs share with nouns (قتل, تورط) is left to the cues; so are
    /// verbs that only say how much or how old («يبلغ», «يناهز»).
    func hasFormOfVerb(_ word: Int) -> Bool {
        let token = text.tokens[word]
        guard token.script == .arabic, token.count >= 4 else { return false }
        var letters = text.letters[token.letters]
        if letters.count > 4, letters.first == Alphabet.waw { letters = letters.dropFirst() }
        if letters.first == Alphabet.ya { return isImperfect(letters, word) }
        return VerbForms.isDerived(Array(letters))
    }

    /// « s'ouvrira »; not the `s` of "Morocco's".
    func isReflexive(_ word: Int) -> Bool {
        text.tokens.indices.contains(word + 1) && text.tokens[word + 1].gap == .apostrophe
            && text.tokens[word].gap != .apostrophe && isWord(word, among: VerbForms.reflexive)
    }

    private func isImperfect(_ letters: ArraySlice<UInt8>, _ word: Int) -> Bool {
        !letters.starts(with: VerbForms.day) && dateWord(word) == nil
            && !VerbForms.measuring.contains { letters.starts(with: $0) }
    }
}

private enum VerbForms {
    static let reflexive = WordSet(["s"])
    static let day = ElementForms.folded("يوم")
    /// Months, and verbs that say how much, how many or how old, and part nothing; and suspicion, behind
    /// which the place of the act may stand.
    static let measuring = [
        "يبلغ", "يناهز", "يفوق", "يتجاوز", "يقارب", "يقدر", "يزن", "يصل", "يتراوح", "يشتبه",
        "يناير", "يونيو", "يوليو",
    ].map(ElementForms.folded)
    private static let endings: Set<[UInt8]> = Set(
        ["ت", "وا", "ا", "ه", "ها", "هم", "ته", "تها", "تهم"].map(ElementForms.folded) + [[]])

    /// «اعتدى» and «استدرج»: اXتXX and استXXX without the long vowel of their nouns, اعتداء and
    /// استدراج.
    static func isDerived(_ letters: [UInt8]) -> Bool {
        guard letters.count >= 5, letters[0] == Alphabet.alef, letters[2] == Alphabet.ta else {
            return false
        }
        let stem = letters[1] == Alphabet.seen ? 6 : 5
        return isVerb(letters, stem: 5) || stem == 6 && isVerb(letters, stem: 6)
    }

    private static func isVerb(_ letters: [UInt8], stem: Int) -> Bool {
        guard letters.count >= stem, letters[1] != Alphabet.lam else { return false }
        return !letters[3..<stem].contains(Alphabet.alef)
            && endings.contains(Array(letters[stem...]))
    }
}
