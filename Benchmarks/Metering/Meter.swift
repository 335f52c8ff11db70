import Foundation
import Glibc

/// Measures work by the time that the processor spent on it, so that a busy machine matters
/// little.
package enum Meter {
    /// Seconds of processor time, the best of several runs.
    package static func seconds(runs: Int = 5, _ work: () throws -> Void) rethrows -> Double {
        try (0..<runs).map { _ in
            let start = processorTime()
            try work()
            return processorTime() - start
        }.min() ?? 0
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Prints a figure beside its goal.
package func report(_ name: String, _ value: Double, _ unit: String, goal: String) {
    let figure = String(format: value < 10 ? "%.2f" : "%.0f", value)
    let padding = String(repeating: " ", count: max(1, 54 - name.count))
    print("\(name)\(padding)\(figure) \(unit)   (goal \(goal))")
}
