/// Finds what is wrong with a template before it is used: names that nothing bears, sections
/// that do not close, values in places where they could become more than text.
///
/// A template that another includes is checked where it is included, for what it can ask for
/// depends on that.
struct TemplateCheck {
    private let texts: [String: String]
    private(set) var problems: [TemplateProblem] = []
    /// Templates that were read, from a root on.
    private(set) var used: Set<String> = []
    private var including: [String] = []

    /// - Parameter texts: all templates by name.
    init(_ texts: [String: String]) {
        self.texts = texts
    }

    mutating func check(_ root: String, in scope: TemplateScope) {
        check(root, scopes: [scope])
    }

    private mutating func check(_ name: String, scopes: [TemplateScope]) {
        guard let text = texts[name] else { return }
        used.insert(name)
        including.append(name)
        defer { including.removeLast() }
        let tags = TemplateTags(text)
        var reader = TemplateReader(name: name, scopes: scopes)
        for part in tags.parts {
            switch part {
            case .text(let text): reader.read(text)
            case .tag(let tag) where tag.sigil == ">": include(tag, &reader)
            case .tag(let tag): reader.read(tag)
            }
        }
        if let open = tags.open {
            reader.complain("a tag that does not end: ‘}}’ is missing", open)
        }
        reader.end()
        for problem in reader.problems where !problems.contains(problem) {
            problems.append(problem)
        }
    }

    private mutating func include(_ tag: TemplateTags.Tag, _ reader: inout TemplateReader) {
        let isStyle = tag.name.hasSuffix(".css")
        if let complaint = reader.refusal(ofInclusion: tag.name, isStyle: isStyle) {
            return reader.complain(complaint, tag.place)
        }
        guard texts[tag.name] != nil else {
            return reader.complain(
                "there is no template ‘\(tag.name)’", tag.place, unknown: tag.name,
                known: texts.keys.sorted())
        }
        guard !including.contains(tag.name) else {
            return reader.complain("‘\(tag.name)’ includes itself", tag.place)
        }
        if isStyle { checkStyle(tag.name) } else { check(tag.name, scopes: reader.scopes) }
    }

    /// A style sheet is taken as it is: nothing in it may ask for values, end the element or load
    /// anything.
    private mutating func checkStyle(_ name: String) {
        guard let text = texts[name], used.insert(name).inserted else { return }
        for (mark, message) in [
            ("{{", "a style sheet asks for no values"), ("</", "a style sheet holds no tags"),
        ] {
            guard let found = text.firstRange(of: mark) else { continue }
            complain(name, message, after: text[..<found.lowerBound])
        }
        var watch = StyleWatch()
        for place in text.unicodeScalars.indices {
            guard let found = watch.read(text.unicodeScalars[place]) else { continue }
            // Written with escapes it began farther back: then it is told where it ends.
            let start =
                text.unicodeScalars.index(
                    place, offsetBy: 1 - found.count, limitedBy: text.startIndex) ?? place
            let isPlain = text[start...place].lowercased() == found
            complain(
                name, "a digest loads nothing: ‘\(found)’ has no place",
                after: text[..<(isPlain ? start : place)])
            break
        }
    }

    private mutating func complain(
        _ name: String, _ message: String, after start: Substring
    ) {
        var place = TemplateTags.Place()
        place.pass(start)
        problems.append(
            TemplateProblem(
                template: name, line: place.line, column: place.column, message: message))
    }
}

/// Reads one template from its start to its end, knowing what can be asked for and what stands
/// around.
struct TemplateReader {
    private let name: String
    private(set) var scopes: [TemplateScope]
    private(set) var problems: [TemplateProblem] = []
    private var html: HTMLContext?
    private var markdown: MarkdownContext?
    private var place = TemplateTags.Place()
    /// The sections that are open: what each is called, where, and what stood around it.
    private var sections: [(tag: TemplateTags.Tag, depth: Int, html: HTMLContext?)] = []

    init(name: String, scopes: [TemplateScope]) {
        self.name = name
        self.scopes = scopes
        if name.hasSuffix(".html") { html = HTMLContext() }
        if name.hasSuffix(".md") { markdown = MarkdownContext() }
    }

