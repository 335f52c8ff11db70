import News

/// A stretch of a text that makes a condition hold.
struct Span: Sendable, Hashable {
    /// First and last word.
    var first: Int
    var last: Int
    /// Scalars.
    var start: Int
    var end: Int

    init(_ hit: Hit) {
        first = Int(hit.first)
        last = Int(hit.last)
        start = Int(hit.start)
        end = Int(hit.end)
    }

    init(first: Int, last: Int, start: Int, end: Int) {
        self.first = first
        self.last = last
        self.start = start
        self.end = end
    }

    /// The stretch from one span to another.
    func joined(with other: Span) -> Span {
        Span(
            first: min(first, other.first), last: max(last, other.last),
            start: min(start, other.start), end: max(end, other.end))
    }

    func holds(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// Words between two spans; zero where they touch or overlap.
    func distance(to other: Span) -> Int {
        if other.first > last { return other.first - last - 1 }
        if first > other.last { return first - other.last - 1 }
        return 0
    }
}

/// Whether a condition holds, and by what.
struct Outcome: Sendable {
    var holds: Bool
    var spans: [Span]

    static let fails = Outcome(holds: false, spans: [])

    init(holds: Bool, spans: [Span]) {
        self.holds = holds
        self.spans = spans
    }

    /// Holds where either does.
    mutating func add(_ other: Outcome) {
        holds = holds || other.holds
        if spans.isEmpty { spans = other.spans } else { spans += other.spans }
    }

    /// Holds where something was found.
    init(_ spans: [Span]) {
        holds = !spans.isEmpty
        self.spans = spans
    }
}
