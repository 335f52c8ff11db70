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
        #expect(try known(lines, to: version) == known(again, to: version))
        #expect(try archive.identity() != present.identity())
        let identity = try archive.identity()
        #expect(try archive.check() == [])
        #expect(try archive.stories() == present.stories())
        let query = SearchQuery("mot*", now: morning, words: words)
        #expect(try archive.search(query) == present.search(query))
        let item = kept(news("new", "Nouveau"), topics: ["drugs"])
        #expect(try archive.record(poll(at: later(200), [item])).new == 1)
        try archive.close()
        #expect(
            try Archive(at: folder.file("earlier"), access: .readOnly).identity() == identity)
    }

    /// Exported lines but for those that an earlier schema lacks, and the last, which counts them.
    private func known(_ file: String, to schema: Int) throws -> [Substring] {
        let later = [(3, "outbox"), (4, "identity")].filter { $0.0 > schema }.map(\.1)
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .dropLast()
            .filter { line in
                !later.contains { table in
                    line.hasPrefix(#"{"table":"\#(table)""#)
                        || line.hasPrefix(#"{"table":"sqlite_sequence","name":"\#(table)""#)
                }
            }
    }

    /// As that version of Marsad would have left it.
    private func makeArchive(of lines: String, schema version: Int) throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("earlier"), withIntermediateDirectories: true)
        let queue = try DatabaseQueue(path: folder.file("earlier/archive.sqlite"))
        try queue.writeWithoutTransaction { try Schema.update($0, from: 0, to: version) }
        let earlier = try known(lines, to: version)
        let end = #"{"table":"end","rows":\#(earlier.count - 1)}"#
        let file = folder.file("earlier.jsonl")
        try (earlier.map(String.init) + [end]).joined(separator: "\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let input = try #require(FileHandle(forReadingAtPath: file))
        _ = try queue.write { try Transfer.read(input, into: $0, path: file) }
        try queue.close()
    }
}
