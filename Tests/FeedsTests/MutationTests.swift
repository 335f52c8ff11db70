import Foundation
import News
import Testing

@testable import Feeds

@Suite struct MutationTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    private static func fixtures() throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
            .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }
            .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    }

    private static let pieces = [
        "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<item>", "</item>", "&#0;",
        "&nbsp;", "<!DOCTYPE a [", "\0", "\u{FEFF}", "}", "]", "{", "\\", "xmlns:a=\"b\"",
        "<rss>", "</channel>", "\u{202E}", "javascript:",
        "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
    ].map { Array($0.utf8) }

    private static func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        for _ in 0...dice.number(below: 4) where !bytes.isEmpty {
            let place = dice.number(below: bytes.count)
            let end = min(bytes.count, place + dice.number(below: 60))
            switch dice.number(below: 6) {
            case 0: bytes[place] = UInt8(dice.number(below: 256))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: dice.one(of: pieces), at: place)
            }
        }
    }

    /// What must hold of any feed, however it was damaged.
    private static func check(_ feed: ParsedFeed, of size: Int) -> String? {
        let limits = FeedLimits()
        if feed.complaints.count > limits.complaints + 2 * feed.items.count + 2 {
            return "too many complaints"
        }
        for item in feed.items {
            if item.id.isEmpty { return "an item without an id" }
            if item.title.contains("\n") { return "a title of two lines" }
            if item.text.utf8.count > 64 * size { return "more text than bytes" }
            let links = [item.link, item.comments, item.source?.url] + item.enclosures.map(\.url)
            for link in links {
                if let link, Address.safe(link, base: nil) != link { return "the link \(link)" }
            }
            let html = (item.summary ?? "") + (item.content ?? "")
            if html.contains("<script") || html.contains("=\"javascript:") { return "acting HTML" }
            if item.authors.count > limits.values || item.categories.count > limits.values {
                return "more values than the limit"
            }
        }
        return nil
    }

    @Test func `no damage makes the reader crash or give what it must not`() throws {
        let fixtures = try Self.fixtures()
        try #require(fixtures.count >= 5)
        var dice = Dice(state: 11)
        for _ in 0..<1500 {
            var bytes = dice.one(of: fixtures)
            Self.mutate(&bytes, &dice)
            let feed = try? FeedParser().parse(
                bytes, context: FeedContext(url: "https://a.ma/f", fetched: noon))
            guard let feed, let wrong = Self.check(feed, of: bytes.count) else { continue }
            Issue.record("\(wrong) in: \(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func `no damage makes the reader of pages crash`() throws {
        let page = Array(
            """
            <html><head><title>Un</title><meta property="og:title" content="Un"></head><body>
            <article><h1>Un</h1><p>Un texte, assez long pour être lu, avec une virgule.</p>
            <ul><li>a</li></ul></article><script type="application/ld+json">{"@type":
            "NewsArticle", "headline": "Un"}</script></body></html>
            """.utf8)
        var dice = Dice(state: 13)
        for _ in 0..<800 {
            var bytes = page
            Self.mutate(&bytes, &dice)
            let article = try? ArticleReader().article(
                bytes, context: FeedContext(fetched: noon))
            #expect(article?.title?.contains("\n") != true)
        }
    }
}
