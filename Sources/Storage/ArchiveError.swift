import Foundation
import GRDB

/// Why the archive could not do what was asked, with its path and what would help.
package enum ArchiveError: Error, Hashable, Sendable {
    case cannotOpen(path: String, cause: String)
    case notFound(path: String)
    /// Another process holds the archive; `pid` is nil where its name could not be read.
    case locked(path: String, pid: Int32?)
    /// Another program keeps the file busy (a backup, an SQLite shell in a transaction).
    /// `pid` is nil where it could not be seen which.
    case busy(path: String, pid: Int32?)
    /// A reader that does not end keeps the log from being emptied.
    case logHeld(path: String, bytes: Int, pid: Int32?)
    /// It was read in a folder that may not be written, where a writer is not seen coming.
    case writtenMeanwhile(path: String)
    case full(path: String)
    case readOnly(path: String)
    case damaged(path: String, detail: String)
    case notAnArchive(path: String)
    case newerSchema(path: String, found: Int, known: Int)
    case olderSchema(path: String, found: Int, known: Int)
    /// The beginning of a short id fits several items.
    case ambiguous(short: String, candidates: [String])
    case unreadableLine(path: String, line: Int, cause: String)
    case cannotReplaceItself(path: String)
    case failed(path: String, detail: String)
}

extension ArchiveError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let cause):
            "\(path): cannot be opened: \(cause); check the folder's owner and rights"
        case .notFound(let path):
            "\(path): there is no archive here yet; ‘marsad poll’ or ‘marsad run’ makes one"
        case .locked(let path, let pid):
            "\(path): is held by \(ArchiveError.name(pid)); "
                + "stop it first, or ask it through ‘marsad status’"
        case .busy(let path, let pid):
            "\(path): is kept busy by \(ArchiveError.name(pid)); end that and try again"
        case .logHeld(let path, let bytes, let pid):
            "\(path)-wal: has grown to \(bytes >> 20) MiB because \(ArchiveError.name(pid)) "
                + "reads without an end; end that"
        case .writtenMeanwhile(let path):
            "\(path): was written while it was read; run the command again"
        case .full(let path):
            "\(path): the disk is full; make room, or shorten ‘keep-for’ in marsad.yaml"
        case .readOnly(let path):
            "\(path): may not be written; check the folder's rights and how the disk is mounted"
        case .damaged(let path, let detail):
            "\(path): is damaged (\(detail)); ‘marsad archive check’ says how far; "
                + ArchiveError.remedyOfDamage
        case .notAnArchive(let path):
            "\(path): is a database, but not an archive of Marsad; choose another --state"
        case .newerSchema(let path, let found, let known):
            "\(path): was written by a newer Marsad (schema \(found), this one knows \(known)); "
                + "install that version"
        case .olderSchema(let path, let found, let known):
            "\(path): was written by an older Marsad (schema \(found), now \(known)); "
                + "start the daemon or ‘marsad poll’ once to bring it up to date"
        case .ambiguous(let short, let candidates):
            "‘\(short)’: fits several items: \(candidates.joined(separator: ", "))"
        case .unreadableLine(let path, let line, let cause):
            "\(path):\(line): \(cause)"
        case .cannotReplaceItself(let path):
            "\(path): is the archive itself, or a part of it; name another file for the copy"
        case .failed(let path, let detail):
            "\(path): \(detail)"
        }
    }

    static let remedyOfDamage =
        "stop the daemon and restore a backup (‘marsad archive backup’ made it), or save what is "
        + "readable with ‘sqlite3 FILE .recover’"

    private static func name(_ process: Int32?) -> String {
        process.map { "process \($0)" } ?? "another process"
    }
}

extension ArchiveError {
    /// What an error of SQLite or of the file system means for the archive at a path.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as ArchiveError: self = error
        case let error as DatabaseError: self = ArchiveError(error, path: path)
        default: self = .failed(path: path, detail: "\(error)")
        }
    }

    /// What the system's refusal to open or make a file means.
    init(errno number: Int32, path: String) {
        switch number {
        case EROFS, EACCES, EPERM: self = .readOnly(path: path)
        case ENOSPC, EDQUOT: self = .full(path: path)
        default: self = .cannotOpen(path: path, cause: String(cString: strerror(number)))
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, detail: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .busy(path: path, pid: KernelLocks.writer(of: path))
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .cannotOpen(path: path, cause: detail)
        // A full tmpfs fails the growing of the shared-memory file, not the write to it.
        case .SQLITE_IOERR where ArchiveError.isFull(around: path): self = .full(path: path)
        case .SQLITE_IOERR where ArchiveError.isReadOnly(path): self = .readOnly(path: path)
        case .SQLITE_IOERR:
            let remedy = "the disk may be failing: see the kernel's log (‘journalctl -k’)"
            self = .failed(path: path, detail: "\(detail); \(remedy)")
        default: self = .failed(path: path, detail: detail)
        }
    }

    /// A file system that found a fault in itself lets open files be, but not be written. The
    /// file by which writers take turns has no contents that matter.
    private static func isReadOnly(_ path: String) -> Bool {
        let descriptor = open(path + ".turn", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == EROFS }
        defer { close(descriptor) }
        return pwrite(descriptor, "\n", 1, 0) < 0 && errno == EROFS
    }

    private static func isFull(around path: String) -> Bool {
        let folder = (path as NSString).deletingLastPathComponent
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
        return free.int64Value < 65_536
    }
}
