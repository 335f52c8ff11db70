import News
import Testing

@testable import Feeds

@Suite struct JSONDamageTests {
    private static let head = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
        {"id": "1", "title": "Un", "tags": ["a", "b"], "authors": [{"name": "Une"}]},
        {"id": "2", "title": "Deux"}
        """

    /// Each holds two whole items, `Un` and `Deux`; and whether the document is whole.
    @Test(arguments: [
        ("\(head)]}", true),
        ("\(head),", false),
        ("\(head), {\"id\": \"3\", \"title\": \"Trois", false),
        ("\(head), {\"id\": \"3\", \"tags\": [\"a\"], \"authors\": [{\"name\": \"Une\"}]", false),
        ("\(head)], \"home_page_url\": \"https://a", false),
        ("\(head), {\"id\": 3,, \"title\": \"Trois\"}]}", true),
        ("\(head)], \"description\": \"a\nb\"}", true),
    ])
    func `every whole item of a damaged JSON feed is kept`(
        document: String, isComplete: Bool
    ) throws {
        let feed = try read(document)
        #expect(feed.items.map(\.title) == ["Un", "Deux"])
        #expect(feed.items.first?.authors == ["Une"])
        #expect(feed.channel.title == "A")
        #expect(feed.isComplete == isComplete)
    }

    @Test(arguments: [
        (#"Un \ud83d deux"#, "Un \u{FFFD} deux"), (#"\udc00\ud83d"#, "\u{FFFD}\u{FFFD}"),
        (#"\ud83d\ude94 \ud800"#, "🚔 \u{FFFD}"), (#"a \\ud800"#, #"a \ud800"#),
    ])
    func `one half of a character loses no item`(_ escaped: String, _ title: String) throws {
        let feed = try read("\(Self.head), {\"id\": \"3\", \"title\": \"\(escaped)\"}]}")
        #expect(feed.items.map(\.title) == ["Un", "Deux", title])
    }

    @Test func `what is lost is told with its place`() throws {
        let feed = try read("\(Self.head),\n{\"id\": \"3\", \"title\": \"Tro")
        #expect(
            feed.complaints == [
                Complaint(
                    line: 4, column: 26, message: "the document ends before its feed does")
            ])
        let damaged = try read("\(Self.head),\n{\"id\" \"3\"}]}")
        #expect(damaged.complaints.map(\.line) == [4])
        #expect(damaged.complaints.first?.message.hasPrefix("an item is not valid JSON") == true)
    }

    @Test func `a line break within a string is read as such`() throws {
        let feed = try read(
            """
            {"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a\u{1}
            b"}]}
            """)
        #expect(feed.items.map(\.title) == ["a b"])
    }

    @Test(arguments: ["{", "{\"items\"", "{\"title\": \"A\", \"x\": [1, 2", "{]"])
    func `what has no list of items is no feed`(document: String) {
        #expect(throws: FeedError.self) { try read(document) }
    }
}
