import Foundation
import GRDB
import News

/// Puts matches into stories, within a transaction that its caller holds.
extension Recorder {
    /// The story that an item now tells, opened or grown for it; nil for what is no match or was
    /// given none.
    func place(for item: PreparedItem, at now: Date) throws -> (story: Int64, why: String)? {
        guard item.isMatch, let assignment = item.story else { return nil }
        if let (story, feed) = try twin(of: item, at: now) {
            return (try grow(story, for: item, at: now), "is the same article as that of \(feed)")
        }
        switch assignment {
        case .new(let headline):
            return (try open(headline, at: now), "opened the story")
        case .joins(let story, let why):
            return (try grow(try present(story), for: item, at: now), why)
        case .joinsStory(let key, let why):
            return (try grow(try self.story(of: key), for: item, at: now), why)
        }
    }

    /// The story of the same address in another feed; an address that leads to something else
    /// after ten days, a live page say, is not the same article.
    private func twin(
        of item: PreparedItem, at now: Date
    ) throws -> (story: Int64, feed: String)? {
        guard let article = item.article else { return nil }
        return try statements.twin.first(
            {
                $0.add(article)
                $0.add(item.key.feed)
                $0.add(now.addingTimeInterval(-864_000))
            }, { ($0.integer(0) ?? 0, $0.text(1) ?? "") })
    }

    /// Puts an item that is kept already into a story, unless it was given none.
    func assign(_ item: PreparedItem, to row: Int64, at now: Date) throws {
        guard let (story, why) = try place(for: item, at: now) else { return }
        try put(row, into: story, why: why)
    }

    func put(_ row: Int64, into story: Int64, why: String) throws {
        try db.run("UPDATE item SET story = ?, why = ? WHERE id = ?", [story, why, row])
    }

    /// The story, or the one that a person merged it into; nil where it is gone.
    func present(_ story: Int64) throws -> Int64? {
        var story = story
        while let row = try db.row("SELECT merged FROM story WHERE id = ?", [story]) {
            guard let merged: Int64 = row["merged"] else { return story }
            story = merged
        }
        return nil
    }

    func story(of key: ItemKey) throws -> Int64? {
        try db.row(
            """
            SELECT story FROM item JOIN feed ON feed.id = item.feed
            WHERE feed.name = ? AND guid = ?
            """, [key.feed, key.id])?["story"]
    }

    func open(_ headline: String, at now: Date) throws -> Int64 {
        try statements.story.run {
            $0.add(headline)
            $0.add(now)
            $0.add(now)
        }
        return db.lastInsertedRowID
    }

    private func grow(_ story: Int64?, for item: PreparedItem, at now: Date) throws -> Int64 {
        guard let story else { return try open(item.news.title, at: now) }
        let seen = now.timeIntervalSince1970
        try db.run(
            """
            UPDATE story SET last_seen = max(last_seen, ?), first_seen = min(first_seen, ?)
            WHERE id = ?
            """, [seen, seen, story])
        return story
    }
}

/// A person's corrections of stories, within a transaction that its caller holds. They are
/// remembered: what was merged stays one story, and an item that has a story keeps it.
struct StoryCorrections {
    let recorder: Recorder
    private var db: Database { recorder.db }

    init(_ db: Database) {
        recorder = Recorder(db, keepText: .all)
    }

    /// Moves the members of one story to another; false where one of them is unknown or both
    /// are the same.
    func merge(_ story: Int64, into other: Int64) throws -> Bool {
        guard let from = try recorder.present(story), let into = try recorder.present(other),
            from != into
        else { return false }
        try db.run(
            """
            UPDATE item SET story = ?1, why = 'merged by hand with story ' || ?2 || ', where it: ' || why
            WHERE story = ?2
            """, [into, from])
        try db.run(
            """
            UPDATE story SET
                first_seen = min(first_seen, (SELECT first_seen FROM story WHERE id = ?1)),
                last_seen = max(last_seen, (SELECT last_seen FROM story WHERE id = ?1))
            WHERE id = ?2
            """, [from, into])
        try db.run("UPDATE story SET merged = ? WHERE id = ?", [into, from])
        return true
    }

    /// Gives an item a story of its own, which is returned; nil where it is in none. What other
    /// feeds brought of the same article goes with it.
    func split(_ key: ItemKey) throws -> Int64? {
        let row = try db.row(
            """
            SELECT item.id, title, seen, story, item.feed, article
            FROM item JOIN feed ON feed.id = item.feed
            WHERE feed.name = ? AND guid = ? AND story IS NOT NULL
            """, [key.feed, key.id])
        guard let row else { return nil }
        let seen = Date(timeIntervalSince1970: row["seen"])
        let story = try recorder.open(row["title"], at: seen)
        try db.run(
            """
            UPDATE item SET story = ?, why = 'split off by hand'
            WHERE id = ? OR story = ? AND article = ? AND feed <> ?
            """,
            [
                story, row["id"] as Int64, row["story"] as Int64, row["article"] as Int64?,
                row["feed"] as Int64,
            ])
        try db.run(
            """
            UPDATE story SET first_seen = (SELECT min(seen) FROM item WHERE item.story = story.id),
                last_seen = (SELECT max(seen) FROM item WHERE item.story = story.id) WHERE id = ?
            """, [story])
        try Tidying.dropEmptyStories(db)
        return story
    }
}
