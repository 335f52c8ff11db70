import Mustache
import Testing

@testable import Digests

/// Templates are swift-mustache's: whatever they are, we write what the library itself writes.
struct TemplateWriterTests {
    @Test(arguments: DigestLanguage.allCases)
    func `a page is what the library writes by the same templates`(
        _ language: DigestLanguage
    ) throws {
        let library = try LibraryTemplates(Templates.texts)
        let quiet = SampleDigest.quiet(polls: 9, failures: 1)
        for input in [SampleDigest.input, HostileDigest.input(), quiet] {
            let digest = Digest(input, language: language)
            for (form, template) in [
                (Pen.Form.html, "digest.html"), (.markdown, "digest.md"), (.text, "digest.txt"),
            ] {
                let view = PageView(digest, as: form)
                #expect(Templates.builtIn.render(template, view) == library.render(template, view))
            }
            for story in digest.sections.flatMap(\.stories) {
                let view = StoryView(story, in: digest, Pen(form: .html, language: language))
                #expect(
                    Templates.builtIn.render("entry.html", view)
                        == library.render("entry.html", view))
            }
        }
    }

    @Test(arguments: [
        "{{#sections}}\n{{title}}\n{{/sections}}\n",
        "  {{#sections}}  \n  * {{title}}{{^last()}},{{/last()}}\n{{/sections}}\nend",
        "{{#sections}}{{^first()}} / {{/first()}}{{title}}{{/sections}}\n",
        "{{#sections}}{{#stories}}{{#headline}}{{#link}}{{link}}{{/link}}{{/headline}}"
            + "{{#last()}}.{{/last()}}{{/stories}}{{/sections}}",
        "a {{! said }} b\n{{! alone }}\n  {{! set in }}\nc\n",
        "{{#contents}}yes{{/contents}}{{^contents}}no{{/contents}}{{^quiet}} loud {{/quiet}}\n",
        "{{words.brand}}{{words.colon}}{{day}} {{& svg}}{{#sparkline}}{{{svg}}}{{/sparkline}}",
        "{{#sections}}{{#stories}}{{> sign.html}}{{/stories}}{{/sections}}\n",
        "<b>\n{{> sign.html}}\n</b>\n{{#sections}}\n{{> sign.html}}\n{{/sections}}",
        "x {{#sections}}\n{{title}}\n{{/sections}} y\n",
        "{{#sections}}{{#stories}}\n{{grade}}{{/stories}}{{/sections}}",
        "\n\n{{^sections}}\nnone\n{{/sections}}\n\n",
    ])
    func `another template too`(_ text: String) throws {
        let texts = ["digest.html": text, "sign.html": "<i>{{grade}}{{day}}</i>\n"]
        let view = PageView(Digest(SampleDigest.input, language: .fr), as: .html)
        var writer = TemplateWriter(view, escape: .html)
        writer.write(TemplateCompiler(texts).steps(of: "digest.html"))
        #expect(writer.text == (try LibraryTemplates(texts).render("digest.html", view)))
    }

    /// By the Mustache specification; the library forgets it between the items of a list.
    @Test func `what an included template is set in by, each of its lines is`() {
        let texts = ["digest.txt": "a:\n  {{> b.txt}}\nc\n", "b.txt": "1\n\n2\n"]
        var writer = TemplateWriter(TemplateFields(), escape: .none)
        writer.write(TemplateCompiler(texts).steps(of: "digest.txt"))
        #expect(writer.text == "a:\n  1\n\n  2\nc\n")
    }
}

/// The same templates as the library has them.
private struct LibraryTemplates {
    private var library = MustacheLibrary()

    /// The library knows escapes by name, in one table for the whole program.
    init(_ texts: [String: String]) throws {
        for (kind, escape) in LibraryTemplates.escapes {
            MustacheContentTypes.register(LibraryEscape(escape: escape), named: kind)
        }
        for (name, text) in texts {
            let kind = name.split(separator: ".").last ?? ""
            try library.register("{{% CONTENT_TYPE:\(kind)}}\n" + text, named: name)
        }
    }

    func render(_ name: String, _ view: some TemplateView) -> String? {
        library.render(LibraryView(view: view), withTemplate: name)
    }

    private static let escapes: [String: @Sendable (String) -> String] = [
        "html": { Markup.escaped($0).text }, "md": { Markdown.escaped($0).text },
        "txt": { $0 }, "css": { $0 },
    ]
}

private struct LibraryEscape: MustacheContentType {
    let escape: @Sendable (String) -> String
    func escapeText(_ text: String) -> String { escape(text) }
}

/// A view as the library asks it.
private struct LibraryView: MustacheParent {
    let view: any TemplateView

    func child(named name: String) -> Any? {
        guard let name = TemplateName(rawValue: name) else { return nil }
        return switch view.value(of: name) {
        case .text(let text), .markup(let text): LibraryText(renderText: text)
        case .flag(let flag): flag
        case .one(let view): LibraryView(view: view)
        case .many(let views): views.map { LibraryView(view: $0) }
        case nil: nil
        }
    }
}

private struct LibraryText: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
}
