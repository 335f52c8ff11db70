import Foundation
import GRDB
import News

/// One item of a poll: new, edited or as it was.
extension Recorder {
    mutating func keep(_ item: PreparedItem, feed: Int64, at now: Date) throws -> RecordSummary {
        let hash = Int64(bitPattern: item.kept.contentHash)
        let known = try db.row(
            "SELECT id, hash, seen, edited, matched, story FROM item WHERE feed = ? AND guid = ?",
            [feed, item.key.id])
        guard let known else {
            if try isForgotten(item.key.id, feed: feed, hash: hash) {
                return RecordSummary(unchanged: 1)
            }
            try insert(item, feed: feed, hash: hash, at: now)
            return RecordSummary(new: 1, matches: item.kept.isMatch ? 1 : 0)
        }
        guard known["hash"] != hash else { return RecordSummary(unchanged: 1) }
        // The clock may have been set back since.
        let before = known.date("edited") ?? known.date("seen") ?? now
        try edit(item, known, feed: feed, hash: hash, at: max(now, before))
        let gained = item.kept.isMatch && known["matched"] == nil
        return RecordSummary(edited: 1, matches: gained ? 1 : 0)
    }

    /// Whether the item was kept once and dropped for its age. An edited one comes back as new.
    private func isForgotten(_ id: String, feed: Int64, hash: Int64) throws -> Bool {
        let guid = Forgotten.number(of: id)
        let row = try db.row(
            "SELECT hash FROM forgotten WHERE feed = ? AND guid = ?", [feed, guid])
        guard let row else { return false }
        if row["hash"] == hash { return true }
        try db.run("DELETE FROM forgotten WHERE feed = ? AND guid = ?", [feed, guid])
        return false
    }

    private mutating func insert(
        _ item: PreparedItem, feed: Int64, hash: Int64, at now: Date
    ) throws {
        let news = item.kept.item
        let place = try place(for: item, at: now)
        try db.run(
            """
            INSERT INTO item (feed, guid, short, article, title, link, published, updated,
                language, more, hash, seen, matched, story, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                feed, news.id, item.key.short, item.article, news.title, news.link,
                news.published?.timeIntervalSince1970, news.updated?.timeIntervalSince1970,
                news.language, item.more, hash, now.timeIntervalSince1970,
                item.kept.isMatch ? now.timeIntervalSince1970 : nil, place?.story, place?.why,
            ])
        try attach(item, to: db.lastInsertedRowID, feed: feed, seen: now)
    }

    private mutating func edit(
        _ item: PreparedItem, _ known: Row, feed: Int64, hash: Int64, at now: Date
    ) throws {
        let row: Int64 = known["id"]
        let news = item.kept.item
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
                news.title, item.article, news.link, news.published?.timeIntervalSince1970,
                news.updated?.timeIntervalSince1970, news.language, item.more, hash,
                now.timeIntervalSince1970, item.kept.isMatch, now.timeIntervalSince1970, row,
            ])
        try attach(item, to: row, feed: feed, seen: now)
        if known["story"] == nil { try assign(item, to: row, at: now) }
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
    mutating func clear(_ row: Int64) throws {
        for table in ["report", "topic", "fingerprint"] {
            try db.run("DELETE FROM \(table) WHERE item = ?", [row])
        }
        index.remove(row)
    }

    private mutating func attach(
        _ item: PreparedItem, to row: Int64, feed: Int64, seen: Date
    ) throws {
        let kept = item.kept
        if keepText == .all || keepText == .matches && kept.isMatch {
            try db.run(
                "INSERT INTO body (item, summary, content, text) VALUES (?, ?, ?, ?)",
                [row, kept.item.summary, kept.item.content, kept.item.text])
        }
        try attachFindings(of: item, to: row, feed: feed, seen: seen)
    }

    /// Keeps what was found in an item whose former findings are cleared.
    mutating func attachFindings(
        of item: PreparedItem, to row: Int64, feed: Int64, seen: Date
    ) throws {
        let kept = item.kept
        if keepText == .all || kept.isMatch, !kept.searchText.isEmpty {
            let marks = SearchMarks.all(item.marks, feed: feed, date: kept.item.published ?? seen)
            index.add(
                row,
                IndexChanges.Words(title: item.words.title, body: item.words.body, marks: marks))
        }
        if let json = item.report { try attach(report: json, of: kept, to: row) }
        if let print = item.fingerprint {
            try db.run(
                """
                INSERT INTO fingerprint (item, language, shingles, facts, numbers)
                VALUES (?, ?, ?, ?, ?)
                """, [row, print.language, print.shingles, print.facts, print.numbers])
        }
    }

    private mutating func attach(report json: String, of kept: KeptItem, to row: Int64) throws {
        let rules = try rulesRow(kept.rulesFingerprint)
        try db.run(
            "INSERT INTO report (item, rules, json) VALUES (?, ?, ?)", [row, rules, json])
        for topic in kept.report?.topics ?? [] where kept.isMatch {
            try db.run(
                "INSERT OR IGNORE INTO topic (name, item, score) VALUES (?, ?, ?)",
                [topic.id, row, topic.score])
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
