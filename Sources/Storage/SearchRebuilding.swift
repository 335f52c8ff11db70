import GRDB

/// Makes the search index of an archive anew, from what the old one has of words: the last step
/// from an earlier schema, in which words stood as they were written and not by their keys.
///
/// In pieces, for the log would grow to the length of the index otherwise: one that is killed goes
/// on where it was. A million items take some minutes.
struct SearchRebuilding {
    let db: Database

    private static let name = "search_by_keys"
    /// Rows of a transaction.
    private static let piece = 2_000

    /// - Parameter isNew: Whether there is no item yet.
    func run(number version: Int, isNew: Bool) throws {
        guard !isNew else { return try db.execute(sql: "PRAGMA user_version = \(version)") }
        try db.execute(sql: Schema.search(named: SearchRebuilding.name))
        while try takePiece() {}
        try db.inTransaction(.immediate) {
            try db.execute(sql: "DROP TABLE search")
            try db.execute(sql: "ALTER TABLE \(SearchRebuilding.name) RENAME TO search")
            try db.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }

    /// Whether there was anything left to take over.
    private func takePiece() throws -> Bool {
        var isDone = true
        try db.inTransaction(.immediate) {
            let name = SearchRebuilding.name
            let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(name)_content") ?? 0
            let rows = try db.rows(
                "SELECT id, c0, c1, c2 FROM search_content WHERE id > ? ORDER BY id LIMIT ?",
                [last, SearchRebuilding.piece])
            for row in rows {
                try db.run(
                    "INSERT INTO \(name) (rowid, title, body, marks) VALUES (?, ?, ?, ?)",
                    [
                        row[0] as Int64, SearchWords.keys(of: row[1] ?? ""),
                        SearchWords.keys(of: row[2] ?? ""), row[3] as String?,
                    ])
            }
            isDone = rows.isEmpty
            return .commit
        }
        return !isDone
    }
}
