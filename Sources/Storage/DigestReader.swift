package import Foundation
import GRDB
package import News

/// Reads what a digest tells, within a read that its caller holds: of every article the gist, and
/// of those that may be quoted what they are quoted by.
///
/// Rows are read one after another, and some hundred reports at a time examined by all
/// processors, so that memory holds what is told rather than what is read.
struct DigestReader {
    let db: Database
    private let outlets: [Int64: (feed: String, outlet: String)]

    init(_ db: Database) throws {
        self.db = db
        outlets = try db.rows("SELECT id, name, outlet FROM feed").reduce(into: [:]) {
            $0[$1[0]] = ($1[1], $1[2])
        }
    }

    /// As ``StoryReader/stories(since:until:)`` has them, but each member under the headline that
    /// it had when the period ended, without its texts and with the gist of its report.
    func stories(since: Date, until: Date) throws -> [Story] {
        let period: StatementArguments = [
            since.timeIntervalSince1970, until.timeIntervalSince1970,
        ]
        let heads = try db.rows(
            """
            SELECT id, headline, first_seen, last_seen FROM story WHERE id IN (
                SELECT story FROM item WHERE story IS NOT NULL AND matched >= ? AND matched < ?
                    AND \(ItemRow.isFirstOfArticle))
            ORDER BY last_seen DESC, id DESC
            """, period)
        var batch = ReportBatch(detail: .gist)
        var members: [Match] = []
        for head in heads {
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: DigestReader.members),
                arguments: [until.timeIntervalSince1970, head[0] as Int64])
            while let row = try rows.next() { try batch.add(match(row), row, 9) }
            if batch.isFull { members += try batch.matches() }
        }
        members += try batch.matches()
        return stories(heads, members)
    }

    /// Items by their keys as they read before a moment, with their texts and what they are quoted
    /// by. What is gone, or no match, is passed over.
    func matches(_ keys: [ItemKey], before moment: Date) throws -> [QuotedMatch] {
        var batch = ReportBatch(detail: .quoted)
        var matches: [Match] = []
        var isEdited: [Bool] = []
        for key in keys {
            guard
                let row = try db.row(
                    DigestReader.quoted, [moment.timeIntervalSince1970, key.feed, key.id])
            else { continue }
            var match = match(row)
            match.item.text = row[10] ?? ""
            isEdited.append(row[11])
            try batch.add(match, row, 9)
            if batch.isFull { matches += try batch.matches() }
        }
        matches += try batch.matches()
        return zip(matches, isEdited).map(QuotedMatch.init)
    }

    private static let columns = """
        item.feed, item.guid, coalesce(former.title, item.title), item.link, item.published,
        item.seen, item.matched, item.story, item.why, report.json
        """

    /// With the version that there was at the moment ?1, where it has been replaced since.
    private static let tables = """
        item JOIN report ON report.item = item.id
        LEFT JOIN version AS former ON item.edited >= ?1 AND former.item = item.id
            AND former.number = (SELECT max(number) FROM version
                WHERE version.item = item.id AND version.seen < ?1)
        """

    private static let members = """
        SELECT \(columns) FROM \(tables)
        WHERE item.story = ?2 AND item.matched < ?1 AND \(ItemRow.isFirstOfArticle)
        ORDER BY item.matched, item.id
        """

    private static let quoted = """
        SELECT \(columns), CASE WHEN former.item IS NULL THEN body.text ELSE former.text END,
            former.item IS NOT NULL
        FROM \(tables) LEFT JOIN body ON body.item = item.id
        WHERE item.feed = (SELECT id FROM feed WHERE name = ?2) AND item.guid = ?3
            AND item.matched IS NOT NULL
        """

    /// Its report is to follow.
    private func match(_ row: Row) -> Match {
        let known = outlets[row[0]] ?? ("", "")
        let id: String = row[1]
        let seen = Date(timeIntervalSince1970: row[5])
        return Match(
            key: ItemKey(feed: known.feed, id: id),
            item: Item(
                id: id, title: row[2], link: row[3],
                published: (row[4] as Double?).map { Date(timeIntervalSince1970: $0) }),
            outlet: known.outlet, report: Report(id: "", source: "", language: ""), seen: seen,
            matched: Date(timeIntervalSince1970: row[6]), story: row[7], why: row[8])
    }

    /// The members lie in the order of the stories.
    private func stories(_ heads: [Row], _ members: [Match]) -> [Story] {
        var rest = members[...]
        return heads.compactMap { head in
            let id: Int64 = head[0]
            let own = rest.prefix { $0.story == id }
            rest = rest.dropFirst(own.count)
            guard !own.isEmpty else { return nil }
            return Story(
                id: id, headline: head[1],
                firstSeen: Date(timeIntervalSince1970: head[2]),
                lastSeen: Date(timeIntervalSince1970: head[3]), members: Array(own))
        }
    }
}

/// An article that a digest may quote.
package struct QuotedMatch: Sendable, Hashable {
    package var match: Match
    /// True where its outlet changed it since: title and text are those of before, the text empty
    /// where it was not kept, but the report is of what it says now.
    package var isEditedSince: Bool
}

/// Matches whose reports are still text, one behind another.
private struct ReportBatch {
    let detail: ReportDetail
    private var waiting: [(match: Match, json: Range<Int>)] = []
    private var texts: [UInt8] = []

    /// Bytes of text from which on it is time to read them.
    private static let enough = 4 << 20

    init(detail: ReportDetail) {
        self.detail = detail
    }

    var isFull: Bool { texts.count > ReportBatch.enough }

    mutating func add(_ match: Match, _ row: Row, _ column: Int) throws {
        let start = texts.count
        try row.withUnsafeData(atIndex: column) { if let text = $0 { texts += text } }
        waiting.append((match, start..<texts.count))
    }

    /// All of them with their reports, in their order; none is left waiting.
    mutating func matches() throws -> [Match] {
        let (waiting, texts, detail) = (waiting, texts, detail)
        self.waiting = []
        self.texts = []
        return try AllAtOnce.map(waiting, by: 32) { match, json in
            var whole = match
            var scanner = JSONScanner(texts, in: json)
            whole.report = try ReportScanner(detail).report(&scanner)
            return whole
        }
    }
}

extension Archive {
    /// The stories of a half-open period as a digest needs them: as ``stories(since:until:)`` has
    /// them, but of each article the headline that it had at the end, and the gist alone. There is no text, no evidence, no date, quantity,
    /// quotation or act, and nobody whom the lexicon does not know; mentions are blank.
    package func digestStories(since: Date, until: Date) throws(ArchiveError) -> [Story] {
        try read { try DigestReader($0).stories(since: since, until: until) }
    }

    /// The same articles with all that a digest quotes: headline and text as they were before a
    /// moment, and the report without quotes, for those can be read off the text. What is gone, or
    /// is no match any more, is passed over.
    package func matches(
        _ keys: [ItemKey], before moment: Date
    ) throws(ArchiveError) -> [QuotedMatch] {
        try read { try DigestReader($0).matches(keys, before: moment) }
    }
}
