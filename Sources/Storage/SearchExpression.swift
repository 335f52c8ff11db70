/// A query in the language of SQLite's full-text index (<https://sqlite.org/fts5.html> §3).
///
/// Every word stands between quotation marks and holds letters and digits only, so no text that
/// a person types can be taken for a part of that language, nor for a mark, which begins with a
/// sign: words need not be kept to their columns.
enum SearchExpression {
    /// How many spellings of one phrase are asked for; those beyond are left out.
    private static let maximumSpellings = 64

    /// What must occur, with further marks that each must hold in one of its forms; nil for
    /// everything.
    static func required(_ clauses: [[SearchTerm]], marks: [[String]]) -> String? {
        let parts =
            clauses.map { any($0.map(expression)) }
            + marks.map { "marks : \(any($0.map(quoted)))" }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    static func excluded(_ terms: [SearchTerm]) -> String? {
        terms.isEmpty ? nil : any(terms.map(expression))
    }

    /// One word, or the beginning of one.
    static func word(_ word: String, isBeginning: Bool) -> String {
        "\(quoted(word))\(isBeginning ? " *" : "")"
    }

    private static func expression(_ term: SearchTerm) -> String {
        if let fact = term.fact { return "marks : \(quoted(SearchMarks.fact(fact)))" }
        let end = term.isPrefix ? " *" : ""
        return any(spellings(of: term).map { quoted($0) + end })
    }

    /// The ways in which a phrase may be spelt, those first whose words are the likeliest forms.
    private static func spellings(of term: SearchTerm) -> [String] {
        var phrases: [(text: String, rank: Int)] = [("", 0)]
        for forms in term.words {
            let longer = phrases.flatMap { phrase in
                forms.enumerated().map { rank, form in
                    (phrase.text.isEmpty ? form : "\(phrase.text) \(form)", phrase.rank + rank)
                }
            }
            let likeliest = longer.indices.sorted { (longer[$0].1, $0) < (longer[$1].1, $1) }
            phrases = likeliest.prefix(maximumSpellings).map { longer[$0] }
        }
        return phrases.map(\.text)
    }

    private static func any(_ expressions: [String]) -> String {
        "(\(expressions.joined(separator: " OR ")))"
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
