/// What a search has to know of the language of its texts.
package protocol SearchLanguage: Sendable {
    /// The words of what a person typed, as they are written.
    func words(of text: String) -> [String]

    /// What a written word may be, folded as texts are for the index: itself, and what is left of
    /// it without clitics and pronouns.
    func readings(of word: String, isBeginning: Bool) -> [String]

    /// Finds words in texts as they are written, whatever clitics they have there.
    func finder(of words: [SearchWord]) -> SearchFinder
}

/// Where words of a search stand in a text; in its order.
package typealias SearchFinder = @Sendable (_ text: String) -> [SearchPlace]

/// A word that is looked for.
package struct SearchWord: Sendable, Hashable {
    /// As a person typed it.
    package var written: String
    /// Whether it may go on.
    package var isBeginning: Bool
    /// Its place among the words of its query.
    var number = 0
    /// Under which it stands in the index.
    var keys: [SearchKey] = []
}

/// A place where a word of a search stands.
package struct SearchPlace: Sendable, Hashable {
    /// The number of the word among those that are looked for.
    package var word: Int
    /// The number of the text's word, for telling which stand side by side.
    package var ordinal: Int
    /// Of the text's word, in Unicode scalars.
    package var start: Int
    package var end: Int

    package init(word: Int, ordinal: Int, start: Int, end: Int) {
        self.word = word
        self.ordinal = ordinal
        self.start = start
        self.end = end
    }
}

/// A language of which nothing is known but how its words are folded: each is found as it is.
struct FoldedWords: SearchLanguage {
    /// The folded words of a text.
    let fold: @Sendable (String) -> [String]

    func words(of text: String) -> [String] { fold(text).flatMap(SearchWords.words(in:)) }

    func readings(of word: String, isBeginning: Bool) -> [String] { [word] }

    func finder(of words: [SearchWord]) -> SearchFinder {
        { text in
            var places: [SearchPlace] = []
            var ordinal = 0
            for run in SnippetCutter.runs(of: text) {
                for folded in self.words(of: String(text.unicodeScalars[run])) {
                    let start = text.unicodeScalars.distance(
                        from: text.startIndex, to: run.lowerBound)
                    let count = text.unicodeScalars.distance(
                        from: run.lowerBound, to: run.upperBound)
                    for (number, word) in words.enumerated()
                    where word.isBeginning
                        ? folded.hasPrefix(word.written) : folded == word.written
                    {
                        places.append(
                            SearchPlace(
                                word: number, ordinal: ordinal, start: start, end: start + count))
                    }
                    ordinal += 1
                }
            }
            return places
        }
    }
}
