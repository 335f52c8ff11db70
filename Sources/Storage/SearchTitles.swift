/// Tells whether one of the terms of a search stands in a title.
struct SearchTitles {
    /// The forms of each word of a term, side by side; of a beginning the last may go on.
    private let terms: [(words: [Set<String>], isPrefix: Bool)]
    /// As of ``SearchQuery``.
    private let words: (String) -> [String]

    init(_ query: SearchQuery) {
        terms = query.clauses.joined().filter { !$0.words.isEmpty }
            .map { ($0.words.map(Set.init), $0.isPrefix) }
        words = query.words
    }

    func stand(in title: String) -> Bool {
        guard !terms.isEmpty else { return false }
        let words = words(title).flatMap(SearchWords.words(in:))
        return terms.contains { term in
            words.indices.contains { start in
                let place = words[start...].prefix(term.words.count)
                return place.count == term.words.count
                    && zip(place, term.words.indices).allSatisfy { word, index in
                        isForm(word, of: term, at: index)
                    }
            }
        }
    }

    private func isForm(
        _ word: String, of term: (words: [Set<String>], isPrefix: Bool), at index: Int
    ) -> Bool {
        let forms = term.words[index]
        return forms.contains(word)
            || term.isPrefix && index == term.words.count - 1
                && forms.contains { word.hasPrefix($0) }
    }
}
