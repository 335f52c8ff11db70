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
    private var lastCare: ContinuousClock.Instant?
    private var lastTidy: ContinuousClock.Instant?

    /// Seconds between two times at least: of what costs milliseconds, and of what costs some
    /// microseconds.
    private static let longPause = 60.0
    private static let pause = 10.0

    /// What it is time for, which is then taken as done. Even at rest the loop looks around,
    /// which needs some of the program's code for a moment.
    mutating func due(at now: ContinuousClock.Instant) -> Work? {
        if isOver(Housekeeping.longPause, since: lastCare, now) {
            lastCare = now
            lastTidy = now
            return .all
        }
        guard isOver(Housekeeping.pause, since: lastTidy, now) else { return nil }
        lastTidy = now
        return .code
    }

    private func isOver(
        _ pause: Double, since last: ContinuousClock.Instant?, _ now: ContinuousClock.Instant
    ) -> Bool {
        last.map { (now - $0) / .seconds(1) >= pause } ?? true
    }

    enum Work: Sendable {
        case all
        /// The program's code alone.
        case code
    }

    /// On another thread than the loop's: the archive may be waited for.
    @concurrent
    static func tidy(_ work: Work, _ archive: Archive) async {
        if work == .all {
            archive.releaseMemory()
            malloc_trim(0)
        }
        ProgramText.letGo()
    }
}

/// What of the program's file and its libraries' nobody may write to.
enum ProgramText {
    /// Of those that the program was started with, which stay where they are until it ends. To be
    /// asked for before anything else is loaded that may go again.
    static let ranges: [Range] = {
        var found: [Range] = []
        withUnsafeMutablePointer(to: &found) { place in
            _ = dl_iterate_phdr(
                { info, _, place in
                    let found = place?.assumingMemoryBound(to: [Range].self)
                    if let info { found?.pointee += ProgramText.ranges(of: info.pointee) }
                    return 0
                }, place)
        }
        return found
    }()

    typealias Range = (start: UInt, length: Int)

    /// Forgets its pages: clean ones of a file, which the page cache has when they are needed again.
    static func letGo() {
        for range in ranges {
            madvise(UnsafeMutableRawPointer(bitPattern: range.start), range.length, MADV_DONTNEED)
        }
    }

    /// The kernel's own part (vdso(7)) is no file's.
    private static func ranges(of object: dl_phdr_info) -> [Range] {
        let name = object.dlpi_name.map { String(cString: $0) } ?? ""
        guard name.isEmpty || name.hasPrefix("/") else { return [] }
        let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
        return (0..<Int(object.dlpi_phnum)).compactMap { number in
            let segment = object.dlpi_phdr[number]
            let isWritable = segment.p_flags & UInt32(PF_W) != 0
            guard segment.p_type == UInt32(PT_LOAD), !isWritable else { return nil }
            let start = UInt(object.dlpi_addr + segment.p_vaddr)
            let first = start / page * page
            // Its last page may hold the beginning of what is writable.
            let last = (start + UInt(segment.p_memsz)) / page * page
            return last > first ? (first, Int(last - first)) : nil
        }
    }
}
