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

    private static func expression(_ term: SearchTerm) -> String {
        if let fact = term.fact { return "marks : \(quoted(SearchMarks.fact(fact)))" }
        return any(spellings(of: term).map { quoted($0.text) + ($0.isBeginning ? " *" : "") })
    }

    /// The ways in which a phrase may stand in the index.
    private static func spellings(of term: SearchTerm) -> [SearchKey] {
        term.words.reduce([SearchKey(text: "")]) { phrases, word in
            let longer = phrases.flatMap { phrase in
                word.keys.map { key in
                    SearchKey(
                        text: phrase.text.isEmpty ? key.text : "\(phrase.text) \(key.text)",
                        isBeginning: key.isBeginning)
                }
            }
            return Array(longer.prefix(maximumSpellings))
        }
    }

    private static func any(_ expressions: [String]) -> String {
        "(\(expressions.joined(separator: " OR ")))"
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
