import Foundation
import GRDB
import News

/// Reads whether the words of a search stand in what the index found, as they are written.
struct SearchReader {
    /// A finding that holds.
    struct Text {
        let row: Int64
        fileprivate var hit: SearchHit
        fileprivate var article: Int64?
        fileprivate var text: String

        var score: Double { hit.score }

        /// With the stretch of the text that shows the words.
        func hit(_ cutter: SnippetCutter) -> SearchHit {
            var hit = hit
            hit.snippet = cutter.cut(text)
            return hit
        }
    }

    private let query: SearchQuery
    private let db: Database
    /// What was read so far; nil for what does not hold.
    private var known: [Int64: Text?] = [:]
    /// How many findings were read so far.
    var looked: Int { known.count }

    init(_ query: SearchQuery, in db: Database) {
        self.query = query
        self.db = db
    }

    /// The first findings that hold, as many as are wanted; of an article that several feeds
    /// brought only the first.
    mutating func read(
        _ findings: some Sequence<(row: Int64, score: Double)>, atMost most: Int
    ) throws -> [Text] {
        var texts: [Text] = []
        var articles = Set<Int64>()
        for (row, score) in findings {
            guard texts.count < query.limit else { break }
            if known[row] == nil, looked >= most { break }
            guard var text = try text(of: row) else { continue }
            if let article = text.article, !articles.insert(article).inserted { continue }
            text.hit.score = score
            texts.append(text)
        }
        return texts
    }

    private mutating func text(of row: Int64) throws -> Text? {
        if let known = known[row] { return known }
        let text = try db.row(
            """
            SELECT feed.name, feed.outlet, item.guid, item.title, item.link, item.matched,
                item.story, item.article, item.id AS row, coalesce(item.published, item.seen) AS date, body.text
            FROM item JOIN feed ON feed.id = item.feed LEFT JOIN body ON body.item = item.id
            WHERE item.id = ?
            """, [row]
        ).flatMap(holding)
        known[row] = .some(text)
        return text
    }

    private func holding(_ row: Row) -> Text? {
        let title: String = row["title"]
        let body: String? = row["text"]
        guard holds(title: title, body: body ?? "") else { return nil }
        let hit = SearchHit(
            key: ItemKey(feed: row["name"], id: row["guid"]), outlet: row["outlet"], title: title,
            link: row["link"], date: Date(timeIntervalSince1970: row["date"]),
            isMatch: row["matched"] != nil, story: row["story"], score: 0,
            snippet: Snippet(text: ""))
        return Text(row: row["row"], hit: hit, article: row["article"], text: body ?? title)
    }

    /// Facts are as the index says.
    private func holds(title: String, body: String) -> Bool {
        guard query.wordCount > 0 else { return true }
        let standings = [title, body].map { SearchStanding(query.finder($0), of: query) }
        func holds(_ term: SearchTerm) -> Bool { standings.contains { $0.holds(term) } }
        return !query.excluded.contains(where: holds)
            && query.clauses.allSatisfy { clause in
                clause.contains { $0.fact != nil } || clause.contains(where: holds)
            }
    }
}
