import Foundation
import GRDB

/// How an archive's file is reached: who may write, whose turn it is, and how long its log may
/// grow.
final class ArchiveConnection: Sendable {
    let path: String
    let access: Archive.Access
    let pool: DatabasePool
    /// What one process alone has.
    let lock: ArchiveLock?
    /// Nil for reading.
    private let turn: WriteTurn?
    /// Bytes that the log may take up before nothing more is written.
    private let logLimit: Int
    /// Seconds to wait for another process that writes.
    private let patience: Double
    /// What is read without the files by which one would see that somebody writes.
    private let still: StillFile?

    init(
        at folder: String, access: Archive.Access, logLimit: Int, patience: Double,
        onMigration: Archive.OnMigration?
    ) throws(ArchiveError) {
        let path = (folder as NSString).appendingPathComponent("archive.sqlite")
        self.path = path
        self.access = access
        self.logLimit = logLimit
        self.patience = patience
        switch access {
        case .readWrite:
            try ArchiveFile.makeFolder(folder, for: path)
            lock = try ArchiveLock(beside: path)
        case .writeBeside, .readOnly:
            guard FileManager.default.fileExists(atPath: path) else {
                throw .notFound(path: path)
            }
            lock = nil
        }
        let still =
            access == .readOnly && !StillFile.mayWriteFolder(of: path) ? StillFile(path) : nil
        self.still = still
        let turn = access == .readOnly ? nil : try WriteTurn(beside: path, patience: patience)
        self.turn = turn
        pool = try ArchiveConnection.open(path, access, turn, patience, still, onMigration)
    }

    /// To open for writing is to write: the log may have to be made or brought in.
    private static func open(
        _ path: String, _ access: Archive.Access, _ turn: WriteTurn?, _ patience: Double,
        _ still: StillFile?, _ onMigration: Archive.OnMigration?
    ) throws(ArchiveError) -> DatabasePool {
        guard let turn else {
            return try ArchiveFile.open(path, access: access, patience: patience, still: still)
        }
        do {
            return try turn.taken {
                try ArchiveFile.open(
                    path, access: access, patience: patience, onMigration: onMigration)
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    func close() throws(ArchiveError) {
        if access == .readWrite {
            // A reader of another process may hold the log; what is in it is safe there.
            _ = try? withoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        try failing { try inTurn { try pool.close() } }
        lock?.release()
    }

    func releaseMemory() { pool.releaseMemory() }

    func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        try failing { try undisturbed { try pool.read(body) } }
    }

    /// Not at one moment and in no transaction, which GRDB gives up at the first failure.
    func readApart<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        try failing { try undisturbed { try pool.unsafeRead(body) } }
    }

    /// What was read while somebody began to write may be of two moments: it is not told.
    private func undisturbed<Value>(_ body: () throws -> Value) throws -> Value {
        guard let still else { return try body() }
        let result = Result { try body() }
        guard still.isStill else { throw ArchiveError.writtenMeanwhile(path: path) }
        return try result.get()
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        guard access != .readOnly else { throw .readOnly(path: path) }
        return try failing {
            try inTurn {
                try boundLog()
                try pool.writeWithoutTransaction { try ArchiveFile.paceCheckpoints($0, of: path) }
                return try pool.write(body)
            }
        }
    }

    /// The connection that writes, outside of any transaction.
    func withoutTransaction<Value>(
        _ body: (Database) throws -> Value
    ) throws(ArchiveError) -> Value {
        try failing { try inTurn { try pool.writeWithoutTransaction(body) } }
    }

    /// A pragma of the connection that writes.
    func setting(_ pragma: String) throws(ArchiveError) -> Int? {
        try withoutTransaction { try Int.fetchOne($0, sql: "PRAGMA \(pragma)") }
    }

    private func inTurn<Value>(_ body: () throws -> Value) throws -> Value {
        guard let turn else { return try body() }
        return try turn.taken(body)
    }

    func failing<Value>(_ body: () throws -> Value) throws(ArchiveError) -> Value {
        do { return try body() } catch { throw ArchiveError(error, path: path) }
    }

    /// Refuses to write on while a reader that does not end keeps the log from being emptied:
    /// else it would fill the disk.
    private func boundLog() throws {
        guard ArchiveFile.length(of: path + "-wal") > logLimit else { return }
        try pool.writeWithoutTransaction { db in
            // Whether the log can be emptied is to be known at once, not after the usual wait.
            try db.execute(sql: "PRAGMA busy_timeout = 0")
            defer {
                try? db.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1_000))")
            }
            _ = try? db.checkpoint(.truncate)
        }
        let length = ArchiveFile.length(of: path + "-wal")
        guard length > logLimit else { return }
        throw ArchiveError.logHeld(
            path: path, bytes: length, pid: KernelLocks.reader(of: path))
    }
}

extension Archive {
    func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        try connection.read(body)
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        try connection.write(body)
    }

    func withoutTransaction<Value>(
        _ body: (Database) throws -> Value
    ) throws(ArchiveError) -> Value {
        try connection.withoutTransaction(body)
    }

    func failing<Value>(_ body: () throws -> Value) throws(ArchiveError) -> Value {
        try connection.failing(body)
    }
}
