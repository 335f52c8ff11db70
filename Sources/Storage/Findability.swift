import Foundation
import GRDB
import News

/// What the index must say of the items kept: each by its title, its feed, its month and what was
/// found in it, and by its text as long as that is kept.
struct Findability {
    let db: Database

    /// Leaves an item to be found by its title, its feed and its month.
    func forgetText(of row: Int64) throws {
        guard
            let item = try db.row(
                "SELECT feed, coalesce(published, seen) FROM item WHERE id = ?", [row])
        else { return }
        let marks = SearchMarks.all(
            "", feed: item[0], date: Date(timeIntervalSince1970: item[1]))
        try db.run("UPDATE search SET body = '', marks = ? WHERE rowid = ?", [marks, row])
    }

    /// Faults of the index, each with a query for the items' rows; all mended by ``mend(_:words:)``.
    static let faults: [(name: String, query: String)] = [
        (
            "items that no search finds",
            """
            SELECT id FROM item
            WHERE NOT EXISTS (SELECT 1 FROM search_docsize WHERE search_docsize.id = item.id)
            """
        ),
        (
            "texts that are kept and not found",
            """
            SELECT item FROM body JOIN search_content ON search_content.id = item
            WHERE c1 = '' AND text GLOB '*[A-Za-zء-ي]*'
            """
        ),
        (
            "texts that are gone and found all the same",
            """
            SELECT id FROM search_content
            WHERE c1 <> '' AND NOT EXISTS (SELECT 1 FROM body WHERE body.item = search_content.id)
            """
        ),
        (
            "items found under another feed or month",
            """
            SELECT item.id FROM item JOIN search_content ON search_content.id = item.id
            WHERE coalesce(published, seen) BETWEEN 0 AND 4102444800
                AND c2 NOT LIKE '=' || feed || ' ~'
                    || strftime('%Y-%m', CAST(coalesce(published, seen) AS INTEGER), 'unixepoch')
                    || ' %'
            """
        ),
        (
            "matches not found as such, or others that are",
            """
            SELECT item.id FROM item JOIN search_content ON search_content.id = item.id
            WHERE (matched IS NOT NULL) <> (c2 LIKE '% \(SearchMarks.match)%')
            """
        ),
        (
            "words of items that are gone",
            """
            SELECT id FROM search_docsize
            WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.id = search_docsize.id)
            """
        ),
    ]

    /// The rows of what is at fault, in order.
    func faulty() throws -> [Int64] {
        let queries = Findability.faults.map(\.query).joined(separator: " UNION ")
        return try Int64.fetchAll(db, sql: queries)
    }

    /// Has the index say of these items what is kept of them, and nothing of those that are gone.
    func mend(_ rows: ArraySlice<Int64>, words: (String) -> [String]) throws {
        var index = IndexChanges()
        for row in rows {
            index.remove(row)
            guard
                let item = try db.row(
                    """
                    SELECT \(ItemRow.columns), item.feed AS feedRow
                    FROM \(ItemRow.tables) WHERE item.id = ?
                    """, [row])
            else { continue }
            let findings = SearchMarks.findings(
                of: try ItemRow.report(item), isMatch: item["matched"] != nil)
            let marks = SearchMarks.all(
                findings, feed: item["feedRow"],
                date: item.date("published") ?? item.date("seen") ?? .distantPast)
            let searchText = [item["title"], item["text"] ?? ""].map {
                words($0).joined(separator: " ")
            }
            let (title, body) = SearchWords.columns(of: searchText.joined(separator: "\n"))
            index.add(row, IndexChanges.Words(title: title, body: body, marks: marks))
        }
        try index.apply(to: db, RecorderStatements(db))
    }
}
