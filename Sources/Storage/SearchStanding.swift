/// Tells whether the terms of a search stand in a text as it is written.
struct SearchStanding {
    /// Of each word of the query, the numbers of the text's words that it is.
    private var ordinals: [Set<Int>]

    /// - Parameter places: of one text.
    init(_ places: [SearchPlace], of query: SearchQuery) {
        ordinals = Array(repeating: [], count: query.wordCount)
        for place in places { ordinals[place.word].insert(place.ordinal) }
    }

    /// Whether the words of a term stand there side by side.
    func holds(_ term: SearchTerm) -> Bool {
        guard let first = term.words.first else { return false }
        return ordinals[first.number].contains { start in
            term.words.enumerated().allSatisfy { offset, word in
                ordinals[word.number].contains(start + offset)
            }
        }
    }
}
