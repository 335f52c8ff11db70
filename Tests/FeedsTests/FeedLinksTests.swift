import Testing

@testable import Feeds

@Suite struct FeedLinksTests {
    private func links(_ head: String, base: String = "https://site.example/a/b") -> [String] {
        FeedLinks.candidates(
            in: Array("<html><head>\(head)</head><body>x</body></html>".utf8),
            context: FeedContext(contentType: "text/html; charset=utf-8", url: base)
        ).map { "\($0.url) \($0.title ?? "–")" }
    }

    @Test(
        arguments: [
            (
                #"<link rel="alternate" type="application/rss+xml" title="Le fil" href="/feed">"#,
                ["https://site.example/feed Le fil"]
            ),
            (
                #"<LINK REL='Alternate home' TYPE='application/atom+xml; charset=utf-8' HREF='c'>"#,
                ["https://site.example/a/c –"]
            ),
            (
                #"<base href="//cdn.example/x/"><link rel=feed href="y?a=1&amp;b=2">"#,
                ["https://cdn.example/x/y?a=1&b=2 –"]
            ),
            (
                """
                <link rel="alternate" type="application/rss+xml" href="/comments/feed">
                <link rel="alternate" type="application/feed+json" href="/feed.json">
                <link rel="alternate" type="application/feed+json" href="/feed.json">
                """, ["https://site.example/feed.json –", "https://site.example/comments/feed –"]
            ),
            (#"<link rel="alternate" hreflang="ar" href="/ar">"#, []),
            (#"<link rel="alternate" type="application/json+oembed" href="/oembed">"#, []),
            (#"<link rel="stylesheet" type="text/xml" href="/style">"#, []),
            (#"<link rel="alternate" type="text/xml" href="javascript:alert(1)">"#, []),
            (#"<!-- <link rel="alternate" type="text/xml" href="/feed"> -->"#, []),
        ] as [(String, [String])])
    func `a page's feeds are what it links to as such`(head: String, expected: [String]) {
        #expect(links(head) == expected)
    }

    @Test func `well-known paths are of the site's root`() {
        #expect(
            FeedLinks.wellKnown(of: "https://site.example/a/b?c").map(\.url).prefix(2)
                == ["https://site.example/feed", "https://site.example/rss"])
    }
}
