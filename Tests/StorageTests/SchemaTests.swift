import Foundation
import GRDB
import News
import Testing

@testable import Storage

@Suite struct SchemaTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: 1..<Schema.version, 0..<4)
    func `an archive of an earlier schema keeps all that it holds`(
        _ version: Int, _ seed: UInt64
    ) throws {
        var random = Seeded(state: seed)
        let present = try Archive(at: folder.file("present"), access: .readWrite)
        try RandomHistory.fill(present, &random)
        let lines = folder.file("present.jsonl")
        _ = try present.export(to: lines)
        try makeArchive(of: lines, schema: version)

        let archive = try Archive(at: folder.file("earlier"), access: .readWrite)
        #expect(try archive.connection.setting("user_version") == Schema.version)
        let again = folder.file("again.jsonl")
        _ = try archive.export(to: again)
        #expect(
            FileManager.default.contents(atPath: lines)
                == FileManager.default.contents(atPath: again))
        #expect(try archive.check() == [])
        #expect(try archive.stories() == present.stories())
        let query = SearchQuery("mot*", now: morning, words: words)
        #expect(try archive.search(query) == present.search(query))
        let item = kept(news("new", "Nouveau"), topics: ["drugs"])
        #expect(try archive.record(poll(at: later(200), [item])).new == 1)
        try archive.close()
    }

    /// As that version of Marsad would have left it.
    private func makeArchive(of lines: String, schema version: Int) throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("earlier"), withIntermediateDirectories: true)
        let queue = try DatabaseQueue(path: folder.file("earlier/archive.sqlite"))
        try queue.writeWithoutTransaction { try Schema.update($0, from: 0, to: version) }
        let input = try #require(FileHandle(forReadingAtPath: lines))
        _ = try queue.write { try Transfer.read(input, into: $0, path: lines) }
        try queue.close()
    }
}
