/// Some words, to ask whether a word of a text is among them.
struct WordSet: Sendable {
    /// Folded, in the order of their hashes.
    private let words: [(hash: UInt64, letters: [UInt8])]

    init(_ words: [String]) {
        self.words = words.map { word in
            let letters = ElementForms.folded(word)
            return (WordHash.hash(letters), letters)
        }.sorted { $0.hash < $1.hash }
    }

    /// Whether a word is one of them, with all that is written onto it.
    func contains(_ token: Token, of text: FoldedText) -> Bool {
        guard let letters = letters(token.hash) else { return false }
        return text.letters[token.letters].elementsEqual(letters)
    }

    /// By bisection; of two words of one hash there is none.
    private func letters(_ hash: UInt64) -> [UInt8]? {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low].hash == hash ? words[low].letters : nil
    }
}
