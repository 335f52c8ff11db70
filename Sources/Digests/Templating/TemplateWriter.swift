import News

/// Writes what a template says of a view, into a text that grows or is handed on in pieces.
struct TemplateWriter {
    /// What the form takes for its own syntax, which no value may be taken for.
    enum Escape {
        case html, markdown
        /// Plain text has no syntax; its values hold no line break.
        case none
    }

    private let escape: Escape
    /// What was written and not handed on.
    private(set) var text = ""
    private let take: PieceTaker?
    /// The views around, the innermost last.
    private var views: [any TemplateView]

    init(_ view: any TemplateView, escape: Escape, to take: PieceTaker? = nil) {
        views = [view]
        self.escape = escape
        self.take = take
    }

    mutating func write(_ steps: [TemplateStep], at place: ListPlace? = nil) {
        for step in steps {
            switch step {
            case .text(let text): self.text += text
            case .value(let path): write(value(of: path))
            case .section(let path, let steps): write(value(of: path), steps, at: place)
            case .otherwise(let path, let steps):
                if value(of: path).isNothing { write(steps, at: place) }
            case .place(let end, let isWanted, let steps):
                if (place?.is(end) ?? false) == isWanted { write(steps, at: place) }
            }
        }
    }

    private mutating func write(_ value: TemplateValue?) {
        switch value {
        case .text(let value):
            switch escape {
            case .html: XMLText.append(value, to: &text)
            case .markdown: Markdown.append(value, to: &text)
            case .none: text += value
            }
        case .markup(let markup): text += markup
        case .flag, .one, .many, nil: break
        }
    }

    private mutating func write(
        _ value: TemplateValue?, _ steps: [TemplateStep], at place: ListPlace?
    ) {
        switch value {
        case nil, .flag(false): break
        case .flag(true): write(steps, at: place)
        case .text, .markup: write(steps)
        case .one(let view): write(steps, of: view, at: nil)
        case .many(let items):
            for (index, item) in items.enumerated() {
                let place = ListPlace(isFirst: index == 0, isLast: index == items.count - 1)
                write(steps, of: item, at: place)
            }
        }
    }

    private mutating func write(
        _ steps: [TemplateStep], of view: any TemplateView, at place: ListPlace?
    ) {
        views.append(view)
        write(steps, at: place)
        views.removeLast()
        text.handOn(to: take)
    }

    /// What a name means: the innermost view's answer that has one, and what that is asked for.
    private func value(of path: [TemplateName]) -> TemplateValue? {
        guard let name = path.first else { return nil }
        var found: TemplateValue?
        var place = views.count
        while found == nil, place > 0 {
            place -= 1
            found = views[place].value(of: name)
        }
        for name in path.dropFirst() {
            guard case .one(let view) = found else { return nil }
            found = view.value(of: name)
        }
        return found
    }
}

extension TemplateValue? {
    /// True where a section would show nothing.
    fileprivate var isNothing: Bool {
        switch self {
        case nil, .flag(false): true
        case .many(let items): items.isEmpty
        default: false
        }
    }
}
