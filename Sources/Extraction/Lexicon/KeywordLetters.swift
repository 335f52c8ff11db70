/// The letters of all words of all terms, one behind the other; words are ranges of them.
struct KeywordLetters: Sendable {
    private(set) var folded: [UInt8] = []
    private(set) var exact: [UInt8] = []

    /// A word's letters, or those of what is none.
    struct Word: Sendable {
        var start: Int32
        var end: Int32
        var script: LetterClass
        /// Whether it is one word.
        var isOne: Bool
        /// Of the folded letters: a ``WordHash``.
        var hash: UInt64
        private var exactHash: UInt64
        /// The hash's base to the power of the number of letters.
        private var power: UInt64

        fileprivate init(_ text: FoldedText, at start: Int) {
            self.start = Int32(start)
            end = Int32(start + text.letters.count)
            script = text.tokens.first?.script ?? .separator
            isOne = text.tokens.count == 1
            hash = WordHash.hash(text.letters)
            exactHash = WordHash.hash(text.exact)
            power = WordHash.joined(1, 0, count: text.exact.count)
        }

        /// A hash of both kinds of letters and of some bits.
        func key(_ bits: UInt64) -> UInt64 { (hash &+ bits) &* power &+ exactHash }
    }

    mutating func add(_ text: FoldedText) -> Word {
        let word = Word(text, at: exact.count)
        folded += text.letters
        exact += text.exact
        return word
    }

    func exact(of word: Word) -> ArraySlice<UInt8> { exact[Int(word.start)..<Int(word.end)] }
    func exact(of form: WordForm) -> ArraySlice<UInt8> { exact[form.letters] }
    func folded(of form: WordForm) -> ArraySlice<UInt8> { folded[form.letters] }
}
