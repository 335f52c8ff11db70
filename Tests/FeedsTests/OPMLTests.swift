import Foundation
import Testing

@testable import Feeds

@Suite struct OPMLTests {
    @Test func `nested folders and categories are tags`() throws {
        let document = """
            <?xml version="1.0" encoding="windows-1252"?>
            <opml version="2.0"><head><title>x</title></head><body>
              <outline text="Presse">
                <outline title="R\u{E9}gions &amp; villes">
                  <outline type="rss" text="A" xmlUrl="http://a.example/?x=1&amp;y=2"
                    htmlUrl="http://a.example/" language="fr" category="/sport/foot,Presse"/>
                </outline>
                <outline text="B" xmlUrl=" https://b.example/feed "/>
              </outline>
              <outline text="old" isComment="true"><outline xmlUrl="http://c.example/"/></outline>
              <outline text="twice" xmlUrl="https://b.example/feed"/>
              <outline text="a script" xmlUrl="javascript:alert(1)"/>
              <outline text="a link" type="link" url="http://d.example/"/>
            </body></opml>
            """
        let bytes = document.unicodeScalars.map { UInt8($0.value) }
        #expect(
            try OPMLReader.feeds(in: bytes) == [
                OPMLFeed(
                    url: "http://a.example/?x=1&y=2", title: "A", page: "http://a.example/",
                    language: "fr", tags: ["Presse", "Régions & villes", "sport", "foot"]),
                OPMLFeed(url: "https://b.example/feed", title: "B", tags: ["Presse"]),
                OPMLFeed(url: "http://c.example/", tags: ["old"], isEnabled: false),
            ])
    }

    @Test(arguments: [
        ("", "the document is no XML"), ("{}", "the document is no XML"),
        ("<html/>", "the document is of <html>, not of <opml>"),
        ("<rss><channel/></rss>", "the document is of <rss>, not of <opml>"),
    ])
    func `what is no OPML says what it is`(document: String, complaint: String) {
        let error = #expect(throws: OPMLError.self) {
            try OPMLReader.feeds(in: Array(document.utf8))
        }
        #expect(error?.description == complaint)
    }

    @Test func `an address of two folders keeps its first`() throws {
        let document = """
            <opml><body><outline text="one"><outline xmlUrl="http://a.example/"></outline>
            </outline><outline text="two"><outline xmlUrl="http://a.example/"/>
            """
        #expect(
            try OPMLReader.feeds(in: Array(document.utf8))
                == [OPMLFeed(url: "http://a.example/", tags: ["one"])])
    }

    @Test func `what is written is read back, and reads so`() throws {
        let feeds = [
            OPMLFeed(url: "https://a.example/?a=1&b=\"2\"", title: "«A» & <B>\n", language: "ar"),
            OPMLFeed(
                url: "https://b.example/", title: "B", tags: ["صحف", "جهات"], isEnabled: false),
            OPMLFeed(url: "https://c.example/", title: "C", tags: ["صحف"]),
        ]
        let document = OPMLWriter.document(
            feeds, title: "Marsad", created: Date(timeIntervalSince1970: 1_769_860_800))
        #expect(
            document == """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Marsad</title>
                    <dateCreated>Sat, 31 Jan 2026 12:00:00 GMT</dateCreated>
                  </head>
                  <body>
                    <outline type="rss" text="«A» &amp; &lt;B&gt;&#10;" title="«A» &amp; &lt;B&gt;&#10;" \
                xmlUrl="https://a.example/?a=1&amp;b=&quot;2&quot;" language="ar"/>
                    <outline text="صحف">
                      <outline type="rss" text="C" title="C" xmlUrl="https://c.example/"/>
                      <outline text="جهات">
                        <outline type="rss" text="B" title="B" xmlUrl="https://b.example/" isComment="true"/>
                      </outline>
                    </outline>
                  </body>
                </opml>

                """)
        var read = feeds
        read[0].title = "«A» & <B>"
        read.swapAt(1, 2)
        #expect(try OPMLReader.feeds(in: Array(document.utf8)) == read)
    }

    @Test func `an entity of its own brings in nothing from outside`() throws {
        let document = """
            <!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c SYSTEM "file:///etc/passwd">]>
            <opml><body><outline text="&b;&c;" xmlUrl="http://a.example/"/></body></opml>
            """
        let feeds = try OPMLReader.feeds(in: Array(document.utf8))
        #expect(feeds.map(\.url).allSatisfy { $0 == "http://a.example/" })
        #expect(!feeds.contains { $0.title?.contains("root") == true })
    }
}
