package import News

/// A word of a document's article, for counting.
package struct DocumentWord: Sendable, Hashable {
    /// Its folded letters.
    package var folded: String
    package var start: Int
    package var end: Int
    package var sentence: Int
    /// Whether a phrase may run over what parts it from the word before.
    package var joinsPrevious: Bool

    package init(folded: String, start: Int, end: Int, sentence: Int, joinsPrevious: Bool) {
        self.folded = folded
        self.start = start
        self.end = end
        self.sentence = sentence
        self.joinsPrevious = joinsPrevious
    }
}

extension Examiner {
    /// The words of a document in Arabic and Latin letters, page chrome left out.
    package func words(of document: Document) -> [DocumentWord] {
        let scan = scan(document)
        return scan.text.tokens.indices.compactMap { index in
            let token = scan.text.tokens[index]
            guard !scan.layout.isChrome(word: index),
                token.script == .arabic || token.script == .latin
            else { return nil }
            return DocumentWord(
                folded: scan.text.searchable(index), start: scan.start(of: index),
                end: scan.end(of: index), sentence: scan.sentences.number(of: index),
                joinsPrevious: index > 0 && token.gap.joinsPhrase)
        }
    }
}
