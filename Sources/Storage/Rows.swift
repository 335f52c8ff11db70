import Foundation
import GRDB
import News

extension JSONDecoder {
    /// Reads what ``JSONText`` writes.
    static var archive: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        return decoder
    }

    func value<Value: Decodable>(_ type: Value.Type, in text: String) throws -> Value {
        try decode(type, from: Data(text.utf8))
    }
}

extension Database {
    /// Runs a statement that is compiled once for the life of the connection.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The rows of a statement that is compiled once for the life of the connection.
    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }
}

extension Row {
    func date(_ column: String) -> Date? {
        (self[column] as Double?).map { Date(timeIntervalSince1970: $0) }
    }
}

/// The columns of an item and how they become one again.
enum ItemRow {
    /// For `item` beside `body`, `feed` and `report`, the last of which may be missing.
    static let columns = """
        item.id AS row, feed.name AS feed, feed.outlet AS outlet, item.guid, item.title,
        item.link, item.published, item.updated, item.language, item.more, item.hash, item.seen,
        item.edited, item.matched, item.story, item.why, item.article, body.summary,
        body.content, body.text, report.json, rules.fingerprint
        """

    static let tables = """
        item JOIN feed ON feed.id = item.feed
        LEFT JOIN body ON body.item = item.id
        LEFT JOIN report ON report.item = item.id
        LEFT JOIN rules ON rules.id = report.rules
        """

    /// Whether no other feed brought a match's article into the same story before.
    static let isFirstOfArticle = """
        NOT EXISTS (SELECT 1 FROM item AS former WHERE former.article = item.article
            AND (former.matched, former.id) < (item.matched, item.id)
            AND former.story = item.story AND former.feed <> item.feed)
        """

    static func item(_ row: Row, _ decoder: JSONDecoder) throws -> Item {
        let more = try (row["more"] as String?).map { try decoder.value(ItemExtras.self, in: $0) }
        return Item(
            id: row["guid"], title: row["title"], link: row["link"], summary: row["summary"],
            content: row["content"], text: row["text"] ?? "", authors: more?.authors ?? [],
            categories: more?.categories ?? [], published: row.date("published"),
            updated: row.date("updated"), language: row["language"], comments: more?.comments,
            enclosures: more?.enclosures ?? [], source: more?.source)
    }

    static func report(_ row: Row) throws -> Report? {
        try (row["json"] as String?).map { try ReportScanner.report($0) }
    }

    /// Nil for an item that is no match.
    static func match(_ row: Row, _ decoder: JSONDecoder) throws -> Match? {
        guard let report = try report(row) else { return nil }
        return Match(
            key: ItemKey(feed: row["feed"], id: row["guid"]), item: try item(row, decoder),
            outlet: row["outlet"], report: report,
            seen: Date(timeIntervalSince1970: row["seen"]), matched: row.date("matched"),
            story: row["story"], why: row["why"])
    }
}
