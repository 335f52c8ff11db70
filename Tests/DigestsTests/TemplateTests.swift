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

    @Test(arguments: [
        ("{{words.metod}}", 1, 1, "nothing is called ‘words.metod’ here"),
        ("<p>\n  {{hedline}}", 2, 3, "nothing is called ‘hedline’ here"),
        ("{{#headline}}x", 1, 1, "the section ‘headline’ does not end"),
        ("x{{/headline}}", 1, 2, "the section ‘headline’ is not open here"),
        (
            "{{#marks}}{{#quotes}}{{/marks}}{{/quotes}}", 1, 22,
            "the section ‘marks’ is not open here"
        ),
        ("a {{anchor", 1, 3, "a tag that does not end: ‘}}’ is missing"),
        ("{{{anchor}}}", 1, 1, "‘anchor’ is not markup: {{anchor}}"),
        ("{{& anchor}}", 1, 1, "‘anchor’ is not markup: {{anchor}}"),
        (
            "{{#headline}}{{marked}}{{/headline}}", 1, 14,
            "‘marked’ is markup already: {{& marked}}"
        ),
        (
            "<p {{#headline}}title=\"{{& marked}}\"{{/headline}}>", 1, 24,
            "markup stands between tags alone"
        ),
        ("{{headline}}", 1, 1, "‘headline’ is a section: {{#headline}}"),
        ("{{isOnPage}}", 1, 1, "‘isOnPage’ is a section: {{#isOnPage}}"),
        ("{{=<% %>=}}", 1, 1, "‘{{=’ is not used in a digest's templates"),
        ("{{% CONTENT_TYPE:TEXT}}", 1, 1, "‘{{%’ is not used in a digest's templates"),
        ("{{> none.html}}", 1, 1, "there is no template ‘none.html’"),
        ("{{> story.html}}", 1, 1, "‘story.html’ includes itself"),
        ("{{> digest.md}}", 1, 1, "‘digest.md’ is a template of another form"),
        ("{{> style.css}}", 1, 1, "a style sheet goes into ‘style’"),
        (
            "<p {{anchor}}>", 1, 4,
            "no value may stand among the attributes; write it into one, in quotes"
        ),
        (
            "<{{anchor}}>", 1, 2,
            "no value may stand among the attributes; write it into one, in quotes"
        ),
        ("<p class={{anchor}}>", 1, 10, "an attribute with a value in it wants quotes"),
        ("<p class=a>", 1, 1, "the value of ‘class’ wants quotes"),
        ("<p style=\"{{anchor}}\">", 1, 11, "no value may stand in the attribute ‘style’"),
        ("<p onclick=\"x\">", 1, 1, "nothing runs in a digest: ‘onclick’ has no place"),
        ("<script>x</script>", 1, 1, "‘script’ has no place in a digest"),
        ("<style>{{anchor}}</style>", 1, 8, "no value may stand in ‘style’"),
        ("<!-- {{anchor}} -->", 1, 6, "no value may stand in a comment"),
        (
            "<a href=\"{{anchor}}\">", 1, 10,
            "‘href’ wants an address: only a link may stand at its start"
        ),
        (
            "<img src=\"data:{{anchor}}\">", 1, 16,
            "‘src’ wants an address: only a link may stand at its start"
        ),
        ("{{#marks}}<p {{/marks}}>", 1, 14, "a section begins and ends in the same kind of place"),
        ("<p class=\"a\"", 1, 13, "the template ends within a tag"),
    ])
    func `a broken template is told with its line and column`(
        _ text: String, _ line: Int, _ column: Int, _ message: String
    ) {
        var problems: [TemplateProblem] = []
        _ = Templates(replacing: ["story.html": text], &problems)
        let found = problems.map { "\($0.template):\($0.line):\($0.column): \($0.message)" }
        #expect(found.first?.hasPrefix("story.html:\(line):\(column): \(message)") == true)
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

    @Test(arguments: ["a{{b}}", "</style>", "@import 'x'", "a { background: url(x) }"])
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
