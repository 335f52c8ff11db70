import GRDB

/// What a transaction changes in the full-text index, put off to its end.
///
/// A statement that may fail half-way opens a savepoint, and a savepoint makes FTS5 write out
/// what it has gathered: between other statements each item would cost such a write
/// (`docs/notes/archive.md`).
struct IndexChanges {
    struct Words {
        /// Folded, as UTF-8.
        var title: [UInt8]
        var body: [UInt8]
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

    func apply(to db: Database, _ statements: RecorderStatements) throws {
        for row in removed.sorted() {
            try db.run("DELETE FROM search WHERE rowid = ?", [row])
        }
        for (row, words) in added.sorted(by: { $0.key < $1.key }) {
            try statements.words.run {
                $0.add(row)
                $0.add(text: words.title)
                $0.add(text: words.body)
                $0.add(words.marks)
            }
        }
    }
}
