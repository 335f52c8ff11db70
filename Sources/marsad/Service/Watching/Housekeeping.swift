import CLinux
import Foundation
import Storage

/// Gives memory back that only work needed: once there is none, or now and then.
///
/// SQLite keeps pages of the archive, glibc what was freed. A daemon that waits most of the time
/// returns both; what it needs again comes from the page cache within microseconds
/// (`docs/notes/memory-at-rest.md`). What of the program itself only work needed goes sooner, by
/// ``ProgramText``.
struct Housekeeping {
    private var last: ContinuousClock.Instant?
    private(set) var times = 0

    /// Seconds between two times at least: it costs milliseconds.
    private static let pause = 60.0
    /// Where there is always something to do: what is given back is soon needed again, but what
    /// was needed once is not kept for good.
    private static let pauseInWork = 900.0

    /// Whether it is time, which is then taken as done.
    mutating func isDue(at now: ContinuousClock.Instant, isAtRest: Bool) -> Bool {
        let pause = isAtRest ? Housekeeping.pause : Housekeeping.pauseInWork
        if let last, (now - last) / .seconds(1) < pause { return false }
        last = now
        times += 1
        return true
    }

    /// - Parameter isSettled: The start is over, and nothing else is to be settled.
    @concurrent
    static func tidy(_ archive: Archive, isSettled: Bool) async {
        await giveBack(archive)
        if isSettled { ProgramText.letGoOfStart() }
    }

    /// On another thread than the loop's: the archive may be waited for.
    @concurrent
    static func giveBack(_ archive: Archive) async {
        archive.releaseMemory()
        malloc_trim(0)
    }
}

/// What of the program's file and its libraries' nobody may write to.
enum ProgramText {
    /// Of those that the program was started with, which stay where they are until it ends. To be
    /// asked for before anything else is loaded that may go again.
    static let ranges: [Range] = found { $0 & UInt32(PF_W) == 0 }

    /// The like that may be written to, most of which nobody has: tables that a start reads.
    static let tables: [Range] = found { $0 & UInt32(PF_W) != 0 }

    typealias Range = (start: UInt, length: Int)

    /// Forgets its pages: clean ones of a file, which the page cache has when they are needed again.
    static func letGo() {
        for range in ranges {
            madvise(UnsafeMutableRawPointer(bitPattern: range.start), range.length, MADV_DONTNEED)
        }
    }

    /// Has the kernel take back what only the start read of ``tables``; what was written stays.
    /// Not for every day: what is needed again comes from the disk.
    static func letGoOfStart() {
        for range in tables {
            madvise(UnsafeMutableRawPointer(bitPattern: range.start), range.length, MADV_PAGEOUT)
        }
    }

    private static func found(_ isWanted: (_ flags: UInt32) -> Bool) -> [Range] {
        var segments: [Segment] = []
        withUnsafeMutablePointer(to: &segments) { place in
            _ = dl_iterate_phdr(
                { info, _, place in
                    let found = place?.assumingMemoryBound(to: [Segment].self)
                    if let info { found?.pointee += ProgramText.segments(of: info.pointee) }
                    return 0
                }, place)
        }
        return segments.filter { isWanted($0.flags) }.map(\.range)
    }

    private struct Segment {
        var flags: UInt32
        var range: Range
    }

    /// The kernel's own part (vdso(7)) is no file's.
    private static func segments(of object: dl_phdr_info) -> [Segment] {
        let name = object.dlpi_name.map { String(cString: $0) } ?? ""
        guard name.isEmpty || name.hasPrefix("/") else { return [] }
        let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
        var segments: [Segment] = []
        for number in 0..<Int(object.dlpi_phnum) {
            let segment = object.dlpi_phdr[number]
            guard segment.p_type == UInt32(PT_LOAD) else { continue }
            let start = UInt(object.dlpi_addr + segment.p_vaddr)
            let first = start / page * page
            // Its last page may hold the beginning of what is writable.
            let last = (start + UInt(segment.p_filesz)) / page * page
            guard last > first else { continue }
            let range: Range = (start: first, length: Int(last - first))
            segments.append(Segment(flags: segment.p_flags, range: range))
        }
        return segments
    }
}
