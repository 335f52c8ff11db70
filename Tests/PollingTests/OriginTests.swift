import Foundation
import Origin
import Testing

@Suite struct OriginTests {
    @Test func `a feed is rendered as RSS that nothing in its texts can break`() {
        let document = FeedDocument(
            title: "Essai <&> \"deux\"", link: "https://example.org/?a=1&b=2",
            description: "l'été", language: "fr", ttlMinutes: 30,
            entries: [
                .init(
                    id: "urn:x:1", title: "مرحبا ]]> \u{0}\u{B}\u{FFFF}",
                    link: "https://example.org/1",
                    body: FeedDocument.html("un & deux\ntrois\n \n<quatre>"),
                    published: Date(timeIntervalSince1970: 1_769_860_800),
                    categories: ["a"]),
                .init(id: "2", title: "\r\n"),
            ])
        #expect(
            document.rss == """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0">
                <channel>
                <title>Essai &lt;&amp;&gt; &quot;deux&quot;</title>
                <link>https://example.org/?a=1&amp;b=2</link>
                <description>l&#39;été</description>
                <language>fr</language>
                <ttl>30</ttl>
                <item>
                <title>مرحبا ]]&gt; </title>
                <link>https://example.org/1</link>
                <guid isPermaLink="false">urn:x:1</guid>
                <pubDate>Sat, 31 Jan 2026 12:00:00 GMT</pubDate>
                <category>a</category>
                <description>&lt;p&gt;un &amp;amp; deux&lt;br&gt;trois&lt;/p&gt;
                &lt;p&gt;&amp;lt;quatre&amp;gt;&lt;/p&gt;</description>
                </item>
                <item>
                <title>&#13;
                </title>
                <guid isPermaLink="false">2</guid>
                <description></description>
                </item>
                </channel>
                </rss>

                """)
    }

    @Test func `a checksum is the one that gzip reckons`() {
        #expect(Gzip.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test func `a resource can be replaced and taken away`() throws {
        let origin = try Origin()
        #expect(origin["/feed"] == nil)
        origin["/feed"] = Resource("one")
        #expect(origin["/feed"]?.body == Array("one".utf8))
        origin["/feed"] = nil
        #expect(origin["/feed"] == nil)
    }
}
