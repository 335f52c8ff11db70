import News
import Testing

@testable import Feeds

@Suite struct HostileTests {
    @Test func `entities of the document's own never expand`() throws {
        let text = String(repeating: "x", count: 60_000)
        let feed = try read(
            """
            <!DOCTYPE rss [<!ENTITY a "\(text)"><!ENTITY f SYSTEM "file:///etc/passwd">]>
            <rss><channel><title>\(String(repeating: "&a;", count: 3000))&f;</title></channel></rss>
            """)
        #expect(feed.channel.title?.hasPrefix("&a;&a;") == true)
        #expect(feed.channel.title?.utf8.count == 9003)
        #expect(feed.complaints.first?.message.contains("definitions of its own") == true)
    }

    @Test func `a start tag of too many attributes loses them and nothing else`() throws {
        let attributes = (0..<100_000).map { " a\($0)=\"\"" }.joined()
        let feed = try read(
            "<rss><channel><item\(attributes)><title>Un</title></item></channel></rss>")
        #expect(feed.items.map(\.title) == ["Un"])
        #expect(feed.complaints.count == 1)
    }

    @Test func `items beyond the limit are counted, not kept`() throws {
        var limits = FeedLimits()
        limits.items = 2
        let items = String(repeating: "<item><guid>n</guid></item>", count: 5)
        let feed = try read("<rss><channel>\(items)</channel></rss>", limits: limits)
        #expect(feed.items.count == 2)
        #expect(feed.complaints.map(\.message) == ["3 items after the first 2 are passed over"])
    }

    @Test func `a text beyond the limit is cut`() throws {
        var limits = FeedLimits()
        limits.text = 100
        let feed = try read(
            rss(item: "<guid>n</guid><title>\(String(repeating: "a", count: 1000))</title>"),
            limits: limits)
        #expect(feed.items.first.map { $0.title.utf8.count <= 101 } == true)
        #expect(feed.complaints.map(\.message) == ["a text of more than 100 bytes is cut"])
    }

    @Test func `what lies too deep is passed over`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let ends = String(repeating: "</a>", count: 100_000)
        let feed = try read(rss(item: "<guid>n</guid>\(deep)\(ends)<title>Un</title>"))
        #expect(feed.items.map(\.title) == ["Un"])
    }

    @Test(arguments: [
        (0..<50_000).map { "<a xmlns:a\($0)=\"x\">" }.joined(),
        (0..<50_000).map { "<n\($0)/>" }.joined(),
    ])
    func `a flood of names ends the reading and keeps what was whole`(flood: String) throws {
        let feed = try read(
            "<rss><channel><item><title>Un</title></item><item>\(flood)</item></channel></rss>")
        #expect(feed.items.map(\.title) == ["Un"])
        #expect(feed.complaints.contains { $0.message.contains("the rest is not read") })
    }

    @Test func `a document beyond the limit is refused`() {
        var limits = FeedLimits()
        limits.bytes = 10
        #expect(throws: FeedError.tooLarge(bytes: 11, limit: 10)) {
            try read("<rss></rss>", limits: limits)
        }
    }

    @Test func `letters that turn a line around do not reach a title`() throws {
        let feed = try read(rss(item: "<guid>n</guid><title>a\u{202E}b\u{202C}c\u{2067}d</title>"))
        #expect(feed.items.map(\.title) == ["abcd"])
    }

    /// Twice the bytes may give at most about twice the repaired bytes and complaints.
    @Test(arguments: ["<", "&", "<!--", "<![CDATA[", "<!DOCTYPE [", "<a b=\"", "</p>", "<b>"])
    func `no damage is read in more than linear work`(piece: String) throws {
        for count in [20_000, 40_000] {
            let document = "<rss><channel>" + String(repeating: piece, count: count)
            let bytes = Array(document.utf8)
            let written = bytes.withUnsafeBufferPointer { bytes in
                let scan = MarkupScan(bytes, limits: FeedLimits())
                return MarkupRepair(bytes, scan: scan, limits: FeedLimits()).output.count
            }
            #expect(written <= 6 * bytes.count)
        }
    }
}
