/// Makes the spellings under which a keyword's word is looked up.
struct ElementForms {
    /// Whole words that are never read as proclitic and core, by hash.
    private(set) var protected = NumberTable()
    /// Press spellings by the hash of the folded standard spelling.
    private var variants: [UInt64: [String]] = [:]
    private(set) var letters = KeywordLetters()
    /// Each text that terms are made of, once: most come again and again.
    private var texts: [Text] = []
    /// Their numbers, by a hash of their bytes.
    private var numbers = NumberTable()

    init(protected: [String] = [], variants: [(standard: String, spellings: [String])] = []) {
        for word in protected { self.protected[ElementForms.hash(word)] = 0 }
        for row in variants {
            self.variants[ElementForms.hash(row.standard), default: []] += row.spellings
        }
    }

    static func folded(_ word: String) -> [UInt8] { FoldedText(word).letters }

    private static func hash(_ word: String) -> UInt64 { WordHash.hash(folded(word)) }

    // MARK: Texts

    /// A stretch of a term without spaces, folded.
    private struct Text {
        var text: String
        var folded: KeywordLetters.Word
        /// The numbers of its words: `sous-préfet` has two; nil where it is one.
        var parts: [Int32]?
        var isJoining: Bool
    }

    /// A word of a term: the number of its text, and what the term says of it.
    struct Word {
        var text: Int32
        var skip: UInt8
        var isExact: Bool
        var isStem: Bool
        var isInflected: Bool

        fileprivate init(_ text: Int32, _ spelling: TermSpelling.Word) {
            self.text = text
            skip = UInt8(clamping: spelling.skip)
            isExact = spelling.isExact
            isStem = spelling.isStem
            isInflected = spelling.isInflected
        }
    }

    /// The number of a text.
    private mutating func number(of text: String) -> Int32 {
        let key = WordHash.hash(text.utf8)
        let known = numbers[key]
        guard known < 0 else { return known }
        let folded = FoldedText(text)
        let parts = folded.tokens.count == 1 ? nil : self.parts(of: text, folded)
        let number = Int32(texts.count)
        numbers[key] = number
        texts.append(
            Text(
                text: text, folded: letters.add(folded), parts: parts,
                isJoining: ElementForms.joining.contains(folded.letters)))
        return number
    }

    private mutating func parts(of text: String, _ folded: FoldedText) -> [Int32] {
        let scalars = Array(text.unicodeScalars)
        return folded.tokens.map { token in
            let part = scalars[Int(token.scalarStart)..<Int(token.scalarEnd)]
            return number(of: String(String.UnicodeScalarView(part)))
        }
    }

