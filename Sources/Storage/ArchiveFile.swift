import CSQLite
import Foundation
import GRDB
import Glibc

/// How the archive's file is made, opened and copied.
enum ArchiveFile {
    /// Once for the process, before SQLite is used: its count of memory, which nobody asks for,
    /// took a tenth of the time of an insert.
    private static let memoryIsUncounted = sqlite3_config_memory_uncounted()

    /// Makes a folder and those above it, by the system's own call: its cause is plainer than
    /// Foundation's.
    static func makeFolder(_ folder: String, for path: String) throws(ArchiveError) {
        guard !folder.isEmpty, mkdir(folder, 0o750) != 0 else { return }
        if errno == ENOENT {
            try makeFolder((folder as NSString).deletingLastPathComponent, for: path)
            guard mkdir(folder, 0o750) != 0 else { return }
        }
        // What is there under that name may be no folder; opening the archive will tell.
        guard errno != EEXIST else { return }
        throw ArchiveError(errno: errno, path: path)
    }

    /// - Parameters:
    ///   - patience: seconds to wait for another process that writes.
    ///   - still: what is read as it is, without the files that readers and writers meet by.
    static func open(
        _ path: String, access: Archive.Access, patience: Double, still: StillFile? = nil,
        onMigration: Archive.OnMigration? = nil
    ) throws(ArchiveError) -> DatabasePool {
        do {
            _ = memoryIsUncounted
            if access == .readWrite { keepFromOthers(path) }
            let pool = try DatabasePool(
                path: still != nil || access == .readOnly && canNeverChange(path)
                    ? unchanging(path) : path,
                configuration: configuration(path, access, patience))
            if access != .readOnly { try prepareWriter(of: pool, path, onMigration) }
            return pool
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    /// Whether the file lies on a disk that is mounted read-only, and whoever wrote it has closed
    /// it: SQLite would have to make the files beside it that readers and writers meet by.
    private static func canNeverChange(_ path: String) -> Bool {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0, disk.f_flag & UInt(ST_RDONLY) != 0 else { return false }
        return !["-wal", "-shm"].contains { FileManager.default.fileExists(atPath: path + $0) }
    }

    /// As an address that has SQLite do without those files (sqlite.org/uri.html).
    private static func unchanging(_ path: String) -> String {
        URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    }

    /// Makes a file that is missing; SQLite gives the log beside it the same owner and rights.
    /// Where that fails, opening the database says why.
    private static func keepFromOthers(_ path: String) {
        let descriptor = OwnFile.open(path)
        if descriptor >= 0 { close(descriptor) }
    }

    /// The copy is made within one read: it shows one moment, however long it takes. A copy of
    /// what is damaged takes no earlier copy's place.
    static func backup(
        _ pool: DatabasePool, to file: String, onProgress: Archive.OnProgress?
    ) throws(ArchiveError) {
        do {
            try write(file) { partial in
                let copy = try DatabaseQueue(path: partial)
                var pages = 0
                try pool.backup(to: copy, pagesPerStep: 4_096) { progress in
                    pages = progress.totalPageCount
                    // To look for damage reads all of it again.
                    onProgress?(progress.completedPageCount, 2 * pages)
                }
                let damage = try ReadingProgress(bytes: length(of: partial)).tell {
                    onProgress?(pages + Int(Double(pages) * $0), 2 * pages)
                } during: {
                    try copy.inDatabase { try Soundness(db: $0).damage() }
                }
                try copy.close()
                if let first = damage.first {
                    throw ArchiveError.damaged(
                        path: pool.path, detail: "\(first); \(file) was left as it was")
                }
            }
        } catch {
            throw ArchiveError(error, path: file)
        }
    }

    /// Writes a file beside its place and moves it there once it is on disk; what was there
    /// before stays until then, and where writing fails nothing is left behind.
    static func write<Value>(_ file: String, _ body: (String) throws -> Value) throws -> Value {
        try refuseAnythingElse(than: file)
        let partial = file + ".partial"
        do {
            try? FileManager.default.removeItem(atPath: partial)
            try make(partial, for: file)
            let value = try body(partial)
            try settle(partial, as: file)
            return value
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    /// To move a file into the place of a device, a pipe or a link would do away with that.
    private static func refuseAnythingElse(than file: String) throws {
        var found = stat()
        guard lstat(file, &found) == 0, found.st_mode & S_IFMT != S_IFREG else { return }
        let what = found.st_mode & S_IFMT == S_IFDIR ? "is a folder" : "is no plain file"
        throw ArchiveError.failed(path: file, detail: "\(what); name a file to write")
    }

    /// Whether a path leads to an archive's file, or to one of those beside it.
    static func isPart(_ file: String, of archive: String) -> Bool {
        ["", "-wal", "-shm", ".lock", ".turn"].contains { isSame(file, archive + $0) }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// An empty file, readable to its owner and group alone.
    private static func make(_ partial: String, for file: String) throws {
        let descriptor = Glibc.open(partial, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw ArchiveError(errno: errno, path: file) }
        close(descriptor)
    }

    /// Bytes; 0 for a file that is not there.
    static func length(of path: String) -> Int {
        var about = stat()
        return stat(path, &about) == 0 ? Int(about.st_size) : 0
    }

    private static func configuration(
        _ path: String, _ access: Archive.Access, _ patience: Double
    ) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.maximumReaderCount = 4
        // They give their memory back without being closed: to close one ends a queue of
        // libdispatch, which starts a thread of its own to do so (docs/notes/threads.md).
        configuration.persistentReadOnlyConnections = true
        configuration.busyMode = .timeout(patience)
        configuration.label = "archive"
        configuration.prepareDatabase { db in
            let found = try Schema.recognise(db, at: path)
            if access != .readWrite, found < Schema.version {
                throw ArchiveError.olderSchema(path: path, found: found, known: Schema.version)
            }
            // Have an effect on a new file only, and only before the log is chosen.
            if !db.configuration.readonly {
                try db.execute(sql: "PRAGMA page_size = 16384")
                try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            }
            try db.execute(sql: "PRAGMA cache_size = -8192")
        }
        return configuration
    }

    private static func prepareWriter(
        of pool: DatabasePool, _ path: String, _ onMigration: Archive.OnMigration?
    ) throws {
        try pool.writeWithoutTransaction { db in
            // GRDB sets NORMAL when its pool chooses the log, after the configuration's turn.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            try paceCheckpoints(db, of: path)
            // Debian compiles it in; what was deleted here was public.
            try db.execute(sql: "PRAGMA secure_delete = OFF")
            try db.execute(sql: "PRAGMA cache_size = -32768")
            try Schema.update(
                db, from: try Schema.recognise(db, at: path), onStep: onMigration)
        }
    }

    /// Has the log brought in whenever it is a quarter of the database or a sixty-fourth of the
    /// room on the disk, and between 4 MiB (it must fit on a small disk) and 64 (it is read when
    /// the archive is opened after a crash). What changes at each commit is then written into the
    /// database once for several of them.
    static func paceCheckpoints(_ db: Database, of path: String) throws {
        let share = max(length(of: path) / 4, room(on: path) / 64)
        let bytes = min(max(share, 4 << 20), 64 << 20)
        let page = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA page_size")) ?? 4_096
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(bytes / page)")
    }

    /// Bytes that may still be written to the disk of a file; 0 where it cannot be told.
    private static func room(on path: String) -> Int {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { return 0 }
        return Int(clamping: UInt64(disk.f_bavail) &* UInt64(disk.f_frsize))
    }

    private static func settle(_ partial: String, as file: String) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
        try handle.synchronize()
        try handle.close()
        guard rename(partial, file) == 0 else { throw ArchiveError(errno: errno, path: file) }
    }
}
