import Foundation
import News
import Testing

@testable import Digests

@Suite struct NamesTests {
    @Test func `what the lexicon knows is called as the reader calls it`() {
        let names: [NamedThing: [String: String]] = [
            NamedThing(.places, "fes"): ["ar": "فاس", "fr": "Fès"]
        ]
        let phrasing = Phrasing(language: .fr, timeZone: .gmt, names: names)
        #expect(phrasing.name(.places, "fes", as: "فاس") == "Fès")
        #expect(phrasing.name(.people, "fes", as: "فاس") == "فاس")
        #expect(phrasing.name(.places, nil, as: "فاس") == "فاس")
        let english = Phrasing(language: .en, timeZone: .gmt, names: names)
        #expect(english.name(.places, "fes", as: "فاس") == "فاس")
    }

    @Test(arguments: [
        (DigestLanguage.fr, "16 mai 1956 + 69"), (.en, "16 May 1956 + 69"),
    ])
    func `an anniversary is reckoned from a day as people write it`(
        _ language: DigestLanguage, _ source: String
    ) {
        var facts = Facts()
        facts.events = [
            Event(
                id: "anniversary", name: "Anniversaire", edition: 69, start: "2025-05-16",
                end: "2025-05-16", confidence: 1, from: "1956-05-16 + 69")
        ]
        let report = Report(id: "1", source: "s", language: "fr", facts: facts)
        let lines = FactLines(
            quoted: report, others: [], phrasing: Phrasing(language: language, timeZone: .gmt)
        ).lines
        #expect(lines.map(\.entries).first?.first?.source == source)
    }
}
