import Testing

@testable import Extraction
@testable import Settings

/// A form of a keyword in a sentence and what a match is to say of it: a line of
/// `Rows/readings.txt`.
struct ReadingRow: Sendable, CustomTestStringConvertible {
    let keyword: String
    let marked: Marked
    let reading: TermReading
    let testDescription: String

    init?(_ line: String) {
        let fields = line.split(separator: " | ", omittingEmptySubsequences: false).map {
            $0 == "-" || $0 == "none" ? "" : String($0)
        }
        guard fields.count == 5 else { return nil }
        keyword = fields[0]
        marked = Marked(fields[1])
        reading = TermReading(
            before: fields[2].split(separator: " ").map(String.init), behind: fields[3],
            liberties: Set(
                fields[4].split(separator: ", ").compactMap {
                    TermReading.Liberty(rawValue: String($0))
                }))
        testDescription = line
    }

    static let all = KeywordRows.lines(of: "readings.txt").compactMap { ReadingRow($0.text) }
}

@Suite struct ReadingTests {
    private static let lexicon = Result {
        try SettingsFolder(Shipped.root + "/config").read().lexicon
    }

    @Test(arguments: ReadingRow.all)
    func `a match says which clitics and which liberty with letters it took`(
        _ row: ReadingRow
    ) throws {
        let forms = try #require(
            TermForms(row.keyword, lexicon: try ReadingTests.lexicon.get()))
        let found = forms.forms(in: row.marked.text).found
        #expect(found == row.marked.found)
        #expect(found.map(forms.reading) == [row.reading])
    }

    @Test func `there are rows`() { #expect(ReadingRow.all.count >= 25) }

    @Test func `what was read is told in words`() {
        let reading = TermReading(before: ["و", "ال"], behind: "ه", liberties: [.hamza])
        #expect(reading.words == "و ال in front; ه behind; other hamza")
        #expect(TermReading().words.isEmpty)
    }
}
