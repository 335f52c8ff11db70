import Foundation
import GRDB
import News

/// Counts of a period and the digests written of it, within an access that its caller holds.
struct Ledger {
    let db: Database

    /// Of all time, by their indexes alone.
    func counts() throws -> (items: Int, matches: Int) {
        (
            try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0,
            try Int.fetchOne(db, sql: "SELECT count(*) FROM item WHERE matched IS NOT NULL") ?? 0
        )
    }

    func totals(since: Date?, until: Date?) throws -> Totals {
        let period: StatementArguments = [
            since?.timeIntervalSince1970 ?? -.greatestFiniteMagnitude,
            until?.timeIntervalSince1970 ?? .greatestFiniteMagnitude,
        ]
        let polls = try db.row(
            """
            SELECT count(*), count(error), count(DISTINCT feed), sum(edited) FROM poll
            WHERE at >= ? AND at < ?
            """, period)
        let items = try db.row(
            "SELECT count(*) FROM item WHERE seen >= ? AND seen < ?", period)
        let matches = try db.row(
            """
            SELECT count(*) FROM item WHERE matched >= ? AND matched < ?
                AND \(ItemRow.isFirstOfArticle)
            """, period)
        return Totals(
            polls: polls?[0] ?? 0, failures: polls?[1] ?? 0, feeds: polls?[2] ?? 0,
            items: items?[0] ?? 0, edits: polls?[3] ?? 0, matches: matches?[0] ?? 0)
    }

    func matchTimes(since: Date, until: Date, topics: [String]) throws -> [ItemKey: Date] {
        let rows = try db.rows(
            """
            SELECT feed.name, item.guid, item.matched FROM item JOIN feed ON feed.id = item.feed
            WHERE item.matched >= ? AND item.matched < ? AND item.story IS NOT NULL
                AND \(ItemRow.isFirstOfArticle)
                AND (? OR EXISTS (SELECT 1 FROM topic WHERE topic.item = item.id
                    AND topic.name IN (SELECT value FROM json_each(?))))
            """,
            [
                since.timeIntervalSince1970, until.timeIntervalSince1970, topics.isEmpty,
                try JSONText.of(topics),
            ])
        return rows.reduce(into: [:]) { times, row in
            times[ItemKey(feed: row[0], id: row[1])] = Date(timeIntervalSince1970: row[2])
        }
    }

    /// A digest written again takes the place of its former self.
    func note(_ digest: WrittenDigest) throws {
        let period: StatementArguments = [
            digest.name, digest.since.timeIntervalSince1970, digest.until.timeIntervalSince1970,
        ]
        try db.run("DELETE FROM digest WHERE name = ? AND since = ? AND until = ?", period)
        try db.run(
            "INSERT INTO digest (name, since, until, written, files) VALUES (?, ?, ?, ?, ?)",
            period + [
                digest.written.timeIntervalSince1970,
                try JSONText.of(digest.files),
            ])
        let row = db.lastInsertedRowID
        for key in digest.cited {
            try db.run(
                """
                INSERT OR IGNORE INTO citation (digest, item)
                SELECT ?, item.id FROM item JOIN feed ON feed.id = item.feed
                WHERE feed.name = ? AND item.guid = ?
                """, [row, key.feed, key.id])
        }
    }

    func lastPoll(before moment: Date) throws -> Date? {
        let at: Double? = try db.row(
            "SELECT max(at) AS at FROM poll WHERE at < ?", [moment.timeIntervalSince1970])?["at"]
        return at.map(Date.init(timeIntervalSince1970:))
    }

    /// Newest first.
    func digests(limit: Int?, until: Date) throws -> [WrittenDigest] {
        let decoder = JSONDecoder.archive
        let rows = try db.rows(
            "SELECT * FROM digest WHERE until <= ? ORDER BY written DESC, id DESC LIMIT ?",
            [until.timeIntervalSince1970, limit ?? -1])
        return try rows.map { row in
            WrittenDigest(
                name: row["name"], since: Date(timeIntervalSince1970: row["since"]),
                until: Date(timeIntervalSince1970: row["until"]),
                written: Date(timeIntervalSince1970: row["written"]),
                files: try decoder.value([String].self, in: row["files"]),
                cited: try cited(by: row["id"]))
        }
    }

    func size() throws -> (database: Int, free: Int) {
        let page = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        return (page * pages, page * free)
    }

    /// Returns empty pages to the disk, at most so many bytes; how many they were.
    func giveBack(bytes: Int) throws -> Int {
        let before = try size()
        let page = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4_096
        _ = try Row.fetchAll(db, sql: "PRAGMA incremental_vacuum(\(bytes / page))")
        return try max(0, before.database - size().database)
    }

    private func cited(by digest: Int64) throws -> [ItemKey] {
        try db.rows(
            """
            SELECT feed.name, item.guid FROM citation JOIN item ON item.id = citation.item
            JOIN feed ON feed.id = item.feed WHERE citation.digest = ? ORDER BY item.id
            """, [digest]
        ).map { ItemKey(feed: $0[0], id: $0[1]) }
    }
}
