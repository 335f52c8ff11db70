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

    /// Each must hold; a clause is a list of terms of which one must.
    var clauses: [[SearchTerm]]
    var excluded: [SearchTerm]
    /// How many words all terms have together, and those that must hold, which come first.
    let wordCount: Int
    let requiredWordCount: Int
    let finder: SearchFinder

    /// - Parameters:
    ///   - text: As a person types it.
    ///   - now: The date that recency counts from.
    package init(_ text: String, now: Date, in language: some SearchLanguage) {
        self.now = now
        (clauses, excluded) = SearchQueryReader.read(text, in: language)
        var words: [SearchWord] = []
        for clause in clauses.indices {
            for term in clauses[clause].indices { clauses[clause][term].number(&words) }
        }
        requiredWordCount = words.count
        for term in excluded.indices { excluded[term].number(&words) }
        wordCount = words.count
        finder = language.finder(of: words)
    }

    /// The same where each word is found as it is.
    ///
    /// - Parameter words: The words of a text in the form in which they are indexed.
    package init(_ text: String, now: Date, words: @escaping @Sendable (String) -> [String]) {
        self.init(text, now: now, in: FoldedWords(fold: words))
    }

    /// Whether it names nothing that must occur, or must not.
    package var isEmpty: Bool { clauses.isEmpty && excluded.isEmpty }
}

/// One thing that is looked for.
struct SearchTerm: Sendable, Hashable {
    /// The words of a phrase in their order; none for a fact.
    var words: [SearchWord]
    /// A fact's id.
    var fact: String?

    /// Numbers its words on from those before.
    fileprivate mutating func number(_ others: inout [SearchWord]) {
        for place in words.indices {
            words[place].number = others.count
            others.append(words[place])
        }
    }
}
