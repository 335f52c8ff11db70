import Foundation
import GRDB

/// The whole archive as JSON Lines: a first line with the schema, then a line for each row of
/// each table under the names of its columns, then a last line with their number.
///
/// Integers and reals keep every bit; bytes are base64. Reading needs an empty archive, and is
/// one transaction.
enum Transfer {
    /// Parents before their children. SQLite's counters of the numbers given so far come before
    /// the rows that would begin them anew (sqlite.org/autoinc.html).
    static let tables = [
        "identity", "sqlite_sequence",
        "feed", "poll", "rules", "story", "item", "body", "version", "report", "topic",
        "fingerprint", "digest", "citation", "label", "forgotten", "search",
        "outbox",
    ]

    /// How many rows were written.
    static func write(
        _ db: Database, to output: FileHandle, onProgress: Archive.OnProgress? = nil
    ) throws -> Int {
        let total = onProgress == nil ? 0 : try rows(of: db)
        var buffer = Data()
        var count = 0
        buffer += line(try JSONText.of(Header(table: "archive", schema: Schema.version)))
        for table in tables {
            let columns = try TableColumns(table, in: db)
            let rows = try Row.fetchCursor(db, sql: columns.selection)
            while let row = try rows.next() {
                buffer += line(columns.json(of: row))
                count += 1
                guard buffer.count > 1 << 18 else { continue }
                try output.write(contentsOf: buffer)
                buffer.removeAll(keepingCapacity: true)
                onProgress?(count, total)
            }
        }
        buffer += line(try JSONText.of(Footer(table: "end", rows: count)))
        try output.write(contentsOf: buffer)
        return count
    }

    /// How many rows were read. The path is for complaints.
    static func read(
        _ input: FileHandle, into db: Database, path: String, onRead: ((Int) -> Void)? = nil
    ) throws -> Int {
        // A merged story may come before the one that it was merged into.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        var reader = TransferReader(db, path: path)
        var rest = Data()
        var bytes = 0
        while let chunk = try input.read(upToCount: 1 << 20), !chunk.isEmpty {
            rest += chunk
            while let end = rest.firstIndex(of: 0x0A) {
                try reader.take(rest[rest.startIndex..<end])
                rest = rest[rest.index(after: end)...]
            }
            rest = Data(rest)
            bytes += chunk.count
            onRead?(bytes)
        }
        if !rest.isEmpty { try reader.take(rest) }
        return try reader.finish()
    }

    struct Header: Codable {
        var table: String
        var schema: Int
    }

    struct Footer: Codable {
        var table: String
        var rows: Int
    }

    private static func rows(of db: Database) throws -> Int {
        try tables.reduce(0) { sum, table in
            sum + (try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0)
        }
    }

    private static func line(_ text: String) -> Data { Data(text.utf8) + [0x0A] }
}
