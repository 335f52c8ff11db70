/// A keyword's word found in a text's word.
struct WordReading: Sendable {
    /// The element of the phrase tree that the word stands for.
    var element: Int32
    /// Where in the word what is quoted begins: behind و ف ب ك ل, in front of the article.
    var quoteLetter: Int32
    var liberty: Liberty
}

/// Reads a text's word as every keyword's word that it can be: clitics off, folded letters
/// looked up, original letters checked.
struct WordReader {
    private let vocabulary: Vocabulary
    private var hash = WordHash()
    /// What the word is at the beginning of a phrase.
    private(set) var firsts: [WordReading] = []
    /// What it is further on.
    private(set) var inner: [WordReading] = []

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        firsts.reserveCapacity(16)
        inner.reserveCapacity(16)
    }

    /// Fills ``firsts`` and ``inner`` for one word.
    mutating func read(_ token: Token, of text: FoldedText) {
        firsts.removeAll(keepingCapacity: true)
        inner.removeAll(keepingCapacity: true)
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
        let count = token.count
        let endings = Endings(of: token, text)
        guard !token.hasDetachedWaw else {
            readWithoutConjunction(
                Part(start: 1, end: count, hasProclitic: true), endings, token, text)
            return
        }
        let isWhole = readWithoutConjunction(Part(start: 0, end: count), endings, token, text)
        guard !isWhole, count >= 4,
            Proclitics.isConjunction(text.letters[Int(token.start)])
        else { return }
        readWithoutConjunction(
            Part(start: 1, end: count, hasProclitic: true), endings, token, text)
    }

    /// Whether the whole part is a protected word.
    @discardableResult
    private mutating func readWithoutConjunction(
        _ part: Part, _ endings: Endings, _ token: Token, _ text: FoldedText
    ) -> Bool {
        let start = part.start
        let count = part.end
        let isWhole = readCore(part, endings, token, text)
        readArticle(part, at: start, token, text)
        guard !isWhole, count - start >= 4 else { return isWhole }
        let first = text.letters[Int(token.start) + start]
        guard Proclitics.isPreposition(first) else { return isWhole }
        var rest = part
        rest.start = start + 1
        rest.hasProclitic = true
        if first == Alphabet.lam, text.letters[Int(token.start) + start + 1] == Alphabet.lam {
            readDoubleLam(part, token, text)
            return isWhole
        }
        readCore(rest, endings, token, text)
        if first != Alphabet.lam { readArticle(rest, at: rest.start, token, text) }
        return isWhole
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

    /// Whether the whole part is a protected word.
    @discardableResult
    private mutating func readCore(
        _ part: Part, _ endings: Endings, _ token: Token, _ text: FoldedText
    ) -> Bool {
        let known = vocabulary.known(hash.part(part.start, part.end))
        guard part.end - part.start >= (part.hasProclitic ? 3 : 2) else {
            return known.isProtected
        }
        take(known.form, part, token, text)
        takeStems(part, token, text)
        guard !known.isProtected else { return true }
        if endings.mayBeAccusative { readAccusative(part, token, text) }
        if endings.pronoun > 0 { readPronoun(endings.pronoun, part, token, text) }
        return false
    }

    private mutating func readAccusative(_ part: Part, _ token: Token, _ text: FoldedText) {
        let count = part.end - part.start
        guard count >= 5 || (count >= 4 && token.hasTanwin) else { return }
        var core = part
        core.end -= 1
        core.hasEnclitic = true
        take(core, token, text)
    }

    private mutating func readPronoun(
        _ length: Int, _ part: Part, _ token: Token, _ text: FoldedText
    ) {
        guard part.end - part.start - length >= 3 else { return }
        var core = part
        core.end -= length
        core.hasEnclitic = true
        take(core, token, text)
        if text.letters[Int(token.start) + core.end - 1] == Alphabet.ta {
            core.restoresTa = true
            take(core, token, text)
        }
    }

    // MARK: Look-up

    private mutating func take(_ part: Part, _ token: Token, _ text: FoldedText) {
        let key =
            part.restoresTa
            ? hash.part(part.start, part.end, endingIn: Alphabet.ha)
            : hash.part(part.start, part.end)
        take(vocabulary.known(key).form, part, token, text)
    }

    /// Takes the forms of one spelling, from the first on; none where that is -1. Forms of the
    /// same letters and rules are checked once.
    @inline(__always)
    private mutating func take(
        _ first: Int, _ part: Part, _ token: Token, _ text: FoldedText
    ) {
        var index = first
        var checked: (letters: Int32, rules: WordRules, liberty: Liberty?) = (-1, [], nil)
        while index >= 0 {
            let form = vocabulary.form(index)
            index = form.isLast ? -1 : index + 1
            if form.start != checked.letters || form.rules != checked.rules {
                checked = (form.start, form.rules, read(form, part, token, text))
            }
            if let liberty = checked.liberty { add(form, part, liberty) }
        }
    }

    private mutating func takeStems(_ part: Part, _ token: Token, _ text: FoldedText) {
        guard vocabulary.hasStems, part.end - part.start >= 4 else { return }
        var index = vocabulary.stem(hash.part(part.start, part.start + 4))
        while index >= 0 {
            let form = vocabulary.form(index)
            if Int(form.count) <= part.end - part.start,
                vocabulary.agrees(form, text.letters, from: Int(token.start) + part.start)
            {
                var stem = part
                stem.end = part.start + Int(form.count)
                if let liberty = read(form, stem, token, text) {
                    add(form, stem, liberty)
                }
            }
            index = form.isLast ? -1 : index + 1
        }
    }

    /// How freely a part is read as a form; nil where it is another word.
    private func read(
        _ form: Vocabulary.Form, _ part: Part, _ token: Token, _ text: FoldedText
    ) -> Liberty? {
        allows(form.rules, part) ? check(form, part, token, text) : nil
    }

    private mutating func add(
        _ form: Vocabulary.Form, _ part: Part, _ liberty: Liberty
    ) {
        let reading = WordReading(
            element: form.element, quoteLetter: Int32(part.quote ?? part.start),
            liberty: form.rules.contains(.isVariant) ? .variant : liberty)
        if form.isFirst {
            WordReader.add(reading, to: &firsts)
        } else {
            WordReader.add(reading, to: &inner)
        }
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
        _ form: Vocabulary.Form, _ part: Part, _ token: Token, _ text: FoldedText
    ) -> Liberty? {
        let start = Int(token.start) + part.start
        let count = part.end - part.start
        guard Int(form.count) == count, form.script == token.script else { return nil }
        switch token.script {
        case .arabic:
            if part.hasEnclitic, !form.rules.contains(.takesEnclitics) { return nil }
            return checkArabic(form, part, start, text)
        case .latin:
            guard vocabulary.agrees(form, text.letters, from: start),
                let found = vocabulary.liberty(of: form, text.exact, from: start, last: 0)
            else { return nil }
            return part.hasEnclitic ? max(found, .clitics) : found
        default:
            return Liberty.none
        }
    }

    private func checkArabic(
        _ form: Vocabulary.Form, _ part: Part, _ start: Int, _ text: FoldedText
    ) -> Liberty? {
        let last =
            part.restoresTa
            ? Alphabet.Exact.taMarbuta : text.exact[start + Int(form.count) - 1]
        guard let found = vocabulary.liberty(of: form, text.exact, from: start, last: last) else {
            return nil
        }
        if form.rules.contains(.isExact) { return found == .none ? found : nil }
        let hasClitic = part.hasProclitic || part.hasArticle || part.hasEnclitic
        return hasClitic ? max(found, .clitics) : found
    }

    /// Keeps the least free reading of each element.
    private static func add(_ reading: WordReading, to readings: inout [WordReading]) {
        for index in readings.indices where readings[index].element == reading.element {
            if reading.liberty < readings[index].liberty { readings[index] = reading }
            return
        }
        readings.append(reading)
    }
}

/// What the end of an Arabic word may be besides its own letters: a pronoun (ه ها هم هن هما نا كم
/// كن) or the alef of the accusative.
private struct Endings {
    /// Letters of the pronoun; zero for none.
    private(set) var pronoun = 0
    let mayBeAccusative: Bool

    init(of token: Token, _ text: FoldedText) {
        let end = Int(token.end)
        let before = token.count > 1 ? text.letters[end - 2] : 0
        mayBeAccusative = text.exact[end - 1] == Alphabet.Exact.alef
        switch text.letters[end - 1] {
        case Alphabet.ha:
            pronoun = text.exact[end - 1] == Alphabet.Exact.ha ? 1 : 0
        case Alphabet.meem, Alphabet.noon:
            pronoun = before == Alphabet.ha || before == Alphabet.kaf ? 2 : 0
        case Alphabet.alef where before == Alphabet.meem:
            pronoun = token.count > 2 && text.letters[end - 3] == Alphabet.ha ? 3 : 0
        case Alphabet.alef:
            pronoun = before == Alphabet.ha || before == Alphabet.noon ? 2 : 0
        default: break
        }
    }
}
