/// How often a time was how long: counts up to bounds, and the sum.
struct Histogram: Sendable, Hashable {
    /// Seconds, each bound included.
    let bounds: [Double]
    /// One for each bound, and one for what is beyond them; not cumulative.
    private(set) var counts: [Int]
    private(set) var sum = 0.0

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    /// From a not-modified on the loopback to the longest transfer.
    static let polls = Histogram(bounds: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60])
    /// From a headline to a page.
    static let examinations = Histogram(
        bounds: [0.0001, 0.000_25, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25])

    var count: Int { counts.reduce(0, +) }

    mutating func observe(_ seconds: Double) {
        let place = bounds.firstIndex { seconds <= $0 } ?? bounds.count
        counts[place] += 1
        sum += seconds
    }
}
