import News
import Storage
import Testing

@testable import marsad

@Suite struct SteadyIDsTests {
    private let known = [
        "https://a.example/1": KnownArticle(id: "one", title: "Un"),
        "https://a.example/2": KnownArticle(id: "two", title: "Deux"),
    ]

    private func item(_ id: String, _ title: String, _ link: String?) -> Item {
        Item(id: id, title: title, link: link.map { "https://a.example/" + $0 })
    }

    @Test func `articles that come back under other ids keep theirs, others get their links`() {
        let items = [
            item("x", "Un", "1"), item("y", "Deux, corrigé", "2"), item("z", "Trois", "3"),
        ]
        #expect(
            SteadyIDs.settled(items, known: known).map(\.id) == [
                "one", "two", "https://a.example/3",
            ])
    }

    @Test func `ids that are the same stay`() {
        let items = [item("one", "Un", "1"), item("two", "Deux", "2"), item("z", "Trois", "3")]
        #expect(SteadyIDs.settled(items, known: known) == items)
    }

    @Test func `a link to the front page tells no article`() {
        let repeated = [item("x", "Un", "1"), item("y", "Un", "1")]
        #expect(SteadyIDs.settled(repeated, known: known) == repeated)
        let other = [item("x", "Une autre nouvelle", "1")]
        #expect(SteadyIDs.settled(other, known: known) == other)
    }

    @Test func `without a link the words tell an item`() {
        let items = [item("x", "Un", "1"), item("y", "Sans lien", nil)]
        let again = [item("p", "Un", "1"), item("q", "Sans lien", nil)]
        let first = SteadyIDs.settled(items, known: known)
        #expect(first.map(\.id) == SteadyIDs.settled(again, known: known).map(\.id))
        #expect(first[1].id.hasPrefix("hash:"))
    }
}
