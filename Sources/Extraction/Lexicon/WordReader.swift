/// A keyword's word found in a text's word.
struct WordReading: Sendable {
    /// The element of the phrase tree that the word stands for.
    var element: Int32
    /// Where what is quoted begins: behind و ف ب ك ل, in front of the article.
    var quoteLetter: Int32
    var liberty: Liberty
}

/// Reads a text's word as every keyword's word that it can be: clitics off, folded letters
/// looked up, original letters checked.
struct WordReader {
    private let vocabulary: Vocabulary
    private var hash = WordHash()
    private(set) var readings: [WordReading] = []

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        readings.reserveCapacity(16)
    }

    /// Fills ``readings`` for one word.
    mutating func read(_ token: Token, of text: FoldedText) {
        readings.removeAll(keepingCapacity: true)
        guard token.count <= WordHash.longest else { return }
        switch token.script {
        case .arabic:
            hash.take(text.letters, token.letters)
            readArabic(token, text)
        case .latin:
            hash.take(text.letters, token.letters)
            readLatin(token, text)
        case .digit:
            hash.take(text.letters, token.letters)
            take(Part(start: 0, end: token.count), token, text)
        default:
            return
        }
    }

    /// A stretch of the word that could be a keyword's, with what was taken off around it.
    private struct Part {
        var start: Int
        var end: Int
        var hasProclitic = false
        var hasArticle = false
        var hasEnclitic = false
        /// Where the quote begins, if not at `start`.
        var quote: Int?
        /// The core ends in ة, written ت before the pronoun.
        var restoresTa = false
    }

    // MARK: Latin

    private mutating func readLatin(_ token: Token, _ text: FoldedText) {
        let count = token.count
        take(Part(start: 0, end: count), token, text)
        if count >= 5, Plural.ends(text.letters[Int(token.end) - 1]) {
            take(Part(start: 0, end: count - 1, hasEnclitic: true), token, text)
        }
        takeStems(Part(start: 0, end: count), token, text)
    }

    // MARK: Arabic

    private mutating func readArabic(_ token: Token, _ text: FoldedText) {
        let letters = text.letters
        let base = Int(token.start)
        let count = token.count
        guard !token.hasDetachedWaw else {
            return readWithoutConjunction(
                Part(start: 1, end: count, hasProclitic: true), token, text)
        }
        let isWhole = vocabulary.isProtected(hash.part(0, count))
        readWithoutConjunction(Part(start: 0, end: count), token, text, isWhole: isWhole)
        guard !isWhole, count >= 4, Proclitics.isConjunction(letters[base]) else { return }
        readWithoutConjunction(Part(start: 1, end: count, hasProclitic: true), token, text)
    }

    private mutating func readWithoutConjunction(
        _ part: Part, _ token: Token, _ text: FoldedText, isWhole known: Bool? = nil
    ) {
        let start = part.start
        let count = part.end
        let isWhole = known ?? vocabulary.isProtected(hash.part(start, count))
        readCore(part, token, text, isWhole: isWhole)
        readArticle(part, at: start, token, text)
        guard !isWhole, count - start >= 4 else { return }
        let first = text.letters[Int(token.start) + start]
        guard Proclitics.isPreposition(first) else { return }
        var rest = part
        rest.start = start + 1
        rest.hasProclitic = true
        if first == Alphabet.lam, text.letters[Int(token.start) + start + 1] == Alphabet.lam {
            return readDoubleLam(part, token, text)
        }
        readCore(
            rest, token, text, isWhole: vocabulary.isProtected(hash.part(rest.start, count)))
        if first != Alphabet.lam { readArticle(rest, at: rest.start, token, text) }
    }

    /// لل is ل and ال; a core that begins with ل shares its letter: للجنة.
    private mutating func readDoubleLam(_ part: Part, _ token: Token, _ text: FoldedText) {
        var rest = part
        rest.hasProclitic = true
        rest.hasArticle = true
        rest.quote = part.start
        rest.start = part.start + 2
        if part.end - rest.start >= 2 { take(rest, token, text) }
        takeStems(rest, token, text)
        rest.start = part.start + 1
        take(rest, token, text)
        takeStems(rest, token, text)
    }

    private mutating func readArticle(
        _ part: Part, at start: Int, _ token: Token, _ text: FoldedText
    ) {
        let letter = Int(token.start) + start
        guard part.end - start >= 4, text.letters[letter] == Alphabet.alef,
            text.letters[letter + 1] == Alphabet.lam,
            text.exact[letter] == Alphabet.Exact.alef
                || text.exact[letter] == Alphabet.Exact.alefWasla
        else { return }
        var rest = part
        rest.quote = start
        rest.start = start + 2
        rest.hasArticle = true
        take(rest, token, text)
        takeStems(rest, token, text)
    }

    private mutating func readCore(
        _ part: Part, _ token: Token, _ text: FoldedText, isWhole: Bool
    ) {
        guard part.end - part.start >= (part.hasProclitic ? 3 : 2) else { return }
        take(part, token, text)
        takeStems(part, token, text)
        guard !isWhole else { return }
        readAccusative(part, token, text)
        readPronouns(part, token, text)
    }

    private mutating func readAccusative(_ part: Part, _ token: Token, _ text: FoldedText) {
        let count = part.end - part.start
        guard text.exact[Int(token.end) - 1] == Alphabet.Exact.alef,
            count >= 5 || (count >= 4 && token.hasTanwin)
        else { return }
        var core = part
        core.end -= 1
        core.hasEnclitic = true
        take(core, token, text)
    }

    private static let pronouns: [[UInt8]] = ["ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن"]
        .map { $0.unicodeScalars.map(Alphabet.arabicCode) }

    private mutating func readPronouns(_ part: Part, _ token: Token, _ text: FoldedText) {
        let end = Int(token.end)
        let last = text.letters[end - 1]
        guard
            last == Alphabet.ha || last == Alphabet.alef || last == Alphabet.meem
                || last == Alphabet.noon
        else { return }
        for pronoun in WordReader.pronouns {
            let rest = part.end - part.start - pronoun.count
            guard rest >= 3, text.letters[(end - pronoun.count)..<end].elementsEqual(pronoun)
            else { continue }
            if pronoun.count == 1, text.exact[end - 1] != Alphabet.Exact.ha { continue }
            var core = part
            core.end -= pronoun.count
            core.hasEnclitic = true
            take(core, token, text)
            if text.letters[Int(token.start) + core.end - 1] == Alphabet.ta {
                core.restoresTa = true
                take(core, token, text)
            }
        }
    }

    // MARK: Look-up

    private mutating func take(_ part: Part, _ token: Token, _ text: FoldedText) {
        let key =
            part.restoresTa
            ? hash.part(part.start, part.end, endingIn: Alphabet.ha)
            : hash.part(part.start, part.end)
        for form in vocabulary.forms(for: key) { take(Int(form), part, token, text) }
    }

    private mutating func takeStems(_ part: Part, _ token: Token, _ text: FoldedText) {
        guard vocabulary.hasStems, part.end - part.start >= 4 else { return }
        for index in vocabulary.stems(for: hash.part(part.start, part.start + 4)) {
            let form = Int(index)
            let length = vocabulary.form(form).exact.count
            guard length <= part.end - part.start else { continue }
            let letters = Int(token.start) + part.start
            guard
                text.letters[letters..<(letters + length)]
                    .elementsEqual(vocabulary.form(form).folded)
            else { continue }
            var stem = part
            stem.end = part.start + length
            take(form, stem, token, text)
        }
    }

    private mutating func take(_ index: Int, _ part: Part, _ token: Token, _ text: FoldedText) {
        let form = vocabulary.form(index)
        guard allows(form.rules, part),
            let liberty = check(form, part, token, text)
        else { return }
        let quote = token.start + Int32(part.quote ?? part.start)
        add(
            WordReading(
                element: vocabulary.element(index), quoteLetter: quote,
                liberty: form.rules.contains(.isVariant) ? .variant : liberty))
    }

    private func allows(_ rules: WordRules, _ part: Part) -> Bool {
        if rules.contains(.isExact) {
            return !part.hasProclitic && !part.hasArticle && !part.hasEnclitic
        }
        if rules.contains(.isAcronym) { return !part.hasEnclitic }
        if part.hasProclitic, !rules.contains(.takesProclitics) { return false }
        if rules.contains(.needsArticle), !part.hasArticle { return false }
        return true
    }

    private func check(
        _ form: WordForm, _ part: Part, _ token: Token, _ text: FoldedText
    ) -> Liberty? {
        let start = Int(token.start) + part.start
        let count = part.end - part.start
        guard form.exact.count == count, form.script == token.script else { return nil }
        switch token.script {
        case .arabic:
            if part.hasEnclitic, !form.rules.contains(.takesEnclitics) { return nil }
            return checkArabic(form, part, start, text)
        case .latin:
            guard text.letters[start..<(start + count)].elementsEqual(form.folded) else {
                return nil
            }
            let strict = form.rules.contains(.isExact) || form.rules.contains(.isAcronym)
            let found = LetterCheck.latin(
                keyword: form.exact, text: text.exact, from: start, strict: strict)
            return part.hasEnclitic ? found.map { max($0, .clitics) } : found
        default:
            return Liberty.none
        }
    }

    private func checkArabic(
        _ form: WordForm, _ part: Part, _ start: Int, _ text: FoldedText
    ) -> Liberty? {
        let last =
            part.restoresTa
            ? Alphabet.Exact.taMarbuta : text.exact[start + form.exact.count - 1]
        guard
            let found = LetterCheck.arabic(
                keyword: form.exact, text: text.exact, from: start, last: last)
        else { return nil }
        if form.rules.contains(.isExact) { return found == .none ? found : nil }
        let hasClitic = part.hasProclitic || part.hasArticle || part.hasEnclitic
        return hasClitic ? max(found, .clitics) : found
    }

    /// Keeps the least free reading of each element.
    private mutating func add(_ reading: WordReading) {
        for index in readings.indices where readings[index].element == reading.element {
            if reading.liberty < readings[index].liberty { readings[index] = reading }
            return
        }
        readings.append(reading)
    }
}
