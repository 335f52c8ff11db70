import News
import Testing

@testable import Feeds

private func titles(_ document: String) throws -> [String] {
    try read(document).items.map(\.title)
}

@Suite struct DamageTests {
    private static let head = "<rss version=\"2.0\"><channel><title>A</title>"
    private static let tail = "</channel></rss>"

    /// Each holds two items, `Un` and `Deux`.
    @Test(arguments: [
        "\n\n<?xml version=\"1.0\"?>\(head)<item><title>Un</title></item><item><title>Deux</title></item>\(tail)",
        """
        <br />\n<b>Warning</b>: something in <b>x.php</b> on line <b>3</b><br />
        <?xml version="1.0"?>\(head)<item><title>Un</title></item><item><title>Deux</title></item>\(tail)
        """,
        """
        <html><body><h1>Flux</h1>\(head)<item><title>Un</title></item>\
        <item><title>Deux</title></item>\(tail)</body></html>
        """,
        "\(head)<item><title>Un</title><link>?a=1&b=2</link></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</title><p>a < b</p></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un\u{B}</title></item><item><title>De\0ux</title></item>\(tail)",
        "\(head)<item><title>Un&#11;</title></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</title><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</title></p></item><item><title>Deux</title></b></item>\(tail)",
        "\(head)<item><title>Un</title><a x=1 x=2 y></a></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</title></item>\(tail)\(head)<item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</title></item><item><title>Deux</title></item><item><title>Tr",
        "\(head)<item><title>Un</title></item><item><title>Deux</title></item>",
        "\(head)<item><title>Un</title></item><item><title>Deux</title></item><item><d><![CDATA[x",
        "\(head)<item><title>Un<link>x</link></item><item><title>Deux</title></item>\(tail)",
        "<?xml version=\"1.0\" encoding=\"bogus\"?>\(head)<item><title>Un</title></item><item><title>Deux</title></item>\(tail)",
        "<!DOCTYPE rss [<!ENTITY a \"b\">]>\(head)<item><title>Un</title></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><description><p>a<br>b</description><title>Un</title></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><title>Un</title><!-- a -- b --></item><item><title>Deux</title></item>\(tail)",
        "\(head)<item><media:x>a</media:x><title>Un</title></item><item><title>Deux</title></item>\(tail)",
    ])
    func `every whole item of a damaged document is kept`(document: String) throws {
        #expect(try titles(document) == ["Un", "Deux"])
    }

    @Test func `a bare ampersand keeps its link whole and is told with its place`() throws {
        let feed = try read(
            "\(Self.head)\n<item><link>https://a.ma/?x=1&b=2</link></item>\(Self.tail)")
        #expect(feed.items.map(\.link) == ["https://a.ma/?x=1&b=2"])
        #expect(
            feed.complaints == [
                Complaint(line: 2, column: 30, message: "an ‘&’ that starts no reference")
            ])
        #expect(feed.isComplete)
    }

    @Test func `a document cut off is not complete`() throws {
        let feed = try read("\(Self.head)<item><title>Un</title></item><item><title>De")
        #expect(feed.items.map(\.title) == ["Un"])
        #expect(!feed.isComplete)
        #expect(feed.complaints.last?.message == "the last item has no end and is dropped")
    }

    @Test(arguments: ["&nbsp;", "&eacute;", "&hellip;", "&zwnj;", "&NotEqualTilde;"])
    func `the entities of HTML need no declaration`(entity: String) throws {
        let feed = try read(
            "\(Self.head)<item><title>a\(entity)b</title><link>https://a.ma/\(entity)</link></item>\(Self.tail)"
        )
        #expect(feed.complaints.isEmpty)
        #expect(
            feed.items.first?.title == HTMLText.oneLine(HTMLText.plain("a\(entity)b"))
                || entity.hasPrefix("&Not") && feed.items.first?.title == "a≂̸b")
    }

    @Test func `entities of HTML are resolved in attributes too`() throws {
        let feed = try read(
            atom(entry: "<id>n</id><link href=\"https://a.ma/?a=1&amp;b=&eacute;&#38;c\"/>"))
        #expect(feed.items.map(\.link) == ["https://a.ma/?a=1&b=é&c"])
    }
}
