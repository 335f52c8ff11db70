import GRDB

/// What a transaction changes in the full-text index, put off to its end.
///
/// A statement that may fail half-way opens a savepoint, and a savepoint makes FTS5 write out
/// what it has gathered: between other statements each item would cost such a write
/// (`docs/notes/archive.md`).
struct IndexChanges {
    struct Words {
        var title: String
        var body: String
        var marks: String
    }

    private var removed: Set<Int64> = []
    private var added: [Int64: Words] = [:]

    mutating func remove(_ row: Int64) {
        if added.removeValue(forKey: row) == nil { removed.insert(row) }
    }

    mutating func add(_ row: Int64, _ words: Words) {
        added[row] = words
    }

    func apply(to db: Database) throws {
        for row in removed.sorted() {
            try db.run("DELETE FROM search WHERE rowid = ?", [row])
        }
        for (row, words) in added.sorted(by: { $0.key < $1.key }) {
            try db.run(
                "INSERT INTO search (rowid, title, body, marks) VALUES (?, ?, ?, ?)",
                [row, words.title, words.body, words.marks])
        }
    }
}
