import Testing

@testable import Feeds

/// What reading a document costs, counted and not timed.
private func work(on document: String) -> Int {
    let bytes = Array(document.utf8)
    let limits = FeedLimits()
    let context = FeedContext(url: nil, fetched: noon)
    return bytes.withUnsafeBufferPointer { bytes in
        var scan = MarkupScan(limits: limits)
        _ = scan.look(at: bytes, from: 0, isLast: true)
        let reader = SAXReader(into: FeedBuilder(context: context, limits: limits))
        _ = reader.push(bytes, without: scan.skipped)
        let repair = MarkupRepair(bytes, scan: scan, limits: limits)
        let mended = SAXReader(into: FeedBuilder(context: context, limits: limits))
        mended.readMended(repair.output)
        return scan.looked + repair.looked + repair.output.count + reader.builder.pointee.events
            + mended.builder.pointee.events
    }
}

private func workOnBody(_ html: String) -> Int {
    let writer = HTMLWriter(base: nil, wantsHTML: true)
    HTMLReader.read(Array(html.utf8), into: writer)
    let simple = HTMLWriter(base: nil, wantsHTML: true)
    _ = SimpleHTML.write(Array(html.utf8), to: simple)
    return writer.events + writer.html.count + simple.events + simple.html.count
}

@Suite struct GrowthTests {
    private static let pieces = [
        "<", "&", "&#", "<!--", "<!-- --", "-->", "<![CDATA[", "]]>", "<!DOCTYPE [", "<!DOCTYPE \"",
        "<?", "<a b=\"", "<a b='", "<a b=", "<a b", "</p>", "</item>", "<b>", "<item>", "<br>",
        "<item><title>a</item>", "<title>a", "<description>&lt;p&gt;", "\u{1}", "\n<x y>", "&nbsp;",
        "<item xmlns=\"a\">", "<p></q>",
    ]

    private static let ends = ["", "\"", "'", ">", "-->", "]]>", "</channel></rss>"]

    @Test(arguments: pieces)
    func `twice the damage costs twice the work`(piece: String) {
        for end in Self.ends {
            func cost(_ count: Int) -> Int {
                work(on: "<rss><channel>" + String(repeating: piece, count: count) + end)
            }
            #expect(Double(cost(4000)) <= 2.1 * Double(cost(2000)), "\(end)")
        }
    }

    @Test(arguments: [
        "<", "&", "<b>", "<p>", "</p>", "<a href=\"", "<ul><li>", "<table><tr><td>", "<!--",
        "<p a>", "<p>a</p>", "<b>a</b> &amp; ", "&#1;", "<font>", "<a><a>",
    ])
    func `twice the body costs twice the work`(piece: String) {
        for end in ["", ">", "\">", "-->"] {
            func cost(_ count: Int) -> Int {
                workOnBody(String(repeating: piece, count: count) + end)
            }
            #expect(Double(cost(4000)) <= 2.1 * Double(cost(2000)) + 1000, "\(end)")
        }
    }

    /// libxml2 takes quadratic time over a tag's attributes, so none gets there.
    @Test func `no start tag of more attributes than the limit reaches libxml2`() {
        let tag = "<a" + (0..<300).map { " a\($0)=\"\"" }.joined() + ">"
        let bytes = Array(("<rss>" + String(repeating: tag, count: 10)).utf8)
        bytes.withUnsafeBufferPointer { bytes in
            let scan = MarkupScan(bytes, limits: FeedLimits())
            #expect(scan.skipped.count == 10)
            #expect(scan.skipped.allSatisfy { $0.count == tag.utf8.count - 3 })
        }
    }
}
