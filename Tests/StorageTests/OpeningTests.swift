import Foundation
import GRDB
import News
import Synchronization
import Testing

@testable import Storage

private func read(_ file: String) throws -> Int {
    try Data(contentsOf: URL(fileURLWithPath: file)).count
}

@Suite struct OpeningTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a second archive on one folder is refused and names the process`() throws {
        let first = try Archive(at: folder.path, access: .readWrite)
        #expect(throws: ArchiveError.locked(path: first.path, pid: getpid())) {
            try Archive(at: folder.path, access: .readWrite)
        }
        try first.close()
        let second = try Archive(at: folder.path, access: .readWrite)
        try second.close()
    }

    @Test func `who holds an archive knows what it could not keep, even where nothing is written`()
        throws
    {
        let archive = try Archive(at: folder.path, access: .readWrite)
        #expect(archive.holder == ArchiveHolder(process: getpid(), unkept: nil))
        let unkept = Unkept(polls: 2, items: 40, since: morning, cause: "read-only")
        archive.tell(unkept)
        #expect(archive.holder?.unkept == unkept)
        let other = try Archive(at: folder.path, access: .readOnly)
        #expect(other.holder == ArchiveHolder(process: getpid(), unkept: unkept))
        // As on a disk that has become read-only: the file beside says nothing any more.
        #expect(truncate(archive.path + ".lock", 0) == 0)
        #expect(archive.holder?.unkept == unkept)
        #expect(other.holder == nil)
        try archive.close()
        #expect(archive.holder == nil)
    }

    @Test func `an archive has an identity of its own for good`() throws {
        let first = try Archive(at: folder.file("first"), access: .readWrite)
        let second = try Archive(at: folder.file("second"), access: .readWrite)
        let identity = try first.identity()
        #expect(try second.identity() != identity)
        let text = identity.uuidString
        #expect(Array(text)[14] == "4")
        #expect("89AB".contains(Array(text)[19]))
        try first.compact(words: words)
        try first.close()
        #expect(
            try Archive(at: folder.file("first"), access: .readWrite).identity() == identity)
    }

    @Test func `nobody but owner and group may read an archive`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(poll([kept(news("1", "Un"), topics: ["drugs"])]))
        for name in ["archive.sqlite", "archive.sqlite-wal"] {
            let rights = try FileManager.default.attributesOfItem(atPath: folder.file(name))
            // The umask may take the group's away.
            #expect([0o600, 0o640].contains(rights[.posixPermissions] as? Int))
        }
        try archive.close()
    }

    @Test func `a reader works beside the writer and may not write`() throws {
        let writer = try Archive(at: folder.path, access: .readWrite)
        let reader = try Archive(at: folder.path, access: .readOnly)
        _ = try writer.record(poll([kept(news("1", "Un"), topics: ["drugs"])]))
        #expect(try reader.matches().count == 1)
        #expect(throws: ArchiveError.readOnly(path: reader.path)) {
            try reader.record(poll([]))
        }
        #expect(try reader.check() == [])
    }

    @Test func `a reader finds no archive where there is none`() throws {
        #expect(throws: ArchiveError.notFound(path: folder.file("archive.sqlite"))) {
            try Archive(at: folder.path, access: .readOnly)
        }
    }

    @Test func `a newer schema is refused`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        try archive.close()
        try shell("PRAGMA user_version = 99")
        #expect(
            throws: ArchiveError.newerSchema(
                path: archive.path, found: 99, known: Schema.version)
        ) { try Archive(at: folder.path, access: .readWrite) }
    }

    @Test func `an older schema is refused to a reader and updated by the writer`() throws {
        try shell("PRAGMA application_id = \(Schema.applicationID)")
        #expect(
            throws: ArchiveError.olderSchema(
                path: folder.file("archive.sqlite"), found: 0, known: Schema.version)
        ) { try Archive(at: folder.path, access: .readOnly) }
        let archive = try Archive(at: folder.path, access: .readWrite)
        #expect(try archive.check() == [])
    }

    @Test func `another program's database is left alone`() throws {
        try shell("CREATE TABLE theirs (x); PRAGMA user_version = 1")
        #expect(throws: ArchiveError.notAnArchive(path: folder.file("archive.sqlite"))) {
            try Archive(at: folder.path, access: .readWrite)
        }
    }

    @Test func `a file that is no database is damaged`() throws {
        let path = folder.file("archive.sqlite")
        try Data(repeating: 7, count: 8_192).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: ArchiveError.self) {
            try Archive(at: folder.path, access: .readWrite)
        }
        guard case .damaged(path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a page overwritten is found by the check`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        let items = (0..<200).map { kept(news("\($0)", "Titre \($0)", "mot mot mot")) }
        _ = try archive.record(poll(items))
        let root = try archive.read {
            try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'item'")
        }
        try archive.close()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: archive.path))
        try handle.seek(toOffset: UInt64(try #require(root) - 1) * 16_384)
        try handle.write(contentsOf: Data(repeating: 0xAA, count: 16_384))
        try handle.close()
        let faults = Result { try Archive(at: folder.path, access: .readWrite).check() }
        switch faults {
        case .success(let faults): #expect(faults != [])
        case .failure(let error): #expect("\(error)".contains("is damaged"))
        }
    }

    @Test func `a file that nobody writes is read as it is until somebody does`() throws {
        let path = folder.file("archive.sqlite")
        #expect(StillFile(path) == nil)
        try Archive(at: folder.path, access: .readWrite).close()
        let still = try #require(StillFile(path))
        #expect(still.isStill)
        let writer = try Archive(at: folder.path, access: .readWrite)
        #expect(!still.isStill)
        #expect(StillFile(path) == nil)
        _ = try writer.record(poll([kept(news("1", "Un"))]))
        try writer.close()
        #expect(!still.isStill)
        #expect(StillFile(path)?.isStill == true)
    }

    @Test func `long reading tells how far it is`() throws {
        let file = folder.file("long")
        try Data(count: 1 << 20).write(to: URL(fileURLWithPath: file))
        let isTold = Mutex(false)
        let parts = Mutex<[Double]>([])
        let count = try ReadingProgress(bytes: 1 << 30).tell { part in
            parts.withLock { $0.append(part) }
            isTold.withLock { $0 = true }
        } during: {
            var count = 0
            while !isTold.withLock(\.self) { count += try read(file) }
            return count
        }
        let told = parts.withLock(\.self)
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(count >= 1 << 20)
        #expect(throws: ArchiveError.full(path: "x")) {
            try ReadingProgress(bytes: 1).tell { _ in
            } during: {
                throw ArchiveError.full(path: "x")
            }
        }
    }

    @Test func `a backup is a whole archive, made while polls go on`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(poll([kept(news("1", "Un"), topics: ["drugs"])]))
        let copies = try TemporaryFolder()
        try archive.backup(to: copies.file("archive.sqlite"))
        _ = try archive.record(poll(at: later(1), [kept(news("2", "Deux"))]))
        let copy = try Archive(at: copies.path, access: .readWrite)
        #expect(try copy.items(after: 0).map(\.item.key.id) == ["1"])
        #expect(try copy.identity() == archive.identity())
        #expect(try copy.check() == [])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: copies.path)
                .filter { $0.hasSuffix("partial") } == [])
    }

    @Test(.enabled(if: geteuid() == 0, "only root makes files for others"))
    func `what root makes belongs to the owner of the folder`() throws {
        let nobody: UInt32 = 65_534
        #expect(chown(folder.path, nobody, nobody) == 0)
        let archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(poll([kept(news("1", "Un"))]))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.count == 5)
        for file in files {
            let about = try FileManager.default.attributesOfItem(atPath: folder.file(file))
            #expect(about[.ownerAccountID] as? UInt32 == nobody, "\(file)")
        }
    }

    @Test func `a closed archive answers with an error`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        try archive.close()
        #expect(throws: ArchiveError.self) { try archive.feedStates() }
        #expect(throws: ArchiveError.self) { try archive.record(poll([])) }
    }

    /// What a person does with the `sqlite3` program.
    private func shell(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.file("archive.sqlite"))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}
