/// Makes the spellings under which a keyword's word is looked up.
struct ElementForms {
    /// Whole words that are never read as proclitic and core, folded.
    var protected: Set<[UInt8]> = []
    /// Press spellings by the folded standard spelling.
    var variants: [[UInt8]: [String]] = [:]

    /// A word of a term.
    struct Word {
        var spelling: TermSpelling.Word
        var folded: FoldedText
    }

    /// What words were folded to, by a hash of their bytes: most words of terms come again and
    /// again.
    private var known: [UInt64: FoldedText] = [:]

    mutating func word(_ spelling: TermSpelling.Word) -> Word {
        let key = WordHash.hash(spelling.text.utf8)
        if let folded = known[key] { return Word(spelling: spelling, folded: folded) }
        let folded = FoldedText(spelling.text)
        known[key] = folded
        return Word(spelling: spelling, folded: folded)
    }

    /// `sous-préfet` is two words, `l'ordre` too; what is said of the whole is said of the last.
    mutating func words(of spelling: TermSpelling.Word) -> [Word] {
        let whole = word(spelling)
        guard whole.folded.tokens.count != 1 else { return [whole] }
        let scalars = Array(spelling.text.unicodeScalars)
        let last = whole.folded.tokens.count - 1
        var words: [Word] = []
        for (index, token) in whole.folded.tokens.enumerated() {
            var part = spelling
            part.text = String(
                String.UnicodeScalarView(scalars[Int(token.scalarStart)..<Int(token.scalarEnd)]))
            part.skip = index == 0 ? spelling.skip : 0
            part.isStem = spelling.isStem && index == last
            part.isInflected = spelling.isInflected && index == last
            words.append(word(part))
        }
        return words
    }

    /// A word of a term with its place in the phrase.
    struct Slot {
        var word: Word
        var isFirst: Bool
        var isLast: Bool

        var isExact: Bool { word.spelling.isExact }
        var isStem: Bool { word.spelling.isStem }

    }

    /// A hash of all that decides the forms of a word in its place.
    static func key(of word: Word, isFirst: Bool, isLast: Bool) -> UInt64 {
        var bits: UInt64 = isFirst ? 3 : 2
        bits = bits << 1 | (isLast ? 1 : 0)
        bits = bits << 1 | (word.spelling.isExact ? 1 : 0)
        bits = bits << 1 | (word.spelling.isStem ? 1 : 0)
        bits = bits << 1 | (word.spelling.isInflected ? 1 : 0)
        let letters = WordHash.hash(word.folded.letters)
        return WordHash.hash(word.folded.exact, after: letters &+ bits)
    }

    /// All spellings of a word; empty where it folds to nothing.
    func forms(of slot: Slot) -> [WordForm] {
        guard slot.word.spelling.isInflected else {
            return forms(slot.word.spelling.text, slot.word.folded, slot)
        }
        return Inflection.forms(of: slot.word.spelling.text).flatMap {
            forms($0, FoldedText($0), slot)
        }
    }

    private func forms(_ spelling: String, _ folded: FoldedText, _ slot: Slot) -> [WordForm] {
        var forms = formsAsWritten(folded, slot: slot)
        guard !slot.isExact else { return forms }
        var others = variants.isEmpty ? [] : variants[folded.letters] ?? []
        if folded.exact.contains(where: { Alphabet.Exact.isSeatedHamza($0) }) {
            others += ElementForms.hamzaVariants(of: spelling)
        }
        if slot.isLast, spelling.hasSuffix("ء") {
            others += ["ئ", "ؤ"].map { spelling.dropLast() + $0 }
        }
        for other in others {
            forms += formsAsWritten(FoldedText(other), slot: slot).map { form in
                var form = form
                form.rules.insert(.isVariant)
                return form
            }
        }
        return forms
    }

    /// مسؤول is also written مسئول: the seat of an inner hamza varies in longer words.
    private static func hamzaVariants(of word: String) -> [String] {
        guard word.unicodeScalars.count >= 5 else { return [] }
        return [("ؤ", "ئ"), ("ئ", "ؤ"), ("ئ", "ء")].compactMap { from, to in
            let variant = word.replacing(from, with: to)
            return variant == word ? nil : variant
        }
    }

    static func folded(_ word: String) -> [UInt8] { FoldedText(word).letters }

