/// A number that a text writes, in digits, in words, or in both: `1.200`, `خمسة وعشرين`,
/// `3 ملايين و200 ألف`, `vingt et unième`.
struct Number: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        case cardinal, ordinal
        /// عشرات, آلاف, dizaines: many, and how many is not said.
        case vague
    }

    /// Its words, a conjunction in front left out.
    var words: ClosedRange<Int>
    /// The word at which it begins with the و ب ل that stands in front of a digit.
    var lead: Int
    /// In scalars of the original, clitics in front left out.
    var start: Int
    var end: Int
    /// Nil where vague.
    var value: Double?
    var form: Form
    /// The digits when nothing else makes the number: `2025`, but not `1.200` or `3 آلاف`.
    var plainDigits: Int?
    /// Behind و, `et` or `and`.
    var isJoined = false
    /// Behind ب ل ك ف written onto it.
    var hasPreposition = false
    /// French un, une and English a, which are more often articles.
    var isArticle = false
    /// Written in Latin letters, so that `de` may part it from what it counts.
    var isLatinWord = false

    var first: Int { words.lowerBound }
    var last: Int { words.upperBound }

    /// The value where it is a whole number.
    var whole: Int? {
        guard let value, value == value.rounded(), abs(value) < 1e15 else { return nil }
        return Int(value)
    }
}
