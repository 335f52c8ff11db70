/// Reads what a person typed into clauses.
enum SearchQueryReader {
    /// The clauses of a query, and what must not occur.
    static func read(
        _ text: String, in language: some SearchLanguage
    ) -> (clauses: [[SearchTerm]], excluded: [SearchTerm]) {
        var clauses: [[SearchTerm]] = []
        var excluded: [SearchTerm] = []
        var isAlternative = false
        for token in tokens(of: text).prefix(SearchQuery.maximumTerms * 2) {
            if token.isOr {
                isAlternative = !clauses.isEmpty
                continue
            }
            defer { isAlternative = false }
            guard let term = term(token, language) else { continue }
            if token.isExcluded {
                excluded.append(term)
            } else if isAlternative {
                clauses[clauses.count - 1].append(term)
            } else {
                clauses.append([term])
            }
        }
        return (
            Array(clauses.prefix(SearchQuery.maximumTerms)),
            Array(excluded.prefix(SearchQuery.maximumTerms))
        )
    }

    /// A stretch between spaces, or between quotation marks.
    private struct Token {
        var text: String
        var isQuoted: Bool
        var isExcluded: Bool

        var isOr: Bool { text == "OR" && !isQuoted && !isExcluded }
    }

    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var rest = text.unicodeScalars[...]
        while let start = rest.firstIndex(where: { !$0.properties.isWhitespace }) {
            rest = rest[start...]
            let isExcluded = rest.first == "-"
            if isExcluded { rest.removeFirst() }
            let isQuoted = rest.first.map(isQuotationMark) ?? false
            if isQuoted { rest.removeFirst() }
            let end =
                rest.firstIndex { isQuotationMark($0) || !isQuoted && $0.properties.isWhitespace }
                ?? rest.endIndex
            var text = String(rest[..<end])
            rest = rest[end...]
            if isQuoted, !rest.isEmpty { rest.removeFirst() }
            if isQuoted, rest.first == "*" {
                rest.removeFirst()
                text += "*"
            }
            tokens.append(Token(text: text, isQuoted: isQuoted, isExcluded: isExcluded))
        }
        return tokens
    }

    private static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
        ["\"", "«", "»", "“", "”", "„"].contains(scalar)
    }

    private static func term(_ token: Token, _ language: some SearchLanguage) -> SearchTerm? {
        if !token.isQuoted, token.text.hasPrefix("@"), token.text.utf8.count > 1 {
            return SearchTerm(words: [], fact: String(token.text.dropFirst()))
        }
        let written = language.words(of: token.text).prefix(SearchQuery.maximumTerms)
        let words = written.enumerated().compactMap { place, one in
            word(one, token.text.hasSuffix("*") && place == written.count - 1, language)
        }
        return words.isEmpty ? nil : SearchTerm(words: words)
    }

    /// Nil for what is no word of the index.
    private static func word(
        _ written: String, _ isBeginning: Bool, _ language: some SearchLanguage
    ) -> SearchWord? {
        var seen = Set<SearchKey>()
        let keys = language.readings(of: written, isBeginning: isBeginning)
            .flatMap(SearchWords.words(in:))
            .flatMap { SearchKeys.keys(of: $0, isBeginning: isBeginning) }
            .filter { seen.insert($0).inserted }
        guard !keys.isEmpty else { return nil }
        return SearchWord(written: written, isBeginning: isBeginning, keys: keys)
    }
}
