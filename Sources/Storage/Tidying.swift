import Foundation
import GRDB
import News

/// Drops what is older or more than wanted, a small batch at a time so that polls need not wait.
///
/// How much is too much is counted once, before the first step, and reckoned down: to count the
/// items of ten years at each step would take longer than to drop the batch.
package struct Tidying: Sendable {
    private let retention: Retention
    private let now: Date
    /// Rows of each kind dropped in one step.
    private let batch: Int
    /// How many of each kind are still beyond its number.
    private var surplus: [Kind: Int] = [:]

    init(_ retention: Retention, now: Date, batch: Int, in db: Database) throws {
        self.retention = retention
        self.now = now
        self.batch = batch
        for kind in Kind.allCases {
            guard let wanted = kind.limit(of: retention).count else { continue }
            surplus[kind] = max(0, try kind.count(in: db) - wanted)
        }
    }

    /// Within a transaction that its caller holds.
    mutating func step(in db: Database) throws -> TidySummary {
        var dropped: [Kind: Int] = [:]
        for kind in Kind.allCases {
            let rows = try excess(of: kind, in: db)
            try kind.drop(rows, in: db)
            surplus[kind]? -= rows.count
            dropped[kind] = rows.count
        }
        if dropped[.matches] != 0 { try Tidying.dropEmptyStories(db) }
        var summary = TidySummary()
        summary.texts = dropped[.texts] ?? 0
        summary.items = dropped[.items] ?? 0
        summary.matches = dropped[.matches] ?? 0
        summary.polls = dropped[.polls] ?? 0
        summary.fingerprints = dropped[.fingerprints] ?? 0
        summary.isDone = dropped.values.allSatisfy { $0 < batch }
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

    /// The oldest rows beyond a limit, as many as one step drops.
    private func excess(of kind: Kind, in db: Database) throws -> [Int64] {
        let limit = kind.limit(of: retention)
        let surplus = surplus[kind] ?? 0
        guard limit.days != nil || surplus > 0 else { return [] }
        let oldest = limit.days.map { now.timeIntervalSince1970 - $0 * 86_400 }
        return try kind.oldest(batch, in: db).enumerated().filter { place, row in
            place < surplus || oldest.map { row.time < $0 } ?? false
        }.map(\.element.id)
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

    func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rows)") ?? 0
    }

    func oldest(_ most: Int, in db: Database) throws -> [(id: Int64, time: Double)] {
        let (id, time) =
            self == .polls ? ("poll.id", "at") : ("item.id", "coalesce(matched, seen)")
        return try db.rows(
            "SELECT \(id), \(time) FROM \(rows) ORDER BY \(order) LIMIT ?", [most]
        ).map { ($0[0], $0[1]) }
    }

    /// Of two tables the one whose rows are dropped is read first, so that items which were tidied
    /// before need not be passed over again.
    private var rows: String {
        switch self {
        case .polls: "poll"
        case .fingerprints: "fingerprint CROSS JOIN item ON item.id = fingerprint.item"
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
        case .fingerprints: "fingerprint.item"
        case .texts: "body.item"
        case .items: "item.id"
        case .matches: "matched"
        }
    }

    /// Neither labelled nor cited.
    private static let isFree = """
        NOT EXISTS (SELECT 1 FROM label WHERE label.item = item.id)
        AND NOT EXISTS (SELECT 1 FROM citation WHERE citation.item = item.id)
        """

    func drop(_ rows: [Int64], in db: Database) throws {
        switch self {
        case .polls: for row in rows { try db.run("DELETE FROM poll WHERE id = ?", [row]) }
        case .fingerprints:
            for row in rows { try db.run("DELETE FROM fingerprint WHERE item = ?", [row]) }
        case .texts: try Kind.dropTexts(rows, in: db)
        case .items, .matches: try Kind.dropItems(rows, in: db)
        }
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
