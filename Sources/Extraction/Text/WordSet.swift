/// Some of the words of a text, by number: a bit for each.
struct WordSet: Sendable {
    private var bits: [UInt64] = []

    mutating func insert(_ word: Int) {
        while bits.count <= word / 64 { bits.append(0) }
        bits[word / 64] |= 1 << UInt64(word % 64)
    }

    mutating func formUnion(_ words: ClosedRange<Int>) { for word in words { insert(word) } }

    /// No word below zero and none beyond the text is in any set.
    func contains(_ word: Int) -> Bool {
        word >= 0 && word / 64 < bits.count && bits[word / 64] >> UInt64(word % 64) & 1 == 1
    }

    func isDisjoint(with words: ClosedRange<Int>) -> Bool {
        for word in words where contains(word) { return false }
        return true
    }
}
