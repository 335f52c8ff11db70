import News
import Testing

@testable import Feeds

/// A document of one item and what is read of the item.
struct ItemCase: Sendable, CustomTestStringConvertible {
    var document: String
    var item: Item

    init(_ elements: String, _ item: Item) {
        document = rss(item: elements)
        self.item = item
    }

    init(atomEntry elements: String, _ item: Item) {
        document = atom(entry: elements)
        self.item = item
    }

    var testDescription: String { document }
}

@Suite struct ItemFieldsTests {
    @Test(arguments: [
        ItemCase(
            "<guid>https://a.ma/1</guid><title>توقيف ثلاثة أشخاص</title>",
            Item(id: "https://a.ma/1", title: "توقيف ثلاثة أشخاص", link: "https://a.ma/1")),
        ItemCase(
            "<guid isPermaLink=\"false\">https://a.ma/?p=1</guid><link> https://a.ma/1 </link>",
            Item(id: "https://a.ma/?p=1", link: "https://a.ma/1")),
        ItemCase(
            "<guid isPermaLink=\"false\">n-1</guid><title>Un &lt;b&gt;mot&lt;/b&gt; &amp;amp; un</title>",
            Item(id: "n-1", title: "Un mot & un")),
        ItemCase(
            """
            <guid>n-1</guid><link>https://feeds.example/1</link>\
            <feedburner:origLink>https://a.ma/1</feedburner:origLink>
            """,
            Item(id: "n-1", link: "https://a.ma/1")),
        ItemCase(
            """
            <guid>n-1</guid><description><![CDATA[<p>Un</p><p>Deux</p>]]></description>\
            <content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
            """,
            Item(
                id: "n-1", summary: "<p>Un</p><p>Deux</p>", content: "<p>Long</p>", text: "Long")),
        ItemCase(
            """
            <guid>n-1</guid><author>redaction@a.ma (La rédaction)</author>\
            <dc:creator>Autre</dc:creator>
            """,
            Item(id: "n-1", authors: ["redaction@a.ma (La rédaction)"])),
        ItemCase(
            "<guid>n-1</guid><author>La rédaction &lt;redaction@a.ma&gt;</author>",
            Item(id: "n-1", authors: ["La rédaction (redaction@a.ma)"])),
        ItemCase(
            "<guid>n-1</guid><dc:creator><![CDATA[<a href='/a'>Une</a>]]></dc:creator>",
            Item(id: "n-1", authors: ["Une"])),
        ItemCase(
            atomEntry: """
                <id>urn:1</id><link href="https://a.ma/1" \
                rel="http://www.iana.org/assignments/relation/alternate"/>
                """,
            Item(id: "urn:1", link: "https://a.ma/1")),
        ItemCase(
            "<guid>n-1</guid><dc:creator>Une</dc:creator><dc:creator>Autre</dc:creator>",
            Item(id: "n-1", authors: ["Une", "Autre"])),
        ItemCase(
            """
            <guid>n-1</guid><category>أمن</category><category>Faits  divers</category>\
            <category>أمن</category><media:keywords>un, deux</media:keywords>
            """,
            Item(id: "n-1", categories: ["أمن", "Faits divers", "un", "deux"])),
        ItemCase(
            """
            <guid>n-1</guid><pubDate>Wed, 18 Nov 2026 09:30:00 +0100</pubDate>\
            <dc:date>2026-11-18T10:00:00Z</dc:date>
            """,
            Item(
                id: "n-1", published: instant("2026-11-18T08:30:00Z"),
                updated: instant("2026-11-18T10:00:00Z"))),
        ItemCase(
            """
            <guid>n-1</guid><enclosure url="https://a.ma/1.jpg" type="image/jpeg" length="12"/>\
            <media:group><media:content url="https://a.ma/1.mp4" fileSize="99" type="video/mp4">\
            <media:title>Une vidéo</media:title></media:content></media:group>\
            <media:thumbnail url="https://a.ma/2.jpg"/>
            """,
            Item(
                id: "n-1", title: "Une vidéo",
                enclosures: [
                    Enclosure(url: "https://a.ma/1.jpg", type: "image/jpeg", length: 12),
                    Enclosure(url: "https://a.ma/1.mp4", type: "video/mp4", length: 99),
                    Enclosure(url: "https://a.ma/2.jpg"),
                ])),
        ItemCase(
            "<guid>n-1</guid><comments>https://a.ma/1#c</comments><dc:language>fr</dc:language>",
            Item(id: "n-1", language: "fr", comments: "https://a.ma/1#c")),
        ItemCase(
            "<guid>n-1</guid><image><title>Logo</title><link>https://a.ma/l</link></image>",
            Item(id: "n-1")),
        ItemCase(
            "<guid>n-1</guid><link>javascript:alert(1)</link>", Item(id: "n-1")),
        ItemCase(
            "<guid>n-1</guid><source url=\"https://b.ma/feed\">Un &amp;amp; autre</source>",
            Item(id: "n-1", source: ItemSource(title: "Un & autre", url: "https://b.ma/feed"))),
        ItemCase(
            "<guid>n-1</guid><source url=\"javascript:x()\">Autre</source>",
            Item(id: "n-1", source: ItemSource(title: "Autre"))),
    ])
    func `an element of RSS fills its field`(_ example: ItemCase) throws {
        #expect(try read(example.document).items == [example.item])
    }

