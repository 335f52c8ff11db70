import News
import Testing

@testable import Extraction

@Suite struct StoryFactsTests {
    @Test func `tellings agree on what most of them state, and disagree on numbers of one thing`() {
        let tellings = [
            "Tanger: 16 morts et 41 blessés dans une collision, selon la DGSN.",
            "طنجة: مصرع 16 شخصا وإصابة 43 شخصا بجروح، حسب المديرية العامة للأمن الوطني",
            "La DGSN fait état de 16 morts à Tanger.",
        ].map { Shipped.facts($0, country: "MA") }
        let facts = StoryFacts(of: tellings)
        #expect(facts.agreed.contains("place:tanger"))
        #expect(facts.agreed.contains("organisation:dgsn"))
        #expect(StoryFacts(of: Array(tellings.prefix(1))).agreed == [])
    }

    @Test func `a number told otherwise is told with who tells it`() {
        func counted(_ values: Double...) -> Facts {
            var facts = Facts()
            facts.quantities = values.map {
                Quantity(quote: "", start: 0, end: 0, value: $0, of: nil, unit: "dead")
            }
            return facts
        }
        #expect(
            StoryFacts(of: [counted(16), counted(17), Facts(), counted(16)]).disputed == [
                StoryFacts.Dispute(
                    of: "dead",
                    told: [
                        StoryFacts.Told(value: 16, by: [0, 3]),
                        StoryFacts.Told(value: 17, by: [1]),
                    ])
            ])
        #expect(StoryFacts(of: [counted(16), counted(16, 17)]).disputed == [])
        #expect(StoryFacts(of: [counted(16), counted(16)]).agreed == ["16 dead"])
    }
}
