import Foundation
import GRDB

/// The stretches of the archive in which a search looks one after the other, until it has found
/// enough: so that what is common need not be looked for in all the years there are.
struct SearchStretches {
    struct Stretch: Equatable {
        var rows: ClosedRange<Int64>
        /// How many findings of this stretch and those before it will do.
        var enough: Int
    }

    /// Rows are in the order of arrival.
    private(set) var stretches: [Stretch] = []

    /// How late most of what is published arrives, in seconds.
    private static let delay = 2 * 86_400.0
    /// Rows of the first stretch of a search with several conditions; the next is four times as
    /// long.
    private static let first: Int64 = 1 << 16

    /// What came long after the end of the period asked for, and may still be of it, is looked at
    /// last. Where there is more than one condition the newest stretches come first: the index
    /// looks each up beside each finding of the others, and of common words that must not be there
    /// nearly all findings may go.
    init(_ query: SearchQuery, in db: Database, first: Int64? = nil) throws {
        var end = try SearchStretches.end(of: query, in: db)
        let late = end < .max ? end + 1 : nil
        if query.hasSeveralConditions {
            end = min(end, try db.row("SELECT max(id) FROM item")?[0] ?? 0)
            var length = first ?? SearchStretches.first
            // To look for a phrase is to compare the places of its words in each text.
            let enough = query.limit * (query.hasPhrases ? 2 : 5)
            while end > length {
                stretches.append(
                    Stretch(rows: end - length + 1...end, enough: enough))
                end -= length
                length *= 4
            }
        }
        stretches.append(Stretch(rows: 0...end, enough: .max))
        if let late { stretches.append(Stretch(rows: late ... .max, enough: .max)) }
    }

    /// The last row of the period asked for, but for what came late.
    private static func end(of query: SearchQuery, in db: Database) throws -> Int64 {
        guard let until = query.until else { return .max }
        let last = try db.row(
            "SELECT id FROM item WHERE seen < ? ORDER BY seen DESC LIMIT 1",
            [until.timeIntervalSince1970 + delay])
        return last?["id"] ?? 0
    }
}

extension SearchQuery {
    fileprivate var hasPhrases: Bool { clauses.joined().contains { $0.words.count > 1 } }

    /// But for the end of the period, by which the stretches go anyway.
    fileprivate var hasSeveralConditions: Bool {
        let others = [!topics.isEmpty, !outlets.isEmpty, matchesOnly, since != nil]
        return hasPhrases || !excluded.isEmpty || clauses.count + others.count { $0 } > 1
    }
}
