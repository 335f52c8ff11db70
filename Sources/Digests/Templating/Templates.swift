import Mustache

/// The templates that a digest's pages are written by: those of the program, and those that the
/// settings put in their place.
///
/// They are Mustache, which swift-mustache reads them as; what they can ask for is in
/// ``TemplateScope``. A template that does not check is told and never used. Writing is done by
/// ``TemplateWriter``, in a quarter of the library's time (`docs/notes/digest-speed.md`).
package struct Templates: Sendable {
    /// Made ready, by the names of those that pages begin with.
    private let steps: [String: [TemplateStep]]

    /// As the program brings them.
    package static let builtIn = Templates(texts)

    /// The program's own by name: `digest.html`, `style.css` and others.
    package static let texts: [String: String] = [
        "digest.html": PackageResources.digest_html, "head.html": PackageResources.head_html,
        "story.html": PackageResources.story_html, "entry.html": PackageResources.entry_html,
        "marks.html": PackageResources.marks_html,
        "outlets.html": PackageResources.outlets_html,
        "quotes.html": PackageResources.quotes_html, "facts.html": PackageResources.facts_html,
        "asides.html": PackageResources.asides_html, "index.html": PackageResources.index_html,
        "style.css": PackageResources.style_css, "digest.md": PackageResources.digest_md,
        "digest.txt": PackageResources.digest_txt,
    ].mapValues { String(decoding: $0, as: UTF8.self) }

    /// Those that pages begin with, and what they can ask for.
    private static let roots: [(name: String, scope: TemplateScope)] = [
        ("digest.html", .page), ("entry.html", .story), ("index.html", .index),
        ("digest.md", .page), ("digest.txt", .page),
    ]

    /// The program's templates with others in their place, or beside them for those to include.
    ///
    /// - Parameter problems: what is wrong with any, in the order of their names; with one at
    ///   all the program's own are taken.
    package init(replacing others: [String: String], _ problems: inout [TemplateProblem]) {
        let texts = Templates.texts.merging(others) { $1 }
        let found = Templates.problems(of: texts, beside: others.keys.sorted())
        problems += found
        self = found.isEmpty ? Templates(texts) : .builtIn
    }

    /// - Parameter texts: templates without a problem.
    private init(_ texts: [String: String]) {
        let compiler = TemplateCompiler(texts)
        steps = Templates.roots.reduce(into: [:]) { $0[$1.name] = compiler.steps(of: $1.name) }
    }

    /// - Parameter others: those that must be of use.
    private static func problems(
        of texts: [String: String], beside others: [String]
    ) -> [TemplateProblem] {
        var check = TemplateCheck(texts)
        for root in roots { check.check(root.name, in: root.scope) }
        var problems = check.problems
        for name in others where !check.used.contains(name) {
            problems.append(
                TemplateProblem(
                    template: name, line: 0, column: 0, message: "no template includes it",
                    unknown: name, known: Templates.texts.keys.sorted()))
        }
        if problems.isEmpty { problems = texts.sorted { $0.key < $1.key }.compactMap(complaint) }
        return problems.sorted {
            ($0.template, $0.line, $0.column) < ($1.template, $1.line, $1.column)
        }
    }

    /// What the library complains of that the check did not know.
    private static func complaint(of name: String, _ text: String) -> TemplateProblem? {
        do {
            _ = try MustacheTemplate(string: text)
            return nil
        } catch let error as MustacheTemplate.ParserError {
            return TemplateProblem(
                template: name, line: error.context.lineNumber,
                column: error.context.columnNumber, message: "\(error.error)")
        } catch {
            return TemplateProblem(template: name, line: 0, column: 0, message: "\(error)")
        }
    }

    /// What a template makes of a view.
    func render(_ template: String, _ view: some TemplateView) -> String {
        var writer = TemplateWriter(view, escape: Templates.escape(of: template))
        writer.write(steps[template] ?? [])
        return writer.text
    }

    /// The same, handed on in pieces.
    func write(_ template: String, _ view: some TemplateView, to take: @escaping PieceTaker) {
        var writer = TemplateWriter(view, escape: Templates.escape(of: template), to: take)
        writer.write(steps[template] ?? [])
        take(writer.text)
    }

    private static func escape(of template: String) -> TemplateWriter.Escape {
        if template.hasSuffix(".md") { return .markdown }
        return template.hasSuffix(".txt") ? .none : .html
    }
}
