import Extraction
import Settings
import Storage

/// The words of a search as the press writes them, by the names and words of the lexicon.
struct PressLanguage: SearchLanguage {
    private let reading: SearchReading

    init(lexicon: [LexiconEntry]) { reading = SearchReading(lexicon: lexicon) }

    /// By the lexicon of a settings folder, of which what cannot be read is left out: a search
    /// needs no settings.
    init(_ folder: String) {
        self.init(lexicon: SettingsFolder(folder).readLexicon([.protected, .variants]))
    }

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
