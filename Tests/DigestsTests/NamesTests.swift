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
        #expect(english.name(.places, "fes", as: "فاس") == "Fès")
    }

    @Test(arguments: [
        (DigestLanguage.fr, "16 mai 1956 + 69 ans"), (.en, "16 May 1956 + 69 years"),
        (.ar, "16 ماي 1956 + 69 سنة"),
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

    @Test(
        arguments: [
            ("Interpol (OIPC)", nil), ("Direction générale", "DGSN"), (nil, "DGSN"),
        ] as [(String?, String?)])
    func `an acronym is not said twice`(_ known: String?, _ note: String?) {
        var facts = Facts()
        facts.organisations = [Organisation(id: "x", name: "La police (x)", acronym: "DGSN")]
        let names = known.map { [NamedThing(.organisations, "x"): ["fr": $0]] } ?? [:]
        let lines = FactLines(
            quoted: Report(id: "1", source: "s", language: "fr", facts: facts), others: [],
            phrasing: Phrasing(language: .fr, timeZone: .gmt, names: names)
        ).lines
        #expect(lines.map(\.entries).first?.first?.note == note)
    }

    @Test func `a measure of nothing is no fact, unless it is part of what was done`() {
        var facts = Facts()
        facts.quantities = [
            Quantity(quote: "360 degrés", start: 0, end: 1, value: 360, unit: "degree"),
            Quantity(quote: "12 %", start: 0, end: 1, value: 12, unit: "%"),
            Quantity(quote: "8 % des cas", start: 0, end: 1, value: 8, of: "cas", unit: "%"),
            Quantity(quote: "15 kg", start: 0, end: 1, value: 15, unit: "kg"),
            Quantity(quote: "48 heures", start: 0, end: 1, value: 48, unit: "hour"),
            Quantity(quote: "cinq ans", start: 0, end: 1, value: 5, unit: "year"),
        ]
        facts.acts = [
            Act(kind: "arrest", quote: "…", start: 0, end: 1, quantities: ["48 heures"])
        ]
        let lines = FactLines(
            quoted: Report(id: "1", source: "s", language: "fr", facts: facts), others: [],
            phrasing: Phrasing(language: .fr, timeZone: .gmt)
        ).lines
        #expect(
            lines.flatMap(\.entries).map(\.text) == [
                "8 % des cas", "15 kg", "48 heures", "cinq ans",
            ])
    }

    @Test func `facts that are not shown are counted`() {
        var facts = Facts()
        facts.places = (1...9).map {
            Place(id: "p\($0)", name: "Lieu \($0)", kind: "city", country: "MA")
        }
        facts.people = (1...7).map { Person(name: "Nom \($0)") }
        facts.organisations = (1...5).map { Organisation(id: "o\($0)", name: "Corps \($0)") }
        facts.countries = [Country(code: "FR"), Country(code: "MA")]
        let lines = FactLines(
            quoted: Report(id: "1", source: "s", language: "fr", facts: facts), others: [],
            phrasing: Phrasing(language: .fr, timeZone: .gmt)
        ).lines
        #expect(lines.map(\.kind) == [.who, .place, .country])
        #expect(lines.map(\.entries.count) == [10, 6, 1])
        #expect(lines.map(\.more) == [2, 3, 0])
    }
}
