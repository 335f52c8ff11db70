import Mustache

/// A text that a template shows; there is nothing within it to look for.
struct Shown: MustacheCustomRenderable, MustacheParent {
    let renderText: String

    init(_ text: String) { renderText = text }

    /// Nil where there is no text, so that a section around it shows nothing.
    init?(_ text: String?) {
        guard let text, !text.isEmpty else { return nil }
        renderText = text
    }

    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }
}
