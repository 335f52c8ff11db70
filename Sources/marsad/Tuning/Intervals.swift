import Foundation

/// A share of something with its 95 % interval.
struct Estimate: Sendable, Hashable, Encodable {
    var value: Double
    var low: Double
    var high: Double
}

/// Wilson's interval of a share (Wilson 1927), which stays within 0 and 1 and holds for few
/// cases as well.
enum Wilson {
    private static let z = 1.959964

    /// Nil where there is nothing to count.
    static func interval(_ hits: Int, of total: Int) -> Estimate? {
        guard total > 0 else { return nil }
        let n = Double(total)
        let share = Double(hits) / n
        let square = z * z
        let centre = (share + square / (2 * n)) / (1 + square / n)
        let half =
            z / (1 + square / n)
            * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        return Estimate(
            value: share, low: hits == 0 ? 0 : max(0, centre - half),
            high: hits == total ? 1 : min(1, centre + half))
    }
}

/// Resamples documents with replacement (Efron 1979); the same numbers every time.
struct Bootstrap {
    var rounds = 1000
    var seed: UInt64 = 0x6D61_7273_6164

    /// The 95 % percentile intervals of several measures of one sample of documents.
    ///
    /// - Parameter measures: gives each measure for the documents drawn, by number; nil where
    ///   it is not defined for them.
    func intervals(
        documents: Int, of measures: ([Int]) -> [Double?]
    ) -> [(low: Double, high: Double)?] {
        guard documents > 0 else { return [] }
        var random = SplitMix64(state: seed)
        var samples: [[Double]] = []
        for round in 0..<rounds {
            let drawn = (0..<documents).map { _ in Int(random.next() % UInt64(documents)) }
            let values = measures(drawn)
            if round == 0 { samples = Array(repeating: [], count: values.count) }
            for (index, value) in values.enumerated() {
                if let value { samples[index].append(value) }
            }
        }
        return samples.map(Bootstrap.middle)
    }

    private static func middle(_ values: [Double]) -> (low: Double, high: Double)? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let last = Double(sorted.count - 1)
        return (sorted[Int((last * 0.025).rounded())], sorted[Int((last * 0.975).rounded())])
    }
}

/// Steele, Lea & Flood's generator (2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
