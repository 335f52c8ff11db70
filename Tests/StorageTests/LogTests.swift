import Foundation
import GRDB
import Glibc
import News
import Testing

@testable import Storage

/// The log beside the database: how far it grows, and what is written into it.
@Suite struct LogTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a reader that does not end stops the writing before the log fills the disk`()
        throws
    {
        let archive = try Archive(at: folder.path, access: .readWrite, logLimit: 2_000_000)
        let reader = try Archive(at: folder.path, access: .readOnly)
        var kept: [String] = []
        let error = #expect(throws: ArchiveError.self) {
            try reader.read { db in
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM item")
                for number in 0..<200 {
                    _ = try archive.record(poll([filler("\(number)")]))
                    kept.append("\(number)")
                }
            }
        }
        guard case .logHeld(archive.path, let bytes, nil)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect((2_000_000..<4_000_000).contains(bytes))
        #expect(
            error?.description
                == "\(archive.path)-wal: has grown to \(bytes >> 20) MiB because another process "
                + "reads without an end; end that")
        #expect(try archive.items(after: 0).map(\.item.key.id) == kept)
        _ = try archive.record(poll([filler("after")]))
        #expect(try archive.size().log < 2_000_000)
        #expect(try archive.items(after: 0).map(\.item.key.id) == kept + ["after"])
    }

    @Test func `the log may grow with the database and the room, within bounds`() throws {
        var disk = statvfs()
        #expect(statvfs(folder.path, &disk) == 0)
        let room = Int(disk.f_bavail) * Int(disk.f_frsize)
        let archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(poll([]))
        let before = try #require(try archive.connection.setting("wal_autocheckpoint"))
        // Others write to the disk meanwhile.
        let share = min(max(room / 64, 4 << 20), 64 << 20) / 16_384
        #expect(abs(before - share) <= share / 8 && (256...4_096).contains(before))
        try archive.write {
            try $0.execute(
                sql: "INSERT INTO rules (fingerprint) VALUES (hex(zeroblob(16 << 20)))")
        }
        _ = try archive.record(poll([]))
        let pages = try #require(try archive.connection.setting("wal_autocheckpoint"))
        #expect(pages >= min(before, 1_024) && pages <= 4_096)
        try archive.close()
        #expect(ArchiveFile.length(of: archive.path + "-wal") == 0)
    }

    @Test func `who finds the file locked is told which process has it`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite, patience: 0.05)
        let other = try DatabaseQueue(path: archive.path)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: ArchiveError.busy(path: archive.path, pid: nil)) {
                try archive.record(poll([]))
            }
            try db.execute(sql: "ROLLBACK")
        }
        _ = try archive.record(poll([]))
        #expect(
            ArchiveError.busy(path: "archive.sqlite", pid: 4711).description
                == "archive.sqlite: is kept busy by process 4711; end that and try again")
    }

    @Test func `three hundred polls that bring nothing are one small transaction`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        func polls(_ minute: Double) -> [PollRecord] {
            (0..<300).map { number in
                let feed = Feed(id: "\(number).example", name: "\(number)", url: "https://x/")
                return poll(feed, at: later(minute), status: 304, [])
            }
        }
        _ = try archive.record(polls(0))
        try archive.withoutTransaction { _ = try $0.checkpoint(.truncate) }
        _ = try archive.record(polls(15))
        let log = try WrittenLog(archive.path + "-wal")
        #expect(log.transactions == 1)
        #expect(log.bytes < 300_000)
    }

    /// Whatever a record looks up stands in an index: the archive's size does not matter.
    @Test func `no statement of a record reads through a table`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        let print = StoryFingerprint(shingles: [1], factIDs: ["TR"], numbers: [])
        let items = ["Un", "Deux"].map { title in
            let item = news("1", title, "Texte.", link: "https://x.example/1")
            return kept(
                item, topics: ["drugs"], story: .joins(story: 1, why: "near"), fingerprint: print)
        }
        let plans = try archive.write { db in
            var statements = Set<String>()
            db.trace { event in
                if case .statement(let statement) = event { statements.insert(statement.sql) }
            }
            var recorder = Recorder(db, keepText: .all)
            let polls = items.map { poll([$0]) } + [poll(south, items)]
            _ = try recorder.record(PollPreparation(polls))
            db.trace()
            // What the index does within itself is traced behind two dashes.
            let own = statements.filter {
                !$0.hasPrefix("--") && !$0.contains("INTO search") && !$0.contains("search_config")
            }
            return try own.flatMap { sql in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN \(sql)",
                    arguments: StatementArguments(Array(repeating: nil as Int?, count: marks(sql)))
                ).map { "\($0["detail"] as String)  in  \(sql)" }
            }
        }
        #expect(plans.count > 12)
        #expect(plans.filter { $0.hasPrefix("SCAN") } == [])
    }

    /// How many values a statement takes.
    private func marks(_ sql: String) -> Int {
        let numbered = sql.contains("?1") ? 1 : 0
        return numbered > 0 ? numbered : sql.count { $0 == "?" }
    }

    private func filler(_ id: String) -> KeptItem {
        kept(news(id, "Titre \(id)", String(repeating: "a", count: 40_000)), topics: ["drugs"])
    }
}

/// What stands in a log (sqlite.org/fileformat2.html §4): the frames of its present salt, of
/// which one that tells the size of the database ends a transaction.
private struct WrittenLog {
    var transactions = 0
    var bytes = 32

    init(_ path: String) throws {
        let log = Array(try Data(contentsOf: URL(filePath: path)))
        func number(_ offset: Int) -> Int {
            log[offset..<offset + 4].reduce(0) { $0 << 8 + Int($1) }
        }
        let page = number(8)
        var frame = 32
        while frame + 24 + page <= log.count, number(frame + 8) == number(16) {
            if number(frame + 4) > 0 { transactions += 1 }
            frame += 24 + page
        }
        bytes = frame
    }
}
