import Foundation
import GRDB

/// The whole archive as JSON Lines: a first line with the schema, then a line for each row of
/// each table under the names of its columns, then a last line with their number.
///
/// Integers and reals keep every bit; bytes are base64. Reading needs an empty archive, and is
/// one transaction.
enum Transfer {
    /// Parents before their children.
    static let tables = [
        "feed", "poll", "rules", "story", "item", "body", "version", "report", "topic",
        "fingerprint", "digest", "citation", "label", "forgotten", "search",
    ]

    /// How many rows were written.
    static func write(_ db: Database, to output: FileHandle) throws -> Int {
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
            }
        }
        buffer += line(try JSONText.of(Footer(table: "end", rows: count)))
        try output.write(contentsOf: buffer)
        return count
    }

    /// How many rows were read. The path is for complaints.
    static func read(
        _ input: FileHandle, into db: Database, path: String
    ) throws -> Int {
        // A merged story may come before the one that it was merged into.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        var reader = TransferReader(db, path: path)
        var rest = Data()
        while let chunk = try input.read(upToCount: 1 << 20), !chunk.isEmpty {
            rest += chunk
            while let end = rest.firstIndex(of: 0x0A) {
                try reader.take(rest[rest.startIndex..<end])
                rest = rest[rest.index(after: end)...]
            }
            rest = Data(rest)
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

    private static func line(_ text: String) -> Data { Data(text.utf8) + [0x0A] }
}

/// The columns of a table and how a row of it becomes JSON and back.
struct TableColumns {
    let table: String
    private let names: [String]
    private let types: [String]

    init(_ table: String, in db: Database) throws {
        self.table = table
        let columns = try db.columns(in: table)
        let hasOwnRow = table == "search"
        names = (hasOwnRow ? ["rowid"] : []) + columns.map(\.name)
        types = (hasOwnRow ? ["INTEGER"] : []) + columns.map { hasOwnRow ? "TEXT" : $0.type }
    }

    var selection: String { "SELECT \(names.joined(separator: ", ")) FROM \(table)" }

    var insertion: String {
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))"
    }

    func json(of row: Row) -> String {
        let cells = zip(names, row.databaseValues).map { name, value in
            "\"\(name)\":\(json(of: value))"
        }
        return "{\"table\":\"\(table)\",\(cells.joined(separator: ","))}"
    }

    /// The values of a line in the order of the columns; one that the line lacks is null.
    func arguments(of line: [String: TransferCell]) -> StatementArguments? {
        var values: [DatabaseValue] = []
        for (name, type) in zip(names, types) {
            guard let value = value(of: line[name], as: type) else { return nil }
            values.append(value)
        }
        return StatementArguments(values)
    }

    private func json(of value: DatabaseValue) -> String {
        switch value.storage {
        case .null: "null"
        case .int64(let number): number.description
        case .double(let number): number.description
        case .string(let text): JSONText.quoted(text)
        case .blob(let data): "\"\(data.base64EncodedString())\""
        }
    }

    /// Nil for a value that the column cannot hold.
    private func value(of cell: TransferCell?, as type: String) -> DatabaseValue? {
        switch (cell, type) {
        case (nil, _), (.null, _): .null
        case (.integer(let number), "INTEGER"): number.databaseValue
        case (.integer(let number), "REAL"): Double(number).databaseValue
        case (.real(let number), "REAL"): number.databaseValue
        case (.text(let text), "TEXT"): text.databaseValue
        case (.text(let text), "BLOB"): Data(base64Encoded: text)?.databaseValue
        default: nil
        }
    }
}

/// A value of a line. `JSONSerialization` would not do: on Linux it changes the last bits of
/// reals.
enum TransferCell: Decodable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if container.decodeNil() {
            self = .null
        } else {
            self = .real(try container.decode(Double.self))
        }
    }
}

/// Takes line after line into an empty archive.
private struct TransferReader {
    let db: Database
    let path: String
    private let decoder = JSONDecoder()
    private var tables: [String: TableColumns] = [:]
    private var line = 0
    private var rows = 0
    private var hasHeader = false
    private var hasEnded = false

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    mutating func take(_ text: Data) throws {
        line += 1
        guard !text.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) else { return }
        guard let object = try? decoder.decode([String: TransferCell].self, from: text),
            case .text(let table) = object["table"]
        else { throw complaint("is no line of an exported archive") }
        switch table {
        case "archive": try begin(number(object["schema"]))
        case _ where !hasHeader: throw complaint("the line with the schema is missing before it")
        case "end": try end(number(object["rows"]))
        default: try insert(object, table)
        }
    }

    func finish() throws -> Int {
        guard hasEnded else { throw complaint("the last line is missing: the file is not whole") }
        return rows
    }

    private func number(_ cell: TransferCell?) -> Int? {
        guard case .integer(let number) = cell else { return nil }
        return Int(number)
    }

    private mutating func begin(_ schema: Int?) throws {
        guard let schema, schema >= 1 else { throw complaint("the schema has no number") }
        guard schema <= Schema.version else {
            throw ArchiveError.newerSchema(path: path, found: schema, known: Schema.version)
        }
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM feed") == 0 else {
            throw complaint("only an empty archive takes an import; choose another --state")
        }
        hasHeader = true
    }

    private mutating func end(_ count: Int?) throws {
        guard count == rows else {
            throw complaint("\(rows) rows before it, \(count ?? 0) were written")
        }
        hasEnded = true
    }

    private mutating func insert(_ object: [String: TransferCell], _ table: String) throws {
        guard Transfer.tables.contains(table) else { throw complaint("unknown table ‘\(table)’") }
        let columns = try tables[table] ?? TableColumns(table, in: db)
        tables[table] = columns
        guard let arguments = columns.arguments(of: object) else {
            throw complaint("a value is of the wrong type")
        }
        do {
            try db.run(columns.insertion, arguments)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw complaint(error.message ?? "the row does not fit the others")
        }
        rows += 1
    }

    private func complaint(_ cause: String) -> ArchiveError {
        .unreadableLine(path: path, line: line, cause: cause)
    }
}
