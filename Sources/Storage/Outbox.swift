package import struct Foundation.Date
import GRDB

/// Notices that wait to be told, within an access that its caller holds.
///
/// A notice comes in with the transaction of what it tells of, and goes out once it was
/// delivered: whatever ends the program between, it is told at least once.
struct Outbox {
    let db: Database

    /// Takes notices in; of one subject a hook hears once.
    func add(_ notices: [OutboxNotice]) throws {
        for notice in notices {
            let at = notice.at.timeIntervalSince1970
            try db.run(
                "INSERT OR IGNORE INTO outbox (hook, subject, event, at, due) VALUES (?, ?, ?, ?, ?)",
                [notice.hook, notice.subject, notice.event, at, at])
        }
    }

    /// Those not delivered yet, the first due first; of a hook, or of all.
    func waiting(of hook: String?, limit: Int) throws -> [PendingNotice] {
        try db.rows(
            """
            SELECT id, hook, subject, event, at, attempts, due, error FROM outbox
            WHERE done IS NULL AND hook = coalesce(?, hook) ORDER BY due, id LIMIT ?
            """, [hook, limit]
        ).map { row in
            PendingNotice(
                id: row["id"],
                notice: OutboxNotice(
                    hook: row["hook"], subject: row["subject"], event: row["event"],
                    at: Date(timeIntervalSince1970: row["at"])),
                attempts: row["attempts"], due: Date(timeIntervalSince1970: row["due"]),
                error: row["error"])
        }
    }

    /// It was delivered. The row stays for a while, so that its subject is not told again.
    func finish(_ id: Int64, at now: Date) throws {
        try db.run(
            "UPDATE outbox SET done = ?, error = NULL WHERE id = ?",
            [now.timeIntervalSince1970, id])
        try db.run(
            "DELETE FROM outbox WHERE done < ?",
            [now.timeIntervalSince1970 - Outbox.memory])
    }

    /// It was not; nothing is lost by trying later.
    func postpone(_ id: Int64, until due: Date, because error: String) throws {
        try db.run(
            "UPDATE outbox SET attempts = attempts + 1, due = ?, error = ? WHERE id = ?",
            [due.timeIntervalSince1970, String(error.prefix(500)), id])
    }

    /// Forgets what hooks that there are no more were to be told; how many that were.
    func drop(otherThan hooks: [String]) throws -> Int {
        let names = databaseQuestionMarks(count: hooks.count)
        try db.execute(
            sql: "DELETE FROM outbox WHERE done IS NULL AND hook NOT IN (\(names))",
            arguments: StatementArguments(hooks))
        return db.changesCount
    }

    /// When a hook's deliveries since a moment were, oldest first.
    func deliveries(of hook: String, since: Date) throws -> [Date] {
        try db.rows(
            "SELECT done FROM outbox WHERE hook = ? AND done > ? ORDER BY done",
            [hook, since.timeIntervalSince1970]
        ).map { Date(timeIntervalSince1970: $0[0]) }
    }

    func counts() throws -> OutboxCounts {
        let row = try db.row(
            "SELECT count(*), coalesce(sum(attempts > 0), 0) FROM outbox WHERE done IS NULL", [])
        return OutboxCounts(waiting: row?[0] ?? 0, failing: row?[1] ?? 0)
    }

    /// Seconds for which what was told is remembered.
    private static let memory = 30 * 86_400.0
}

extension Archive {
    /// Takes in what hooks are to be told, outside of a poll.
    package func add(_ notices: [OutboxNotice]) throws(ArchiveError) {
        try write { try Outbox(db: $0).add(notices) }
    }

    /// What hooks, or one of them, were not told yet, the first due first.
    package func waitingNotices(
        of hook: String? = nil, limit: Int = 100
    ) throws(ArchiveError) -> [PendingNotice] {
        try read { try Outbox(db: $0).waiting(of: hook, limit: limit) }
    }

    /// A notice was delivered.
    package func finish(_ notice: PendingNotice, at now: Date) throws(ArchiveError) {
        try write { try Outbox(db: $0).finish(notice.id, at: now) }
    }

    /// A notice could not be delivered and is to be tried again.
    package func postpone(
        _ notice: PendingNotice, until due: Date, because error: String
    ) throws(ArchiveError) {
        try write { try Outbox(db: $0).postpone(notice.id, until: due, because: error) }
    }

    /// Forgets what hooks that the settings name no more were to be told; how many that were.
    package func dropNotices(otherThan hooks: [String]) throws(ArchiveError) -> Int {
        try write { try Outbox(db: $0).drop(otherThan: hooks) }
    }

    /// When notices were delivered to a hook since a moment, oldest first.
    package func deliveries(of hook: String, since: Date) throws(ArchiveError) -> [Date] {
        try read { try Outbox(db: $0).deliveries(of: hook, since: since) }
    }

    package func outboxCounts() throws(ArchiveError) -> OutboxCounts {
        try read { try Outbox(db: $0).counts() }
    }

    /// Writes a few bytes and waits for the disk: returns where writing works, throws where the
    /// archive says why not, and returns neither way where the disk or another process hangs.
    package func probe() throws(ArchiveError) {
        try write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version)") }
    }
}
