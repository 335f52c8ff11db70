import Foundation
import GRDB
import News

/// Findings of changed rules, in place of those that an item was kept with; the item itself, its
/// versions and its story stay as they are.
extension Recorder {
    /// How many of the items known are matches now and were not; unknown ones are passed over.
    mutating func revise(_ items: [PreparedItem], at now: Date) throws -> RecordSummary {
        var summary = RecordSummary()
        for item in items { summary += try revise(item, at: now) }
        try index.apply(to: db, statements)
        return summary
    }

    private mutating func revise(_ item: PreparedItem, at now: Date) throws -> RecordSummary {
        let known = try db.row(
            """
            SELECT item.id, item.feed, item.seen, item.matched, item.story
            FROM item JOIN feed ON feed.id = item.feed WHERE feed.name = ? AND guid = ?
            """, [item.key.feed, item.key.id])
        guard let known else { return RecordSummary() }
        let row: Int64 = known["id"]
        let seen = Date(timeIntervalSince1970: known["seen"])
        try clear(row)
        let matched = item.isMatch ? known.date("matched") ?? max(now, seen) : nil
        try db.run(
            "UPDATE item SET matched = ? WHERE id = ?", [matched?.timeIntervalSince1970, row])
        try attachFindings(of: item, to: row, feed: known["feed"], seen: seen)
        if known["story"] == nil { try assign(item, to: row, at: max(now, seen)) }
        let gained = item.isMatch && known["matched"] == nil
        return RecordSummary(edited: 1, matches: gained ? 1 : 0)
    }
}
