import Foundation
import Testing

@testable import Digests

/// Templates that the settings bring, and what is refused of them.
struct TemplateTests {
    @Test func `the program's own templates check`() {
        var problems: [TemplateProblem] = []
        _ = Templates(replacing: Templates.texts, &problems)
        #expect(problems.isEmpty)
    }

    @Test func `a template takes the place of the program's own, and includes others`() throws {
        var problems: [TemplateProblem] = []
        let templates = Templates(
            replacing: [
                "story.html": "<p>{{> sign.html}}{{#headline}}{{& marked}}{{/headline}}</p>\n",
                "sign.html": "<b>{{grade}}</b> ",
                "digest.md": "{{#sections}}{{#stories}}{{#headline}}{{& marked}}{{/headline}}\n"
                    + "{{/stories}}{{/sections}}",
            ], &problems)
        #expect(problems.isEmpty)
        let digest = Digest(SampleDigest.input, language: .fr)
        let page = digest.render(.html, by: templates)
        #expect(page.contains("<p><b>primary</b> Tanger Med : 3,2 tonnes de <mark>chira</mark>"))
        #expect(!page.contains("<article"))
        #expect(digest.render(.markdown, by: templates).split(separator: "\n").count == 4)
    }

    @Test(arguments: HostileDigest.texts)
    func `a template's values are escaped wherever they may stand`(_ text: String) {
        var problems: [TemplateProblem] = []
        let templates = Templates(
            replacing: [
                "story.html": """
                <p title="{{#headline}}{{plain}}{{/headline}}" class='{{grade}}'>{{#outlets}}{{outlet}}\
                {{/outlets}}</p><a href="#{{anchor}}">x</a>

                """
            ], &problems)
        #expect(problems.isEmpty)
        let tags = { (text: String) in
            Digest(HostileDigest.input([text]), language: .fr).render(.html, by: templates)
                .matches(of: /<[^>]*>/).map { $0.output.replacing(/="[^"]*"|='[^']*'/, with: "") }
        }
        #expect(tags(text) == tags("calme"))
    }

    /// What is wrong, and templates in which it is, from the mark on.
    private static let faults: [(message: String, templates: [String])] = [
        ("nothing is called ‘words.metod’ here", ["⟦{{words.metod}}"]),
        ("nothing is called ‘hedline’ here", ["<p>\n  ⟦{{hedline}}"]),
        ("the section ‘headline’ does not end", ["⟦{{#headline}}x"]),
        ("the section ‘headline’ is not open here", ["x⟦{{/headline}}"]),
        ("the section ‘marks’ is not open here", ["{{#marks}}{{#quotes}}⟦{{/marks}}{{/quotes}}"]),
        ("a tag that does not end: ‘}}’ is missing", ["a ⟦{{anchor"]),
        (
            "‘anchor’ is not markup: {{anchor}}",
            ["⟦{{{anchor}}}", "⟦{{& anchor}}"]
        ),
        ("‘marked’ is markup already: {{& marked}}", ["{{#headline}}⟦{{marked}}{{/headline}}"]),
        (
            "markup stands between tags alone",
            ["<p {{#headline}}title=\"⟦{{& marked}}\"{{/headline}}>"]
        ),
        ("‘headline’ is a section: {{#headline}}", ["⟦{{headline}}"]),
        ("‘isOnPage’ is a section: {{#isOnPage}}", ["⟦{{isOnPage}}"]),
        ("‘{{=’ is not used in a digest's templates", ["⟦{{=<% %>=}}"]),
        ("‘{{%’ is not used in a digest's templates", ["⟦{{% CONTENT_TYPE:TEXT}}"]),
        ("there is no template ‘none.html’", ["⟦{{> none.html}}"]),
        ("‘story.html’ includes itself", ["⟦{{> story.html}}"]),
        ("‘digest.md’ is a template of another form", ["⟦{{> digest.md}}"]),
        ("a style sheet goes into ‘style’", ["⟦{{> style.css}}"]),
        (
            "no value may stand among the attributes; write it into one, in quotes",
            ["<p ⟦{{anchor}}>", "<⟦{{anchor}}>"]
        ),
        ("an attribute with a value in it wants quotes", ["<p class=⟦{{anchor}}>"]),
        ("the value of ‘class’ wants quotes", ["⟦<p class=a>"]),
        ("no value may stand in the attribute ‘style’", ["<p style=\"⟦{{anchor}}\">"]),
        ("nothing runs in a digest: ‘onclick’ has no place", ["⟦<p onclick=\"x\">"]),
        ("‘script’ has no place in a digest", ["⟦<script>x</script>"]),
        ("no value may stand in ‘style’", ["<style>⟦{{anchor}}</style>"]),
        ("no value may stand in a comment", ["<!-- ⟦{{anchor}} -->"]),
        (
            "‘href’ wants an address: only a link may stand at its start",
            ["<a href=\"⟦{{anchor}}\">"]
        ),
        (
            "a digest loads nothing: no value may stand in ‘src’",
            ["<img src=\"data:⟦{{anchor}}\">"]
        ),
        (
            "a digest loads nothing: ‘src’ leads out of the page",
            [
                "⟦<img src=\"http://evil.example/\">", "⟦<IMG SRC='x'>", "⟦<img src=\" data:\">",
                "⟦<img/src=\"//evil.example\">", "⟦<video src=\"&#104;ttp://evil.example\">",
                "⟦<img src=\"dat\">",
            ]
        ),
        ("a digest loads nothing: ‘srcset’ leads", ["⟦<img srcset=\"data:,x, http://a\">"]),
        ("a digest loads nothing: ‘poster’ leads", ["⟦<video poster=\"https://a\">"]),
        ("a digest loads nothing: ‘background’ leads", ["⟦<td background=\"/a\">"]),
        ("a digest loads nothing: ‘ping’ leads", ["⟦<a href=\"#x\" ping=\"https://a\">"]),
        ("a digest loads nothing: ‘href’ leads", ["⟦<svg><image href=\"https://a\"/></svg>"]),
        ("a digest loads nothing: ‘xlink:href’ leads", ["⟦<use xlink:href=\"a#b\"/>"]),
        ("‘object’ has no place in a digest", ["⟦<object data=\"https://a\">"]),
        ("‘link’ has no place in a digest", ["⟦<link rel=\"stylesheet\" href=\"a\">", "⟦<link/>"]),
        (
            "a digest loads nothing: ‘url(’ has no place",
            [
                "⟦<p style=\"background: URL(a)\">", "⟦<style>p { background: url(a) }</style>",
                "⟦<style>p { background: u\\72l(a) }</style>", "⟦<p style='b: \\000075 rl(a)'>",
                "⟦<p style='b: \\75\\72\\6C(a)'>", "⟦<p style='b: \\u\\rl(a)'>",
                "⟦<svg fill='url(https://a)'/>",
            ]
        ),
        ("a style holds no character references", ["⟦<p style='b: &#117;rl(a)'>"]),
        (
            "a digest loads nothing: ‘image-set(’ has no place",
            ["⟦<style>p { background: -webkit-image-set('a' 1x) }</style>"]
        ),
        (
            "a digest loads nothing: ‘src(’ has no place",
            ["⟦<style>p { background: s\\72 c('a') }</style>"]
        ),
        (
            "a digest loads nothing: ‘@import’ has no place",
            [
                "⟦<style>@Import 'a';</style>", "⟦<style>@\\69mport 'a';</style>",
            ]
        ),
        (
            "a digest leads nowhere by itself: ‘refresh’ has no place",
            ["⟦<meta http-equiv=\"Refresh\" content=\"0; url=https://a\">"]
        ),
        ("a section begins and ends in the same kind of place", ["{{#marks}}<p ⟦{{/marks}}>"]),
        ("the template ends within a tag", ["<p class=\"a\"⟦"]),
    ]

    @Test(arguments: faults)
    func `a broken template is told with its line and column`(
        _ message: String, _ templates: [String]
    ) {
        for marked in templates {
            var place = TemplateTags.Place()
            place.pass(marked.prefix { $0 != "⟦" })
            let text = marked.replacing("⟦", with: "")
            var problems: [TemplateProblem] = []
            _ = Templates(replacing: ["story.html": text], &problems)
            let found = problems.map { "\($0.template):\($0.line):\($0.column): \($0.message)" }
            let expected = "story.html:\(place.line):\(place.column): \(message)"
            #expect(found.first?.hasPrefix(expected) == true, "\(marked)")
        }
    }

    @Test(arguments: [
        ("`{{day}}`", "no value may stand in code"),
        ("<b title=\"{{day}}\">", "only a link may stand between < and >"),
        ("```\n{{day}}\n```", "no block of code in a digest"),
    ])
    func `Markdown's places are told apart too`(_ text: String, _ message: String) {
        var problems: [TemplateProblem] = []
        _ = Templates(replacing: ["digest.md": text], &problems)
        #expect(problems.first?.message == message)
    }

    @Test func `what is on the page itself, and what a person follows, is no loading`() {
        var problems: [TemplateProblem] = []
        _ = Templates(
            replacing: [
                "story.html": """
                <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
                <svg><use href="#a"/></svg><a href="https://example.org/">url(x)</a>
                <p style="color: red" title="@import url(x)">{{#headline}}{{#link}}\
                <a href="{{link}}">x</a>{{/link}}{{/headline}}</p><style>p { color: red }
                p::before { content: "\\2014\\A0" }</style>

                """
            ], &problems)
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        "a{{b}}", "</style>", "@import 'x'", "@IMPORT 'x'", "a { background: url(x) }",
        "a { background: URL(x) }", "a { background: image-set('x' 1x) }",
        "a { background: u\\72l(x) }", "a { background: \\75\nrl(x) }", "@\\69 mport 'x'",
    ])
    func `a style sheet styles and does nothing else`(_ text: String) {
        var problems: [TemplateProblem] = []
        _ = Templates(replacing: ["style.css": text], &problems)
        #expect(problems.map(\.template) == ["style.css"])
    }

    @Test func `a template that nothing includes is told`() {
        var problems: [TemplateProblem] = []
        _ = Templates(replacing: ["storry.html": "x"], &problems)
        #expect(
            problems == [
                TemplateProblem(
                    template: "storry.html", line: 0, column: 0,
                    message: "no template includes it", unknown: "storry.html",
                    known: Templates.texts.keys.sorted())
            ])
    }

    /// Every name that the table of keys has is answered by some view of the sample.
    @Test func `what the table says can be asked for is there`() {
        let digest = Digest(SampleDigest.input, language: .fr)
        let page = PageView(digest, as: .html)
        for name in TemplateScope.page.keys.keys where name != .quiet {
            #expect(page.value(of: name) != nil, "\(name)")
        }
        let story = StoryView(
            digest.sections[0].stories[0], in: digest, Pen(form: .html, language: .fr))
        for name in TemplateScope.story.keys.keys where name != .moreOutlets {
            #expect(story.value(of: name) != nil, "\(name)")
        }
    }
}
