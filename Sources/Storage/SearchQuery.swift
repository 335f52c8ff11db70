package import struct Foundation.Date

/// What is searched for, and where.
///
/// The text is words that all must occur, in whatever order; `"two words"` side by side; `word*`
/// a beginning; `a OR b` either; `-word`, `-"two words"`, `-@TR` not; `@TR` or `@hammouchi` a
/// fact. Any text is a query: what has no meaning here is read as words, and beyond
/// ``SearchQuery/maximumTerms`` terms nothing is read.
package struct SearchQuery: Sendable {
    package static let maximumTerms = 32

    package var topics: [String] = []
    /// Feeds by id or its beginning, or by the outlet's name, in whatever case.
    package var outlets: [String] = []
    /// By date of publication, else by when the item was first seen; half-open.
    package var since: Date?
    package var until: Date?
    package var matchesOnly = false
    package var limit = 20
    /// Newer items rank higher, as seen from here.
    package var now: Date

    package typealias Variants = (_ word: String, _ isBeginning: Bool) -> [String]

    /// Each must hold; a clause is a list of terms of which one must.
    var clauses: [[SearchTerm]]
    var excluded: [SearchTerm]
    let words: @Sendable (String) -> [String]

    /// - Parameters:
    ///   - text: As a person types it.
    ///   - now: The date that recency counts from.
    ///   - words: The words of a text in the form in which they are indexed.
    ///   - variants: The indexed words by which a folded word, or one that begins so, may also be
    ///     found: the same with clitics, say; the likeliest first. The word itself need not be
    ///     among them.
    package init(
        _ text: String, now: Date, words: @escaping @Sendable (String) -> [String],
        variants: Variants = { word, _ in [word] }
    ) {
        self.now = now
        self.words = words
        (clauses, excluded) = SearchQueryReader.read(text, words: words, variants: variants)
    }

    /// Whether it names nothing that must occur, or must not.
    package var isEmpty: Bool { clauses.isEmpty && excluded.isEmpty }
}

/// One thing that is looked for.
struct SearchTerm: Sendable, Hashable {
    /// For each word of a phrase in its order, the forms in which it may stand; none for a fact.
    var words: [[String]]
    /// Whether the last word may go on.
    var isPrefix: Bool
    /// A fact's id.
    var fact: String?
}