    mutating func complain(
        _ message: String, _ place: TemplateTags.Place, unknown: String? = nil,
        known: [String] = []
    ) {
        problems.append(
            TemplateProblem(
                template: name, line: place.line, column: place.column, message: message,
                unknown: unknown, known: known))
    }

    mutating func read(_ text: String) {
        if let complaint = html?.read(text) ?? markdown?.read(text) { complain(complaint, place) }
        place.pass(text)
    }

    mutating func read(_ tag: TemplateTags.Tag) {
        place = tag.place
        place.pass("{{\(tag.sigil.map(String.init) ?? "")\(tag.name)}}")
        switch tag.sigil {
        case "!": break
        case "#", "^": open(tag)
        case "/": close(tag)
        case nil, "&", "{": show(tag)
        default:
            complain("‘{{\(tag.sigil ?? " ")’ is not used in a digest's templates", tag.place)
        }
    }

    mutating func end() {
        for section in sections {
            complain("the section ‘\(section.tag.name)’ does not end", section.tag.place)
        }
        if sections.isEmpty, let html, !html.isText {
            complain("the template ends within a tag", place)
        }
    }

    func refusal(ofInclusion name: String, isStyle: Bool) -> String? {
        if isStyle { return html?.isStyle == true ? nil : "a style sheet goes into ‘style’" }
        let kind = self.name.split(separator: ".").last
        if name.split(separator: ".").last != kind {
            return "‘\(name)’ is a template of another form"
        }
        return html?.isText == false ? "a template can be included between tags alone" : nil
    }

    // MARK: Tags

    private mutating func open(_ tag: TemplateTags.Tag) {
        html?.pause()
        sections.append((tag, scopes.count, html))
        if TemplateReader.places.contains(tag.name) { return }
        switch (key(tag), tag.sigil) {
        case (.one(let scope), "#"), (.many(let scope), "#"): scopes.append(scope)
        default: break
        }
    }

    private mutating func close(_ tag: TemplateTags.Tag) {
        guard let section = sections.popLast(), section.tag.name == tag.name else {
            let open = sections.last.map { ", ‘\($0.tag.name)’ is" } ?? ""
            return complain("the section ‘\(tag.name)’ is not open here\(open)", tag.place)
        }
        scopes.removeLast(scopes.count - section.depth)
        html?.pause()
        if section.html != html {
            complain("a section begins and ends in the same kind of place", tag.place)
            html = section.html
        }
    }

    private mutating func show(_ tag: TemplateTags.Tag) {
        guard let key = key(tag) else { return }
        switch (key, tag.sigil) {
        case (.one, _), (.many, _), (.flag, _):
            return complain("‘\(tag.name)’ is a section: {{#\(tag.name)}}", tag.place)
        case (.markup, nil):
            return complain("‘\(tag.name)’ is markup already: {{& \(tag.name)}}", tag.place)
        case (.link, nil) where markdown != nil:
            return complain("a link is ready for Markdown: <{{& \(tag.name)}}>", tag.place)
        case (.link, "&") where markdown != nil: break
        case (.text, "&"), (.text, "{"), (.link, "&"), (.link, "{"):
            return complain("‘\(tag.name)’ is not markup: {{\(tag.name)}}", tag.place)
        default: break
        }
        if case .markup = key, let html, !html.isText {
            return complain("markup stands between tags alone", tag.place)
        }
        var isLink = false
        if case .link = key { isLink = true }
        let refusal = html?.refusal(ofLink: isLink) ?? markdown?.refusal(ofLink: isLink)
        if let refusal { complain(refusal, tag.place) }
    }

    /// Asked of the place in a list.
    private static let places: Set = ["first()", "last()"]

    /// What a name means here: the innermost place that knows it.
    private mutating func key(_ tag: TemplateTags.Tag) -> TemplateKey? {
        let names = tag.name.split(separator: ".").map(String.init)
        var found: TemplateKey?
        for (index, name) in names.enumerated() {
            if index == 0 {
                found = scopes.reversed().lazy.compactMap { $0[name] }.first
            } else if case .one(let scope) = found {
                found = scope[name]
            } else {
                found = nil
            }
            guard found != nil else {
                let known = index == 0 ? scopes.flatMap(\.keys.keys).map(\.rawValue).sorted() : []
                complain(
                    "nothing is called ‘\(tag.name)’ here", tag.place, unknown: name, known: known)
                return nil
            }
        }
        return found
    }
}
