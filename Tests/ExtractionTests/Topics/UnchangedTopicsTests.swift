import Testing

@testable import Extraction

@Suite struct UnchangedTopicsTests {
    private func topic(_ id: String, _ words: [String], at line: Int = 1) -> TopicRules {
        let place = SettingsPlace(file: "\(line).yaml", line: line, column: 1)
        let terms = words.map { Condition.term(Term($0, place: place)) }
        return TopicRules(
            id: id, note: "note \(line)",
            rules: [Rule(id: id + ".any", condition: .any(terms), place: place)], place: place)
    }

    private func settings(
        radars: [String] = ["radar", "$speed"], speed: String = "vitesse", line: Int = 1
    ) -> TopicSettings {
        let cars = Condition.near(
            .init(groups: [[.term(Term("#roads"))], [.none([.term(Term("voiture"))])]]))
        return TopicSettings(
            topics: [
                topic("roads", radars, at: line), topic("drugs", ["chira"], at: line),
                TopicRules(id: "cars", rules: [Rule(id: "cars.near", condition: cars)]),
            ],
            relevance: topic("relevance", ["police"], at: line),
            lists: ["speed": [.term(Term(speed))], "idle": [.term(Term("rien"))]])
    }

    @Test func `where a topic is written, and what is noted of it, changes nothing`() {
        let unchanged = UnchangedTopics(settings(), settings(line: 7)).ids
        #expect(unchanged == ["roads", "drugs", "cars", "relevance"])
    }

    @Test func `a changed topic changes those that name it`() {
        let unchanged = UnchangedTopics(settings(), settings(radars: ["radar"])).ids
        #expect(unchanged == ["drugs", "relevance"])
    }

    @Test func `a changed list changes those that name it, and those that name these`() {
        let unchanged = UnchangedTopics(settings(), settings(speed: "excès de vitesse")).ids
        #expect(unchanged == ["drugs", "relevance"])
    }

    @Test func `a topic that is gone is not unchanged`() {
        var fewer = settings()
        fewer.topics.remove(at: 1)
        #expect(UnchangedTopics(settings(), fewer).ids == ["roads", "cars", "relevance"])
    }

    @Test func `a lexicon is the same wherever it is written`() {
        func entry(_ term: String, line: Int) -> LexiconEntry {
            let place = SettingsPlace(file: "lexicon.yaml", line: line, column: 3)
            return LexiconEntry(
                kind: "people", id: "somebody", terms: ["terms": [Term(term, place: place)]],
                place: place)
        }
        #expect(entry("a", line: 1).isWorded(as: entry("a", line: 9)))
        #expect(!entry("a", line: 1).isWorded(as: entry("b", line: 1)))
    }
}
