import News
import Testing

@testable import Extraction

/// What the seeds state of dates, amounts and events, read by eye.
struct SeedRow: Sendable, CustomTestStringConvertible {
    let seed: String
    var dates: [String] = []
    var quantities: [String] = []
    var events: [String] = []
    var testDescription: String { seed }
}

@Suite struct SeedFactsTests {
    @Test(arguments: [
        SeedRow(
            seed: "000",
            dates: ["قبل 69 سنة = 1956", "16 ماي = 2025-05-16"],
            quantities: ["24 دبلوماسيا = 24 diplomat exactly"],
            events: [
                "open-days 6 el-jadida - -", "afcon-2025 - - - -", "world-cup-2030 - - - -",
                "dgsn-anniversary 69 - 2025-05-16 2025-05-16",
            ]),
        SeedRow(
            seed: "001",
            dates: ["من 17 إلى 21 ماي 2025 = 2025-05-17/2025-05-21"],
            quantities: [
                "آلاف الزوار = - visitor exactly", "أكثر من خمسين رواقاً = 50 pavilion at-least",
                "ثمانية أجنحة = 8 pavilion exactly", "360 درجة = 360 degree exactly",
                "24 دولة = 24 country exactly",
            ],
            events: [
                "open-days 6 el-jadida 2025-05-17 2025-05-21",
                "dgsn-anniversary 69 - 2025-05-16 2025-05-16",
            ]),
        SeedRow(
            seed: "002",
            dates: ["نونبر 2025 = 2025-11"],
            events: [
                "igef - ankara - -", "interpol-general-assembly 93 marrakech 2025-11 2025-11",
                "afcon - - - -", "world-cup-2030 - - - -",
            ]),
        SeedRow(
            seed: "003", dates: ["من 8 إلى 12 فبراير الجاري = -"],
            events: ["world-defense-show 3 riyad - -"]),
        SeedRow(seed: "004"),
    ])
    func `a seed states these dates, amounts and events and no others`(_ row: SeedRow) throws {
        let text = try Shipped.seed(row.seed)
        let document = Document(id: row.seed, source: row.seed, text: text)
        let facts = Shipped.examiner.examine(document).facts
        #expect(facts.dates.map { "\($0.quote) = \($0.value ?? "-")" } == row.dates)
        #expect(
            facts.quantities.map { quantity in
                let value = quantity.value.map { String(Int($0)) } ?? "-"
                return "\(quantity.quote) = \(value) \(quantity.unit ?? "-") "
                    + quantity.bound.rawValue
            } == row.quantities)
        #expect(
            facts.events.map { event in
                let edition = event.edition.map(String.init) ?? "-"
                return "\(event.id) \(edition) \(event.host ?? "-") "
                    + "\(event.start ?? "-") \(event.end ?? "-")"
            } == row.events)
        let ranges =
            facts.dates.map { ($0.quote, $0.start, $0.end) }
            + facts.quantities.map { ($0.quote, $0.start, $0.end) }
            + facts.events.flatMap(\.mentions).map { ($0.quote, $0.start, $0.end) }
        #expect(ranges.allSatisfy { $0.0 == text.scalars($0.1, $0.2) })
    }

    @Test func `the visit of the third seed is dated by its publication`() throws {
        let text = try Shipped.seed("003")
        let scan = Shipped.scan(text, published: "2026-02-09T12:00:00Z")
        #expect(Dates().findings(in: scan).map(\.value) == ["2026-02-08/2026-02-12"])
    }
}
