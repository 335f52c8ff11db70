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
}
