import Foundation
import GRDB

extension Archive {
    /// The topics that matches have, by name.
    package func topicsOfMatches() throws(ArchiveError) -> [String] {
        try read { db in
            // Goes from name to name by the index: there are few names and many matches.
            try String.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE known (name) AS (
                        SELECT min(name) FROM topic
                        UNION ALL
                        SELECT (SELECT min(name) FROM topic WHERE name > known.name) FROM known
                        WHERE known.name IS NOT NULL)
                    SELECT name FROM known WHERE name IS NOT NULL
                    """)
        }
    }

    /// The feeds that were asked at least once, by id, each with its outlet's name.
    package func outlets() throws(ArchiveError) -> [(feed: String, outlet: String)] {
        try read { db in
            try db.rows("SELECT name, outlet FROM feed ORDER BY name").map { ($0[0], $0[1]) }
        }
    }
}
