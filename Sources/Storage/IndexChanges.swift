import GRDB

/// What a transaction changes in the full-text index, put off to its end.
///
/// A statement that may fail half-way opens a savepoint, and a savepoint makes FTS5 write out
/// what it has gathered: between other statements each item would cost such a write, which made
/// recording four times slower.
struct IndexChanges {
    private var removed: [Int64] = []
    private var added: [(row: Int64, title: String, body: String, marks: String)] = []

    mutating func remove(_ row: Int64) {
        removed.append(row)
    }

    mutating func add(_ row: Int64, words: (title: String, body: String), marks: String) {
        added.append((row, words.title, words.body, marks))
    }

    func apply(to db: Database) throws {
        for row in removed { try db.run("DELETE FROM search WHERE rowid = ?", [row]) }
        for item in added {
            try db.run(
                "INSERT INTO search (rowid, title, body, marks) VALUES (?, ?, ?, ?)",
                [item.row, item.title, item.body, item.marks])
        }
    }
}
