/// Where the sentences of a text lie, in scalars: enough to quote one whole.
///
/// A sentence ends at a full stop, question or exclamation mark (؟ too) or an ellipsis that
/// white space follows, and at every line break. A full stop after one or two Latin letters
/// (`M.`, `Dr.`, `art.` is longer and ends) or after a lone Arabic letter (`د.`) is an
/// abbreviation's, and `..` is a dash, as Moroccan headlines write it.
struct Sentences {
    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The sentences of a range, in order; none is empty or blank.
    func ranges(in range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let end = endOfSentence(at: index, in: range)
            index = end ?? index + 1
            guard end != nil || index == range.upperBound else { continue }
            if scalars[start..<index].contains(where: { $0.properties.isAlphabetic }) {
                result.append(start..<index)
            }
            start = index
        }
        return result
    }

    /// Where the sentence ends whose last mark stands here; nil where none does.
    private func endOfSentence(at index: Int, in range: Range<Int>) -> Int? {
        if isLineBreak(scalars[index]) { return index + 1 }
        guard isMark(scalars[index]) else { return nil }
        if index > range.lowerBound, isMark(scalars[index - 1]) { return nil }
        var end = index + 1
        while end < range.upperBound, isMark(scalars[end]) { end += 1 }
        let marks = scalars[index..<end]
        while let next = closing(at: end, in: range) { end = next }
        guard end == range.upperBound || scalars[end].properties.isWhitespace else { return nil }
        if marks.count == 2 && marks.allSatisfy({ $0 == "." }) { return nil }
        if marks.count == 1 && marks.first == "." && isAbbreviation(before: index) { return nil }
        return end
    }

    /// The place after a closing quote or bracket here, which French sets a space before.
    private func closing(at index: Int, in range: Range<Int>) -> Int? {
        guard index < range.upperBound else { return nil }
        if isClosing(scalars[index]) { return index + 1 }
        let next = index + 1
        let isSpaced = next < range.upperBound && scalars[next] == "»"
        return isSpaced && [" ", "\u{A0}", "\u{202F}"].contains(scalars[index]) ? next + 1 : nil
    }

    private func isAbbreviation(before stop: Int) -> Bool {
        var start = stop
        while start > 0, scalars[start - 1].properties.isAlphabetic { start -= 1 }
        guard start < stop else { return false }
        return stop - start <= (Scripts.runsRightToLeft(scalars[start]) ? 1 : 2)
    }

    private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "؟", "…", "۔": true
        default: false
        }
    }

    private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "»", "”", "\"", "’", ")", "]": true
        default: false
        }
    }
}
