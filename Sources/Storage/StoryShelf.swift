import Foundation
import GRDB
import News

/// Puts matches into stories, within a transaction that its caller holds.
extension Recorder {
    func assign(_ kept: KeptItem, to row: Int64, at now: Date) throws {
        guard kept.isMatch, let assignment = kept.story else { return }
        switch assignment {
        case .new(let headline):
            try join(row, story: open(headline, at: now), why: "opened the story", at: now)
        case .joins(let story, let why):
            let exists = try db.row("SELECT 1 FROM story WHERE id = ?", [story]) != nil
            let joined = try exists ? story : open(kept.item.title, at: now)
            try join(row, story: joined, why: why, at: now)
        case .joinsStory(let key, let why):
            let known = try story(of: key)
            try join(row, story: known ?? open(kept.item.title, at: now), why: why, at: now)
        }
    }

    func story(of key: ItemKey) throws -> Int64? {
        try db.row(
            """
            SELECT story FROM item JOIN feed ON feed.id = item.feed
            WHERE feed.name = ? AND guid = ?
            """, [key.feed, key.id])?["story"]
    }

    func open(_ headline: String, at now: Date) throws -> Int64 {
        let seen = now.timeIntervalSince1970
        try db.run(
            "INSERT INTO story (headline, first_seen, last_seen) VALUES (?, ?, ?)",
            [headline, seen, seen])
        return db.lastInsertedRowID
    }

    func join(_ row: Int64, story: Int64, why: String, at now: Date) throws {
        let seen = now.timeIntervalSince1970
        try db.run("UPDATE item SET story = ?, why = ? WHERE id = ?", [story, why, row])
        try db.run(
            """
            UPDATE story SET last_seen = max(last_seen, ?), first_seen = min(first_seen, ?)
            WHERE id = ?
            """, [seen, seen, story])
    }
}
