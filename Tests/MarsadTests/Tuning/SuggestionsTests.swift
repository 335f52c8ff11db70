import Extraction
import Testing

@testable import marsad

@Suite struct SuggestionsTests {
    private func document(_ text: String, ofTopic isOfTopic: Bool) -> CountedDocument {
        let words = text.split(separator: " ").enumerated().map { number, word in
            let start = word.unicodeScalars.startIndex
            let offset = text.unicodeScalars.distance(
                from: text.unicodeScalars.startIndex, to: start)
            return DocumentWord(
                folded: String(word), start: offset, end: offset + word.unicodeScalars.count,
                sentence: 0, joinsPrevious: number > 0)
        }
        return CountedDocument(
            id: text, language: "fr", isOfTopic: isOfTopic, words: words,
            isCovered: words.map { $0.folded == "covered" }, text: text)
    }

    @Test func `what only the topic's documents have comes first`() {
        let within = (0..<20).map { document("le drone vole ce\($0)", ofTopic: true) }
        let others = (0..<20).map { document("le train part ce\($0)", ofTopic: false) }
        let found = Suggestions(prior: 20).suggestions(from: within + others, limit: 10)
        #expect(found.map(\.term).contains("drone vole"))
        #expect(!found.map(\.term).contains("le"))
        #expect(!found.map(\.term).contains("train"))
        #expect(found.first?.within == 20)
        #expect(found.first?.without == 0)
    }

    @Test func `clitics come off where the word stands alone elsewhere`() {
        let within = (0..<10).flatMap { _ in
            [document("حجز والقرص", ofTopic: true), document("بيع قرص", ofTopic: true)]
        }
        let others = (0..<20).map { _ in document("لعب كرة", ofTopic: false) }
        let found = Suggestions(prior: 20).suggestions(from: within + others, limit: 10)
        let pill = found.first { $0.forms.contains("قرص") }
        #expect(pill?.forms.contains("والقرص") == true)
        #expect(pill?.within == 20)
    }
}
