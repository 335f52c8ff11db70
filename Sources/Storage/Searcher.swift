import Foundation
import GRDB
import News

/// Finds items in the full-text index, within a read that its caller holds.
struct Searcher {
    let db: Database

    /// How many of the newest findings are ranked: of a word that stands in half of the archive
    /// nobody wants the best of ten years.
    private static let ranked = 1_000
    /// A word with more findings in the whole archive tells little of what is looked for.
    private static let common = 5_000
    /// How many of the newest items are asked for that.
    private static let recent: Int64 = 1 << 16
    /// What a word in the title is worth, one in the text being worth 1.
    private static let inTitle = 2.0
    /// After so many days newness counts half.
    private static let halfLife = 120.0

    func hits(for query: SearchQuery) throws -> [SearchHit] {
        guard let marks = try marks(of: query) else { return [] }
        let query = try SearchPresence(db: db).reduced(query)
        let found = try found(query, marks: marks)
        let best = found.sorted { ($0.score, $0.row) > ($1.score, $1.row) }
        var cutter = SnippetCutter(query)
        return try Searcher.articles(best).prefix(query.limit).compactMap { try hit($0, &cutter) }
    }

    /// Of an article that several feeds brought only the best finding.
    private static func articles(_ found: [Found]) -> [Found] {
        var seen = Set<Int64>()
        return found.filter { $0.article.map { seen.insert($0).inserted } ?? true }
    }

    private struct Found {
        var row: Int64
        var article: Int64?
        var date: Double
        var score: Double
    }

    /// What narrows the search; nil where an outlet is asked for that no feed has.
    private func marks(of query: SearchQuery) throws -> [[String]]? {
        var marks: [[String]] = []
        if query.matchesOnly { marks.append([SearchMarks.match]) }
        if !query.topics.isEmpty { marks.append(query.topics.map(SearchMarks.topic)) }
        if !query.outlets.isEmpty {
            let feeds = try query.outlets.flatMap(feeds)
            guard !feeds.isEmpty else { return nil }
            marks.append(feeds.map(SearchMarks.feed))
        }
        if let since = query.since,
            let months = SearchMarks.months(
                from: since, to: query.until ?? query.now.addingTimeInterval(86_400 * 400))
        {
            marks.append(months)
        }
        return marks
    }

    private func feeds(_ outlet: String) throws -> [Int64] {
        let name = outlet.lowercased()
        return try db.rows("SELECT id, name, outlet FROM feed").filter { row in
            (row["name"] as String).lowercased().hasPrefix(name)
                || (row["outlet"] as String).lowercased() == name
        }.map { $0["id"] }
    }

    /// The newest findings, those that are ranked, in no order.
    private func found(_ query: SearchQuery, marks: [[String]]) throws -> [Found] {
        let condition = SearchCondition(query, marks: marks)
        let now = query.now.timeIntervalSince1970
        var rows: [Row] = []
        for stretch in try SearchStretches(query, in: db).stretches {
            rows += try db.rows(
                """
                SELECT item.id, item.article, coalesce(item.published, item.seen) AS date
                FROM \(condition.tables)
                WHERE \(condition.sql) AND \(condition.order) BETWEEN ? AND ?
                ORDER BY \(condition.order) DESC LIMIT ?
                """,
                condition.arguments + [
                    stretch.rows.lowerBound, stretch.rows.upperBound,
                    Searcher.ranked - rows.count,
                ])
            if rows.count >= min(Searcher.ranked, stretch.enough) { break }
        }
        let relevance = try relevance(query, of: rows)
        return rows.map { row in
            let id: Int64 = row["id"]
            let date: Double = row["date"]
            return Found(
                row: id, article: row["article"], date: date,
                score: (relevance[id] ?? 1) * newness(date, now))
        }
    }

