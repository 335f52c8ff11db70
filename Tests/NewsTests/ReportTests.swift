import Foundation
import Testing

@testable import News

@Suite struct ReportTests {
    private static func keys(_ value: some Encodable) throws -> [String: Any] {
        let data = try JSONEncoder().encode(value)
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func `a report writes null where it knows nothing, and no text unless asked`() throws {
        let report = Report(id: "1", source: "seeds/1.txt", language: "ar")
        let keys = try Self.keys(report)
        #expect(
            keys.keys.sorted() == [
                "boilerplate", "darija", "facts", "id", "language", "published", "relevance",
                "relevant", "score", "source", "title", "topics",
            ])
        #expect(keys["published"] is NSNull)
        #expect(keys["title"] is NSNull)
    }

    @Test func `an unresolved date and a vague quantity are null`() throws {
        let date = DateFact(quote: "الجاري", start: 0, end: 6, value: nil, kind: "relative")
        #expect(try Self.keys(date)["value"] is NSNull)
        let quantity = Quantity(quote: "آلاف", start: 0, end: 4, value: nil)
        #expect(try Self.keys(quantity)["value"] is NSNull)
        #expect(try Self.keys(quantity)["bound"] as? String == "exactly")
    }

    @Test func `a mention says how a country is named`() throws {
        let mention = Mention(quote: "المملكة", start: 0, end: 7, kind: .stateTitle)
        #expect(try Self.keys(mention)["as"] as? String == "state-title")
    }

    @Test func `a report read back is the same`() throws {
        var facts = Facts()
        facts.people = [Person(id: "x", name: "Nom", role: nil, mentions: [])]
        facts.dates = [DateFact(quote: "2025", start: 3, end: 7, value: "2025", kind: "year")]
        let report = Report(
            id: "1", source: "feed", language: "fr", title: "Titre", isRelevant: true, score: 3,
            facts: facts, boilerplate: [Boilerplate(start: 0, end: 2, kind: .viewCounter)])
        let data = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(Report.self, from: data) == report)
    }

    @Test func `a document's text is its title, a blank line and its body`() {
        let document = Document(id: "1", source: "feed", title: "Titre", body: "Corps")
        #expect(document.text == "Titre\n\nCorps")
        #expect(document.titleLength == 5)
        #expect(Document(id: "2", source: "feed", title: "", body: "Corps").text == "Corps")
    }
}
