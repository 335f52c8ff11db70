import Foundation
import GRDB
import News

/// Drops what is older or more than wanted, a small batch at a time so that polls need not wait,
/// within a transaction that its caller holds.
struct Tidying {
    let db: Database
    let retention: Retention
    let now: Date
    /// Rows of each kind dropped in one step.
    let batch: Int

    func step() throws -> TidySummary {
        var summary = TidySummary()
        summary.polls = try dropPolls()
        summary.fingerprints = try dropFingerprints()
        summary.texts = try dropTexts()
        summary.items = try dropItems("matched IS NULL", by: "item.id", retention.items)
        summary.matches = try dropItems("matched IS NOT NULL", by: "matched", retention.matches)
        if summary.matches > 0 { try Tidying.dropEmptyStories(db) }
        summary.isDone =
            [
                summary.polls, summary.fingerprints, summary.texts, summary.items,
                summary.matches,
            ].allSatisfy { $0 < batch }
        return summary
    }

    /// Those that others were merged into stay as long as the merge is to be remembered.
    static func dropEmptyStories(_ db: Database) throws {
        try db.run(
            """
            DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.story = story.id)
                AND merged IS NULL AND id NOT IN (SELECT merged FROM story WHERE merged > 0)
            """, [])
    }

    private func dropPolls() throws -> Int {
        let rows = try excess(of: "poll", "true", by: "at", retention.polls)
        for row in rows { try db.run("DELETE FROM poll WHERE id = ?", [row]) }
        return rows.count
    }

    private func dropFingerprints() throws -> Int {
        let rows = try excess(
            of: "fingerprint CROSS JOIN item ON item.id = fingerprint.item", "true",
            by: "fingerprint.item", retention.fingerprints)
        for row in rows { try db.run("DELETE FROM fingerprint WHERE item = ?", [row]) }
        return rows.count
    }

    private func dropTexts() throws -> Int {
        let rows = try excess(
            of: "body CROSS JOIN item ON item.id = body.item",
            "matched IS NULL AND \(Tidying.isFree)", by: "body.item", retention.texts)
        for row in rows {
            try db.run("DELETE FROM body WHERE item = ?", [row])
            try db.run("UPDATE version SET text = NULL WHERE item = ?", [row])
            try db.run("DELETE FROM report WHERE item = ?", [row])
        }
        for row in rows { try db.run("DELETE FROM search WHERE rowid = ?", [row]) }
        return rows.count
    }

    private func dropItems(
        _ kind: String, by order: String, _ limit: Retention.Limit
    ) throws -> Int {
        let rows = try excess(of: "item", "\(kind) AND \(Tidying.isFree)", by: order, limit)
        for row in rows {
            try Forgotten.remember(row, in: db)
            try db.run("DELETE FROM item WHERE id = ?", [row])
        }
        for row in rows { try db.run("DELETE FROM search WHERE rowid = ?", [row]) }
        return rows.count
    }

    /// Neither labelled nor cited.
    private static let isFree = """
        NOT EXISTS (SELECT 1 FROM label WHERE label.item = item.id)
        AND NOT EXISTS (SELECT 1 FROM citation WHERE citation.item = item.id)
        """

    /// The oldest rows beyond a limit. Items are in the order of their rows as they came. Of two
    /// tables the one whose rows are dropped is read first, so that items which were tidied before
    /// need not be passed over again.
    private func excess(
        of table: String, _ condition: String, by order: String, _ limit: Retention.Limit
    ) throws -> [Int64] {
        guard limit.days != nil || limit.count != nil else { return [] }
        let (id, time) =
            table == "poll" ? ("poll.id", "at") : ("item.id", "coalesce(matched, seen)")
        let surplus = try limit.count.map { try max(0, count(of: table, condition) - $0) } ?? 0
        let oldest = limit.days.map { now.timeIntervalSince1970 - $0 * 86_400 }
        let rows = try db.rows(
            """
            SELECT \(id) AS id, \(time) AS time FROM \(table) WHERE \(condition)
            ORDER BY \(order) LIMIT ?
            """, [batch])
        return rows.enumerated().filter { place, row in
            place < surplus || oldest.map { (row["time"] as Double) < $0 } ?? false
        }.map { $0.element["id"] }
    }

    private func count(of table: String, _ condition: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
    }
}

/// Items dropped for their age, remembered by number: 24 bytes each.
enum Forgotten {
    static func number(of id: String) -> Int64 { Int64(bitPattern: StableHash(id).value) }

    static func remember(_ row: Int64, in db: Database) throws {
        guard let item = try db.row("SELECT feed, guid, hash FROM item WHERE id = ?", [row])
        else { return }
        try db.run(
            "INSERT OR REPLACE INTO forgotten (feed, guid, hash) VALUES (?, ?, ?)",
            [item["feed"] as Int64, number(of: item["guid"]), item["hash"] as Int64])
    }
}
