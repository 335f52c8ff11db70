import Dispatch
import Extraction
import Foundation

/// Reads files on all cores, the largest first: reading is half of what a start takes.
enum ManyFiles {
    /// What each file holds, in the order of the paths; what is wrong with them likewise.
    static func read<Value: Sendable>(
        _ paths: [String], _ problems: ProblemList,
        _ body: @Sendable (String, ProblemList) -> Value
    ) -> [Value] {
        let order = paths.indices.sorted { length(of: paths[$0]) > length(of: paths[$1]) }
        let readings = Readings<Value>()
        DispatchQueue.concurrentPerform(iterations: order.count) { turn in
            let own = ProblemList()
            let value = body(paths[order[turn]], own)
            readings.keep(value, own.problems, at: order[turn])
        }
        return paths.indices.compactMap { place in
            guard let reading = readings.kept[place] else { return nil }
            problems.add(reading.problems)
            return reading.value
        }
    }

    private static func length(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// Filled by several threads under its lock; read when all are done.
    private final class Readings<Value: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private(set) var kept: [Int: (value: Value, problems: [SettingsProblem])] = [:]

        func keep(_ value: Value, _ problems: [SettingsProblem], at place: Int) {
            lock.withLock { kept[place] = (value, problems) }
        }
    }
}
