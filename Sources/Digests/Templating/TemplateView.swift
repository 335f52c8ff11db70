/// What a template may ask of a place: a digest, a story, an article.
protocol TemplateView {
    /// Nil where there is nothing of that name: then those around it are asked.
    func value(of name: TemplateName) -> TemplateValue?
}

/// An answer to what a template asks for.
enum TemplateValue {
    /// Escaped as the form needs.
    case text(String)
    /// In the form's own syntax already, and harmless: taken as it is.
    case markup(String)
    case flag(Bool)
    /// A section that is shown once.
    case one(any TemplateView)
    /// A section that is shown for each.
    case many([any TemplateView])

    /// A text where there is one, so that a section around it shows nothing where there is none.
    static func text(ifAny text: String?) -> TemplateValue? {
        guard let text, !text.isEmpty else { return nil }
        return .text(text)
    }
}

/// A view whose values are all made at once: few, so that to look through them takes less than to
/// hash a name.
struct TemplateFields: TemplateView, ExpressibleByDictionaryLiteral {
    private var fields: [(name: TemplateName, value: TemplateValue)]

    init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) {
        self.fields = fields
    }

    func value(of name: TemplateName) -> TemplateValue? { self[name] }

    subscript(name: TemplateName) -> TemplateValue? {
        get { fields.first { $0.name == name }?.value }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }
}
