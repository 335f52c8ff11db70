/// Spans by where they are, so that a text of one long sentence costs no more than another.
struct SpanIndex {
    /// In the order of their first words, with the place of each in the list given.
    private let spans: [(span: Span, place: Int)]
    /// How many words the longest reaches beyond its first.
    private let longest: Int
    private let sentences: Sentences

    init(_ given: [Span], sentences: Sentences) {
        var spans: [(span: Span, place: Int)] = []
        spans.reserveCapacity(given.count)
        var longest = 0
        var isOrdered = true
        for (place, span) in given.enumerated() {
            if let last = spans.last, span.first < last.span.first { isOrdered = false }
            spans.append((span, place))
            longest = max(longest, span.last - span.first)
        }
        if !isOrdered { spans.sort { ($0.span.first, $0.place) < ($1.span.first, $1.place) } }
        self.spans = spans
        self.longest = longest
        self.sentences = sentences
    }

    /// Those that begin near enough to a span to be within so many words of it.
    private func candidates(
        _ span: Span, within: Int
    ) -> ArraySlice<(span: Span, place: Int)> {
        let first = place { $0.first < span.first - within - 1 - longest }
        let end = place { $0.first <= span.last + within + 1 }
        return spans[first..<max(first, end)]
    }

    private func place(before holds: (Span) -> Bool) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if holds(spans[middle].span) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isSameSentence(_ one: Span, _ other: Span) -> Bool {
        sentences.number(of: one.first) == sentences.number(of: other.first)
    }

    /// Whether another span is within so many words of a span, in its sentence.
    func hasNeighbour(of span: Span, within: Int) -> Bool {
        candidates(span, within: within).contains { other, _ in
            other != span && isSameSentence(span, other) && span.distance(to: other) <= within
        }
    }

    /// The span nearest to another one, the first in the list given where several are.
    func nearest(to last: Span, _ near: Condition.Near) -> Span? {
        var nearest: (span: Span, place: Int, distance: Int)?
        for (span, place) in candidates(last, within: near.within) {
            let distance = last.distance(to: span)
            guard distance <= near.within, span != last,
                !near.isOrdered || span.first > last.last,
                near.crossesSentences || isSameSentence(last, span)
            else { continue }
            if let nearest, (nearest.distance, nearest.place) < (distance, place) { continue }
            nearest = (span, place, distance)
        }
        return nearest?.span
    }
}
