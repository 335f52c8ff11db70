import Digests
import Foundation
import News
import Testing

/// Nothing that a feed says becomes markup, script, a line or a link of another scheme.
struct HostileTests {
    static let texts = HostileDigest.texts
    static let links = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "\u{1}javascript:alert(1)",
        "data:text/html,<script>", "file:///etc/passwd", "//evil.example/", "http://",
        "https://bank.example@evil.example/", "https://evil.example\\@bank.example/",
        "vbscript:x", "mailto:a@b.example", "",
    ]

    @Test(arguments: texts, [DigestForm.html, .atom])
    func `markup is the same whatever the text is`(_ text: String, form: DigestForm) {
        let tags = Digest(input(text), language: .fr).render(form)
            .matches(of: /<[^>]*>/).map { Self.withoutValues(String($0.output)) }
        let tame = Digest(input("calme"), language: .fr).render(form)
            .matches(of: /<[^>]*>/).map { Self.withoutValues(String($0.output)) }
        #expect(tags == tame)
    }

    @Test(arguments: texts, DigestLanguage.allCases)
    func `a digest is as long in lines, whatever line breaks a text forges`(
        _ text: String, language: DigestLanguage
    ) {
        for form in [DigestForm.html, .markdown, .atom] {
            let lines = Digest(input(text), language: language).render(form)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let tame = Digest(input("calme"), language: language).render(form)
                .split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == tame.count)
        }
    }

    @Test(arguments: texts, DigestForm.pages)
    func `no form holds characters that act`(_ text: String, form: DigestForm) {
        let rendered = Digest(input(text), language: .ar).render(form)
        let acting = rendered.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2028, 0x2029: true
            case 0xFFFE, 0xE0000...0xE007F: true
            default: false
            }
        }
        #expect(acting.isEmpty)
        for line in rendered.unicodeScalars.split(separator: "\n") {
            let opened = line.count { ("\u{2066}"..."\u{2068}").contains($0) }
            #expect(opened == line.count { $0 == "\u{2069}" })
        }
    }

    @Test(arguments: texts)
    func `a title is cut before it fills the page`(_ text: String) {
        let digest = Digest(input(text), language: .en)
        #expect(digest.sections[0].stories[0].headline.plain.unicodeScalars.count <= 303)
        #expect(digest.render(.html).utf8.count < 60_000)
    }

    @Test(arguments: links)
    func `only web addresses are linked`(_ link: String) {
        #expect(WebLink(link) == nil)
        let html = Digest(input("calme", link: link), language: .fr).render(.html)
        #expect(html.matches(of: /href="([^"]*)"/).allSatisfy { $0.output.1.hasPrefix("#") })
    }

    @Test(arguments: [
        ("https://a.example/é?q=\"><b>", "https://a.example/%C3%A9?q=%22%3E%3Cb%3E"),
        ("HTTPS://a.example/x y", "https://a.example/x%20y"),
        ("http://a.example/a(b)*c_'d", "http://a.example/a%28b%29%2Ac_%27d"),
        ("https://a.example/\n\rx", "https://a.example/x"),
        ("https://a.example/%D8%AD", "https://a.example/%D8%AD"),
    ])
    func `an address holds nothing that a form could take for its own`(
        _ address: String, _ safe: String
    ) {
        #expect(WebLink(address)?.description == safe)
    }

    @Test(arguments: [
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("# title", "\\# title"),
        ("1. item", "1\\. item"),
        ("le 1. et 3.5", "le 1. et 3.5"),
        ("- item", "\\- item"),
        ("<b> & c", "\\<b\\> \\& c"),
        ("http://x www.x a@b", "http\\://x www\\.x a\\@b"),
        ("fini!", "fini\\!"),
        ("a\\", "a\\\\"),
    ])
    func `Markdown escapes what CommonMark or GitHub would take for syntax`(
        _ text: String, _ escaped: String
    ) {
        let markdown = Digest(input("calme", outlet: text), language: .en).render(.markdown)
        #expect(markdown.contains("\n\(escaped) 06:00"))
    }

    private func input(
        _ text: String, link: String? = "nothing", outlet: String? = nil
    ) -> DigestInput {
        HostileDigest.input([text], link: link, outlet: outlet)
    }

    /// A tag as its name and its attributes' names; `lang` and `dir` go with the text.
    private static func withoutValues(_ tag: String) -> String {
        tag.replacing(/="[^"]*"/, with: "")
    }
}
