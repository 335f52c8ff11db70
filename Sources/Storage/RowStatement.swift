import Foundation
import GRDB
import GRDBSQLite

/// A statement of the writer that is run for row after row, by SQLite's own calls.
///
/// The lists of values and the row objects that GRDB makes for each run took a quarter of the
/// time of keeping an item (`docs/notes/archive.md`). Values are bound in the order of their
/// places, all of them for each run. Text ends at a zero character, as GRDB has it.
final class RowStatement {
    private let db: Database
    private let sql: String
    private var prepared: Statement?

    /// It is compiled when it is first run, once for the life of the connection.
    init(_ db: Database, _ sql: String) {
        self.db = db
        self.sql = sql
    }

    /// Runs it for what it changes.
    func run(_ bind: (inout RowValues) -> Void) throws {
        try first(bind) { _ in }
    }

    /// What is read of its first row; nil where there is none.
    @discardableResult
    func first<Value>(
        _ bind: (inout RowValues) -> Void, _ read: (RowColumns) -> Value
    ) throws -> Value? {
        let handle = try handle()
        defer { sqlite3_reset(handle) }
        var values = RowValues(handle: handle)
        bind(&values)
        guard values.code == SQLITE_OK else { throw failure(values.code) }
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return read(RowColumns(handle: handle))
        case SQLITE_DONE: return nil
        case let code: throw failure(code)
        }
    }

    private func handle() throws -> OpaquePointer {
        if let prepared { return prepared.sqliteStatement }
        let statement = try db.cachedStatement(sql: sql)
        prepared = statement
        // Its last user may not have read it to its end.
        sqlite3_reset(statement.sqliteStatement)
        return statement.sqliteStatement
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
        return DatabaseError(
            resultCode: ResultCode(rawValue: code), message: message, sql: sql)
    }
}

/// The values of a run, from the first place on.
struct RowValues {
    fileprivate let handle: OpaquePointer
    fileprivate private(set) var code = SQLITE_OK
    private var place: Int32 = 0

    /// Has SQLite copy what it is given (`SQLITE_TRANSIENT`).
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    fileprivate init(handle: OpaquePointer) {
        self.handle = handle
    }

    mutating func add(_ number: Int64?) {
        guard let number else { return addNull() }
        place += 1
        note(sqlite3_bind_int64(handle, place, number))
    }

    mutating func add(_ number: Double?) {
        guard let number else { return addNull() }
        place += 1
        note(sqlite3_bind_double(handle, place, number))
    }

    /// As seconds since 1970.
    mutating func add(_ date: Date?) { add(date?.timeIntervalSince1970) }

    mutating func add(_ text: String?) {
        guard let text else { return addNull() }
        place += 1
        note(sqlite3_bind_text(handle, place, text, -1, RowValues.copied))
    }

    /// Text that is at hand as its UTF-8.
    mutating func add(text: [UInt8]?) {
        guard let text else { return addNull() }
        // A null pointer, which an empty list may have, would be the value null.
        guard !text.isEmpty else { return add("") }
        place += 1
        let code = text.withUnsafeBytes {
            sqlite3_bind_text(
                handle, place, $0.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32($0.count), RowValues.copied)
        }
        note(code)
    }

    mutating func add(bytes: [UInt8]) {
        place += 1
        guard !bytes.isEmpty else { return note(sqlite3_bind_zeroblob(handle, place, 0)) }
        let code = bytes.withUnsafeBytes {
            sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), RowValues.copied)
        }
        note(code)
    }

    private mutating func addNull() {
        place += 1
        note(sqlite3_bind_null(handle, place))
    }

    private mutating func note(_ code: Int32) {
        if self.code == SQLITE_OK { self.code = code }
    }
}

/// The columns of the row that a statement stands at, counted from 0.
struct RowColumns {
    fileprivate let handle: OpaquePointer

    func integer(_ column: Int32) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, column)
    }

    func real(_ column: Int32) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(handle, column)
    }

    /// Of seconds since 1970.
    func date(_ column: Int32) -> Date? {
        real(column).map { Date(timeIntervalSince1970: $0) }
    }

    func text(_ column: Int32) -> String? {
        sqlite3_column_text(handle, column).map { String(cString: $0) }
    }

    private func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }
}
