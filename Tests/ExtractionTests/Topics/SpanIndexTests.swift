import Testing

@testable import Extraction

@Suite struct SpanIndexTests {
    private let sentences = Sentences(of: FoldedText("a b c d e f g h. i j k l"))

    private func span(_ first: Int, _ last: Int) -> Span {
        Span(first: first, last: last, start: first * 2, end: last * 2 + 1)
    }

    @Test(arguments: [
        (within: 0, wanted: [false, true, false]),
        (within: 1, wanted: [false, true, true]),
        (within: 2, wanted: [true, true, true]),
    ])
    func `a neighbour is so many words away at most, in the same sentence`(
        _ row: (within: Int, wanted: [Bool])
    ) {
        let index = SpanIndex([span(6, 7), span(3, 4)], sentences: sentences)
        let found = [span(0, 0), span(5, 5), span(1, 1)].map {
            index.hasNeighbour(of: $0, within: row.within)
        }
        #expect(found == row.wanted)
        #expect(!index.hasNeighbour(of: span(8, 8), within: row.within))
    }

    @Test func `of two as near the one named first is nearest`() {
        let near = Condition.Near(groups: [], within: 3)
        let index = SpanIndex([span(5, 5), span(1, 1)], sentences: sentences)
        #expect(index.nearest(to: span(3, 3), near) == span(5, 5))
        #expect(index.nearest(to: span(2, 2), near) == span(1, 1))
        #expect(index.nearest(to: span(9, 9), near) == nil)
    }
}
