import Testing

@testable import Extraction

@Suite struct SentencesFoundTests {
    @Test(arguments: SentenceFile.allCases)
    func `an extractor finds in its sentences what is marked and nothing else`(
        _ file: SentenceFile
    ) throws {
        for row in try file.rows {
            let found = file.findings(in: row)
            #expect(found == row.marked.found, "\(row.language): \(row.marked.testDescription)")
        }
    }

    @Test(arguments: SentenceFile.allCases, SentenceFile.languages)
    func `an extractor has 25 sentences a language, a third of which yield nothing`(
        _ file: SentenceFile, _ language: String
    ) throws {
        let rows = try file.rows.filter { $0.language == language }
        let empty = rows.filter(\.marked.found.isEmpty)
        #expect(rows.count >= 25)
        #expect(empty.count * 3 >= rows.count)
    }
}
