import Testing

@testable import Extraction

@Suite struct TermFormsTests {
    static let rows: [(term: String, text: String, found: Set<String>, refused: Set<String>)] = [
        ("أمن", "الأمن وللأمن وأمن لكن آمنة", ["الأمن", "وللأمن", "وأمن"], ["آمنة"]),
        ("drone", "Un drone, des drones, un DRONE", ["drone", "drones", "DRONE"], []),
        ("police judiciaire", "la police judiciaire", ["police judiciaire"], []),
        ("أمن", "لا شيء هنا", [], []),
    ]

    @Test(arguments: rows)
    func `forms are whole words and look-alikes stand apart`(
        _ row: (term: String, text: String, found: Set<String>, refused: Set<String>)
    ) throws {
        let forms = try #require(TermForms(row.term, lexicon: []))
        let (found, alike) = forms.forms(in: row.text)
        #expect(Set(found) == row.found)
        #expect(Set(alike.map(\.quote)) == row.refused)
    }

    @Test func `a term without a word has no forms`() {
        #expect(TermForms("…", lexicon: []) == nil)
    }
}
