import Extraction
import Foundation
import News

/// Reads files on all cores, the largest first: reading is half of what a start takes.
enum ManyFiles {
    /// What each file holds, in the order of the paths; what is wrong with them likewise.
    static func read<Value: Sendable>(
        _ paths: [String], _ problems: ProblemList,
        _ body: @escaping @Sendable (String, ProblemList) -> Value
    ) -> [Value] {
        let order = paths.indices.sorted { length(of: paths[$0]) > length(of: paths[$1]) }
        let readings = AllAtOnce.map(order) { place in
            let own = ProblemList()
            return (place, value: body(paths[place], own), problems: own.problems)
        }
        return readings.sorted { $0.0 < $1.0 }.map { reading in
            problems.add(reading.problems)
            return reading.value
        }
    }

    private static func length(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
