import News

/// The lines that a feed's system puts around every text, learnt from the items themselves: no
/// list of phrases and no language is needed.
///
/// A line is learnt when it stands at the edge of three items or more whose texts differ
/// otherwise. Edges are the first two lines and the last three; a line of more than forty words,
/// or a thousand bytes, is an article's, whatever its fellows hold.
package enum RecurringLines {
    static let enough = 3
    static let longest = 40
    private static let longestInBytes = 1_000
    /// How many lines of one feed are remembered, the latest first.
    package static let remembered = 64

    /// - Parameters:
    ///   - texts: the bodies of a feed's items, as in ``Document``.
    ///   - known: what was learnt before.
    /// - Returns: hashes for ``Document/recurringLines``.
    package static func learn(from texts: [String], known: [UInt64] = []) -> [UInt64] {
        var counts: [UInt64: Int] = [:]
        for text in Set(texts) {
            for line in edges(of: text) { counts[line, default: 0] += 1 }
        }
        let found = counts.filter { $0.value >= enough }.keys.sorted()
        let old = known.filter { counts[$0, default: 0] < enough }
        return Array((found + old).prefix(remembered))
    }

    /// The hashes of the lines at the edges of a text, each once. What lies between them is not
    /// read: it is most of the text, and comes again with every poll.
    private static func edges(of text: String) -> Set<UInt64> {
        let lines = text.utf8.split { $0 == 0x0A || $0 == 0x0D }
        var front: [UInt64?] = []
        var behind = lines.startIndex
        while behind < lines.endIndex, front.count < 2 {
            front += hashes(of: lines[behind])
            behind += 1
        }
        var back: [UInt64?] = []
        for line in lines[behind...].reversed() where back.count < 3 { back += hashes(of: line) }
        return front.count + back.count > 1 ? Set((front + back).compactMap(\.self)) : []
    }

    /// Of each line with words in a part of a text: of one, unless other separators are in it.
    private static func hashes(of part: Substring.UTF8View) -> [UInt64?] {
        guard part.count <= longestInBytes else { return [nil] }
        let text = FoldedText(String(Substring(part)))
        return Line.lines(of: text).map { hash(of: $0, in: text) }
    }

    /// A hash of a line's folded words; nil for a line that is too long to be furniture.
    static func hash(of line: Line, in text: FoldedText) -> UInt64? {
        guard line.words.count <= longest else { return nil }
        var hash = StableHash()
        for word in line.words { hash.combine(text.letters[text.tokens[word].letters]) }
        return hash.value
    }
}
