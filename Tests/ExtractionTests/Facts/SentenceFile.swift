import Foundation
import News

@testable import Extraction

/// A sentence of `Sentences/`, with what an extractor finds in it marked.
struct SentenceRow: Sendable {
    let marked: Marked
    let language: String
}

/// An extractor and its file of marked sentences: a sentence a line, behind `# ar`, `# fr` and
/// `# en`; a line without marks yields nothing.
enum SentenceFile: String, CaseIterable, Sendable {
    case people, organisations, countries, places, events, dates, quantities, quotations, acts

    static let languages = ["ar", "fr", "en"]

    var rows: [SentenceRow] {
        get throws {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Sentences/\(rawValue).txt")
            var language = ""
            var rows: [SentenceRow] = []
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if line.hasPrefix("# ") {
                    language = String(line.dropFirst(2))
                } else {
                    rows.append(SentenceRow(marked: Marked(String(line)), language: language))
                }
            }
            return rows
        }
    }

    /// What the extractor finds in a sentence, in the order of the text, each stretch once.
    func findings(in row: SentenceRow) -> [String] {
        let facts = Shipped.examiner.examine(
            Document(
                id: "row", source: "rows", text: row.marked.text, titleLength: 0,
                language: row.language)
        ).facts
        let quotes: [(start: Int, quote: String)] =
            switch self {
            case .people: SentenceFile.quotes(facts.people.flatMap(\.mentions))
            case .organisations: SentenceFile.quotes(facts.organisations.flatMap(\.mentions))
            case .countries: SentenceFile.quotes(facts.countries.flatMap(\.mentions))
            case .places: SentenceFile.quotes(facts.places.flatMap(\.mentions))
            case .events: SentenceFile.quotes(facts.events.flatMap(\.mentions))
            case .dates: facts.dates.map { ($0.start, $0.quote) }
            case .quantities: facts.quantities.map { ($0.start, $0.quote) }
            case .quotations: facts.quotations.map { ($0.start, $0.quote) }
            case .acts: facts.acts.map { ($0.start, $0.quote) }
            }
        var seen: Set<Int> = []
        return quotes.sorted { $0.start < $1.start }
            .filter { seen.insert($0.start).inserted }.map(\.quote)
    }

    private static func quotes(_ mentions: [Mention]) -> [(start: Int, quote: String)] {
        mentions.map { ($0.start, $0.quote) }
    }
}