    /// `sous-préfet` is two words, `l'ordre` too; what is said of the whole is said of the last.
    mutating func add(_ spelling: TermSpelling.Word, to words: inout [Word]) {
        let number = number(of: spelling.text)
        var word = Word(number, spelling)
        guard let parts = texts[Int(number)].parts else {
            words.append(word)
            return
        }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            word.text = part
            word.skip = index == 0 ? UInt8(clamping: spelling.skip) : 0
            word.isStem = spelling.isStem && isLast
            word.isInflected = spelling.isInflected && isLast
            words.append(word)
        }
    }

    /// The words of a stretch of a term, each spelled as a term of its own.
    mutating func words(of spelling: TermSpelling.Word) -> [TermSpelling.Word] {
        var words: [Word] = []
        add(spelling, to: &words)
        return words.map { word in
            TermSpelling.Word(
                text: texts[Int(word.text)].text, isExact: word.isExact, isStem: word.isStem,
                isInflected: word.isInflected, skip: Int(word.skip))
        }
    }

    // MARK: Names written as one

    /// Words that many papers write onto the next one: عبداللطيف, بنموسى, بوعنان.
    private static let joining: Set<[UInt8]> = Set(
        [
            "عبد", "أبو", "أبي", "ابن", "بن", "بنت", "أم", "آل", "آيت", "بو", "سيدي", "مولاي", "ذو",
            "نور", "سيف", "محيي",
        ].map(ElementForms.folded))

    /// The words with the parts of a name written as one; nil where there is no such name.
    mutating func joined(_ words: [Word]) -> [Word]? {
        guard words.count > 1, !words[0].isExact,
            let place = words.dropLast().firstIndex(where: { texts[Int($0.text)].isJoining })
        else { return nil }
        let name = texts[Int(words[place].text)].text + texts[Int(words[place + 1].text)].text
        var joined = words
        joined[place].text = number(of: name)
        joined[place].isInflected = false
        joined.remove(at: place + 1)
        return joined
    }

    // MARK: Forms

    /// A word of a term with its place in the phrase.
    struct Slot {
        var word: Word
        var isFirst: Bool
        var isLast: Bool

        var isExact: Bool { word.isExact }
        var isStem: Bool { word.isStem }
    }

    /// A hash of all that decides the forms of a word in its place.
    func key(of slot: Slot) -> UInt64 {
        var bits: UInt64 = slot.isFirst ? 3 : 2
        bits = bits << 1 | (slot.isLast ? 1 : 0)
        bits = bits << 1 | (slot.isExact ? 1 : 0)
        bits = bits << 1 | (slot.isStem ? 1 : 0)
        bits = bits << 1 | (slot.word.isInflected ? 1 : 0)
        return texts[Int(slot.word.text)].folded.key(bits)
    }

    /// All spellings of a word; empty where it folds to nothing.
    mutating func forms(of slot: Slot) -> [WordForm] {
        let text = texts[Int(slot.word.text)]
        guard slot.word.isInflected else { return forms(text.text, text.folded, slot) }
        var forms: [WordForm] = []
        for form in Inflection.forms(of: text.text) {
            let folded = letters.add(FoldedText(form))
            forms += self.forms(form, folded, slot)
        }
        return forms
    }

    private mutating func forms(
        _ spelling: String, _ folded: KeywordLetters.Word, _ slot: Slot
    ) -> [WordForm] {
        var forms = formsAsWritten(folded, slot)
        guard !slot.isExact else { return forms }
        var others = variants.isEmpty ? [] : variants[folded.hash] ?? []
        if letters.exact(of: folded).contains(where: { Alphabet.Exact.isSeatedHamza($0) }) {
            others += ElementForms.hamzaVariants(of: spelling)
        }
        if slot.isLast, letters.exact(of: folded).last == Alphabet.Exact.hamza,
            spelling.hasSuffix("ء")
        {
            others += ["ئ", "ؤ"].map { spelling.dropLast() + $0 }
        }
        for other in others {
            let folded = letters.add(FoldedText(other))
            forms += formsAsWritten(folded, slot).map { form in
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

    private func formsAsWritten(_ word: KeywordLetters.Word, _ slot: Slot) -> [WordForm] {
        guard word.isOne else { return [] }
        let base = WordForm(word, isFirst: slot.isFirst)
        switch word.script {
        case .arabic: return arabicForms(base, slot)
        case .latin: return [latinForm(base, slot)]
        default: return [base]
        }
    }

    // MARK: Latin

    private func latinForm(_ base: WordForm, _ slot: Slot) -> WordForm {
        var form = base
        if slot.isExact {
            form.rules = .isExact
        } else if slot.isStem {
            form.rules = .isStem
        } else if (2...5).contains(base.count),
            letters.exact(of: base).allSatisfy({ (0x41...0x5A).contains($0) })
        {
            form.rules = .isAcronym
        } else if base.count >= 5, let last = letters.folded(of: base).last, Plural.ends(last) {
            form.end -= 1
        }
        return form
    }

    // MARK: Arabic

    private func arabicForms(_ base: WordForm, _ slot: Slot) -> [WordForm] {
        var form = base
        if slot.isExact {
            form.rules = .isExact
            return [form]
        }
        let isShort = slot.isLast && form.count < 3
        if slot.isFirst, !isShort { form.rules.insert(.takesProclitics) }
        if slot.isLast, !slot.isStem { form.rules.insert(.takesEnclitics) }
        if slot.isStem { form.rules.insert(.isStem) }
        var forms = [form]
        if let core = withoutArticle(form, slot) { forms.append(core) }
        if !slot.isFirst { forms += withoutProclitics(form) }
        return forms
    }

    private func withoutArticle(_ form: WordForm, _ slot: Slot) -> WordForm? {
        let folded = letters.folded(of: form)
        guard folded.count >= 4, folded.starts(with: [Alphabet.alef, Alphabet.lam]),
            letters.exact(of: form).first == Alphabet.Exact.alef
        else { return nil }
        var core = form
        core.start += 2
        if slot.isFirst, slot.isLast { core.rules.insert(.needsArticle) }
        return core
    }

    /// Inside a phrase a written clitic is free: «للأمن» in a term is also «الأمن» and «وللأمن».
    private func withoutProclitics(_ form: WordForm) -> [WordForm] {
        let folded = letters.folded(of: form)
        guard protected[WordHash.hash(folded)] < 0 else { return [] }
        return ElementForms.cuts(folded).map { cut in
            var core = form
            core.start += Int32(cut)
            core.rules.insert(.takesProclitics)
            return core
        }
    }

    /// How many letters written clitics may take: و, لل, ولل, and و ف ب ك before ال.
    private static func cuts(_ letters: ArraySlice<UInt8>) -> [Int] {
        var cuts: [Int] = []
        let afterWaw = letters.first == Alphabet.waw ? 1 : 0
        if afterWaw == 1, letters.count >= 4 { cuts.append(1) }
        guard letters.count >= afterWaw + 5 else { return cuts }
        let rest = letters.dropFirst(afterWaw)
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
