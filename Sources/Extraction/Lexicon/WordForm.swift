/// What a keyword's word allows in the text.
struct WordRules: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    /// Written with ال as a term of one word: the article must be there.
    static let needsArticle = WordRules(rawValue: 1)
    /// و ف ب ك ل may stand in front.
    static let takesProclitics = WordRules(rawValue: 2)
    /// A pronoun or the accusative's alef may follow.
    static let takesEnclitics = WordRules(rawValue: 4)
    /// Letters, case and accents as written, nothing before or behind.
    static let isExact = WordRules(rawValue: 8)
    /// An acronym: case counts.
    static let isAcronym = WordRules(rawValue: 16)
    /// The word may go on.
    static let isStem = WordRules(rawValue: 32)
    /// A listed press spelling of the word, not the word as the term has it.
    static let isVariant = WordRules(rawValue: 64)
}

/// One spelling of a keyword's word, ready to be compared with the text.
struct WordForm: Sendable {
    /// Its core's letters in ``KeywordLetters``, article and written clitics taken off.
    var start: Int32
    var end: Int32
    var rules: WordRules = []
    var script: LetterClass
    /// Stands at the beginning of a phrase.
    var isFirst: Bool

    init(_ word: KeywordLetters.Word, isFirst: Bool) {
        start = word.start
        end = word.end
        script = word.script
        self.isFirst = isFirst
    }

    var count: Int { Int(end - start) }
    var letters: Range<Int> { Int(start)..<Int(end) }
}

/// How freely a text's word was read to be a keyword's word.
package enum Liberty: UInt8, Sendable, Comparable {
    /// Letter by letter.
    case none
    /// With clitics, a plural or the article more or less.
    case clitics
    /// With a hamza left out, ى for ي, ه for ة, other case or accents.
    case orthography
    /// Through a listed variant.
    case variant

    package static func < (left: Liberty, right: Liberty) -> Bool {
        left.rawValue < right.rawValue
    }
}
