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

/// Topics that both say what they are told beside.
@Suite struct TopicCompanyTests {
    /// `alpha` and `beta` are strangers, `gamma` is told beside `alpha`, `delta` beside all.
    private static let examiner = Examiner(
        lexicon: [],
        topics: TopicSettings(
            topics: [
                topic("alpha", "un", beside: ["gamma"]), topic("beta", "deux", beside: ["delta"]),
                topic("gamma", "trois", beside: ["delta"]), topic("delta", "quatre", beside: nil),
            ],
            relevance: TopicRules(id: "relevance", threshold: 0)))

    /// Its name is worth 3, its number 2.
    private static func topic(_ id: String, _ number: String, beside: [String]?) -> TopicRules {
        TopicRules(
            id: id, beside: beside?.map { Term($0) },
            rules: [
                Rule(id: id + ".name", weight: 3, condition: .term(Term(id))),
                Rule(id: id + ".number", weight: 2, condition: .term(Term(number))),
            ])
    }

    static let rows: [(text: String, found: [String])] = [
        // Strangers: a mention behind whatever is stronger; two of equal strength both stand.
        ("alpha. beta.", ["alpha 3", "beta 3"]),
        ("alpha. beta. deux.", ["beta 5"]),
        // What is more than a mention: behind what is twice as strong.
        ("alpha. un. beta. deux. beta. beta.", ["beta 8", "alpha 5"]),
        ("alpha. un. beta. deux. deux. beta. beta. deux.", ["beta 10"]),
        ("alpha. alpha. alpha. beta. deux. deux. beta. beta. deux.", ["beta 10", "alpha 6"]),
        // One names the other.
        ("alpha. gamma. trois.", ["gamma 5", "alpha 3"]),
        ("gamma. alpha. un.", ["alpha 5", "gamma 3"]),
        // One says nothing.
        ("alpha. delta. quatre.", ["delta 5", "alpha 3"]),
        ("delta. alpha. un.", ["alpha 5", "delta 3"]),
        // The stranger that is stronger counts, whoever else is there.
        ("alpha. beta. deux. gamma.", ["beta 5"]),
    ]

    @Test(arguments: rows)
    func `a weaker topic stands back behind a stronger stranger`(
        _ row: (text: String, found: [String])
    ) {
        let report = TopicCompanyTests.examiner.examine(
            Document(id: "row", source: "rows", title: "", body: row.text))
        #expect(report.topics.map { "\($0.id) \(ExactPoints.text($0.score))" } == row.found)
    }

    @Test func `who stands back says behind whom, and misses no points`() throws {
        let explanation = TopicCompanyTests.examiner.explain(
            Document(id: "row", source: "rows", title: "", body: "alpha. beta. deux."))
        let alpha = try #require(explanation.topics.first { $0.id == "alpha" })
        #expect(!alpha.isReached)
        #expect(alpha.grade == nil)
        #expect(alpha.missing == 0)
        #expect(
            alpha.barred == ["stands back behind #beta, which is stronger and not ‘beside’ it"])
    }
}

/// Points as they are told.
private enum ExactPoints {
    static func text(_ points: Double) -> String {
        points == points.rounded() ? "\(Int(points))" : "\(points)"
    }
}
