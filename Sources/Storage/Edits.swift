package import Foundation
import GRDB
package import News

extension Archive {
    /// Matches whose present version was first seen in a half-open period, the latest edit first.
    package func edited(since: Date, until: Date) throws(ArchiveError) -> [ItemKey] {
        try read { db in
            try db.rows(
                """
                SELECT feed.name, item.guid FROM item JOIN feed ON feed.id = item.feed
                WHERE item.matched IS NOT NULL AND item.edited >= ? AND item.edited < ?
                ORDER BY item.edited DESC, item.id
                """, [since.timeIntervalSince1970, until.timeIntervalSince1970]
            ).map { ItemKey(feed: $0[0], id: $0[1]) }
        }
    }
}
