import Foundation
import GRDB
import News

/// One item of a poll: new, edited or as it was.
extension Recorder {
    mutating func keep(_ item: PreparedItem, feed: Int64, at now: Date) throws -> RecordSummary {
        let hash = Int64(bitPattern: item.contentHash)
        let known = try statements.knownItem.first(
            {
                $0.add(feed)
                $0.add(item.key.id)
            }, KnownItem.init)
        guard let known else {
            if try isForgotten(item.key.id, feed: feed, hash: hash) {
                return RecordSummary(unchanged: 1)
            }
            try insert(item, feed: feed, hash: hash, at: now)
            return RecordSummary(new: 1, matches: item.isMatch ? 1 : 0)
        }
        guard known.hash != hash else { return RecordSummary(unchanged: 1) }
        // The clock may have been set back since.
        let before = known.edited ?? known.seen
        try edit(item, known, feed: feed, hash: hash, at: max(now, before))
        let gained = item.isMatch && known.matched == nil
        return RecordSummary(edited: 1, matches: gained ? 1 : 0)
    }

    /// Whether the item was kept once and dropped for its age. An edited one comes back as new.
    private mutating func isForgotten(_ id: String, feed: Int64, hash: Int64) throws -> Bool {
        guard try hasForgotten() else { return false }
        let guid = Forgotten.number(of: id)
        let known = try statements.forgotten.first(
            {
                $0.add(feed)
                $0.add(guid)
            }, { $0.integer(0) ?? 0 })
        guard let known else { return false }
        if known == hash { return true }
        try db.run("DELETE FROM forgotten WHERE feed = ? AND guid = ?", [feed, guid])
        return false
    }

    private mutating func insert(
        _ item: PreparedItem, feed: Int64, hash: Int64, at now: Date
    ) throws {
        let place = try place(for: item, at: now)
        try statements.item.run {
            $0.add(feed)
            $0.add(item.news.id)
            $0.add(item.short)
            $0.add(item.article)
            $0.add(item.news.title)
            $0.add(item.news.link)
            $0.add(item.news.published)
            $0.add(item.news.updated)
            $0.add(item.news.language)
            $0.add(item.more)
            $0.add(hash)
            $0.add(now)
            $0.add(item.isMatch ? now : nil)
            $0.add(place?.story)
            $0.add(place?.why)
        }
        try attach(item, to: db.lastInsertedRowID, feed: feed, seen: now)
    }

    private mutating func edit(
        _ item: PreparedItem, _ known: KnownItem, feed: Int64, hash: Int64, at now: Date
    ) throws {
        let row = known.row
        try keepVersion(of: row)
        try db.run("DELETE FROM body WHERE item = ?", [row])
        try clear(row)
        try db.run(
            """
            UPDATE item SET title = ?, article = ?, link = ?, published = ?, updated = ?,
                language = ?, more = ?, hash = ?, edited = ?,
                matched = CASE WHEN ? THEN coalesce(matched, ?) END
            WHERE id = ?
            """,
            [
                item.news.title, item.article, item.news.link,
                item.news.published?.timeIntervalSince1970,
                item.news.updated?.timeIntervalSince1970, item.news.language, item.more, hash,
                now.timeIntervalSince1970, item.isMatch, now.timeIntervalSince1970, row,
            ])
        try attach(item, to: row, feed: feed, seen: known.seen)
        if known.story == nil { try assign(item, to: row, at: now) }
    }

    /// Feeds that edit at each poll (a counter in the text) would fill the disk: beyond fifty
    /// versions the first and the latest stay.
    private func keepVersion(of row: Int64) throws {
        try db.run(
            """
            INSERT INTO version (item, number, seen, hash, title, text)
            SELECT item.id, 1 + coalesce((SELECT max(number) FROM version WHERE item = item.id), 0),
                coalesce(edited, seen), hash, title, body.text
            FROM item LEFT JOIN body ON body.item = item.id WHERE item.id = ?
            """, [row])
        try db.run(
            """
            DELETE FROM version WHERE item = ?1 AND number > 1
                AND number <= (SELECT max(number) - 49 FROM version WHERE item = ?1)
            """, [row])
    }

    /// Forgets what was found in an item.
    private mutating func clear(_ row: Int64) throws {
        for table in ["report", "topic", "fingerprint"] {
            try db.run("DELETE FROM \(table) WHERE item = ?", [row])
        }
        index.remove(row)
    }

    private mutating func attach(
        _ item: PreparedItem, to row: Int64, feed: Int64, seen: Date
    ) throws {
        let hasText = keepText == .all || keepText == .matches && item.isMatch
        if hasText {
            try statements.body.run {
                $0.add(row)
                $0.add(item.news.summary)
                $0.add(item.news.content)
                $0.add(item.news.text)
            }
        }
        let marks = SearchMarks.all(item.marks, feed: feed, date: item.news.published ?? seen)
        index.add(
            row,
            IndexChanges.Words(
                title: item.words.title, body: hasText ? item.words.body : [], marks: marks))
        if let json = item.report { try attach(report: json, of: item, to: row) }
        if let print = item.fingerprint {
            try statements.fingerprint.run {
                $0.add(row)
                $0.add(print.language)
                $0.add(bytes: print.shingles)
                $0.add(text: print.facts)
                $0.add(text: print.numbers)
                $0.add(bytes: print.words)
            }
        }
    }

    private mutating func attach(report json: [UInt8], of item: PreparedItem, to row: Int64) throws
    {
        let rules = try rulesRow(item.rulesFingerprint)
        try statements.report.run {
            $0.add(row)
            $0.add(rules)
            $0.add(text: json)
        }
        guard item.isMatch else { return }
        for topic in item.topics {
            try statements.topic.run {
                $0.add(topic.id)
                $0.add(row)
                $0.add(topic.score)
            }
        }
    }

    private mutating func rulesRow(_ fingerprint: String) throws -> Int64 {
        if let known = rules[fingerprint] { return known }
        let known = try db.row("SELECT id FROM rules WHERE fingerprint = ?", [fingerprint])
        if known == nil {
            try db.run("INSERT INTO rules (fingerprint) VALUES (?)", [fingerprint])
        }
        let row: Int64 = known?["id"] ?? db.lastInsertedRowID
        rules[fingerprint] = row
        return row
    }
}
