import Foundation
import GRDB
import News

/// Keeps and reads labels, within an access that its caller holds.
struct LabelStore {
    let db: Database

    /// The later label of a person for an item and a subject takes the place of the earlier;
    /// returns those whose item the archive does not have.
    func keep(_ labels: [Label]) throws -> [Label] {
        try labels.filter { label in
            guard let item = try row(of: label.key) else { return true }
            try db.run(
                """
                INSERT INTO label (item, subject, who, verdict, at, note)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET
                    verdict = excluded.verdict, at = excluded.at, note = excluded.note
                WHERE excluded.at >= label.at
                """,
                [
                    item, label.subject.rawValue, label.who, label.verdict,
                    label.at.timeIntervalSince1970, label.note,
                ])
            return false
        }
    }

    /// Oldest first; of one item, or of all.
    func labels(of key: ItemKey?) throws -> [Label] {
        try db.rows(
            """
            SELECT feed.name, item.guid, label.* FROM label JOIN item ON item.id = label.item
            JOIN feed ON feed.id = item.feed
            WHERE ?1 IS NULL OR feed.name = ?1 AND item.guid = ?2
            ORDER BY label.at, label.item, label.subject
            """, [key?.feed, key?.id]
        ).compactMap { row in
            guard let subject = Label.Subject(rawValue: row["subject"]) else { return nil }
            return Label(
                key: ItemKey(feed: row["name"], id: row["guid"]), subject: subject,
                verdict: row["verdict"], who: row["who"],
                at: Date(timeIntervalSince1970: row["at"]), note: row["note"])
        }
    }

    func drop(_ label: Label) throws {
        guard let item = try row(of: label.key) else { return }
        try db.run(
            "DELETE FROM label WHERE item = ? AND subject = ? AND who = ?",
            [item, label.subject.rawValue, label.who])
    }

    private func row(of key: ItemKey) throws -> Int64? {
        try db.row(
            """
            SELECT item.id FROM item JOIN feed ON feed.id = item.feed
            WHERE feed.name = ? AND item.guid = ?
            """, [key.feed, key.id])?[0]
    }
}
