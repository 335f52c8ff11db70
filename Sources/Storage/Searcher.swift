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

    /// Of so many findings at most it is read whether the words stand there as they are written.
    private static let looked = 10_000
    /// Of so many in which an excluded word may stand; the others of such are left out unread.
    private static let doubted = 150

    func hits(for query: SearchQuery) throws -> [SearchHit] {
        guard let marks = try marks(of: query) else { return [] }
        var reading = SearchReader(query, in: db)
        var hits = try hits(query, marks, &reading, isSure: false, most: Searcher.doubted)
        if !query.excluded.isEmpty, hits.count < query.limit, reading.looked >= Searcher.doubted {
            let sure = try self.hits(query, marks, &reading, isSure: true, most: Searcher.looked)
            let known = Set(hits.map(\.row))
            hits = (hits + sure.filter { !known.contains($0.row) }).sorted { $0.score > $1.score }
        }
        let cutter = SnippetCutter(query)
        return hits.prefix(query.limit).map { $0.hit(cutter) }
    }

    /// The best findings in which the words stand as they are written, those of the newest stretch
    /// first where that has enough.
    ///
    /// - Parameters:
    ///   - isSure: Leaves out all in which an excluded word may stand, by the index.
    ///   - most: How many findings are read, where there are excluded words and it is not sure.
    private func hits(
        _ query: SearchQuery, _ marks: [[String]], _ reader: inout SearchReader, isSure: Bool,
        most: Int
    ) throws -> [SearchReader.Text] {
        let most = query.excluded.isEmpty ? Searcher.looked : most
        var findings = SearchFindings(
            SearchCondition(query, marks: marks, excludes: isSure),
            try SearchStretches(query, in: db).stretches, in: db)
        var found: [Found] = []
        while true {
            let rows = try findings.next(Searcher.ranked)
            found += try scored(query, rows)
            let best = found.sorted { ($0.score, $0.row) > ($1.score, $1.row) }
            let hits = try reader.read(best.lazy.map { ($0.row, $0.score) }, atMost: most)
            guard hits.count < query.limit, !findings.isDone, reader.looked < most else {
                return hits
            }
        }
    }

    private struct Found {
        var row: Int64
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

    private func scored(_ query: SearchQuery, _ rows: [Row]) throws -> [Found] {
        let relevance = try relevance(query, of: rows)
        let now = query.now.timeIntervalSince1970
        return rows.map { row in
            let id: Int64 = row["id"]
            return Found(row: id, score: (relevance[id] ?? 1) * newness(row["date"], now))
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

    /// Whether a clause has more findings than one would rank, judged by the newest items.
    private func isCommon(_ clause: [SearchTerm]) throws -> Bool {
        guard let words = SearchExpression.required([clause], marks: []) else { return true }
        let last: Int64 = try db.row("SELECT max(id) FROM item")?[0] ?? 0
        let part = min(1, Double(Searcher.recent) / Double(max(1, last)))
        return try db.row(
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? LIMIT 1 OFFSET ?",
            [words, last - Searcher.recent, Int(Double(Searcher.common) * part)]) != nil
    }

    /// The findings that have a term in the title. To read titles takes a fixed time for each; to
    /// ask the index once more for common words would take as long as the search.
    private func titled(_ query: SearchQuery, _ rows: [Int64]) throws -> [Int64: Double] {
        let terms = query.clauses.joined().filter { !$0.words.isEmpty }
        guard !terms.isEmpty else { return [:] }
        let titled = try rows.filter { row in
            let title: String? = try db.row("SELECT title FROM item WHERE id = ?", [row])?[0]
            guard let title else { return false }
            let standing = SearchStanding(query.finder(title), of: query)
            return terms.contains { standing.holds($0) }
        }
        return Dictionary(titled.map { ($0, Searcher.inTitle) }) { first, _ in first }
    }

    private func newness(_ date: Double, _ now: Double) -> Double {
        let days = max(0, now - date) / 86_400
        return 0.25 + 0.75 * exp2(-days / Searcher.halfLife)
    }
}
