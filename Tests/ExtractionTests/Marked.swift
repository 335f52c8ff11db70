import Testing

/// A text with the places that are to be found in it marked: `حجز ⟦15 كيلوغراما⟧ من الشيرا`.
struct Marked: Sendable, CustomTestStringConvertible {
    /// The text without the marks.
    let text: String
    /// What is marked, in order.
    let found: [String]
    let testDescription: String

    init(_ marked: String) {
        testDescription = marked
        text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        found = marked.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst()
            .compactMap { part in
                part.firstIndex(of: "⟧").map { String(part[..<$0]) }
            }
    }
}

extension String {
    /// The slice of a range of scalars.
    func scalars(_ start: Int, _ end: Int) -> String {
        let view = unicodeScalars
        let from = view.index(view.startIndex, offsetBy: start)
        let to = view.index(view.startIndex, offsetBy: end)
        return String(view[from..<to])
    }
}
