import Foundation
import GRDB
import News

/// Writes polls into the archive, within a transaction that its caller holds.
struct Recorder {
    let db: Database
    let keepText: KeepText
    var index = IndexChanges()
    /// The rules met with so far, by their fingerprint.
    var rules: [String: Int64] = [:]
    let statements: RecorderStatements
    /// Whether any item was ever dropped; nil before it was looked up.
    private var hasForgottenItems: Bool?

    init(_ db: Database, keepText: KeepText) {
        self.db = db
        self.keepText = keepText
        statements = RecorderStatements(db)
    }

    mutating func record(_ polls: PollPreparation) throws -> RecordSummary {
        var summary = RecordSummary()
        for place in 0..<polls.count { summary += try record(polls.poll(at: place)) }
        try index.apply(to: db, statements)
        return summary
    }

    private mutating func record(_ poll: PreparedPoll) throws -> RecordSummary {
        let feed = try keep(poll.feed, state: poll.state)
        var summary = RecordSummary()
        var ids = Set<String>()
        // Some feeds list an item twice; the first counts, or it would be edited at each poll.
        for item in poll.items where ids.insert(item.key.id).inserted {
            summary += try keep(item, feed: feed, at: poll.record.at)
        }
        try note(poll.record, feed: feed, summary)
        try Outbox(db: db).add(poll.record.notices)
        return summary
    }

    /// Most archives have dropped nothing yet.
    mutating func hasForgotten() throws -> Bool {
        if let known = hasForgottenItems { return known }
        let found = try Int64.fetchOne(db, sql: "SELECT min(feed) FROM forgotten") != nil
        hasForgottenItems = found
        return found
    }

    private func keep(_ feed: PreparedFeed, state: String) throws -> Int64 {
        let known = try db.cachedStatement(sql: "SELECT id, about FROM feed WHERE name = ?")
        guard let row = try Row.fetchOne(known, arguments: [feed.id]) else {
            try db.run(
                "INSERT INTO feed (name, outlet, about, state) VALUES (?, ?, ?, ?)",
                [feed.id, feed.outlet, feed.about, state])
            return db.lastInsertedRowID
        }
        let id: Int64 = row[0]
        try db.run("UPDATE feed SET state = ? WHERE id = ?", [state, id])
        if row[1] != feed.about {
            try db.run(
                "UPDATE feed SET outlet = ?, about = ? WHERE id = ?",
                [feed.outlet, feed.about, id])
        }
        return id
    }

    private func note(_ poll: PollRecord, feed: Int64, _ summary: RecordSummary) throws {
        try db.run(
            """
            INSERT INTO poll (feed, at, status, error, new, edited, matches)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                feed, poll.at.timeIntervalSince1970, poll.outcome.status,
                poll.outcome.error.map { String($0.prefix(500)) }, summary.new, summary.edited,
                summary.matches,
            ])
    }
}
