package import Foundation
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

/// How a feed's polls ended before a moment: in failures.
package struct PastFailure: Sendable, Hashable {
    /// The first of its failures in a row.
    package var since: Date
    /// Of the last answer before the moment; nil where there was none.
    package var status: Int?
}

extension FeedReader {
    /// The feeds whose last poll before a moment, within three days of it, had failed.
    func failures(before moment: Date) throws -> [String: PastFailure] {
        let end = moment.timeIntervalSince1970
        // Of the row with the greatest `at`: SQLite's rule for columns beside max().
        let last = try db.rows(
            """
            SELECT feed.id, feed.name, max(poll.at), poll.status, poll.error
            FROM poll JOIN feed ON feed.id = poll.feed WHERE poll.at >= ? AND poll.at < ?
            GROUP BY feed.id
            """, [end - 3 * 86_400, end])
        var failures: [String: PastFailure] = [:]
        for row in last where row[4] as String? != nil {
            let success =
                try db.row(
                    """
                    SELECT at FROM poll WHERE feed = ? AND at < ? AND error IS NULL
                    ORDER BY at DESC LIMIT 1
                    """, [row[0] as Int64, end])?[0] as Double?
            let first =
                try db.row(
                    "SELECT at FROM poll WHERE feed = ? AND at > ? ORDER BY at LIMIT 1",
                    [row[0] as Int64, success ?? -.greatestFiniteMagnitude])?[0] as Double?
            failures[row[1]] = PastFailure(
                since: Date(timeIntervalSince1970: first ?? row[2]), status: row[3])
        }
        return failures
    }
}

extension Archive {
    /// The feeds whose last poll before a moment had failed, by their names, whatever came of
    /// them since; as far as polls are remembered.
    package func failures(before moment: Date) throws(ArchiveError) -> [String: PastFailure] {
        try read { try FeedReader(db: $0).failures(before: moment) }
    }
}
