import Extraction
import Foundation
import News
import Testing

@testable import Storage
@testable import marsad

@Suite struct ReviewSessionTests {
    private func item(_ id: String, _ subjects: [String]) -> ReviewItem {
        ReviewItem(
            key: ItemKey(feed: "paper", id: id), title: id, source: "Paper  2026-11-21",
            text: "\(id)\n\nUn radar.", marks: [],
            questions: subjects.map {
                .init(subject: $0, isFound: true, score: 3, threshold: 3)
            }, doubts: [Doubt(subject: "drugs", kind: .near, why: "3 of 3 points")])
    }

    /// What is kept when these keys are pressed, and what was shown.
    private func run(
        _ keys: String, _ items: [ReviewItem]
    ) throws -> (kept: [String], shown: String) {
        var left = Array(keys)[...]
        var kept: [String] = []
        var shown = ""
        var session = ReviewSession(
            who: "me", topics: ["drugs", "road-safety", "training-recruitment"],
            key: { left.popFirst() }, show: { shown += $0 + "\n" },
            keep: { labels in
                kept += labels.map {
                    "\($0.key.id) \($0.subject.rawValue)=\($0.verdict) by \($0.who)"
                }
            })
        try session.run(through: items)
        return (kept, shown)
    }

    static let rows: [(keys: String, kept: [String])] = [
        ("yn", ["a relevant=true by me", "a #drugs=false by me"]),
        // What is not relevant has no topic: the next key is the next item's.
        ("nyy", ["a relevant=false by me", "b relevant=true by me"]),
        ("y\ny\nn\n", ["a relevant=true by me", "a #drugs=true by me", "b relevant=false by me"]),
        ("sn", ["b relevant=false by me"]),
        ("yq", ["a relevant=true by me"]),
        (
            "+road-safety\nyy",
            ["a relevant=true by me", "a #drugs=true by me", "a #road-safety=true by me"]
        ),
        ("y+train\ns", ["a relevant=true by me", "a #training-recruitment=true by me"]),
        (
            "nbyn",
            [
                "a relevant=false by me", "a relevant=true by me", "a #drugs=false by me",
            ]
        ),
        (
            "y+traim\u{7F}n\ns",
            ["a relevant=true by me", "a #training-recruitment=true by me"]
        ),
        // Ctrl-C ends it wherever one is, and what was said before stays.
        ("y\u{3}n", ["a relevant=true by me"]), ("y+dru\u{3}\nn", ["a relevant=true by me"]),
        ("", []), ("q", []),
    ]

    @Test(arguments: rows)
    func `a key is an answer, and the end of the input is the end`(
        _ row: (keys: String, kept: [String])
    ) throws {
        let kept = try run(row.keys, [item("a", ["relevant", "drugs"]), item("b", ["relevant"])])
            .kept
        #expect(kept == row.kept)
    }

    @Test func `an item is shown with its doubts and what the rules say`() throws {
        let shown = try run("x", [item("a", ["relevant"])]).shown
        #expect(shown.contains("1 of 1  "))
        #expect(shown.contains("  drugs: 3 of 3 points\n"))
        #expect(
            shown.contains("concerns the Moroccan police? (the rules say yes, 3 of 3)  y/n/s/q"))
        #expect(shown.ranges(of: "y yes · n no").count == 2)
    }

    @Test func `a topic that is none is told with those that are`() throws {
        let shown = try run("+dregs\nq", [item("a", ["relevant"])]).shown
        #expect(
            shown.contains(
                "there is no topic ‘dregs’; there are drugs, road-safety, training-recruitment"))
    }
}

@Suite struct ReviewPickerTests {
    private func examiner(_ rules: [Rule], relevance: [Rule] = []) -> Examiner {
        Examiner(
            lexicon: [],
            topics: TopicSettings(
                topics: [TopicRules(id: "topic", rules: rules)],
                relevance: TopicRules(
                    id: "relevance", threshold: relevance.isEmpty ? 0 : 3, rules: relevance)))
    }

    private func rule(_ word: String, _ weight: Double) -> Rule {
        Rule(id: "topic.\(word)", weight: weight, condition: .term(Term(word)))
    }

    private func stored(_ text: String, isMatch: Bool = true) -> StoredItem {
        StoredItem(
            key: ItemKey(feed: "paper", id: "1"), outlet: "Paper",
            item: Item(id: "1", title: "", text: text), contentHash: 0, seen: Date(),
            matched: isMatch ? Date() : nil, versions: [], elsewhere: [])
    }

    private func doubts(
        _ picker: ReviewPicker, _ text: String, isMatch: Bool = true, judged: Set<String> = []
    ) -> [String] {
        let document = Document(id: "1", source: "paper", title: "", body: text)
        let item = picker.item(stored(text, isMatch: isMatch), document, judged: judged)
        return item?.doubts.map { "\($0.subject) \($0.kind): \($0.why)" } ?? []
    }

    @Test func `of all that pass by the most worth are held, the latest first`() {
        func item(_ id: String, _ weight: Double) -> ReviewItem {
            ReviewItem(
                key: ItemKey(feed: "paper", id: id), title: id, source: "", text: "", marks: [],
                questions: [],
                doubts: [Doubt(subject: "drugs", kind: .near, why: "", weight: weight)])
        }
        var most = MostWorth(limit: 3)
        most.add([item("a", 0.5), item("b", 0.9), item("c", 0.5)])
        most.add([item("d", 0.1), item("e", 0.9)])
        most.add([])
        #expect(most.items.map(\.title) == ["e", "b", "c"])
    }

    @Test func `what is near a threshold is in doubt`() {
        let picker = ReviewPicker(examiner: examiner([rule("radar", 2.5), rule("drone", 9)]))
        #expect(doubts(picker, "Un radar.") == ["topic near: 2.5 of 3 points"])
        #expect(doubts(picker, "Un drone.") == [])
        #expect(doubts(picker, "Rien.") == [])
        #expect(doubts(picker, "Un radar.", judged: ["topic"]) == [])
    }

    @Test func `rules that speak against each other are in doubt`() {
        let picker = ReviewPicker(examiner: examiner([rule("drone", 9), rule("film", -2)]))
        #expect(
            doubts(picker, "Un drone dans un film.")
                == ["topic disputed: rules disagree: topic.drone adds 9, topic.film -2"])
    }

    @Test func `what changed rules gain and lose comes first`() {
        var picker = ReviewPicker(examiner: examiner([rule("drone", 9), rule("radar", 2.5)]))
        picker.present = examiner([rule("radar", 9)])
        #expect(
            doubts(picker, "Un drone.")
                == ["topic changed: gained: not found by the rules as they are"])
        #expect(
            doubts(picker, "Un radar.") == [
                "topic changed: lost: was found by the rules as they are",
                "topic near: 2.5 of 3 points",
            ])
    }

    @Test func `an item that was kept as no match and is one now is in doubt`() {
        let relevance = Rule(id: "relevance.word", weight: 9, condition: .term(Term("police")))
        let picker = ReviewPicker(examiner: examiner([], relevance: [relevance]))
        #expect(
            doubts(picker, "La police.", isMatch: false)
                == ["relevant changed: gained: not found when it was kept"])
        #expect(doubts(picker, "La police.") == [])
    }
}
