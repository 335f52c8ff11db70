import Foundation

/// Who holds locks on the archive's files, by the kernel's list of them (`/proc/locks`, proc(5)):
/// `1: FLOCK  ADVISORY  WRITE 4711 fe:01:131 0 EOF`.
enum KernelLocks {
    private static let list = "/proc/locks"

    private struct Lock {
        let kind: Substring
        let process: Int32
        let start: Int?
    }

    /// Whether a process has the whole of an open file for itself (`flock(2)`).
    static func isHeld(_ descriptor: Int32, by process: Int32) -> Bool {
        var about = stat()
        guard fstat(descriptor, &about) == 0 else { return false }
        // A unit with ProcSubset=pid sees no list: who is named and lives is believed.
        guard access(list, R_OK) == 0 else { return kill(process, 0) == 0 || errno == EPERM }
        return locks(on: about.st_ino).contains { $0.kind == "FLOCK" && $0.process == process }
    }

    /// Another process that has a file for itself (`flock(2)`).
    static func holder(of file: String) -> Int32? {
        process(on: file) { $0.kind == "FLOCK" }
    }

    /// Another process that writes a database: it holds byte 120 of the shared memory beside it
    /// (sqlite.org/walformat.html §2.3.1).
    static func writer(of database: String) -> Int32? {
        process(on: database + "-shm") { $0.start == 120 }
    }

    /// Another process that reads a database: it holds one of the bytes from 123 on.
    static func reader(of database: String) -> Int32? {
        process(on: database + "-shm") { (123...127).contains($0.start ?? 0) }
    }

    private static func process(on file: String, _ isMeant: (Lock) -> Bool) -> Int32? {
        var about = stat()
        guard stat(file, &about) == 0 else { return nil }
        return locks(on: about.st_ino).first { $0.process != getpid() && isMeant($0) }?.process
    }

    private static func locks(on file: UInt) -> [Lock] {
        KernelFile.text(list).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 6, let process = Int32(words[4]), process > 0,
                words[5].hasSuffix(":\(file)")
            else { return nil }
            return Lock(kind: words[1], process: process, start: Int(words[6]))
        }
    }
}
