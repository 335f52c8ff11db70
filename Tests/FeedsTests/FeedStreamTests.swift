import News
import Testing

@testable import Feeds

private let context = FeedContext(url: "https://a.ma/feed", fetched: noon)

/// Parts of `bytes`, each of that size but the last.
private func parts(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
    }
}

/// What a stream of `bytes` in parts of `size` gives in all.
private func streamed(_ bytes: [UInt8], partsOf size: Int) throws -> ParsedFeed {
    let stream = FeedParser().stream(context: context)
    var items: [Item] = []
    for part in parts(bytes, of: size) { items += stream.push(part) }
    return try stream.finish().feed(after: items)
}

/// Some four kilobytes of items, numbered from `start`.
private func items(from start: Int, count: Int = 20) -> String {
    (start..<start + count).map { number in
        """
        <item><title>خبر \(number)</title><link>https://a.ma/\(number)</link>\
        <guid isPermaLink="false">n\(number)</guid><pubDate>Wed, 18 Nov 2026 08:30:00 GMT</pubDate>
        <description><![CDATA[<p>نص الخبر، وفيه <b>كلمات</b> & علامات.</p>]]></description></item>

        """
    }.joined()
}

struct StreamCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var document: String

    init(_ name: String, _ document: String) {
        testDescription = name
        self.document = document
    }
}

@Suite struct FeedStreamTests {
    private static let head = """
        <?xml version="1.0" encoding="utf-8"?><!-- x > y -->
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:base="https://b.ma/">
        <channel xml:lang="ar"><title>جريدة</title><link>/accueil</link>
        <skipHours><hour>3</hour></skipHours>

        """
    private static let tail = "</channel></rss>"
    private static let start = head + items(from: 0) + items(from: 20)

    @Test(arguments: [
        StreamCase("sound", start + items(from: 40) + tail),
        StreamCase("with a mark", "\u{FEFF}" + start + tail),
        StreamCase("after junk", "Warning: x\n<br/>" + start + tail),
        StreamCase("comments", start + "<!-- \n\n -->" + items(from: 40) + "<?x ?>" + tail),
        StreamCase(
            "a bare ampersand", start + "<item><title>a & b</title><guid>m</guid></item>" + tail),
        StreamCase(
            "a bare bracket",
            start + "<item><title>a < b</title><guid>m</guid></item>\n" + items(from: 40) + tail),
        StreamCase("an item without end", start + "<item><guid>m</guid>" + items(from: 40) + tail),
        StreamCase("cut off", start + "<item><guid>m</guid><title>a"),
        StreamCase("cut off between items", start),
        StreamCase("two documents", start + tail + head + items(from: 40) + tail),
        StreamCase(
            "relative links after damage",
            start + "&<item><dc:creator>x</dc:creator><link>/m</link></item>" + tail),
        StreamCase("an inner document type", "<!DOCTYPE rss [<!ENTITY a \"b\">]>" + start + tail),
        StreamCase(
            "an inner document type later", start + "<!DOCTYPE rss [<!ENTITY a \"b\">]>" + tail),
        StreamCase("a late language", start + "<language>fr</language>" + tail),
        StreamCase(
            "shared ids",
            start
                + items(from: 40).replacing(
                    "<guid isPermaLink=\"false\">n", with: "<guid isPermaLink=\"false\">n1<!--"
                ).replacing("</guid>", with: "--></guid>") + tail),
        StreamCase("junk alone", String(repeating: "x < y <b>z</b> ", count: 1000) + "é"),
        StreamCase("Latin letters", start.replacing("utf-8", with: "iso-8859-1") + tail),
        StreamCase(
            "JSON",
            #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "a", "content_text": "é"}]}"#
        ),
    ])
    func `a stream of any parts gives what the whole gives`(_ example: StreamCase) throws {
        let bytes = Array(example.document.utf8)
        let whole = Result { try FeedParser().parse(bytes, context: context) }
        for size in [1, 7, 100, 1000, 5000, 100_000] {
            let feed = Result { try streamed(bytes, partsOf: size) }
            #expect(feed.mapError { "\($0)" as Told } == whole.mapError { "\($0)" as Told })
        }
    }

    @Test func `a stray byte in a stream is shown and loses nothing`() throws {
        let bytes =
            Array(Self.start.utf8) + "<item><guid>m</guid><title>a".utf8 + [0xE9]
            + "</title></item>\(Self.tail)".utf8
        let whole = try FeedParser().parse(bytes, context: context)
        let feed = try streamed(bytes, partsOf: 1000)
        #expect(feed.complaints == whole.complaints)
        #expect(feed == whole)
        #expect(whole.items.last?.title == "a\u{FFFD}")
    }

    @Test func `items are given out as they end`() throws {
        let stream = FeedParser().stream(context: context)
        let bytes = Array((Self.head + items(from: 0, count: 200) + Self.tail).utf8)
        let given = parts(bytes, of: 2048).map { stream.push($0).count }
        #expect(given.reduce(0, +) == 200)
        #expect(given.dropFirst(4).dropLast().allSatisfy { (4...9).contains($0) }, "\(given)")
        #expect(try stream.finish().items.isEmpty)
    }

    @Test(arguments: [500, 5000])
    func `a stream holds no more than an item and a part, however long the feed`(count: Int) {
        let reader = DocumentReader(context: context, limits: FeedLimits())
        let bytes = Array((Self.head + items(from: 0, count: count) + Self.tail).utf8)
        var held = 0
        for part in parts(bytes, of: 4096) {
            _ = reader.push(part)
            held = max(held, reader.heldCount)
        }
        #expect(held <= 10 << 10)
    }

    @Test func `a stream beyond the limit ends in an error`() {
        var limits = FeedLimits()
        limits.bytes = 10_000
        let stream = FeedStream(context: context, limits: limits)
        for part in parts(Array(Self.start.utf8), of: 1000) { _ = stream.push(part) }
        #expect(throws: FeedError.tooLarge(bytes: Self.start.utf8.count, limit: 10_000)) {
            try stream.finish()
        }
    }
}

/// An error's words.
private struct Told: Error, Equatable, ExpressibleByStringInterpolation {
    var words: String
    init(stringLiteral value: String) { words = value }
}
