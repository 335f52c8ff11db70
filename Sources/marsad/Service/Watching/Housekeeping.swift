import CLinux
import Foundation
import Storage

/// Gives memory back that only work needed, once there is none.
///
/// SQLite keeps pages of the archive, glibc what was freed, and what of the program and its
/// libraries only the start needed stays mapped. A daemon that waits most of the time returns all
/// three; what it needs again comes from the page cache within microseconds
/// (`docs/notes/memory-at-rest.md`).
struct Housekeeping {
    private var last: ContinuousClock.Instant?

    /// Seconds between two times at least.
    private static let pause = 60.0

    /// Whether it is time to tidy, which is then taken as done. Even at rest the loop looks
    /// around, which needs some of the program's code for a moment.
    mutating func isDue(at now: ContinuousClock.Instant) -> Bool {
        guard last.map({ (now - $0) / .seconds(1) >= Housekeeping.pause }) ?? true else {
            return false
        }
        last = now
        return true
    }

    /// On another thread than the loop's: the archive may be waited for.
    @concurrent
    static func tidyMemory(_ archive: Archive) async {
        archive.releaseMemory()
        malloc_trim(0)
        FileMappings.letGo()
    }
}

/// What the kernel has mapped in of the program's file and its libraries'.
enum FileMappings {
    /// Forgets pages that nobody wrote to and nobody may write to: nothing is lost by it.
    static func letGo() {
        for range in clean(in: KernelFile.text("/proc/self/smaps")) {
            madvise(range.start, range.length, MADV_DONTNEED)
        }
    }

    typealias Range = (start: UnsafeMutableRawPointer?, length: Int)

    /// Those of smaps (proc(5)) that are private, not writable and of a file, and of which no page
    /// is the process' own: one that was relocated when the program was loaded is.
    static func clean(in smaps: String) -> [Range] {
        var found: [Range] = []
        var mapping: Range?
        for line in smaps.split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            if let range = range(words) {
                let isOfFile = words.count > 5 && words[5].hasPrefix("/")
                mapping = isOfFile && ["r-xp", "r--p"].contains(words[1]) ? range : nil
            } else if words.first == "Anonymous:", words[1] == "0" {
                if let mapping { found.append(mapping) }
                mapping = nil
            }
        }
        return found
    }

    /// Nil where the line begins no mapping.
    private static func range(_ words: [Substring]) -> Range? {
        let ends = words.first?.split(separator: "-").compactMap { UInt($0, radix: 16) } ?? []
        guard ends.count == 2, ends[0] < ends[1], words.count > 4 else { return nil }
        return (UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]))
    }
}
