import Extraction
import News
import Testing

@testable import marsad

@Suite struct BacktestTests {
    private func rules(
        _ word: String, weight: Double = 3, threshold: Double = 3, country: String? = nil
    ) -> TopicSettings {
        TopicSettings(
            topics: [
                TopicRules(
                    id: "topic", threshold: threshold,
                    rules: [
                        Rule(
                            id: "topic.word", weight: weight, condition: .term(Term(word)),
                            countries: Set([country].compactMap(\.self)))
                    ])
            ],
            relevance: TopicRules(id: "relevance", threshold: 0))
    }

    /// - Parameter country: where the other settings have the feed; nil for where these do.
    private func backtest(
        _ one: TopicSettings, _ other: TopicSettings, country: String? = nil
    ) -> Backtest {
        let texts = ["Un radar.", "Un drone.", "Un radar et un drone.", "Rien."]
        let pair = ExaminerPair(present: ([], one), other: ([], other))
        let items = texts.enumerated().map { number, text in
            BacktestItem(
                Document(id: "\(number)", source: "rows", title: "", body: text),
                other: country.map {
                    Document(
                        id: "\(number)", source: "rows", title: "", body: text, country: $0)
                }, title: text, by: pair)
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

    @Test func `a changed threshold is told as the reason`() {
        let backtest = backtest(rules("radar"), rules("radar", threshold: 30))
        #expect(backtest.changes.map(\.kind) == [.lost, .lost])
        #expect(backtest.changes[0].reasons.isEmpty)
        #expect(backtest.changes[0].causes == ["threshold 3 → 30"])
    }

    @Test func `each set of rules sees the feeds of its own settings`() {
        let rules = rules("radar", country: "FR")
        #expect(backtest(rules, rules).changes.isEmpty)
        let changed = backtest(rules, rules, country: "FR")
        #expect(changed.changes.map { "\($0.item) \($0.kind)" } == ["0 gained", "2 gained"])
    }

    @Test func `the same rules change nothing`() {
        #expect(backtest(rules("radar"), rules("radar")).changes == [])
    }
}
