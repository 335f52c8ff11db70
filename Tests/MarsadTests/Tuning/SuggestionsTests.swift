import Extraction
import News
import Testing

@testable import marsad

@Suite struct SuggestionsTests {
    private func document(_ text: String, ofTopic isOfTopic: Bool) -> CountedDocument {
        let words = text.split(separator: " ").enumerated().map { number, word in
            let start = word.unicodeScalars.startIndex
            let offset = text.unicodeScalars.distance(
                from: text.unicodeScalars.startIndex, to: start)
            return DocumentWord(
                folded: String(word), start: offset, end: offset + word.unicodeScalars.count,
                sentence: 0, joinsPrevious: number > 0)
        }
        return CountedDocument(
            id: text, language: "fr", isOfTopic: isOfTopic, words: words,
            isCovered: words.map { $0.folded == "covered" }, text: text)
    }

    @Test func `what only the topic's documents have comes first`() {
        let within = (0..<20).map { document("le drone vole ce\($0)", ofTopic: true) }
        let others = (0..<20).map { document("le train part ce\($0)", ofTopic: false) }
        let found = Suggestions(prior: 20).suggestions(from: within + others, limit: 10)
        #expect(found.map(\.term).contains("drone vole"))
        #expect(!found.map(\.term).contains("le"))
        #expect(!found.map(\.term).contains("train"))
        #expect(found.first?.within == 20)
        #expect(found.first?.without == 0)
    }

    @Test func `clitics come off where the word stands alone elsewhere`() {
        let within = (0..<10).flatMap { _ in
            [document("حجز والقرص", ofTopic: true), document("بيع قرص", ofTopic: true)]
        }
        let others = (0..<20).map { _ in document("لعب كرة", ofTopic: false) }
        let found = Suggestions(prior: 20).suggestions(from: within + others, limit: 10)
        let pill = found.first { $0.forms.contains("قرص") }
        #expect(pill?.forms.contains("والقرص") == true)
        #expect(pill?.within == 20)
    }

    @Test func `what does not concern the police is compared with only where little else is`() {
        var far = (0..<30).map { document("train ce\($0)", ofTopic: false) }
        for index in far.indices { far[index].isRelevant = false }
        let near = (0..<20).map { document("police ce\($0)", ofTopic: false) }
        let within = [document("drone", ofTopic: true)]
        #expect(Proposals.comparable(within + far + near).count == 21)
        #expect(Proposals.comparable(within + far + near.dropLast()).count == 50)
    }

    @Test func `of very many documents of a topic some are taken, and all that are labelled`() {
        func document(_ hash: UInt64, ofTopic: Bool = true, _ label: Bool? = nil) -> CountedDocument
        {
            var document = self.document("drone \(hash)", ofTopic: ofTopic)
            document.hash = hash
            document.label = label
            return document
        }
        var sample = DocumentSample(limit: 2)
        sample.add([document(5), document(9, ofTopic: true, true), document(7, ofTopic: false)])
        sample.add([document(3), document(4), document(8, ofTopic: false, false)])
        #expect(sample.documents.map(\.hash) == [3, 4, 9, 7, 8])
        #expect(sample.ofTopic == 4)
    }

    @Test func `the z of a term is its log-odds' difference in standard deviations`() {
        // By hand: 20 of 100 against 5 of 300, with α₀ = 100 and so α = 6.25, gives
        // ln(26.25/173.75) − ln(11.25/388.75) = 1.6526, over √(1/26.25 + 1/11.25) = 0.35635.
        let odds = LogOdds(prior: 100, within: 100, without: 300)
        #expect(abs(odds.z(within: 20, without: 5) - 4.63764) < 0.00001)
        #expect(LogOdds(prior: 50, within: 200, without: 200).z(within: 7, without: 7) == 0)
        let other = LogOdds(prior: 100, within: 300, without: 100)
        #expect(abs(other.z(within: 5, without: 20) + 4.63764) < 0.00001)
    }
}

@Suite struct FaultsOfTermsTests {
    private func hit(_ term: String, line: Int = 1, firstWord: String = "") -> TermHit {
        TermHit(
            term: term, place: SettingsPlace(file: "drugs.yaml", line: line, column: 5),
            rule: "drugs.1", firstWord: firstWord, quote: term)
    }

    private func uncounted(_ term: String, line: Int) -> TermHit {
        var hit = hit(term, line: line)
        hit.isCounted = false
        return hit
    }

    @Test func `a term that only wrong documents have is told with its place`() {
        let found = FalseTerms().terms(in: [
            ("a", false, [hit("herbe", line: 3), hit("chira", line: 4)]),
            ("b", false, [hit("herbe", line: 3), hit("herbe", line: 3)]),
            ("c", true, [hit("chira", line: 4)]),
            ("d", false, [hit("neige", line: 5)]),
            // What no rule counted brings nothing.
            ("e", false, [uncounted("police", line: 6)]),
            ("f", false, [uncounted("police", line: 6)]),
        ])
        #expect(
            found == [
                FalseTerm(
                    term: "herbe", place: "drugs.yaml:3:5", rules: ["drugs.1"], wrong: 2,
                    examples: ["a", "b"])
            ])
    }

    @Test func `a word that is read as a clitic and a keyword stands by itself too often`() {
        let hits = [
            hit("سام", firstWord: "وسام"), hit("أمن", firstWord: "وامن"),
            hit("أمن", firstWord: "امن"), hit("الأمن", firstWord: "والامن"),
            hit("تهمة", firstWord: "بتهمه"), hit("السجن", firstWord: "بالسجن"),
            hit("المؤثرات", firstWord: "والموثرات"), hit("الي", firstWord: "والي"),
            hit("لاغ", firstWord: "بلاغ"),
        ]
        let vocabulary = [
            "وسام": 9, "سام": 1, "وامن": 4, "امن": 20, "الامن": 30, "والامن": 9, "بتهمه": 5,
            "تهمه": 2, "بالسجن": 7, "السجن": 3, "والموثرات": 3, "والي": 6, "الي": 40, "الوالي": 3,
            "بلاغ": 8, "لاغ": 9, "البلاغ": 4,
        ]
        #expect(
            LookAlikeWords().words(hits, vocabulary: vocabulary) == [
                WordToProtect(word: "وسام", term: "سام", clitic: "و", count: 9, alone: 1),
                WordToProtect(word: "بلاغ", term: "لاغ", clitic: "ب", count: 8, alone: 9),
                WordToProtect(word: "والي", term: "الي", clitic: "و", count: 6, alone: 40),
            ])
    }

    @Test func `the terms of a topic's rules are found with their rules and places`() {
        let place = SettingsPlace(file: "topic.yaml", line: 2, column: 3)
        let examiner = Examiner(
            lexicon: [],
            topics: TopicSettings(
                topics: [
                    TopicRules(
                        id: "topic",
                        rules: [
                            Rule(
                                id: "topic.one",
                                condition: .all([
                                    .term(Term("$words")), .none([.term(Term("film"))]),
                                ])),
                            Rule(id: "topic.less", weight: -1, condition: .term(Term("radar"))),
                        ])
                ], relevance: TopicRules(id: "relevance", threshold: 0),
                lists: ["words": [.term(Term("أقراص", place: place))]]))
        let document = Document(
            id: "1", source: "rows", title: "", body: "حجز وأقراص في film radar")
        #expect(
            examiner.reading(of: document, for: "topic", where: { _ in true })?.hits == [
                TermHit(
                    term: "أقراص", place: place, rule: "topic.one", firstWord: "واقراص",
                    quote: "أقراص", isCounted: false)
            ])
    }
}
