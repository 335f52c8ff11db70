import Foundation
import GRDB
import News
import Testing

@testable import Storage

/// Archives as each earlier schema had them: `Schemas/schema-N.sql` holds its tables and some rows
/// as they were written then, and is never changed.
@Suite struct SchemaTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let earlier = 1...5

    @Test(arguments: earlier) func `an archive of an earlier schema keeps all that it holds`(
        _ version: Int
    ) throws {
        try makeArchive(schema: version)
        var steps: [Int] = []
        let archive = try Archive(at: folder.path, access: .readWrite) { step, _ in
            steps.append(step)
        }
        #expect(steps == Array(version + 1...Schema.version))
        #expect(try archive.connection.setting("user_version") == Schema.version)
        #expect(try archive.check() == [])
        let before = try rows(schema: version)
        for (table, was) in before where table != "search" {
            let rows = try archive.read { try SchemaTests.rows($0, of: table, was.columns) }
            #expect(rows == was.rows, "\(table)")
        }

        let item = kept(news("new", "Nouveau"), topics: ["drugs"])
        #expect(try archive.record(poll(at: later(200), [item])).new == 1)
        let identity = try archive.identity()
        if version >= 4 {
            #expect(identity == UUID(uuidString: "0b7c6f3e-5f0a-4c58-9d1e-2f4a6b8c0d1e"))
        }
        try archive.close()
        let reader = try Archive(at: folder.path, access: .readOnly)
        #expect(try reader.identity() == identity)
    }

    @Test(arguments: earlier) func `an archive of an earlier schema is read and searched`(
        _ version: Int
    ) throws {
        try makeArchive(schema: version)
        let archive = try Archive(at: folder.path, access: .readWrite)
        #expect(try archive.matches().map(\.key.id) == ["s2", "s1", "n1"])
        #expect(try archive.matches(topics: ["drugs"]).map(\.key.id) == ["s1", "n1"])
        let stories = try archive.stories()
        #expect(stories.map(\.headline) == ["زيارة إلى مدريد", "Saisie au port"])
        #expect(stories.map { $0.members.map(\.key.id) } == [["s2"], ["n1", "s1"]])
        let edited = try archive.item(.key(ItemKey(feed: "nord", id: "n2")))
        #expect(edited?.versions.map(\.title) == ["Le marché ferme"])
        #expect(try archive.labels().map(\.note) == ["a visit"])
        #expect(try archive.digests().map(\.cited) == [[ItemKey(feed: "nord", id: "n1")]])
        #expect(try archive.feedState("nord")?.etag == "\"7\"")
        let prints = try archive.storyCandidates(since: .distantPast).map(\.fingerprint)
        #expect(prints.map(\.shingles) == [[1, 0x7FFF_FFFF_FFFF_FFFF], [2], []])
        #expect(prints.map(\.numbers) == [["2 person"], ["2 person"], []])
        let hasWords = version >= 5
        #expect(prints.map(\.titleWords) == [hasWords ? [7, 8] : [], [], []])
        #expect(prints.map(\.bodyWords) == [hasWords ? [9, 0x8000_0000] : [], [], []])
        for (query, found) in [
            ("tanger", ["n1"]), ("étals sale", ["n2"]), ("@dgsn", ["n1", "s1", "s2"]),
            ("بالميناء", ["s1"]), ("\"المدير إلى مدريد\"", ["s2"]), ("ولأمنها", ["s2"]),
        ] {
            let hits = try archive.search(SearchQuery(query, now: morning, words: words))
            #expect(hits.map(\.key.id).sorted() == found, "\(query)")
        }
        // By their keys, as new texts are.
        let keys = try archive.read {
            try String.fetchAll($0, sql: "SELECT c1 FROM search_content WHERE id = 4")
        }
        #expect(keys == ["وصل مدير الي مدريد امن صله زيارت"])
    }

    @Test func `an index that was begun is gone on with`() throws {
        try makeArchive(schema: 4)
        let queue = try DatabaseQueue(path: folder.file("archive.sqlite"))
        try queue.write { db in
            try db.execute(sql: Schema.search(named: "search_by_keys"))
            try db.execute(
                sql:
                    "INSERT INTO search_by_keys (rowid, title, body, marks) VALUES (1, 'a', '', '')"
            )
        }
        try queue.close()
        let archive = try Archive(at: folder.path, access: .readWrite)
        let rows = try archive.read { try Row.fetchAll($0, sql: "SELECT c0 FROM search_content") }
        #expect(rows.count == 4)
        #expect(rows.first?[0] == "a")
    }

    @Test(arguments: earlier) func `what an earlier archive exported is taken`(
        _ version: Int
    ) throws {
        try makeArchive(schema: version)
        let lines = folder.file("lines.jsonl")
        try export(schema: version, to: lines)
        let archive = try Archive(at: folder.file("new"), access: .readWrite)
        let input = try #require(FileHandle(forReadingAtPath: lines))
        #expect(try archive.take(from: input, named: lines) > 0)
        #expect(try archive.check() == [])
        let hits = try archive.search(SearchQuery("ولأمنها", now: morning, words: words))
        #expect(hits.map(\.key.id) == ["s2"])
    }

    /// The lines that such an archive was exported as.
    private func export(schema version: Int, to file: String) throws {
        let tables = try rows(schema: version)
        let lines = Transfer.tables.flatMap { tables[$0]?.rows ?? [] }
        let all =
            ["{\"table\":\"archive\",\"schema\":\(version)}"] + lines
            + ["{\"table\":\"end\",\"rows\":\(lines.count)}"]
        try all.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }

    // MARK: The archives

    private func script(schema version: Int) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Schemas/schema-\(version).sql")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func makeArchive(schema version: Int) throws {
        let queue = try DatabaseQueue(path: folder.file("archive.sqlite"))
        let script = try script(schema: version)
        try queue.writeWithoutTransaction { try $0.execute(sql: script) }
        try queue.close()
    }

    /// What such an archive holds: of each table the rows, as JSON.
    private func rows(
        schema version: Int
    ) throws -> [String: (columns: TableColumns, rows: [String])] {
        let queue = try DatabaseQueue(path: folder.file("archive-\(UUID()).sqlite"))
        let script = try script(schema: version)
        try queue.writeWithoutTransaction { try $0.execute(sql: script) }
        return try queue.read { db in
            var tables: [String: (columns: TableColumns, rows: [String])] = [:]
            for table in Transfer.tables where table != "sqlite_sequence" {
                guard try db.tableExists(table) else { continue }
                let columns = try TableColumns(table, in: db)
                tables[table] = (columns, try SchemaTests.rows(db, of: table, columns))
            }
            return tables
        }
    }

    private static func rows(
        _ db: Database, of table: String, _ columns: TableColumns
    ) throws -> [String] {
        try Row.fetchAll(db, sql: columns.selection).map(columns.json)
    }
}
