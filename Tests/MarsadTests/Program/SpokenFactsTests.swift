import News
import Testing

@testable import marsad

/// How people are told why an article is in its story.
@Suite struct SpokenFactsTests {
    @Test(arguments: [
        (
            "tells of the same #2000.0, #61500.0, organisation:dgsn, place:tanger",
            "tells of the same deux tonnes, 61.500 درهم, الأمن الوطني, Tanger"
        ),
        (
            "tells of the same 2.0 person, 36.0 year, 2026-03-02",
            "tells of the same deux suspects, 36 year, 2026-03-02"
        ),
        (
            "tells of the same country:ES, event:afcon-2025/35, person:x",
            "tells of the same Spain, CAN, person:x"
        ),
        ("shares 62 % of the shorter text with it", "shares 62 % of the shorter text with it"),
        ("told of by hand, #1", "told of by hand, #1"),
    ])
    func `what is alike is told as the articles print it`(_ why: String, _ told: String) {
        var one = Facts()
        one.organisations = [Organisation(id: "dgsn", name: "الأمن الوطني")]
        one.quantities = [
            Quantity(quote: "61.500 درهم", start: 0, end: 11, value: 61_500, unit: "MAD")
        ]
        var other = Facts()
        other.places = [Place(id: "tanger", name: "Tanger", kind: "city")]
        other.events = [Event(id: "afcon-2025", name: "CAN", edition: 35)]
        other.quantities = [
            Quantity(quote: "deux suspects", start: 0, end: 13, value: 2, unit: "suspect"),
            Quantity(quote: "deux tonnes", start: 0, end: 11, value: 2, unit: "t"),
        ]
        let spoken = SpokenFacts(
            [one, other].map { Report(id: "1", source: "s", language: "fr", facts: $0) })
        #expect(spoken.sentence(why) == told)
    }
}
