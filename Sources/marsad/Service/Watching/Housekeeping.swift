import CLinux
import Foundation
import Storage

/// Gives memory back that only work needed, once there is none.
///
/// SQLite keeps pages of the archive, glibc what was freed. A daemon that waits most of the time
/// returns both; what it needs again comes from the page cache within microseconds
/// (`docs/notes/memory-at-rest.md`). What of the program itself only work needed goes sooner, by
/// ``ProgramText``.
struct Housekeeping {
    private var last: ContinuousClock.Instant?

    /// Seconds between two times at least: it costs milliseconds.
    private static let pause = 60.0

    /// Whether it is time, which is then taken as done.
    mutating func isDue(at now: ContinuousClock.Instant) -> Bool {
        if let last, (now - last) / .seconds(1) < Housekeeping.pause { return false }
        last = now
        return true
    }

    /// On another thread than the loop's: the archive may be waited for.
    @concurrent
    static func tidy(_ archive: Archive) async {
        archive.releaseMemory()
        malloc_trim(0)
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
