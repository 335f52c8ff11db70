import Foundation

/// Programs that an earlier run of the tests left behind, because it was killed. (PR_SET_PDEATHSIG
/// would not do: it watches the thread that started the program, which ends when it pleases.)
enum Leftovers {
    /// Stands in the environment of each program that a test starts: the number of its process.
    static let variable = "MARSAD_STARTED_BY_TESTS"

    /// Ends those whose tests are gone; done once, by whoever asks first.
    static let areEnded: Bool = {
        for process in running where !exists(process.owner) { kill(process.number, SIGKILL) }
        return true
    }()

    private static var running: [(number: Int32, owner: Int32)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(Int32.init).compactMap { number in
            owner(of: number).map { (number, $0) }
        }
    }

    /// Nil for what no test started; the test's own process has none in its environment.
    private static func owner(of number: Int32) -> Int32? {
        guard let data = try? Data(contentsOf: URL(filePath: "/proc/\(number)/environ")) else {
            return nil
        }
        let entries = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return entries.first { $0.hasPrefix(variable + "=") }
            .flatMap { Int32($0.dropFirst(variable.count + 1)) }
    }

    private static func exists(_ number: Int32) -> Bool { kill(number, 0) == 0 }
}
