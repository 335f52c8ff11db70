import Foundation
import GRDB

/// What the recorder runs for each item.
struct RecorderStatements {
    let knownItem: RowStatement
    let forgotten: RowStatement
    let item: RowStatement
    let body: RowStatement
    let report: RowStatement
    let topic: RowStatement
    let fingerprint: RowStatement
    let twin: RowStatement
    let story: RowStatement
    let words: RowStatement

    init(_ db: Database) {
        knownItem = RowStatement(
            db,
            "SELECT id, hash, seen, edited, matched, story FROM item WHERE feed = ? AND guid = ?")
        forgotten = RowStatement(db, "SELECT hash FROM forgotten WHERE feed = ? AND guid = ?")
        item = RowStatement(
            db,
            """
            INSERT INTO item (feed, guid, short, article, title, link, published, updated,
                language, more, hash, seen, matched, story, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        body = RowStatement(
            db, "INSERT INTO body (item, summary, content, text) VALUES (?, ?, ?, ?)")
        report = RowStatement(db, "INSERT INTO report (item, rules, json) VALUES (?, ?, ?)")
        topic = RowStatement(
            db, "INSERT OR IGNORE INTO topic (name, item, score) VALUES (?, ?, ?)")
        fingerprint = RowStatement(
            db,
            """
            INSERT INTO fingerprint (item, language, shingles, facts, numbers, words)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        twin = RowStatement(
            db,
            """
            SELECT item.story, feed.name FROM item JOIN feed ON feed.id = item.feed
            WHERE item.article = ? AND item.story IS NOT NULL AND item.matched IS NOT NULL
                AND feed.name <> ? AND item.seen > ? ORDER BY item.id LIMIT 1
            """)
        story = RowStatement(
            db, "INSERT INTO story (headline, first_seen, last_seen) VALUES (?, ?, ?)")
        words = RowStatement(
            db, "INSERT INTO search (rowid, title, body, marks) VALUES (?, ?, ?, ?)")
    }
}

/// What an item that is known already is compared and edited with.
struct KnownItem {
    let row: Int64
    let hash: Int64
    let seen: Date
    let edited: Date?
    let matched: Date?
    let story: Int64?
}

extension KnownItem {
    /// Of the columns of ``RecorderStatements/knownItem``.
    init(_ columns: RowColumns) {
        row = columns.integer(0) ?? 0
        hash = columns.integer(1) ?? 0
        seen = columns.date(2) ?? .distantPast
        edited = columns.date(3)
        matched = columns.date(4)
        story = columns.integer(5)
    }
}