    @Test(arguments: [
        ItemCase(
            atomEntry: """
                <id>urn:1</id><title type="html">Un &amp;lt;b&amp;gt; &lt;i&gt;mot&lt;/i&gt;</title>\
                <link rel="self" href="https://a.ma/1.atom"/><link href="https://a.ma/1"/>
                """,
            Item(id: "urn:1", title: "Un &lt;b&gt; mot", link: "https://a.ma/1")),
        ItemCase(
            atomEntry: """
                <id>urn:1</id><summary>1 &lt; 2 &amp; 3</summary>
                """,
            Item(id: "urn:1", summary: "1 &lt; 2 &amp; 3", text: "1 < 2 & 3")),
        ItemCase(
            atomEntry: """
                <id>urn:1</id><content type="xhtml" xml:base="https://a.ma/n/">\
                <div xmlns="http://www.w3.org/1999/xhtml"><p>Un <a href="1">lien</a> &lt;</p></div></content>
                """,
            Item(
                id: "urn:1",
                content: "<div><p>Un <a href=\"https://a.ma/n/1\">lien</a> &lt;</p></div>",
                text: "Un lien <")),
        ItemCase(
            atomEntry: """
                <id>urn:1</id><content type="application/octet-stream">PHA+VW48L3A+</content>
                """,
            Item(id: "urn:1", content: "<p>Un</p>", text: "Un")),
        ItemCase(
            atomEntry: """
                <id>urn:1</id><author><name>Une</name><email>une@a.ma</email></author>\
                <author><name>Autre</name></author><contributor><name>Aide</name></contributor>\
                <category term="s" label="Sécurité"/><category term="rabat"/>
                """,
            Item(
                id: "urn:1", authors: ["Une (une@a.ma)", "Autre"],
                categories: ["Sécurité", "rabat"])),
        ItemCase(
            atomEntry: """
                <id>urn:1</id><published>2026-11-18T09:30:00+01:00</published>\
                <updated>2026-11-19T09:30:00Z</updated><source><title>Autre</title>\
                <id>urn:2</id><updated>2026-01-01T00:00:00Z</updated><category term="x"/>\
                <link rel="self" href="https://b.ma/feed"/><link href="https://b.ma/"/>\
                <author><name>Une</name></author></source>
                """,
            Item(
                id: "urn:1", authors: ["Une"], published: instant("2026-11-18T08:30:00Z"),
                updated: instant("2026-11-19T09:30:00Z"),
                source: ItemSource(title: "Autre", url: "https://b.ma/"))),
    ])
    func `an element of Atom fills its field`(_ example: ItemCase) throws {
        #expect(try read(example.document).items == [example.item])
    }

    @Test func `an item without an id gets its link or a hash that stays`() throws {
        let linked = try read(rss(item: "<link>https://a.ma/1</link>")).items
        #expect(linked.map(\.id) == ["https://a.ma/1"])
        let bare = rss(item: "<title>Un titre</title><pubDate>18 Nov 2026</pubDate>")
        #expect(try read(bare).items.map(\.id) == ["hash:b489466c11cb1733"])
    }

    @Test func `ids that items of other links share are not used`() throws {
        let items = (1...3).map { "<item><guid>same</guid><link>https://a.ma/\($0)</link></item>" }
        let feed = try read("<rss><channel>\(items.joined())</channel></rss>")
        #expect(feed.items.map(\.id) == ["https://a.ma/1", "https://a.ma/2", "https://a.ma/3"])
        #expect(
            feed.complaints.map(\.message) == [
                "items of different links share their ids, which are not used"
            ])
    }
}
