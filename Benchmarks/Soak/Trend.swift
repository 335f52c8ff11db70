import Foundation

/// A straight line through points, by least squares.
///
/// Intervals are such as chance leaves in one case of twenty (Student's distribution). They take
/// each point's distance from the line for chance of its own: where hours are alike because the
/// hour before was, they are too narrow.
struct Trend: CustomStringConvertible {
    private let mean: Double
    /// How far the mean may be from the truth, either way.
    private let meanError: Double
    /// Units an hour.
    private let slope: Double
    /// How far the slope may be from the truth, either way.
    private let slopeError: Double
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
        let total = points.map { ($0.value - mean) * ($0.value - mean) }.reduce(0, +)
        self.mean = mean
        meanError = Trend.reach(count - 1) * (total / (count - 1) / count).squareRoot()
        self.slope = slope
        self.tolerance = tolerance
        slopeError =
            Trend.reach(count - 2) * (rests.reduce(0, +) / (count - 2) / spread).squareRoot()
    }

    /// Within so many standard errors lies the truth in nineteen cases of twenty (the expansion of
    /// Student's quantile by Cornish and Fisher); infinite where nothing can be said.
    private static func reach(_ freedom: Double) -> Double {
        freedom < 1 ? .infinity : 1.96 + 2.372 / freedom + 2.823 / (freedom * freedom)
    }

    /// Growth alone is a fault: less from day to day is caches being emptied.
    var verdict: Verdict {
        if slope > slopeError, slope * 24 > tolerance / 10 { return .growing }
        return (slope + slopeError) * 24 < tolerance ? .zero : .unknown
    }

    var description: String {
        String(
            format: "%.1f ± %.1f, slope %+.3f ± %.3f a day: %@", mean, meanError, slope * 24,
            slopeError * 24, verdict.rawValue)
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
