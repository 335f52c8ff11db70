/// A query in the language of SQLite's full-text index (<https://sqlite.org/fts5.html> §3).
///
/// Every word stands between quotation marks and holds letters and digits only, so no text that
/// a person types can be taken for a part of that language.
enum SearchExpression {
    /// How many spellings of one phrase are asked for; those beyond are left out.
    private static let maximumSpellings = 128

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
        let end = term.isPrefix ? " *" : ""
        return "{title body} : \(any(spellings(of: term).map { quoted($0) + end }))"
    }

    /// Every way in which a phrase may be spelt.
    private static func spellings(of term: SearchTerm) -> [String] {
        term.words.reduce([""]) { phrases, forms in
            let longer = forms.lazy.flatMap { form in
                phrases.map { $0.isEmpty ? form : "\($0) \(form)" }
            }
            return Array(longer.prefix(maximumSpellings))
        }
    }

    private static func any(_ expressions: [String]) -> String {
        "(\(expressions.joined(separator: " OR ")))"
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
