import Mustache

/// The templates that a digest's pages are written by: those of the program, and those that the
/// settings put in their place.
///
/// They are Mustache; what they can ask for is in ``TemplateScope``. A template that does not
/// check is told and never used.
package struct Templates: Sendable {
    private let library: MustacheLibrary

    /// As the program brings them.
    package static let builtIn: Templates = {
        let (library, problems) = compiled(texts, beside: [])
        // A test checks that they have none.
        precondition(problems.isEmpty, "the program's own templates do not check: \(problems)")
        return Templates(library: library)
    }()

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
        let (library, found) = Templates.compiled(texts, beside: others.keys.sorted())
        problems += found
        self.library = found.isEmpty ? library : Templates.builtIn.library
    }

    private init(library: MustacheLibrary) { self.library = library }

    /// - Parameter others: those that must be of use.
    private static func compiled(
        _ texts: [String: String], beside others: [String]
    ) -> (MustacheLibrary, [TemplateProblem]) {
        var check = TemplateCheck(texts)
        for root in roots { check.check(root.name, in: root.scope) }
        var problems = check.problems
        for name in others where !check.used.contains(name) {
            problems.append(
                TemplateProblem(
                    template: name, line: 0, column: 0, message: "no template includes it",
                    unknown: name, known: Templates.texts.keys.sorted()))
        }
        var library = MustacheLibrary()
        if problems.isEmpty { problems = add(texts, to: &library) }
        return (
            library,
            problems.sorted {
                ($0.template, $0.line, $0.column) < ($1.template, $1.line, $1.column)
            }
        )
    }

    /// The engine's own complaints: of what the check did not know.
    private static func add(
        _ texts: [String: String], to library: inout MustacheLibrary
    ) -> [TemplateProblem] {
        texts.sorted { $0.key < $1.key }.compactMap { name, text in
            do {
                try library.register(Escapes.line(for: name) + text, named: name)
                return nil
            } catch let error as MustacheTemplate.ParserError {
                return TemplateProblem(
                    template: name, line: max(1, error.context.lineNumber - 1),
                    column: error.context.columnNumber, message: "\(error.error)")
            } catch {
                return TemplateProblem(template: name, line: 0, column: 0, message: "\(error)")
            }
        }
    }

    /// What a template makes of a view.
    func render(_ template: String, _ view: some MustacheParent) -> String {
        library.render(view, withTemplate: template) ?? ""
    }
}
