import Foundation
import GRDB
import News

/// Drops what is older or more than wanted, a small batch at a time so that polls need not wait.
///
/// What is to go is found once, by a reader that keeps nobody waiting: to look for it at each
/// step would take longer than to drop the batch.
package struct Tidying: Sendable {
    /// Rows of each kind dropped in one step.
    private let batch: Int
    /// What is still to go.
    private var rows: [Kind: ArraySlice<Int64>] = [:]

    init(_ retention: Retention, now: Date, batch: Int, in db: Database) throws {
        self.batch = batch
        for kind in Kind.allCases {
            rows[kind] = try kind.excess(of: kind.limit(of: retention), now: now, in: db)[...]
        }
    }

    /// Within a transaction that its caller holds. What was labelled or cited meanwhile, or became
    /// a match, stays.
    mutating func step(in db: Database) throws -> TidySummary {
        var dropped: [Kind: Int] = [:]
        for kind in Kind.allCases {
            let next = rows[kind]?.prefix(batch) ?? []
            rows[kind]?.removeFirst(next.count)
            dropped[kind] = try kind.drop(next, in: db)
        }
        if dropped[.matches] != 0 { try Tidying.dropEmptyStories(db) }
        var summary = TidySummary()
        summary.texts = dropped[.texts] ?? 0
        summary.items = dropped[.items] ?? 0
        summary.matches = dropped[.matches] ?? 0
        summary.polls = dropped[.polls] ?? 0
        summary.fingerprints = dropped[.fingerprints] ?? 0
        summary.isDone = rows.values.allSatisfy(\.isEmpty)
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
}

/// What there is a limit for.
private enum Kind: CaseIterable {
    case polls, fingerprints, texts, items, matches

    func limit(of retention: Retention) -> Retention.Limit {
        switch self {
        case .polls: retention.polls
        case .fingerprints: retention.fingerprints
        case .texts: retention.texts
        case .items: retention.items
        case .matches: retention.matches
        }
    }

    /// The rows beyond a limit, the oldest first.
    ///
    /// Ends behind some hundred that are not: times are in order but for those of a clock that
    /// was wrong.
    func excess(of limit: Retention.Limit, now: Date, in db: Database) throws -> [Int64] {
        let surplus = try limit.count.map { try count(in: db) - $0 } ?? 0
        guard limit.days != nil || surplus > 0 else { return [] }
        let oldest = now.timeIntervalSince1970 - (limit.days ?? .infinity) * 86_400
        let found = try Row.fetchCursor(
            db, sql: "SELECT \(id) AS id, \(time) AS time FROM \(rows) ORDER BY \(order)")
        var excess: [Int64] = []
        var others = 0
        while others < Kind.patience, let row = try found.next() {
            if excess.count < surplus || row["time"] < oldest {
                excess.append(row["id"])
            } else {
                others += 1
            }
        }
        return excess
    }

    private static let patience = 500

    private func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rows)") ?? 0
    }

    private var time: String { self == .polls ? "at" : "coalesce(matched, seen)" }

    /// Of the table that is read first.
    private var id: String {
        switch self {
        case .polls: "poll.id"
        case .fingerprints: "fingerprint.item"
        case .texts: "body.item"
        case .items, .matches: "item.id"
        }
    }

    /// Of two tables the one whose rows are dropped is read first, so that items which were tidied
    /// before need not be passed over again.
    private var rows: String {
        switch self {
        case .polls: "poll WHERE true"
        case .fingerprints: "fingerprint CROSS JOIN item ON item.id = fingerprint.item WHERE true"
        case .texts:
            """
            body CROSS JOIN item ON item.id = body.item WHERE matched IS NULL AND \(Kind.isFree)
            """
        case .items: "item WHERE matched IS NULL AND \(Kind.isFree)"
        case .matches: "item WHERE matched IS NOT NULL AND \(Kind.isFree)"
        }
    }

    /// Items are in the order of their rows as they came.
    private var order: String {
        switch self {
        case .polls: "at"
        case .matches: "matched"
        case .fingerprints, .texts, .items: id
        }
    }

    /// Neither labelled nor cited.
    private static let isFree = """
        NOT EXISTS (SELECT 1 FROM label WHERE label.item = item.id)
        AND NOT EXISTS (SELECT 1 FROM citation WHERE citation.item = item.id)
        """

    /// How many of these rows were dropped.
    func drop(_ rows: ArraySlice<Int64>, in db: Database) throws -> Int {
        let rows = try rows.filter {
            try db.row("SELECT 1 FROM \(self.rows) AND \(id) = ?", [$0]) != nil
        }
        switch self {
        case .polls: for row in rows { try db.run("DELETE FROM poll WHERE id = ?", [row]) }
        case .fingerprints:
            for row in rows { try db.run("DELETE FROM fingerprint WHERE item = ?", [row]) }
        case .texts: try Kind.dropTexts(rows, in: db)
        case .items, .matches: try Kind.dropItems(rows, in: db)
        }
        return rows.count
    }

    private static func dropTexts(_ rows: [Int64], in db: Database) throws {
        for row in rows {
            try db.run("DELETE FROM body WHERE item = ?", [row])
            try db.run("UPDATE version SET text = NULL WHERE item = ?", [row])
            try db.run("DELETE FROM report WHERE item = ?", [row])
        }
        for row in rows { try Findability(db: db).forgetText(of: row) }
    }

    private static func dropItems(_ rows: [Int64], in db: Database) throws {
        for row in rows {
            try Forgotten.remember(row, in: db)
            try db.run("DELETE FROM item WHERE id = ?", [row])
        }
        for row in rows { try db.run("DELETE FROM search WHERE rowid = ?", [row]) }
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