    private func formsAsWritten(_ text: FoldedText, slot: Slot) -> [WordForm] {
        guard text.tokens.count == 1, let token = text.tokens.first else { return [] }
        let base = WordForm(
            exact: text.exact, folded: text.letters, rules: [], script: token.script,
            isFirst: slot.isFirst)
        switch token.script {
        case .arabic: return arabicForms(base, slot: slot)
        case .latin: return [latinForm(base, slot: slot)]
        default: return [base]
        }
    }

    // MARK: Latin

    private func latinForm(_ base: WordForm, slot: Slot) -> WordForm {
        var form = base
        if slot.isExact {
            form.rules = .isExact
        } else if slot.isStem {
            form.rules = .isStem
        } else if (2...5).contains(base.exact.count),
            base.exact.allSatisfy({ (0x41...0x5A).contains($0) })
        {
            form.rules = .isAcronym
        } else if let last = base.folded.last, base.folded.count >= 5, Plural.ends(last) {
            form.folded.removeLast()
            form.exact.removeLast()
        }
        return form
    }

    // MARK: Arabic

    private func arabicForms(_ base: WordForm, slot: Slot) -> [WordForm] {
        var form = base
        if slot.isExact {
            form.rules = .isExact
            return [form]
        }
        let isShort = slot.isLast && form.folded.count < 3
        if slot.isFirst, !isShort { form.rules.insert(.takesProclitics) }
        if slot.isLast, !slot.isStem { form.rules.insert(.takesEnclitics) }
        if slot.isStem { form.rules.insert(.isStem) }
        return [form] + withoutArticle(form, slot: slot) + withoutProclitics(form, slot: slot)
    }

    private func withoutArticle(_ form: WordForm, slot: Slot) -> [WordForm] {
        guard ElementForms.hasArticle(form.folded), form.exact[0] == Alphabet.Exact.alef else {
            return []
        }
        var core = form
        core.exact.removeFirst(2)
        core.folded.removeFirst(2)
        if slot.isFirst, slot.isLast { core.rules.insert(.needsArticle) }
        return [core]
    }

    private static func hasArticle(_ letters: [UInt8]) -> Bool {
        letters.count >= 4 && letters[0] == Alphabet.alef && letters[1] == Alphabet.lam
    }

    /// Inside a phrase a written clitic is free: «للأمن» in a term is also «الأمن» and «وللأمن».
    private func withoutProclitics(_ form: WordForm, slot: Slot) -> [WordForm] {
        guard !slot.isFirst, !protected.contains(form.folded) else { return [] }
        return ElementForms.cuts(form.folded).map { cut in
            var core = form
            core.exact.removeFirst(cut)
            core.folded.removeFirst(cut)
            core.rules.insert(.takesProclitics)
            return core
        }
    }

    /// How many letters written clitics may take: و, لل, ولل, and و ف ب ك before ال.
    private static func cuts(_ letters: [UInt8]) -> [Int] {
        var cuts: [Int] = []
        let afterWaw = letters[0] == Alphabet.waw ? 1 : 0
        if afterWaw == 1, letters.count >= 4 { cuts.append(1) }
        guard letters.count >= afterWaw + 5 else { return cuts }
        let rest = letters[afterWaw...]
        if rest.starts(with: [Alphabet.lam, Alphabet.lam]) {
            cuts += [afterWaw + 1, afterWaw + 2]
        } else if let first = rest.first, Proclitics.beforeArticle.contains(first),
            rest.dropFirst().starts(with: [Alphabet.alef, Alphabet.lam])
        {
            cuts.append(afterWaw + 3)
        } else if afterWaw == 1, rest.starts(with: [Alphabet.alef, Alphabet.lam]) {
            cuts.append(3)
        }
        return cuts
    }
}

/// The French and English plural that a word of four letters or more may have.
enum Plural {
    static func ends(_ letter: UInt8) -> Bool { letter == 0x73 || letter == 0x78 }
}

/// The letters that Arabic writes onto the front of a word.
enum Proclitics {
    static func isConjunction(_ letter: UInt8) -> Bool {
        letter == Alphabet.waw || letter == Alphabet.fa
    }

    static func isPreposition(_ letter: UInt8) -> Bool {
        letter == Alphabet.ba || letter == Alphabet.kaf || letter == Alphabet.lam
    }

    /// Whether a verb that س may stand in front of begins so; too few other words do to ask.
    static func beginsImperfect(_ letter: UInt8) -> Bool {
        letter == Alphabet.ya || letter == Alphabet.ta || letter == Alphabet.noon
    }

    /// What may stand in front of ال written out.
    static let beforeArticle: [UInt8] = [Alphabet.ba, Alphabet.kaf, Alphabet.fa]
}
