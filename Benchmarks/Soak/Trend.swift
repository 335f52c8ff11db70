import Foundation

/// A straight line through points, by least squares.
struct Trend: CustomStringConvertible {
    private let mean: Double
    /// Units an hour.
    private let slope: Double
    /// Of the slope: two of these are as far as chance goes, mostly.
    private let error: Double

    init(_ points: [(hour: Double, value: Double)]) {
        let count = Double(max(1, points.count))
        let middle = points.map(\.hour).reduce(0, +) / count
        let mean = points.map(\.value).reduce(0, +) / count
        let spread = points.map { ($0.hour - middle) * ($0.hour - middle) }.reduce(0, +)
        let shared = points.map { ($0.hour - middle) * ($0.value - mean) }.reduce(0, +)
        let slope = spread > 0 ? shared / spread : 0
        let rests = points.map { point in
            let rest = point.value - mean - slope * (point.hour - middle)
            return rest * rest
        }
        self.mean = mean
        self.slope = slope
        error =
            spread > 0 && count > 2 ? (rests.reduce(0, +) / (count - 2) / spread).squareRoot() : 0
    }

    /// Within its noise, or less than a thousandth of the mean an hour.
    var isZero: Bool { abs(slope) <= max(2 * error, mean / 1_000) }

    var description: String {
        String(
            format: "%.1f on average, slope %+.3f an hour (noise ±%.3f): %@", mean, slope,
            2 * error,
            isZero ? "zero" : "NOT ZERO")
    }
}

/// What the daemon has at a moment.
struct Sample {
    var hour: Int
    var memory: Int
    var descriptors: Int
    var threads: Int
    var polls: Int
    var failed: Int
    var archive: Int

    static let measures: [(String, @Sendable (Sample) -> Double)] = [
        ("rss kB", { Double($0.memory) }), ("descriptors", { Double($0.descriptors) }),
        ("threads", { Double($0.threads) }),
    ]

    var line: String {
        let numbers = [hour, memory, descriptors, threads, polls, failed, archive]
        return zip(numbers, [4, 9, 14, 10, 8, 9, 13]).map { number, width in
            String(repeating: " ", count: max(1, width - "\(number)".count)) + "\(number)"
        }.joined()
    }
}
