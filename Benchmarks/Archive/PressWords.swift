import Extraction
import Storage

/// The words of a search as `marsad search` reads them, without a lexicon.
struct PressWords: SearchLanguage {
    private let reading = SearchReading(lexicon: [])

    func words(of text: String) -> [String] { reading.words(of: text) }

    func readings(of word: String, isBeginning: Bool) -> [String] {
        reading.readings(of: word, isBeginning: isBeginning).map { FoldedText($0).searchable }
    }

    func finder(of words: [SearchWord]) -> SearchFinder {
        let find = reading.finder(of: words.map { ($0.written, $0.isBeginning) })
        return { text in
            find(text).map {
                SearchPlace(word: $0.word, ordinal: $0.ordinal, start: $0.start, end: $0.end)
            }
        }
    }
}
