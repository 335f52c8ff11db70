import News
import Testing

@testable import Feeds

@Suite struct ChannelFieldsTests {
    @Test func `an RSS channel is read whole`() throws {
        var channel = Channel(format: "rss-2.0", encoding: "utf-8")
        channel.title = "أخبار"
        channel.description = "كل <b>الأخبار</b>"
        channel.link = "https://a.ma/"
        channel.language = "ar-MA"
        channel.authors = ["redaction@a.ma"]
        channel.published = instant("2026-11-20T10:00:00Z")
        channel.updated = instant("2026-11-21T10:00:00Z")
        channel.selfLink = "https://a.ma/feed"
        channel.hub = "https://hub.example/"
        channel.next = "https://a.ma/feed?page=2"
        channel.ttlMinutes = 60
        channel.skipHours = [0, 23]
        channel.skipDays = ["Saturday", "Sunday"]
        channel.updatePeriodMinutes = 30
        let document = """
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
            <title>أخبار</title><link>https://a.ma/</link>
            <description>كل &lt;b&gt;الأخبار&lt;/b&gt;</description><language>ar_MA</language>
            <managingEditor>redaction@a.ma</managingEditor>
            <pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
            <lastBuildDate>Sat, 21 Nov 2026 10:00:00 GMT</lastBuildDate>
            <atom:link rel="self" href="/feed"/><atom:link rel="hub" href="https://hub.example/"/>
            <atom:link rel="next" href="/feed?page=2"/><ttl>60</ttl>
            <skipHours><hour>24</hour><hour>23</hour></skipHours>
            <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
            <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
            <image><title>Logo</title><url>https://a.ma/l.png</url><link>https://x.ma/</link></image>
            </channel></rss>
            """
        let feed = try read(document, url: "https://a.ma/feed.xml")
        #expect(feed == ParsedFeed(channel: channel, items: []))
    }

    @Test(arguments: [
        ("<rss version='0.91'><channel/></rss>", "rss-0.91"),
        ("<rss version='0.92'><channel/></rss>", "rss-0.92"),
        ("<rss version='2.01'><channel/></rss>", "rss-2.0"),
        ("<rss><channel/></rss>", "rss-2.0"),
        (
            """
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
            xmlns='http://purl.org/rss/1.0/'><channel/></rdf:RDF>
            """, "rss-1.0"
        ),
        (
            """
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
            xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></rdf:RDF>
            """, "rss-0.9"
        ),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom-1.0"),
        ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "atom-0.3"),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", "atom-1.0"),
        ("<CHANNEL HREF='https://a.ma/'><TITLE>A</TITLE></CHANNEL>", "cdf"),
        (#"{"version":"https://jsonfeed.org/version/1","items":[]}"#, "json-1.0"),
        (#"{"version":"https://jsonfeed.org/version/1.1","items":[]}"#, "json-1.1"),
    ])
    func `the root tells the format`(document: String, format: String) throws {
        #expect(try read(document).channel.format == format)
    }

    @Test func `items of RSS 1.0 stand beside their channel`() throws {
        let feed = try read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
            xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://a.ma/feed"><title>A</title><link>https://a.ma/</link>
            <items><rdf:Seq><rdf:li resource="https://a.ma/1"/></rdf:Seq></items></channel>
            <image><title>Logo</title></image>
            <item rdf:about="https://a.ma/1"><title>Un</title><link>https://a.ma/1</link>
            <dc:date>2026-11-18T09:30:00+01:00</dc:date></item></rdf:RDF>
            """)
        let date = instant("2026-11-18T08:30:00Z")
        #expect(feed.channel.title == "A")
        #expect(
            feed.items == [
                Item(
                    id: "https://a.ma/1", title: "Un", link: "https://a.ma/1", published: date,
                    updated: date)
            ])
    }

    @Test func `a JSON feed is read whole`() throws {
        let feed = try read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "أخبار", "language": "ar",
             "home_page_url": "https://a.ma/", "feed_url": "https://a.ma/feed.json",
             "authors": [{"name": "Une"}], "items": [
              {"id": 7, "url": "/7", "title": "Un <titre>", "content_html": "<p>Corps</p>",
               "date_published": "2026-11-18T09:30:00+01:00", "tags": ["أمن"],
               "attachments": [{"url": "https://a.ma/7.mp3", "mime_type": "audio/mpeg",
               "size_in_bytes": 9}]}]}
            """, url: "https://a.ma/feed.json")
        var channel = Channel(format: "json-1.1", encoding: "utf-8")
        channel.title = "أخبار"
        channel.link = "https://a.ma/"
        channel.language = "ar"
        channel.authors = ["Une"]
        channel.selfLink = "https://a.ma/feed.json"
        let item = Item(
            id: "7", title: "Un <titre>", link: "https://a.ma/7", content: "<p>Corps</p>",
            text: "Corps", categories: ["أمن"], published: instant("2026-11-18T08:30:00Z"),
            language: "ar",
            enclosures: [Enclosure(url: "https://a.ma/7.mp3", type: "audio/mpeg", length: 9)])
        #expect(feed == ParsedFeed(channel: channel, items: [item]))
    }

    @Test(arguments: [
        ("<html><body>Bonjour</body></html>", FeedError.notAFeed(found: "an HTML page")),
        ("<note>Bonjour</note>", .notAFeed(found: "a document of <note>")),
        ("Bonjour", .notAFeed(found: "text without markup")),
        (" \n", .empty),
        ("{\"a\": 1}", .notAFeed(found: "JSON of another kind")),
    ])
    func `what is no feed is named`(document: String, error: FeedError) {
        #expect(throws: error) { try read(document) }
    }
}
