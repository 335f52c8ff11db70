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
    private let hash = WordHash()
    /// What the word is at the beginning of a phrase.
    private(set) var firsts = RefilledList<WordReading>()
    /// What it is further on.
    private(set) var inner = RefilledList<WordReading>()

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Fills ``firsts`` and ``inner`` for one word.
    mutating func read(_ token: Token, of text: FoldedLetters) {
        firsts.removeAll()
        inner.removeAll()
        guard token.count <= WordHash.longest else { return }
        switch token.script {
        case .arabic: readArabic(token, text)
        case .latin: readLatin(token, text)
        case .digit: take(Part(token), token, text)
        default: return
        }
    }

    /// What was taken off around a part of a word.
    private struct Clitics: OptionSet {
        let rawValue: UInt8

        static let proclitic = Clitics(rawValue: 1)
        static let article = Clitics(rawValue: 2)
        static let enclitic = Clitics(rawValue: 4)
        /// The core ends in ة, written ت before the pronoun.
        static let restoredTa = Clitics(rawValue: 8)
    }

    /// A stretch of the word that could be a keyword's.
    private struct Part {
        /// Its letters in the folded text.
        var start: Int
        var end: Int
        /// Of its letters: a ``WordHash``.
        var hash: UInt64
        /// Where the quote begins.
        var quote: Int
        var clitics: Clitics = []

        init(_ token: Token) {
            start = Int(token.start)
            end = Int(token.end)
            hash = token.hash
            quote = start
        }

        var count: Int { end - start }
    }

    /// The part without its first letter, with which the quote begins.
    @inline(__always)
    private func behindFirst(_ part: Part, _ text: FoldedLetters) -> Part {
        var rest = part
        rest.hash = hash.removing(
            first: text.letters[part.start], from: part.hash, count: part.count)
        rest.start += 1
        rest.quote = rest.start
        return rest
    }

    /// The part without so many last letters.
    @inline(__always)
    private func without(last count: Int, _ part: Part, _ text: FoldedLetters) -> Part {
        var rest = part
        for _ in 0..<count {
            rest.end -= 1
            rest.hash = WordHash.removing(last: text.letters[rest.end], from: rest.hash)
        }
        rest.clitics.insert(.enclitic)
        return rest
    }

    // MARK: Latin

    private mutating func readLatin(_ token: Token, _ text: FoldedLetters) {
        let whole = Part(token)
        take(whole, token, text)
        if whole.count >= 5, Plural.ends(text.letters[whole.end - 1]) {
            take(without(last: 1, whole, text), token, text)
        }
        takeStems(whole, token, text)
    }

    // MARK: Arabic

    private mutating func readArabic(_ token: Token, _ text: FoldedLetters) {
        let whole = Part(token)
        let endings = Endings.of(token, text)
        if !token.hasDetachedWaw {
            let isProtected = readWithoutConjunction(whole, endings, token, text)
            guard !isProtected, whole.count >= 3,
                Proclitics.isConjunction(text.letters[whole.start])
            else { return }
        }
        var rest = behindFirst(whole, text)
        rest.clitics = .proclitic
        readWithoutConjunction(rest, endings, token, text)
    }

    /// Whether the whole part is a protected word.
    @discardableResult
    private mutating func readWithoutConjunction(
        _ part: Part, _ endings: Endings, _ token: Token, _ text: FoldedLetters
    ) -> Bool {
        let isProtected = readCore(part, endings, token, text)
        guard part.count >= 3 else { return isProtected }
        let first = text.letters[part.start]
        if first == Alphabet.alef { readArticle(part, token, text) }
        guard !isProtected else {
            readWithPronoun(part, token, text)
            return true
        }
        guard
            Proclitics.isPreposition(first)
                || first == Alphabet.seen
                    && Proclitics.beginsImperfect(text.letters[part.start + 1])
        else { return false }
        if first == Alphabet.lam, text.letters[part.start + 1] == Alphabet.lam {
            readDoubleLam(part, token, text)
            return false
        }
        var rest = behindFirst(part, text)
        rest.clitics.insert(.proclitic)
        readCore(rest, endings, token, text)
        if first != Alphabet.lam { readArticle(rest, token, text) }
        return false
    }

    /// A word that folds like a protected one in ة, but is written in ه, may be a preposition and
    /// a word with its pronoun: باسمه is ب and اسمه, as باسمة is not.
    private mutating func readWithPronoun(_ part: Part, _ token: Token, _ text: FoldedLetters) {
        guard Proclitics.isPreposition(text.letters[part.start]),
            text.exact[part.end - 1] == Alphabet.Exact.ha
        else { return }
        var rest = behindFirst(part, text)
        rest.clitics.insert(.proclitic)
        readPronoun(1, rest, token, text)
    }

    /// لل is ل and ال; a core that begins with ل shares its letter: للجنة.
    private mutating func readDoubleLam(_ part: Part, _ token: Token, _ text: FoldedLetters) {
        var shared = behindFirst(part, text)
        shared.clitics.formUnion([.proclitic, .article])
        shared.quote = part.start
        var rest = behindFirst(shared, text)
        rest.quote = part.start
        if rest.count >= 2 { take(rest, token, text) }
        takeStems(rest, token, text)
        take(shared, token, text)
        takeStems(shared, token, text)
    }

    private mutating func readArticle(_ part: Part, _ token: Token, _ text: FoldedLetters) {
        guard part.count >= 4, text.letters[part.start] == Alphabet.alef,
            text.letters[part.start + 1] == Alphabet.lam,
            text.exact[part.start] == Alphabet.Exact.alef
                || text.exact[part.start] == Alphabet.Exact.alefWasla
        else { return }
        var rest = behindFirst(behindFirst(part, text), text)
        rest.quote = part.start
        rest.clitics.insert(.article)
        take(rest, token, text)
        takeStems(rest, token, text)
    }

    /// Whether the whole part is a protected word.
    @discardableResult
    private mutating func readCore(
        _ part: Part, _ endings: Endings, _ token: Token, _ text: FoldedLetters
    ) -> Bool {
        let known = vocabulary.known(part.hash)
        // A single letter is read only where it stands alone: «200 غ».
        guard part.count >= 2 || part.count == token.count else { return known.isProtected }
        if known.form >= 0 { take(known.form, part, token, text) }
        guard part.count >= 2 else { return known.isProtected }
        takeStems(part, token, text)
        if known.isProtected ? endings.mustBeAccusative : endings.mayBeAccusative {
            readAccusative(part, token, text)
        }
        if endings.pronoun > 0 { readPronoun(endings.pronoun, part, token, text) }
        return known.isProtected
    }

    private mutating func readAccusative(_ part: Part, _ token: Token, _ text: FoldedLetters) {
        guard part.count >= 5 || (part.count >= 4 && token.hasTanwin) else { return }
        take(without(last: 1, part, text), token, text)
    }

    private mutating func readPronoun(
        _ length: Int, _ part: Part, _ token: Token, _ text: FoldedLetters
    ) {
        guard part.count - length >= 3 else { return }
        var core = without(last: length, part, text)
        take(core, token, text)
        if text.letters[core.end - 1] == Alphabet.ta {
            core.hash = WordHash.replacing(last: Alphabet.ta, by: Alphabet.ha, in: core.hash)
            core.clitics.insert(.restoredTa)
            take(core, token, text)
        }
    }

    // MARK: Look-up

    @inline(__always)
    private mutating func take(_ part: Part, _ token: Token, _ text: FoldedLetters) {
        let form = vocabulary.known(part.hash).form
        if form >= 0 { take(form, part, token, text) }
    }

    /// Takes the forms of one spelling, from the first on. Forms of the same letters are compared
    /// with the text once.
    private mutating func take(
        _ first: Int, _ part: Part, _ token: Token, _ text: FoldedLetters
    ) {
        var index = first
        var compared: Int32 = -1
        var letters: Liberty?
        while index >= 0 {
            let form = vocabulary.form(index)
            index = form.isLast ? -1 : index + 1
            guard allows(form, part) else { continue }
            if form.start != compared {
                compared = form.start
                letters = compare(form, part, token, text)
            }
            if let letters { add(form, part, token, letters) }
        }
    }

    @inline(__always)
    private mutating func takeStems(_ part: Part, _ token: Token, _ text: FoldedLetters) {
        guard vocabulary.hasStems, part.count >= 4 else { return }
        let first = vocabulary.stem(text.letters, at: part.start)
        if first >= 0 { takeStems(from: first, part, token, text) }
    }

    private mutating func takeStems(
        from first: Int, _ part: Part, _ token: Token, _ text: FoldedLetters
    ) {
        var index = first
        while index >= 0 {
            let form = vocabulary.form(index)
            if Int(form.count) <= part.count,
                vocabulary.agrees(form, text.letters, from: part.start)
            {
                var stem = part
                stem.end = part.start + Int(form.count)
                if allows(form, stem), let letters = compare(form, stem, token, text) {
                    add(form, stem, token, letters)
                }
            }
            index = form.isLast ? -1 : index + 1
        }
    }

    /// Whether a form may have what was taken off around a part.
    @inline(__always)
    private func allows(_ form: Vocabulary.Form, _ part: Part) -> Bool {
        let rules = form.rules
        if part.clitics.isEmpty { return !rules.contains(.needsArticle) }
        if rules.contains(.isExact) { return false }
        let hasEnclitic = part.clitics.contains(.enclitic)
        if rules.contains(.isAcronym) { return !hasEnclitic }
        if part.clitics.contains(.proclitic), !rules.contains(.takesProclitics) { return false }
        if hasEnclitic, form.script == .arabic, !rules.contains(.takesEnclitics) { return false }
        return part.clitics.contains(.article) || !rules.contains(.needsArticle)
    }

    /// How freely the letters of a part are those of a form; nil where they are another word's.
    private func compare(
        _ form: Vocabulary.Form, _ part: Part, _ token: Token, _ text: FoldedLetters
    ) -> Liberty? {
        guard Int(form.count) == part.count, form.script == token.script else { return nil }
        switch token.script {
        case .arabic:
            let last =
                part.clitics.contains(.restoredTa)
                ? Alphabet.Exact.taMarbuta : text.exact[part.end - 1]
            return vocabulary.liberty(
                of: form, text.exact, from: part.start, last: last,
                isFinal: !part.clitics.contains(.enclitic))
        case .latin:
            guard vocabulary.agrees(form, text.letters, from: part.start) else { return nil }
            return vocabulary.liberty(
                of: form, text.exact, from: part.start, last: 0, isFinal: true)
        default:
            return Liberty.none
        }
    }

    /// Adds a part read as a form whose letters are so free.
    private mutating func add(
        _ form: Vocabulary.Form, _ part: Part, _ token: Token, _ letters: Liberty
    ) {
        let isStrict = !form.rules.isDisjoint(with: [.isExact, .isAcronym])
        guard letters == .none || !isStrict else { return }
        var liberty = letters
        if form.rules.contains(.isVariant) {
            liberty = .variant
        } else if !part.clitics.isEmpty, !isStrict {
            liberty = max(letters, .clitics)
        }
        let reading = WordReading(
            element: form.element,
            quoteLetter: Int32(truncatingIfNeeded: part.quote) - token.start, liberty: liberty)
        if form.isFirst {
            WordReader.add(reading, to: &firsts)
        } else {
            WordReader.add(reading, to: &inner)
        }
    }

    /// Keeps the least free reading of each element.
    private static func add(
        _ reading: WordReading, to readings: inout RefilledList<WordReading>
    ) {
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
    let pronoun: Int
    let mayBeAccusative: Bool
    /// Of a protected word: ليبيا and وطنيا are words of their own, وفدا and تركيًّا are not.
    let mustBeAccusative: Bool

    // No initialiser, which would take the letters over and count their references.
    static func of(_ token: Token, _ text: FoldedLetters) -> Endings {
        let end = Int(token.end)
        let before = token.count > 1 ? text.letters[end - 2] : 0
        let mayBeAccusative = text.exact[end - 1] == Alphabet.Exact.alef
        return Endings(
            pronoun: pronoun(of: token, text, before: before), mayBeAccusative: mayBeAccusative,
            mustBeAccusative: mayBeAccusative && (token.hasTanwin || before != Alphabet.ya))
    }

    /// - Parameter before: the last letter but one.
    private static func pronoun(
        of token: Token, _ text: FoldedLetters, before: UInt8
    ) -> Int {
        let end = Int(token.end)
        switch text.letters[end - 1] {
        case Alphabet.ha:
            return text.exact[end - 1] == Alphabet.Exact.ha ? 1 : 0
        case Alphabet.meem, Alphabet.noon:
            return before == Alphabet.ha || before == Alphabet.kaf ? 2 : 0
        case Alphabet.alef where before == Alphabet.meem:
            return token.count > 2 && text.letters[end - 3] == Alphabet.ha ? 3 : 0
        case Alphabet.alef:
            return before == Alphabet.ha || before == Alphabet.noon ? 2 : 0
        default: return 0
        }
    }
}
