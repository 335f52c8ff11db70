import Foundation
import News
import Testing

@testable import Storage

@Suite struct ReportScannerTests {
    @Test func `a report is read as Foundation's decoder reads it`() throws {
        let text = try JSONText.of(full)
        #expect(try ReportScanner.report(text) == full)
        #expect(try JSONDecoder.archive.value(Report.self, in: text) == full)
    }

    @Test func `white space, unknown keys and their order do not matter`() throws {
        let text = #"""
            { "score" : 1.5e1 , "later" : {"a": [1, {"b": "]}\""}], "c": null},
              "topics": [ ], "language": "fr", "facts": {"people": null_or_not} }
            """#.replacing("null_or_not", with: "[]")
        let report = try ReportScanner.report(text)
        #expect(report.score == 15)
        #expect(report.language == "fr")
    }

    @Test func `every escape is undone`() throws {
        let text = #"{"title": "\"\\\/\b\f\n\r\t\u00e9\ud83d\udc6e\u0645 \u0001é"}"#
        #expect(
            try ReportScanner.report(text).title
                == "\"\\/\u{8}\u{C}\n\r\té👮م \u{1}é")
    }

    @Test(arguments: [
        "", "{", "[]", #"{"score": "1"}"#, #"{"score": 1"#, #"{"title": "a}"#, #"{"title": "a\"}"#,
        #"{"score": -}"#, #"{"score" 1}"#, #"{"x": ]}"#, #"{"topics": [1]}"#,
        #"{"boilerplate": [{"kind": "unheard-of"}]}"#, #"{"boilerplate": [{"start": 1.5}]}"#,
        #"{"title": "\u12"}"#,
    ])
    func `what is no report is refused`(_ text: String) {
        #expect(throws: JSONFault.self) { try ReportScanner.report(text) }
    }

    @Test func `the gist tells what the lexicon knows, and counts mentions`() throws {
        var json = JSONScanner(try JSONText.bytes(of: full))
        let gist = try ReportScanner(.gist).report(&json)
        let blank = Mention(quote: "", start: 0, end: 0)
        var expected = Report(
            id: "", source: "", language: "ar", isDarija: true, isRelevant: true, score: 1e-7,
            topics: full.topics)
        expected.topics[0].evidence = []
        expected.facts.people = [full.facts.people[0]]
        expected.facts.people[0].mentions = [blank]
        expected.facts.organisations = full.facts.organisations
        expected.facts.organisations[0].mentions = Array(repeating: blank, count: 40)
        expected.facts.countries = full.facts.countries
        expected.facts.countries[0].mentions = [blank]
        expected.facts.places = full.facts.places
        expected.facts.events = full.facts.events
        #expect(gist == expected)
    }

    @Test func `what is quoted by has no quotes of its own`() throws {
        var json = JSONScanner(try JSONText.bytes(of: full))
        let quoted = try ReportScanner(.quoted).report(&json)
        var expected = full
        (expected.id, expected.source, expected.title, expected.text) = ("", "", nil, nil)
        (expected.paragraphs, expected.published) = (nil, nil)
        (expected.relevance[0].rule, expected.relevance[0].quote) = ("", "")
        expected.topics[0].evidence = expected.relevance
        for place in expected.facts.people.indices {
            expected.facts.people[place].mentions[0].quote = ""
        }
        for place in expected.facts.organisations[0].mentions.indices {
            expected.facts.organisations[0].mentions[place].quote = ""
        }
        expected.facts.countries[0].mentions[0].quote = ""
        expected.facts.quotations = []
        expected.facts.acts = [
            Act(kind: "", quote: "", start: 0, end: 0, quantities: ["1,5 kg"])
        ]
        #expect(quoted == expected)
    }

    /// Something of everything.
    private var full: Report {
        let mention = Mention(quote: "l'«Espagne» \"\\\n\t", start: 3, end: .max, kind: .stateTitle)
        let evidence = Evidence(
            rule: "a.1", points: -2.25, quote: "الأمن", start: 0, end: 105, part: .lead,
            terms: [.init(start: 0, end: 5), .init(start: 90, end: 105)])
        var report = Report(
            id: "1", source: "f", language: "ar", isDarija: true,
            paragraphs: [Paragraph(start: 0, end: 9, language: "fr", isDarija: true)],
            published: Date(timeIntervalSince1970: 1_747_389_600.125), title: "عنوان \u{1}",
            isRelevant: true, score: 1e-7,
            topics: [
                TopicFinding(
                    id: "drugs", score: 12.300000000000001, threshold: 3, grade: "primary",
                    evidence: [evidence])
            ], relevance: [evidence],
            boilerplate: [Boilerplate(start: 1, end: 2, kind: .viewCounter)], text: "…")
        report.facts.people = [
            Person(
                id: "hammouchi", name: "عبد اللطيف", role: "r", mentions: [mention],
                confidence: 0.9, from: "x"),
            Person(name: "un passant", mentions: [mention]),
        ]
        report.facts.organisations = [
            Organisation(
                id: "dgsn", name: "DGSN", acronym: "DGSN", country: "MA",
                mentions: Array(repeating: mention, count: 40), confidence: 1, from: "y")
        ]
        report.facts.countries = [
            Country(code: "ES", mentions: [mention], confidence: 0.5, from: "z")
        ]
        report.facts.places = [
            Place(id: "tanger", name: "طنجة", kind: "city", country: "MA", from: "q")
        ]
        report.facts.events = [
            Event(id: "open-days", name: "أيام", edition: 6, host: "el-jadida", start: "2025-05-17")
        ]
        report.facts.dates = [
            DateFact(quote: "hier", start: 0, end: 4, value: nil, kind: "relative")
        ]
        report.facts.quantities = [
            Quantity(
                quote: "1,5 kg", start: 0, end: 6, value: 1.5, max: 2, of: "r", unit: "kg",
                bound: .atLeast)
        ]
        report.facts.quotations = [Quotation(quote: "«»", start: 0, end: 2, speaker: "dgsn")]
        report.facts.acts = [
            Act(
                kind: "visit", quote: "visite", start: 0, end: 6, agents: ["hammouchi"],
                objects: ["TR"], place: "ankara", quantities: ["1,5 kg"], confidence: 0.25)
        ]
        return report
    }
}
