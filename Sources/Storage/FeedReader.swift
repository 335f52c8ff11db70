import Foundation
import GRDB
import News

/// Reads what is remembered of feeds, within a read that its caller holds.
struct FeedReader {
    let db: Database

    func state(of feed: String) throws -> FeedState? {
        let row = try db.row("SELECT state FROM feed WHERE name = ?", [feed])
        return try row.map { try JSONDecoder.archive.value(FeedState.self, in: $0[0]) }
    }

    func states() throws -> [String: FeedState] {
        let decoder = JSONDecoder.archive
        let rows = try db.rows("SELECT name, state FROM feed")
        return try rows.reduce(into: [:]) { states, row in
            states[row[0]] = try decoder.value(FeedState.self, in: row[1])
        }
    }
}
