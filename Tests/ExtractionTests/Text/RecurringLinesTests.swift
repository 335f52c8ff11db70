import News
import Testing

@testable import Extraction

@Suite struct RecurringLinesTests {
    private static let footer = "مقر الجريدة بمدينة الرباط قرب محطة القطار"

    private func body(_ text: String, footer: String = RecurringLinesTests.footer) -> String {
        "\(text) اليوم بالملعب البلدي.\nوحضر اللقاء عدد من السكان.\nثم انصرف الجميع.\n\(footer)"
    }

    @Test func `a line at the edge of three texts is page chrome and yields nothing`() {
        let texts = ["لعب الصغار", "لعب الكبار", "لعب الجميع"].map { body($0) }
        let lines = RecurringLines.learn(from: texts)
        let document = Document(
            id: "row", source: "rows", text: "مباراة\n\n" + texts[0], titleLength: 6)
        var known = document
        known.recurringLines = lines
        let before = Shipped.examiner.examine(document)
        let after = Shipped.examiner.examine(known)
        #expect(before.facts.places.map(\.name) == ["الرباط"])
        #expect(after.facts.places.isEmpty)
        let chrome = after.boilerplate.map {
            "\($0.kind.rawValue): \(known.text.scalars($0.start, $0.end))"
        }
        #expect(
            chrome == [
                "feed-footer: وحضر اللقاء عدد من السكان.", "feed-footer: ثم انصرف الجميع.",
                "feed-footer: \(RecurringLinesTests.footer)",
            ])
    }

    @Test(arguments: [
        // Two items are no pattern.
        ["أ\nب\nج", "د\nهـ\nج"],
        // One text three times is one text.
        ["سطر\nآخر", "سطر\nآخر", "سطر\nآخر"],
        // In the middle of long texts stand the articles' own lines.
        ["1\n2\n3 م\nوسط\n4\n5\n6", "7\n8\n9 م\nوسط\n10\n11\n12", "13\n14\n15\nوسط\n16\n17\n18"],
        // Longer than furniture is.
        (1...3).map { "\($0)\n" + String(repeating: "كلمات", count: 120) },
        // Texts of one line.
        ["Breaking", "Breaking", "Breaking"], [],
    ])
    func `what is no pattern is not learnt`(_ texts: [String]) {
        #expect(RecurringLines.learn(from: texts) == [])
    }

    @Test func `what was learnt stays known, within a bound`() {
        let texts = ["a\nSuivez-nous", "b\nSuivez-nous", "c\nSuivez-nous"]
        let learnt = RecurringLines.learn(from: texts)
        #expect(learnt.count == 1)
        #expect(RecurringLines.learn(from: ["d\ne"], known: learnt) == learnt)
        let old = (1...100).map(UInt64.init)
        let bounded = RecurringLines.learn(from: texts, known: old)
        #expect(bounded.count == RecurringLines.remembered)
        #expect(bounded.first == learnt.first)
    }

    @Test func `the headline stays, though a section's name heads every item`() {
        let lines = RecurringLines.learn(
            from: ["Revue de presse\nUn", "Revue de presse\nDeux", "Revue de presse\nTrois"])
        let report = Shipped.examiner.examine(
            Document(
                id: "row", source: "rows", text: "Revue de presse\n\nQuatre", titleLength: 15,
                recurringLines: lines))
        #expect(report.title == "Revue de presse")
        #expect(!lines.isEmpty)
        #expect(report.boilerplate.isEmpty)
    }
}
