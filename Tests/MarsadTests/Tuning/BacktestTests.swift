import Extraction
import News
import Testing

@testable import marsad

@Suite struct BacktestTests {
    private func rules(_ word: String, weight: Double = 3) -> TopicSettings {
        TopicSettings(
            topics: [
                TopicRules(
                    id: "topic",
                    rules: [
                        Rule(id: "topic.word", weight: weight, condition: .term(Term(word)))
                    ])
            ],
            relevance: TopicRules(id: "relevance", threshold: 0))
    }

    private func backtest(_ one: TopicSettings, _ other: TopicSettings) -> Backtest {
        let texts = ["Un radar.", "Un drone.", "Un radar et un drone.", "Rien."]
        let pair = ExaminerPair(present: ([], one), other: ([], other))
        let items = texts.enumerated().map { number, text in
            BacktestItem(
                Document(id: "\(number)", source: "rows", title: "", body: text), title: text,
                by: pair)
        }
        return Backtest(items, present: "one", other: "other")
    }

    @Test func `a changed word gains and loses just what it should`() {
        let backtest = backtest(rules("radar"), rules("drone"))
        #expect(backtest.changes.map { "\($0.item) \($0.kind)" } == ["0 lost", "1 gained"])
        #expect(
            backtest.subjects.last
                == .init(subject: "topic", before: 2, after: 2, gained: 1, lost: 1))
        #expect(
            backtest.changes[0].reasons == [
                .init(rule: "topic.word", before: 3, after: 0, quotes: ["radar"])
            ])
        #expect(backtest.hasLoss)
    }

    @Test func `a changed weight regrades`() {
        let backtest = backtest(rules("radar"), rules("radar", weight: 6))
        #expect(backtest.changes.map { "\($0.item) \($0.kind)" } == ["0 regraded", "2 regraded"])
        #expect(backtest.changes[0].before == .init(score: 3, grade: "mention"))
        #expect(backtest.changes[0].after == .init(score: 6, grade: "primary"))
        #expect(!backtest.hasLoss)
    }

    @Test func `the same rules change nothing`() {
        #expect(backtest(rules("radar"), rules("radar")).changes == [])
    }
}
