import Foundation
import News
import Testing

@testable import marsad

@Suite struct EvaluatorTests {
    private func judged(
        _ id: String, relevant: Bool?, _ wanted: [String], found: [String],
        rules: [String: [String]] = [:], isComplete: Bool = true
    ) -> Judged {
        Judged(
            labelled: Labelled(
                document: Document(id: id, source: "rows", text: id), title: id,
                isRelevant: relevant,
                topics: Dictionary(uniqueKeysWithValues: wanted.map { ($0, true) }),
                isComplete: isComplete),
            isRelevant: !found.isEmpty, score: 0, topics: Set(found), rules: rules)
    }

    private var evaluation: Evaluation {
        Evaluator(
            [
                judged("1", relevant: true, ["a"], found: ["a"], rules: ["a": ["a.1", "a.2"]]),
                judged("2", relevant: true, ["a"], found: ["b"], rules: ["b": ["b.1"]]),
                judged("3", relevant: false, [], found: ["a"], rules: ["a": ["a.1"]]),
                judged("4", relevant: true, ["b"], found: []),
                judged("5", relevant: nil, ["b"], found: ["b"]),
            ], topics: ["a", "b", "c"],
            rules: [
                "a": [RatedRule(id: "a.1"), RatedRule(id: "a.2")],
                "b": [RatedRule(id: "b.1", speaksAgainst: true)],
            ]
        ).evaluation()
    }

    @Test func `documents of doubtful relevance are left out`() {
        #expect(evaluation.documents == 4)
        #expect(evaluation.doubtful == 1)
    }

    @Test func `relevance, topics and their averages add up`() {
        let evaluation = evaluation
        #expect(evaluation.relevance.f1?.value == 2.0 * 2 / (4 + 1 + 1))
        #expect(evaluation.topics.map(\.id) == ["a", "b", "c"])
        #expect(evaluation.topics.map(\.score.wanted) == [2, 1, 0])
        #expect(evaluation.topics.map(\.score.found) == [2, 1, 0])
        #expect(evaluation.topics.map(\.score.right) == [1, 0, 0])
        #expect(evaluation.micro.f1?.value == 2.0 / 6)
        #expect(evaluation.macro?.value == 0.25)
    }

    @Test func `a topic taken for another is told`() {
        #expect(evaluation.confusion == [.init(wanted: "a", found: "b", count: 1)])
    }

    @Test func `a rule has its hits, those alone, and its precision`() {
        let rules = evaluation.rules
        #expect(rules.map(\.rule) == ["a.1", "a.2", "b.1"])
        #expect(rules.map(\.hits) == [2, 1, 1])
        #expect(rules.map(\.sole) == [1, 0, 1])
        #expect(rules.map(\.right) == [1, 1, 1])
    }

    @Test func `every error says which command tells why`() {
        #expect(evaluation.errors.first?.explain == "marsad explain 4 --topic relevance")
        var labelled = judged("an id", relevant: true, [], found: []).labelled
        labelled.file = "dev set.jsonl"
        #expect(
            labelled.explain("drugs")
                == "marsad explain 'dev set.jsonl' --id 'an id' --topic drugs")
        labelled.file = nil
        labelled.places = ["--config", "my rules", "--state", "tutorial"]
        #expect(
            labelled.explain("drugs")
                == "marsad explain an id --topic drugs --config 'my rules' --state tutorial")
    }

    @Test func `a rule that has not counted for a month is dead since its last hit`() throws {
        func dated(_ id: String, _ day: Double, rules: [String]) -> Judged {
            var judged = judged(id, relevant: true, ["a"], found: ["a"], rules: ["a": rules])
            judged.labelled.document.published = Date(timeIntervalSince1970: day * 86_400)
            return judged
        }
        let evaluation = Evaluator(
            [
                dated("1", 20_000, rules: ["a.old", "a.new"]),
                dated("2", 20_010, rules: ["a.old"]), dated("3", 20_050, rules: ["a.new"]),
            ], topics: ["a"],
            rules: ["a": [RatedRule(id: "a.old"), RatedRule(id: "a.new"), RatedRule(id: "a.no")]]
        ).evaluation()
        #expect(
            evaluation.rules.map { $0.lastHit?.timeIntervalSince1970 }
                == [20_010 * 86_400, 20_050 * 86_400, nil])
        let text = EvaluationText(evaluation, topic: "a", allRules: true).text
        #expect(text.ranges(of: "dead since ").count == 1)
        #expect(text.contains("dead since 2024-10-14"))
        #expect(text.contains("1 of 3 rules hit nothing here\n  a.no"))
    }

    @Test func `every error is named`() {
        let errors = evaluation.errors.map { "\($0.kind.rawValue) \($0.subject) \($0.id)" }
        #expect(
            errors == [
                "missed relevant 4", "wrong relevant 3", "missed a 2", "wrong a 3", "missed b 4",
                "wrong b 2",
            ])
    }

    @Test func `a topic is judged where nobody said whether the item is relevant`() {
        var wrong = judged("1", relevant: nil, [], found: ["a"], isComplete: false)
        wrong.labelled.topics = ["a": false]
        let evaluation = Evaluator(
            [wrong, judged("2", relevant: nil, [], found: ["a"], isComplete: false)],
            topics: ["a"], rules: [:]
        ).evaluation()
        #expect(evaluation.documents == 1)
        #expect(evaluation.doubtful == 1)
        #expect(evaluation.relevance.found == 0)
        #expect(evaluation.topics.map(\.score.found) == [1])
        #expect(evaluation.errors.map(\.subject) == ["a"])
    }

    @Test func `a topic that nobody judged counts for nothing`() {
        let evaluation = Evaluator(
            [judged("1", relevant: true, ["a"], found: ["a", "b"], isComplete: false)],
            topics: ["a", "b"], rules: [:]
        ).evaluation()
        #expect(evaluation.micro.found == 1)
        #expect(evaluation.errors == [])
    }
}
