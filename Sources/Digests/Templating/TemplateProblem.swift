/// What is wrong with a template.
package struct TemplateProblem: Sendable, Hashable {
    /// The template's name: `digest.html`.
    package var template: String
    /// Counted from 1; 0 for the template as a whole.
    package var line: Int
    package var column: Int
    package var message: String
    /// A name that nothing bears, and those that could be meant.
    package var unknown: String?
    package var known: [String] = []
}
