import Foundation
import GRDB

/// The columns of a table and how a row of it becomes JSON and back.
struct TableColumns {
    let table: String
    private let names: [String]
    private let types: [String]

    init(_ table: String, in db: Database) throws {
        self.table = table
        let columns = try db.columns(in: table)
        switch table {
        case "search":
            names = ["rowid"] + columns.map(\.name)
            types = ["INTEGER"] + columns.map { _ in "TEXT" }
        case "sqlite_sequence":
            names = ["name", "seq"]
            types = ["TEXT", "INTEGER"]
        default:
            names = columns.map(\.name)
            types = columns.map(\.type)
        }
    }

    var selection: String { "SELECT \(names.joined(separator: ", ")) FROM \(table)" }

    /// A new archive has an identity of its own already, which gives way.
    var insertion: String {
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return "INSERT \(table == "identity" ? "OR REPLACE " : "")"
            + "INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))"
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
