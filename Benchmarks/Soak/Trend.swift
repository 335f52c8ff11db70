import Foundation

/// A straight line through points, by least squares.
struct Trend: CustomStringConvertible {
    private let mean: Double
    /// Units an hour.
    private let slope: Double
    /// The slope's standard error: two of these are as far as chance goes, mostly.
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
            format: "%.1f on average, slope %+.3f an hour, standard error %.3f: %@", mean, slope,
            error, isZero ? "zero within noise" : "NOT ZERO")
    }
}

/// What the daemon had in an hour.
struct Sample {
    var hour: Int
    /// Resident pages in kB: all, and those that are its own.
    var resident: Double
    var own: Double
    var descriptors: Double
    var threads: Double
    var polls: Int
    var failed: Int
    var archive: Int

    static let measures: [(String, @Sendable (Sample) -> Double)] = [
        ("rss kB", \.resident), ("own kB", \.own), ("descriptors", \.descriptors),
        ("threads", \.threads),
    ]

    var line: String {
        let numbers = [
            hour, Int(resident), Int(own), Int(descriptors), Int(threads), polls, failed, archive,
        ]
        return zip(numbers, [4, 9, 9, 14, 10, 8, 9, 13]).map { number, width in
            String(repeating: " ", count: max(1, width - "\(number)".count)) + "\(number)"
        }.joined()
    }
}

/// What the kernel says of the daemon at a moment.
struct Look {
    var resident = 0
    var own = 0
    var descriptors = 0
    var threads = 0
}

extension [Look] {
    /// The middle one: what a poll holds for a moment is no growth.
    func median(_ value: (Look) -> Int) -> Double {
        let sorted = map(value).sorted()
        return sorted.isEmpty ? 0 : Double(sorted[sorted.count / 2])
    }
}
