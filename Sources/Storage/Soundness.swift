import GRDB

/// Looks for damage: SQLite's own checks, then what should always be true of an archive.
struct Soundness {
    let db: Database

    /// How many steps ``faults(onStep:)`` takes.
    static var steps: Int { 1 + rules.count + Findability.faults.count }

    /// One sentence for each fault of an archive without ``damage()``; empty for a sound one.
    func faults(onStep: () -> Void = {}) throws -> [String] {
        var faults = try foreign()
        onStep()
        for rule in Soundness.rules {
            if let fault = try fault(rule) { faults.append(fault) }
            onStep()
        }
        for rule in Findability.faults {
            if let fault = try fault(rule) {
                faults.append("\(fault); ‘archive compact’ mends that")
            }
            onStep()
        }
        return faults
    }

    /// Compares the full-text index with its words; needs the connection that writes.
    func indexFaults() throws -> [String] {
        do {
            try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
            return []
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return ["the search index does not fit its words: rebuild it with ‘archive compact’"]
        }
    }

    /// Of a damaged file the damage alone is told: nothing else read from it means much. To be
    /// called outside of a transaction, which would end at the first page that cannot be read.
    func damage() throws -> [String] {
        var lines: [String]
        do {
            lines = try integrity("PRAGMA integrity_check(20)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            lines = try damagedTables()
        }
        return lines.isEmpty ? [] : lines + [ArchiveError.remedyOfDamage]
    }

    /// Which tables are damaged, where SQLite cannot look at all of them in one go.
    private func damagedTables() throws -> [String] {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
        let lines = tables.flatMap { table in
            do {
                return try integrity("PRAGMA integrity_check(\(table))")
            } catch {
                return ["table \(table): \((error as? DatabaseError)?.message ?? "\(error)")"]
            }
        }
        return lines.isEmpty ? ["the list of tables is damaged"] : lines
    }

    /// Some of SQLite's answers are of several lines under a heading.
    private func integrity(_ check: String) throws -> [String] {
        try String.fetchAll(db, sql: check)
            .flatMap { $0.split(separator: "\n").map(String.init) }
            .filter { $0 != "ok" && !$0.hasPrefix("***") }
    }

    private func foreign() throws -> [String] {
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
            let table: String = row[0]
            let parent: String = row[2]
            return "table \(table): row \(row[1] as Int64? ?? 0) points to no \(parent)"
        }
    }

    private func fault(_ rule: (name: String, query: String)) throws -> String? {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(rule.query))") ?? 0
        return count == 0 ? nil : "\(rule.name): \(count)"
    }

    private static let rules: [(name: String, query: String)] = [
        (
            "matches without a report",
            """
            SELECT 1 FROM item LEFT JOIN report ON report.item = item.id
            WHERE matched IS NOT NULL AND report.item IS NULL
            """
        ),
        (
            "topics of items that are no match",
            "SELECT 1 FROM topic JOIN item ON item.id = topic.item WHERE matched IS NULL"
        ),
        ("reports that are no JSON", "SELECT 1 FROM report WHERE NOT json_valid(json)"),
        ("feeds whose state is no JSON", "SELECT 1 FROM feed WHERE NOT json_valid(state)"),
        (
            "archives without an identity",
            "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM identity)"
        ),
        ("items edited before they were seen", "SELECT 1 FROM item WHERE edited < seen"),
        ("items matched before they were seen", "SELECT 1 FROM item WHERE matched < seen"),
        (
            "versions as late as the present one",
            """
            SELECT 1 FROM version JOIN item ON item.id = version.item
            WHERE version.seen > coalesce(item.edited, item.seen)
            """
        ),
        ("stories that end before they begin", "SELECT 1 FROM story WHERE last_seen < first_seen"),
        (
            "stories without a member",
            """
            SELECT 1 FROM story WHERE merged IS NULL
                AND NOT EXISTS (SELECT 1 FROM item WHERE item.story = story.id)
                AND NOT EXISTS (SELECT 1 FROM story AS part WHERE part.merged = story.id)
            """
        ),
        (
            "stories merged that have members",
            """
            SELECT 1 FROM story WHERE merged IS NOT NULL
                AND EXISTS (SELECT 1 FROM item WHERE item.story = story.id)
            """
        ),
        (
            "items whose short id is another's",
            "SELECT 1 FROM item GROUP BY short HAVING count(*) > 1"
        ),
    ]
}
