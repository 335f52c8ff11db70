import CLinux
import Foundation

/// Gives memory back that only work needed, once there is none.
///
/// glibc keeps what was freed for the next time, and pages of the program stay mapped in that
/// only the start needed. A daemon that waits most of the time returns both; what it needs again
/// comes from the page cache within microseconds (`docs/notes/memory-at-rest.md`).
struct Housekeeping {
    private var hasWorked = true
    private var last: ContinuousClock.Instant?

    /// Seconds between two times at least.
    private static let pause = 60.0

    mutating func worked() { hasWorked = true }

    mutating func tidy(at now: ContinuousClock.Instant) {
        guard hasWorked, last.map({ (now - $0) / .seconds(1) >= Housekeeping.pause }) ?? true
        else { return }
        hasWorked = false
        last = now
        Housekeeping.tidyMemory()
    }

    static func tidyMemory() {
        malloc_trim(0)
        for range in programText { madvise(range.start, range.length, MADV_DONTNEED) }
    }

    /// Where the program's own code lies: mapped from its file and never written to, so that
    /// nothing is lost by forgetting it.
    private static var programText: [(start: UnsafeMutableRawPointer?, length: Int)] {
        guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
            return []
        }
        return maps.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            guard words.count > 5, words[1] == "r-xp", words[5].hasPrefix("/") else { return nil }
            let ends = words[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
            guard ends.count == 2, ends[0] < ends[1] else { return nil }
            return (UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]))
        }
    }
}