    /// How well each finding fits: by BM25, the title's words counting four times, for words that
    /// are not too common; else by whether a word stands in the title. Empty where the findings
    /// are so many that the newest will do.
    ///
    /// BM25 counts each word's findings in the whole index before it ranks the first: of words
    /// that stand in every article of ten years that takes longer than all else.
    private func relevance(
        _ query: SearchQuery, of found: [Row]
    ) throws -> [Int64: Double] {
        let rows: [Int64] = found.map { $0["id"] }
        guard let first = rows.min(), let last = rows.max(), rows.count < Searcher.ranked else {
            return [:]
        }
        let rare = try query.clauses.filter { try !isCommon($0) }
        guard let words = SearchExpression.required(rare, marks: []) else {
            return try titled(query, rows)
        }
        let scores = try db.rows(
            """
            SELECT rowid, -bm25(search, 4.0, 1.0, 0.5) FROM search
            WHERE search MATCH ? AND rowid BETWEEN ? AND ?
            """, [words, first, last])
        return Dictionary(scores.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// Whether a clause has more findings than one would rank, judged by the newest items. A phrase
    /// is taken to have: to count those of all ways to spell it takes longer than the search.
    private func isCommon(_ clause: [SearchTerm]) throws -> Bool {
        guard clause.allSatisfy({ $0.words.count < 2 }) else { return true }
        guard let words = SearchExpression.required([clause], marks: []) else { return true }
        let last: Int64 = try db.row("SELECT max(id) FROM item")?[0] ?? 0
        let part = min(1, Double(Searcher.recent) / Double(max(1, last)))
        return try db.row(
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? LIMIT 1 OFFSET ?",
            [words, last - Searcher.recent, Int(Double(Searcher.common) * part)]) != nil
    }

    /// The findings that have a word in the title. Folding titles anew takes a fixed time for
    /// each; to ask the index once more for common words would take as long as the search.
    private func titled(_ query: SearchQuery, _ rows: [Int64]) throws -> [Int64: Double] {
        let terms = SearchTitles(query)
        let titled = try rows.filter { row in
            let title: String? = try db.row("SELECT title FROM item WHERE id = ?", [row])?[0]
            return title.map(terms.stand) ?? false
        }
        return Dictionary(titled.map { ($0, Searcher.inTitle) }) { first, _ in first }
    }

    private func newness(_ date: Double, _ now: Double) -> Double {
        let days = max(0, now - date) / 86_400
        return 0.25 + 0.75 * exp2(-days / Searcher.halfLife)
    }

    private func hit(_ found: Found, _ cutter: inout SnippetCutter) throws -> SearchHit? {
        let row = try db.row(
            """
            SELECT feed.name, feed.outlet, item.guid, item.title, item.link, item.matched,
                item.story, body.text
            FROM item JOIN feed ON feed.id = item.feed LEFT JOIN body ON body.item = item.id
            WHERE item.id = ?
            """, [found.row])
        guard let row else { return nil }
        let text: String? = row["text"]
        return SearchHit(
            key: ItemKey(feed: row["name"], id: row["guid"]), outlet: row["outlet"],
            title: row["title"], link: row["link"],
            date: Date(timeIntervalSince1970: found.date), isMatch: row["matched"] != nil,
            story: row["story"], score: found.score, snippet: cutter.cut(text ?? row["title"]))
    }
}

/// The SQL of a search: by the index where there is something to look for in it, else by items.
private struct SearchCondition {
    let tables: String
    let order: String
    private(set) var sql: String
    private(set) var arguments: StatementArguments = []

    init(_ query: SearchQuery, marks: [[String]]) {
        let required = SearchExpression.required(query.clauses, marks: marks)
        let excluded = SearchExpression.excluded(query.excluded)
        if let required {
            tables = "search CROSS JOIN item ON item.id = search.rowid"
            order = "search.rowid"
            sql = "search MATCH ?"
            arguments += [excluded.map { "(\(required)) NOT \($0)" } ?? required]
        } else {
            tables = "item"
            order = "item.id"
            sql = "true"
            if let excluded {
                sql = "item.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
                arguments += [excluded]
            }
        }
        if let since = query.since { add(">=", since) }
        if let until = query.until { add("<", until) }
    }

    private mutating func add(_ comparison: String, _ date: Date) {
        sql += " AND coalesce(item.published, item.seen) \(comparison) ?"
        arguments += [date.timeIntervalSince1970]
    }
}
