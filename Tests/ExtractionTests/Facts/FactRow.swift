import Testing

/// A text and the facts that it states, each written as one line; what stands in the line is
/// said where a suite names its rows.
struct FactRow: Sendable, CustomTestStringConvertible {
    let text: String
    /// Empty where nothing is to be found.
    let expected: [String]
    var testDescription: String { text }

    init(_ text: String, _ expected: String...) {
        self.text = text
        self.expected = expected
    }
}
