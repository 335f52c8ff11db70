import Foundation

/// How far SQLite is with reading a whole file, in one statement that tells nothing itself.
///
/// The kernel counts what this process reads (proc_pid_io(5)); where it may not be asked, nothing
/// is told. SQLite reads each page twice when it looks for damage: to walk the trees, and to
/// compare what they hold.
struct ReadingProgress {
    /// Of the file.
    let bytes: Int

    /// Does long work in a thread of its own, and tells here what part of it is done, a few times
    /// a second.
    func tell<Value: Sendable>(
        _ onProgress: (Double) -> Void, during work: @escaping @Sendable () throws -> Value
    ) throws -> Value {
        let outcome = Outcome<Value>()
        let start = ReadingProgress.bytesRead() ?? 0
        let thread = Thread { outcome.set(Result { try work() }) }
        // SQLite's own needs are small; a copy of a damaged file may have deep trees.
        thread.stackSize = 4 << 20
        thread.start()
        while true {
            if let result = outcome.wait(seconds: 0.2) { return try result.get() }
            guard let now = ReadingProgress.bytesRead(), bytes > 0 else { continue }
            onProgress(min(0.99, Double(now - start) / Double(2 * bytes)))
        }
    }

    private static func bytesRead() -> Int? {
        let lines = KernelFile.text("/proc/self/io").split(separator: "\n")
        return lines.first { $0.hasPrefix("rchar:") }.flatMap { Int($0.dropFirst(7)) }
    }

    /// What the work came to. Unchecked because the compiler cannot see that the lock guards it.
    private final class Outcome<Value>: @unchecked Sendable {
        private let changed = NSCondition()
        private var result: Result<Value, any Error>?

        func set(_ result: Result<Value, any Error>) {
            changed.withLock {
                self.result = result
                changed.broadcast()
            }
        }

        /// Nil where it is not there in time.
        func wait(seconds: Double) -> Result<Value, any Error>? {
            changed.lock()
            defer { changed.unlock() }
            let end = Date(timeIntervalSinceNow: seconds)
            while result == nil, changed.wait(until: end) {}
            return result
        }
    }
}
