import Foundation
import News
import Testing

@testable import Storage

@Suite struct JSONTextTests {
    @Test func `a value comes back from its text`() throws {
        var state = FeedState()
        state.etag = "\"a\\b\"\n\t\u{1}é 👮\u{2028}"
        state.bodyHash = .max
        state.lastPoll = Date(timeIntervalSince1970: 1_747_389_600.123_456)
        state.maxAge = 1e-7
        state.arrivals = [morning, later(-1)]
        state.movedCount = -3
        let text = try JSONText.of(state)
        #expect(try JSONDecoder.archive.value(FeedState.self, in: text) == state)
    }

    @Test func `a report comes back from its text`() throws {
        var report = report(news("1", "Titre «cité»"), ["drugs", "institution"], ["TR", "ES"])
        report.facts.dates = [
            DateFact(quote: "hier", start: 0, end: 4, value: nil, kind: "relative")
        ]
        report.facts.quantities = [
            Quantity(quote: "1,5 kg", start: 0, end: 6, value: 1.5, of: nil, bound: .atLeast)
        ]
        report.facts.acts = [
            Act(kind: "visit", quote: "visite", start: 0, end: 6, agents: ["hammouchi"])
        ]
        report.boilerplate = [Boilerplate(start: 1, end: 2, kind: .viewCounter)]
        let text = try JSONText.of(report)
        #expect(try JSONDecoder.archive.value(Report.self, in: text) == report)
    }

    @Test func `keys stand in the order of their type and nothing is between them`() throws {
        struct Sample: Codable {
            var title = "a\"b"
            var list = [1, 2]
            var empty: [String] = []
            var real = 2.5
            var wrong = Double.nan
            var isTrue = true
        }
        #expect(
            try JSONText.of(Sample())
                == #"{"title":"a\"b","list":[1,2],"empty":[],"real":2.5,"wrong":0.0,"isTrue":true}"#
        )
    }

    /// Some types are written without their own encoding: a key that one gains must not get lost.
    @Test func `what is written by hand is what its type would write`() throws {
        let mentions = [
            Mention(quote: "l'«Espagne» \"\\\n", start: -20, end: .max, kind: .stateTitle),
            Mention(quote: "", start: 0, end: 7),
        ]
        let evidence = [
            Evidence(
                rule: "a.1", points: 2.5, quote: "الأمن", start: 0, end: 105, part: .lead,
                terms: [.init(start: 0, end: 5), .init(start: 90, end: 105)]),
            Evidence(rule: "a.2", points: 1, quote: "", start: 0, end: 0, part: .body),
        ]
        try expectOwnEncoding(of: mentions)
        try expectOwnEncoding(of: evidence)
        #expect(
            try JSONText.of(mentions)
                == #"[{"quote":"l'«Espagne» \"\\\n","start":-20,"end":9223372036854775807,"#
                + #""as":"state-title"},{"quote":"","start":0,"end":7}]"#)
        #expect(try JSONText.of([Mention]()) == "[]")
    }

    private func expectOwnEncoding<Value: Encodable>(of values: [Value]) throws {
        func objects(_ data: Data) throws -> [NSDictionary] {
            try #require(try JSONSerialization.jsonObject(with: data) as? [NSDictionary])
        }
        let written = try objects(Data(try JSONText.bytes(of: values)))
        #expect(written == (try objects(try JSONEncoder().encode(values))))
        #expect(written.first?.count == values.first.map { Mirror(reflecting: $0).children.count })
    }
}
