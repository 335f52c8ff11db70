import Foundation
import GRDB

/// What the index has of a search, stretch by stretch, the newest first.
struct SearchFindings {
    private let condition: SearchCondition
    private var stretches: ArraySlice<SearchStretches.Stretch>
    private let db: Database

    init(
        _ condition: SearchCondition, _ stretches: [SearchStretches.Stretch], in db: Database
    ) {
        self.condition = condition
        self.stretches = stretches[...]
        self.db = db
    }

    var isDone: Bool { stretches.isEmpty }

    /// Further findings: so many at most, and no more than will do where the next stretches would
    /// have to be looked through for them.
    mutating func next(_ count: Int) throws -> [Row] {
        var rows: [Row] = []
        while let stretch = stretches.popFirst() {
            let limit = count - rows.count
            let more = try db.rows(
                """
                SELECT item.id, coalesce(item.published, item.seen) AS date
                FROM \(condition.tables)
                WHERE \(condition.sql) AND \(condition.order) BETWEEN ? AND ?
                ORDER BY \(condition.order) DESC LIMIT ?
                """,
                condition.arguments + [stretch.rows.lowerBound, stretch.rows.upperBound, limit])
            rows += more
            if more.count == limit, let last: Int64 = more.last?["id"],
                last > stretch.rows.lowerBound
            {
                var rest = stretch
                rest.rows = stretch.rows.lowerBound...last - 1
                stretches = [rest] + stretches
            }
            if rows.count >= min(count, stretch.enough) { break }
        }
        return rows
    }
}

/// The SQL of a search: by the index where there is something to look for in it, else by items.
struct SearchCondition {
    let tables: String
    let order: String
    private(set) var sql: String
    private(set) var arguments: StatementArguments = []

    /// - Parameter excludes: Whether all are left out in which an excluded word may stand; facts
    ///   that are excluded always are.
    init(_ query: SearchQuery, marks: [[String]], excludes: Bool) {
        let required = SearchExpression.required(query.clauses, marks: marks)
        let excluded = SearchExpression.excluded(
            query.excluded.filter { excludes || $0.fact != nil })
        if let required {
            tables = "search CROSS JOIN item ON item.id = search.rowid"
            order = "search.rowid"
            sql = "search MATCH ?"
            arguments += [excluded.map { "(\(required)) NOT \($0)" } ?? required]
        } else {
            tables = "item"
            order = "item.id"
            sql = "true"
            if let excluded {
                sql = "item.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
                arguments += [excluded]
            }
        }
        if let since = query.since { add(">=", since) }
        if let until = query.until { add("<", until) }
    }

    private mutating func add(_ comparison: String, _ date: Date) {
        sql += " AND coalesce(item.published, item.seen) \(comparison) ?"
        arguments += [date.timeIntervalSince1970]
    }
}
