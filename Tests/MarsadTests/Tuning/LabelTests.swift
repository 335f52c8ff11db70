import Foundation
import News
import Storage
import Testing

@testable import marsad

@Suite struct LabelTests {
    static let judgements: [(text: String, subject: Label.Subject, verdict: Bool?)] = [
        ("relevant=yes", .relevance, true), ("relevant=No", .relevance, false),
        ("drugs=y", .topic("drugs"), true), ("drugs=forget", .topic("drugs"), nil),
    ]

    @Test(arguments: judgements)
    func `a judgement is a subject and yes or no`(
        _ row: (text: String, subject: Label.Subject, verdict: Bool?)
    ) throws {
        let judgement = try #require(Judgement(row.text, topics: ["drugs"]))
        #expect(judgement.subject == row.subject)
        #expect(judgement.verdict == row.verdict)
    }

    @Test(arguments: ["drugs", "drugs=maybe", "weather=yes", "=yes", ""])
    func `anything else is no judgement`(_ text: String) {
        #expect(Judgement(text, topics: ["drugs"]) == nil)
    }

    @Test func `a line of the labelled corpus is a judgement for each topic`() throws {
        let text = """
            {"id": "abc", "relevant": true, "topics": ["drugs"], "text": "…"}
            {"id": "def", "relevant": null, "topics": []}
            {"topics": []}
            nonsense
            """
        let now = Date(timeIntervalSince1970: 0)
        let lines = LabelLines(Data(text.utf8), path: "f.jsonl", who: "me", at: now)
        #expect(lines.entries.map(\.item) == [.short("abc"), .short("def")])
        let said = lines.entries.map { $0.judgements.map { "\($0.subject)=\($0.verdict)" } }
        #expect(said == [["relevant=true", "drugs=true"], []])
        #expect(lines.complaints.count == 2)
        #expect(lines.complaints.first == "f.jsonl:3: names no item")
    }

    @Test func `labels that travel stay who, when and why`() throws {
        let key = ItemKey(feed: "paper", id: "1")
        let label = Label(
            key: key, subject: .topic("drugs"), verdict: false, who: "me",
            at: Date(timeIntervalSince1970: 1000), note: "pharmacy")
        let line = LabelLine(
            id: "abc", title: "t", text: "x", topics: [], feed: "paper", item: "1",
            labels: [LabelLine.Judgement(label)])
        let read = LabelLines(
            Data(try JSON.text(line).utf8), path: "f", who: "other", at: Date())
        let entry = try #require(read.entries.first)
        #expect(entry.item == .key(key))
        #expect(entry.judgements.map { $0.label(of: key) } == [label])
    }
}
