import Foundation

/// A straight line through points, by least squares.
struct Trend: CustomStringConvertible {
    private let mean: Double
    /// Units an hour.
    private let slope: Double
    /// The slope's standard error: two of these are as far as chance goes, in nineteen cases of
    /// twenty.
    private let error: Double
    /// The growth a day that is to be seen.
    private let tolerance: Double

    /// What can be said of a growth.
    enum Verdict: String {
        case zero = "zero within noise"
        case growing = "NOT ZERO"
        /// The points lie too far from a line to tell.
        case unknown = "NOT SHOWN TO BE ZERO: a longer run would tell"
    }

    /// - Parameter tolerance: a growth a day that would not be borne; a line that could hide it in
    ///   its noise shows nothing.
    init(_ points: [(hour: Double, value: Double)], tolerance: Double) {
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
        self.tolerance = tolerance
        error =
            spread > 0 && count > 2 ? (rests.reduce(0, +) / (count - 2) / spread).squareRoot() : 0
    }

    /// Growth alone is a fault: less from day to day is caches being emptied.
    var verdict: Verdict {
        if slope > 2 * error, slope * 24 > tolerance / 10 { return .growing }
        return (slope + 2 * error) * 24 < tolerance ? .zero : .unknown
    }

    var description: String {
        String(
            format: "%.1f on average, slope %+.3f a day ± %.3f (two standard errors): %@", mean,
            slope * 24, error * 48, verdict.rawValue)
    }
}

/// What the daemon had in an hour.
struct Sample {
    var hour: Int
    /// Resident pages in kB, all and those that are its own: the least, when nothing was under
    /// way, and the most of all.
    var resident: Double
    var own: Double
    var most: Int
    var descriptors: Double
    var threads: Double
    var polls: Int
    var failed: Int
    var archive: Int

    /// With the growth a day that is to be seen: a megabyte, a descriptor, a thread.
    static let measures: [(String, Double, @Sendable (Sample) -> Double)] = [
        ("rss kB", 1_024, \.resident), ("own kB", 1_024, \.own), ("descriptors", 1, \.descriptors),
        ("threads", 1, \.threads),
    ]

    var line: String {
        let numbers = [
            hour, Int(resident), Int(own), most, Int(descriptors), Int(threads), polls, failed,
            archive,
        ]
        return zip(numbers, [4, 9, 9, 10, 14, 10, 8, 9, 13]).map { number, width in
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
    /// What a poll holds for a moment is no growth.
    func least(_ value: (Look) -> Int) -> Double { Double(map(value).min() ?? 0) }
}
