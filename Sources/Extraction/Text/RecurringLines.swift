import News

/// The lines that a feed's system puts around every text, learnt from the items themselves: no
/// list of phrases and no language is needed.
///
/// A line is learnt when it stands at the edge of three items or more whose texts differ
/// otherwise. Edges are the first two lines and the last three; a line of more than forty words
/// is an article's, whatever its fellows hold.
package enum RecurringLines {
    static let enough = 3
    static let longest = 40
    /// How many lines of one feed are remembered, the latest first.
    package static let remembered = 64

    /// - Parameters:
    ///   - texts: the bodies of a feed's items, as in ``Document``.
    ///   - known: what was learnt before.
    /// - Returns: hashes for ``Document/recurringLines``.
    package static func learn(from texts: [String], known: [UInt64] = []) -> [UInt64] {
        var counts: [UInt64: Int] = [:]
        for text in Set(texts) {
            for line in edges(of: FoldedText(text)) { counts[line, default: 0] += 1 }
        }
        let found = counts.filter { $0.value >= enough }.keys.sorted()
        let old = known.filter { counts[$0, default: 0] < enough }
        return Array((found + old).prefix(remembered))
    }

    /// The hashes of the lines at the edges of a text, each once.
    private static func edges(of text: FoldedText) -> Set<UInt64> {
        let lines = Line.lines(of: text)
        guard lines.count > 1 else { return [] }
        let edges = Set(lines.indices.prefix(2)).union(lines.indices.suffix(3))
        return Set(edges.compactMap { hash(of: lines[$0], in: text) })
    }

    /// A hash of a line's folded words; nil for a line that is too long to be furniture.
    static func hash(of line: Line, in text: FoldedText) -> UInt64? {
        guard line.words.count <= longest else { return nil }
        var hash = StableHash()
        for word in line.words { hash.combine(text.letters[text.tokens[word].letters]) }
        return hash.value
    }
}
