import Foundation
import GRDB
import News
import Testing

@testable import Storage

@Suite struct TransferTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: 0..<8)
    func `everything goes to another machine and back unchanged`(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let first = try Archive(at: folder.file("first"), access: .readWrite)
        try RandomHistory.fill(first, &random)
        let lines = try exported(first, "1.jsonl")
        let second = try Archive(at: folder.file("second"), access: .readWrite)
        let input = try FileHandle(forReadingFrom: lines)
        _ = try second.take(from: input, named: "1.jsonl")
        let again = try exported(second, "2.jsonl")
        #expect(try Data(contentsOf: lines) == Data(contentsOf: again))
        #expect(try second.check() == [])
        #expect(try second.identity() == first.identity())
        #expect(try second.stories() == first.stories())
        #expect(try second.feedStates() == first.feedStates())
        #expect(try second.waitingNotices() == first.waitingNotices())
        #expect(try second.waitingNotices().map(\.attempts) == [0, 1])
        let query = SearchQuery("mot*", now: morning, words: words)
        #expect(try second.search(query) == first.search(query))
    }

    @Test(arguments: [
        ("", "archive.jsonl:0: the last line is missing: the file is not whole"),
        ("not json\n", "archive.jsonl:1: is no line of an exported archive"),
        (
            #"{"table":"feed","id":1}"#,
            "archive.jsonl:1: the line with the schema is missing before it"
        ),
        (
            #"{"table":"archive","schema":1}"# + "\n" + #"{"table":"sqlite_master"}"#,
            "archive.jsonl:2: unknown table ‘sqlite_master’"
        ),
        (
            #"{"table":"archive","schema":1}"# + "\n\n" + #"{"table":"feed","id":"x"}"#,
            "archive.jsonl:3: a value is of the wrong type"
        ),
        (
            #"{"table":"archive","schema":1}"# + "\n" + #"{"table":"end","rows":7}"#,
            "archive.jsonl:2: 0 rows before it, 7 were written"
        ),
        (
            #"{"table":"archive","schema":99}"#,
            "archive.jsonl: was written by a newer Marsad (schema 99, this one knows "
                + "\(Schema.version)); "
                + "install that version"
        ),
    ])
    func `what is no whole export is refused and leaves nothing`(
        _ text: String, _ message: String
    ) throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        let file = URL(fileURLWithPath: folder.file("in.jsonl"))
        try Data(text.utf8).write(to: file)
        let error = #expect(throws: ArchiveError.self) {
            try archive.take(from: FileHandle(forReadingFrom: file), named: "archive.jsonl")
        }
        #expect(error?.description == message)
        #expect(try archive.feedStates() == [:])
    }

    @Test func `a number that was given once is not given again after an import`() throws {
        let first = try Archive(at: folder.file("first"), access: .readWrite)
        _ = try first.record(poll(["1", "2"].map(opener)))
        try RandomHistory.addNotices(to: first)
        #expect(try first.split(ItemKey(feed: north.id, id: "2")) == 3)
        // The newest story goes, and the newest notice.
        try first.write {
            try $0.execute(sql: "DELETE FROM item WHERE guid = '2'; DELETE FROM search")
            try Tidying.dropEmptyStories($0)
            try $0.execute(sql: "DELETE FROM outbox WHERE id = 3")
        }
        let lines = try exported(first, "1.jsonl")
        let second = try Archive(at: folder.file("second"), access: .readWrite)
        _ = try second.take(from: FileHandle(forReadingFrom: lines), named: "1.jsonl")
        for archive in [first, second] {
            _ = try archive.record(poll(at: later(2), [opener("4")]))
            #expect(try archive.stories().map(\.id).sorted() == [1, 4])
            try archive.add([
                OutboxNotice(hook: "desk", subject: "later", event: "{}", at: later(2))
            ])
            #expect(try archive.waitingNotices().map(\.id) == [1, 2, 4])
        }
    }

    @Test func `what was exported before there were counters and identities is taken`() throws {
        let lines = [
            #"{"table":"archive","schema":3}"#,
            #"{"table":"feed","id":1,"name":"a","outlet":"A","about":"{}","state":"{}"}"#,
            #"{"table":"story","id":7,"headline":"h","first_seen":1,"last_seen":2,"merged":null}"#,
            #"{"table":"end","rows":2}"#,
        ]
        let file = URL(fileURLWithPath: folder.file("old.jsonl"))
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let archive = try Archive(at: folder.path, access: .readWrite)
        let identity = try archive.identity()
        #expect(try archive.take(from: FileHandle(forReadingFrom: file), named: "old.jsonl") == 2)
        #expect(try archive.identity() == identity)
        _ = try archive.record(poll([opener("1")]))
        #expect(try archive.stories().map(\.id) == [8])
    }

    @Test func `only an empty archive takes an import`() throws {
        let archive = try Archive(at: folder.path, access: .readWrite)
        _ = try archive.record(poll([]))
        let lines = try exported(archive, "out.jsonl")
        #expect(throws: ArchiveError.self) {
            try archive.take(from: FileHandle(forReadingFrom: lines), named: "out.jsonl")
        }
    }

    /// A match that opens a story.
    private func opener(_ id: String) -> KeptItem {
        kept(news(id, id), topics: ["drugs"], story: .new(headline: id))
    }

    private func exported(_ archive: Archive, _ name: String) throws -> URL {
        let file = URL(fileURLWithPath: folder.file(name))
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let output = try FileHandle(forWritingTo: file)
        _ = try archive.export(to: output)
        try output.close()
        return file
    }
}
