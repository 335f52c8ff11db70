import Foundation
import GRDB

/// Takes line after line into an empty archive.
struct TransferReader {
    let db: Database
    let path: String
    private let decoder = JSONDecoder()
    private var tables: [String: TableColumns] = [:]
    private var line = 0
    private var rows = 0
    /// Of the archive that was exported; 0 before its header.
    private var schema = 0
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
        case _ where schema == 0: throw complaint("the line with the schema is missing before it")
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
        try db.execute(sql: "DELETE FROM sqlite_sequence")
        self.schema = schema
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
        let object = table == "search" && schema < Schema.hasKeys ? withKeys(object) : object
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

    /// Words of the index by their keys, which earlier schemas had as they are written.
    private func withKeys(_ row: [String: TransferCell]) -> [String: TransferCell] {
        var row = row
        for column in ["title", "body"] {
            guard case .text(let words) = row[column] else { continue }
            row[column] = .text(SearchWords.keys(of: words))
        }
        return row
    }

    private func complaint(_ cause: String) -> ArchiveError {
        .unreadableLine(path: path, line: line, cause: cause)
    }
}
