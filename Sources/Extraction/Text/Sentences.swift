/// The sentences and paragraphs of a text, as ranges of words.
struct Sentences: Sendable {
    /// Ranges of words, in order, without gaps.
    private(set) var ranges: [Range<Int>] = []
    /// The number of the sentence that each word is in.
    private var numbers: [Int32] = []
    /// The number of the paragraph that each word is in.
    private var paragraphs: [Int32] = []

    #if DEBUG
        private let text: FoldedText
    #endif

    init(of text: FoldedText) {
        #if DEBUG
            self.text = text
        #endif
        numbers.reserveCapacity(text.tokens.count)
        paragraphs.reserveCapacity(text.tokens.count)
        var start = 0
        var paragraph: Int32 = 0
        for (index, token) in text.tokens.enumerated() {
            if index > start, token.gap.endsSentence {
                ranges.append(start..<index)
                start = index
            }
            if index > 0, token.gap >= .line { paragraph += 1 }
            numbers.append(Int32(ranges.count))
            paragraphs.append(paragraph)
        }
        if start < text.tokens.count { ranges.append(start..<text.tokens.count) }
    }

    func number(of word: Int) -> Int {
        #if DEBUG
            text.look()
        #endif
        return Int(numbers[word])
    }

    func paragraph(of word: Int) -> Int { Int(paragraphs[word]) }
    /// The words of the sentence that a word is in.
    func range(around word: Int) -> Range<Int> { ranges[number(of: word)] }
}

/// Takes back the sentence ends that are abbreviations' full stops: `M. Dupont`, `art. 5`.
struct Abbreviations: Sendable {
    private let words: Set<[UInt8]>
    /// Their hashes, which most words do not have.
    private let hashes: Set<UInt64>

    init(_ words: [String]) {
        self.words = Set(words.map(ElementForms.folded))
        hashes = Set(self.words.map { WordHash.hash($0) })
    }

    func mend(_ text: inout Folding) {
        for index in text.tokens.indices.dropFirst() where text.tokens[index].gap == .stop {
            if isAbbreviation(index - 1, text) { text.joinOver(index) }
        }
    }

    /// A listed one, or a Latin capital alone: `J. Dupont`. An Arabic one behind a number is
    /// the year's (`1445 هـ`), and may well end the sentence.
    private func isAbbreviation(_ word: Int, _ text: Folding) -> Bool {
        let token = text.tokens[word]
        switch token.script {
        case .latin where token.count == 1:
            return (0x41...0x5A).contains(text.exact[Int(token.start)])
        case .latin: return isListed(token, text)
        case .arabic where word == 0 || text.tokens[word - 1].script != .digit:
            return isListed(token, text)
        default: return false
        }
    }

    private func isListed(_ token: Token, _ text: Folding) -> Bool {
        hashes.contains(token.hash) && words.contains(Array(text.letters[token.letters]))
    }
}
