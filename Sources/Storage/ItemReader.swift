import Foundation
import GRDB
import News

/// Reads items and matches, within a read that its caller holds.
struct ItemReader {
    let db: Database
    /// Names the archive in complaints.
    private let path: String
    private let decoder = JSONDecoder.archive

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    func known(_ ids: [String], of feed: String) throws -> [String: UInt64] {
        guard let feed = try db.row("SELECT id FROM feed WHERE name = ?", [feed])?["id"] as Int64?
        else { return [:] }
        var known: [String: UInt64] = [:]
        for id in ids {
            let row =
                try db.row("SELECT hash FROM item WHERE feed = ? AND guid = ?", [feed, id])
                ?? db.row(
                    "SELECT hash FROM forgotten WHERE feed = ? AND guid = ?",
                    [feed, Forgotten.number(of: id)])
            if let hash: Int64 = row?["hash"] { known[id] = UInt64(bitPattern: hash) }
        }
        return known
    }

    func articles(at links: [String], of feed: String) throws -> [String: KnownArticle] {
        guard let feed = try db.row("SELECT id FROM feed WHERE name = ?", [feed])?["id"] as Int64?
        else { return [:] }
        var known: [String: KnownArticle] = [:]
        for link in links {
            guard known[link] == nil, let article = ArticleAddress(link)?.id else { continue }
            let rows = try db.rows(
                "SELECT guid, title FROM item WHERE article = ? AND feed = ? LIMIT 2",
                [article, feed])
            guard rows.count == 1 else { continue }
            known[link] = KnownArticle(id: rows[0]["guid"], title: rows[0]["title"])
        }
        return known
    }

    func matches(since: Date?, until: Date?, topics: [String], limit: Int?) throws -> [Match] {
        let list = try JSONText.of(topics)
        let rows = try db.rows(
            """
            SELECT \(ItemRow.columns) FROM \(ItemRow.tables)
            WHERE item.matched >= ? AND item.matched < ?
                AND (? OR EXISTS (SELECT 1 FROM topic WHERE topic.item = item.id
                    AND topic.name IN (SELECT value FROM json_each(?))))
            ORDER BY item.matched DESC, item.id DESC LIMIT ?
            """,
            [
                since?.timeIntervalSince1970 ?? -.greatestFiniteMagnitude,
                until?.timeIntervalSince1970 ?? .greatestFiniteMagnitude, topics.isEmpty, list,
                limit ?? -1,
            ])
        return try rows.compactMap { try ItemRow.match($0, decoder) }
    }

    func item(_ reference: ItemReference) throws -> StoredItem? {
        switch reference {
        case .key(let key):
            try stored("feed.name = ? AND item.guid = ?", [key.feed, key.id])
        case .short(let short):
            try item(short: short.lowercased())
        case .link(let link):
            try ArticleAddress(link).flatMap {
                try stored("item.article = ? ORDER BY item.id LIMIT 1", [$0.id])
            }
        }
    }

    /// Items in the order in which they came, so that a caller can walk through all of them in
    /// pages; the row is what to go on after.
    func page(
        after row: Int64, since: Date?, until: Date?, limit: Int, withReports: Bool,
        onlyNearMatches: Bool = false
    ) throws -> [(row: Int64, item: StoredItem)] {
        let first = try since.map { try firstRow(since: $0) } ?? 1
        let condition =
            onlyNearMatches ? "AND item.matched IS NULL AND report.item IS NOT NULL" : ""
        let rows = try db.rows(
            """
            SELECT \(ItemRow.columns) FROM \(ItemRow.tables)
            WHERE item.id > ? AND item.seen >= ? AND item.seen < ? \(condition)
            ORDER BY item.id LIMIT ?
            """,
            [
                max(row, first - 1),
                since?.timeIntervalSince1970 ?? -.greatestFiniteMagnitude,
                until?.timeIntervalSince1970 ?? .greatestFiniteMagnitude, limit,
            ])
        return try rows.map { ($0["row"], try stored($0, withReport: withReports)) }
    }

    /// Rows are in the order of arrival, or nearly: what came long before need not be read.
    /// The `+` keeps SQLite from looking for the lowest row by reading them all.
    private func firstRow(since: Date) throws -> Int64 {
        let row = try db.row(
            "SELECT min(+id) AS id FROM item WHERE seen >= ?", [since.timeIntervalSince1970])
        return row?["id"] ?? .max
    }

    private func item(short: String) throws -> StoredItem? {
        let rows = try db.rows(
            "SELECT short FROM item WHERE short >= ? AND short < ? ORDER BY short LIMIT 6",
            [short, short + "~"])
        let candidates = Set(rows.map { $0["short"] as String }).sorted()
        guard candidates.count < 2 else {
            throw ArchiveError.ambiguous(short: short, candidates: candidates)
        }
        guard !short.isEmpty, let found = candidates.first else { return nil }
        return try stored("item.short = ?", [found])
    }

    private func stored(_ condition: String, _ arguments: StatementArguments) throws -> StoredItem?
    {
        let row = try db.row(
            "SELECT \(ItemRow.columns) FROM \(ItemRow.tables) WHERE \(condition)", arguments)
        guard let row else { return nil }
        var item = try stored(row)
        item.versions = try versions(of: row["row"])
        item.elsewhere = try elsewhere(row)
        return item
    }

    private func stored(_ row: Row, withReport: Bool = true) throws -> StoredItem {
        StoredItem(
            key: ItemKey(feed: row["feed"], id: row["guid"]), outlet: row["outlet"],
            item: try ItemRow.item(row, decoder),
            contentHash: UInt64(bitPattern: row["hash"]),
            seen: Date(timeIntervalSince1970: row["seen"]), edited: row.date("edited"),
            matched: row.date("matched"),
            report: withReport ? try ItemRow.report(row) : nil,
            rulesFingerprint: row["fingerprint"], story: row["story"], why: row["why"],
            versions: [], elsewhere: [])
    }

    private func versions(of row: Int64) throws -> [ItemVersion] {
        try db.rows("SELECT * FROM version WHERE item = ? ORDER BY number", [row]).map {
            ItemVersion(
                number: $0["number"], seen: Date(timeIntervalSince1970: $0["seen"]),
                contentHash: UInt64(bitPattern: $0["hash"]), title: $0["title"], text: $0["text"])
        }
    }

    private func elsewhere(_ row: Row) throws -> [ItemKey] {
        guard let article: Int64 = row["article"] else { return [] }
        let others = try db.rows(
            """
            SELECT feed.name, item.guid FROM item JOIN feed ON feed.id = item.feed
            WHERE item.article = ? AND item.id <> ? ORDER BY item.id
            """, [article, row["row"] as Int64])
        return others.map { ItemKey(feed: $0[0], id: $0[1]) }
    }
}
