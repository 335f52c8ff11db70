import Foundation
import GRDB
import News

/// Reads stories and what new matches are compared with, within a read that its caller holds.
struct StoryReader {
    let db: Database
    private let decoder = JSONDecoder.archive

    init(_ db: Database) {
        self.db = db
    }

    /// Stories with a member that became a match in the period, with all members up to its end:
    /// what a past period brought stays the same. Of one article that several feeds brought only
    /// the first is a member.
    func stories(since: Date?, until: Date?) throws -> [Story] {
        let rows = try db.rows(
            """
            SELECT \(ItemRow.columns), story.headline, story.first_seen, story.last_seen
            FROM \(ItemRow.tables) JOIN story ON story.id = item.story
            WHERE item.matched < ?2 AND \(ItemRow.isFirstOfArticle) AND story.id IN (
                SELECT story FROM item WHERE story IS NOT NULL AND matched >= ?1 AND matched < ?2
                    AND \(ItemRow.isFirstOfArticle))
            ORDER BY story.last_seen DESC, story.id DESC, item.matched, item.id
            """,
            [
                since?.timeIntervalSince1970 ?? -.greatestFiniteMagnitude,
                until?.timeIntervalSince1970 ?? .greatestFiniteMagnitude,
            ])
        var stories: [Story] = []
        for row in rows {
            guard let match = try ItemRow.match(row, decoder), let id = match.story else {
                continue
            }
            if stories.last?.id != id { stories.append(story(id, row)) }
            stories[stories.count - 1].members.append(match)
        }
        return stories
    }

    func candidates(since: Date) throws -> [StoryCandidate] {
        let rows = try db.rows(
            """
            SELECT item.story, feed.name, item.guid, item.seen, item.title, fingerprint.*
            FROM item JOIN feed ON feed.id = item.feed
            JOIN fingerprint ON fingerprint.item = item.id
            WHERE item.matched >= ? ORDER BY item.id
            """, [since.timeIntervalSince1970])
        return try rows.map { row in
            let words = words(in: row["words"])
            return StoryCandidate(
                story: row["story"], key: ItemKey(feed: row["name"], id: row["guid"]),
                title: row["title"], language: row["language"],
                seen: Date(timeIntervalSince1970: row["seen"]),
                fingerprint: StoryFingerprint(
                    shingles: StoryReader.numbers(in: row["shingles"]),
                    factIDs: try decoder.value([String].self, in: row["facts"]),
                    numbers: try decoder.value([String].self, in: row["numbers"]),
                    titleWords: words.title, bodyWords: words.body))
        }
    }

    private func story(_ id: Int64, _ row: Row) -> Story {
        Story(
            id: id, headline: row["headline"],
            firstSeen: Date(timeIntervalSince1970: row["first_seen"]),
            lastSeen: Date(timeIntervalSince1970: row["last_seen"]), members: [])
    }

    /// As ``PreparedFingerprint/words`` has them; none in fingerprints of before.
    private func words(in data: Data?) -> (title: [UInt32], body: [UInt32]) {
        let numbers: [UInt32] = data.map(StoryReader.numbers) ?? []
        let rest = numbers.dropFirst()
        let count = min(Int(numbers.first ?? 0), rest.count)
        return (Array(rest.prefix(count)), Array(rest.dropFirst(count)))
    }

    /// Each with its lowest byte first.
    private static func numbers<Number: FixedWidthInteger>(in data: Data) -> [Number] {
        let bytes = Array(data)
        let width = Number.bitWidth / 8
        return stride(from: 0, to: bytes.count - bytes.count % width, by: width).map { start in
            (0..<width).reduce(0) { $0 | Number(truncatingIfNeeded: bytes[start + $1]) << (8 * $1) }
        }
    }
}
