import News
import Testing

@testable import Extraction

/// How rules add up to a topic: threshold, grades, what it requires and what it vetoes.
@Suite struct TopicSumTests {
    private static func word(_ text: String) -> Condition { .term(Term(text)) }

    private static var topic: TopicRules {
        TopicRules(
            id: "topic",
            rules: [
                Rule(id: "topic.strong", weight: 4, condition: word("drone")),
                Rule(id: "topic.weak", weight: 2, condition: word("radar")),
                Rule(id: "topic.against", weight: -2, condition: word("film")),
            ])
    }

    /// `GRADE SCORE`; nil where the topic is not reached.
    private func found(_ topic: TopicRules, _ title: String, _ body: String) -> String? {
        let other = TopicRules(
            id: "other",
            rules: [Rule(id: "other.one", weight: 3, condition: TopicSumTests.word("police"))])
        let examiner = Examiner(
            lexicon: [],
            topics: TopicSettings(
                topics: [topic, other], relevance: TopicRules(id: "relevance", threshold: 0)))
        let document = Document(id: "row", source: "rows", title: title, body: body)
        let finding = examiner.examine(document).topics.first { $0.id == "topic" }
        return finding.map { "\($0.grade) \(ExactPoints.text($0.score))" }
    }

    static let sums: [(title: String, body: String, found: String?)] = [
        ("", "Un radar.", nil), ("", "Un radar, un radar.", "mention 3"),
        ("Un radar", "Rien.", "mention 3"), ("", "Un drone.", "secondary 4"),
        ("Un drone", "Rien.", "primary 6"), ("", "Un drone et un radar.", "primary 6"),
        // Saturation: one, a half, a half, then nothing.
        ("", "drone. drone. drone. drone. drone.", "primary 8"),
        ("", "Un drone dans un film.", nil),
        ("Un drone", "Un film.", "secondary 4"),
    ]

    @Test(arguments: sums)
    func `points add up to a grade`(_ row: (title: String, body: String, found: String?)) {
        #expect(found(TopicSumTests.topic, row.title, row.body) == row.found)
    }

    @Test func `grades and threshold are the topic's own`() {
        var topic = TopicSumTests.topic
        topic.threshold = 2
        topic.secondary = 2
        topic.primary = 4
        #expect(found(topic, "", "Un radar.") == "secondary 2")
        #expect(found(topic, "", "Un drone.") == "primary 4")
    }

    @Test func `what a topic requires must be there, and what it vetoes must not`() {
        var topic = TopicSumTests.topic
        topic.requires = [.term(Term("#other"))]
        #expect(found(topic, "", "Un drone.") == nil)
        #expect(found(topic, "", "Un drone de la police.") == "secondary 4")
        topic.vetoes = [.all([TopicSumTests.word("concert"), TopicSumTests.word("salle")])]
        #expect(found(topic, "", "Un drone de la police au concert.") == "secondary 4")
        #expect(found(topic, "", "Un drone de la police, salle de concert.") == nil)
    }
}

/// Points as they are told.
private enum ExactPoints {
    static func text(_ points: Double) -> String {
        points == points.rounded() ? "\(Int(points))" : "\(points)"
    }
}
