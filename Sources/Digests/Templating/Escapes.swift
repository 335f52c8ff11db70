import Mustache

/// What `{{…}}` becomes in a form, so that no text can be taken for the form's own syntax.
struct HTMLEscape: MustacheContentType {
    func escapeText(_ text: String) -> String { Markup.escaped(text).text }
}

struct MarkdownEscape: MustacheContentType {
    func escapeText(_ text: String) -> String { Markdown.escaped(text).text }
}

/// Plain text has no syntax; its values hold no line break.
struct NoEscape: MustacheContentType {
    func escapeText(_ text: String) -> String { text }
}

/// The escapes by what templates of a kind are called after.
enum Escapes {
    /// The line that a template begins with for the engine to escape as its form needs.
    ///
    /// The engine knows escapes by name in one table for the whole program; they are entered
    /// when the first template is made.
    static func line(for name: String) -> String {
        _ = entered
        return "{{% CONTENT_TYPE: \(self.name(for: name))}}\n"
    }

    private static func name(for template: String) -> String {
        if template.hasSuffix(".md") { return "marsad-markdown" }
        if template.hasSuffix(".txt") { return "marsad-text" }
        return "marsad-html"
    }

    private static let entered: Void = {
        MustacheContentTypes.register(HTMLEscape(), named: "marsad-html")
        MustacheContentTypes.register(MarkdownEscape(), named: "marsad-markdown")
        MustacheContentTypes.register(NoEscape(), named: "marsad-text")
    }()
}
