import Foundation
import GRDB
import News
import Testing

@testable import Storage

@Suite struct SchemaTests {
    @Test(arguments: 1..<Schema.version)
    func `an archive of an earlier schema keeps all that it holds`(_ version: Int) throws {
        let folder = try TemporaryFolder()
        try make(folder.file("archive.sqlite"), schema: version)
        let archive = try Archive(at: folder.path, access: .readWrite)
        #expect(try archive.setting("user_version") == Schema.version)
        #expect(try archive.matches().map(\.item.title) == ["Saisie à Tanger"])
        #expect(try archive.stories().map(\.headline) == ["Saisie à Tanger"])
        let query = SearchQuery("saisie", now: morning, words: words)
        #expect(try archive.search(query).map(\.key.id) == ["1"])
        #expect(try archive.check() == [])
        _ = try archive.record(poll(at: later(1), [kept(news("2", "Deux"), topics: ["drugs"])]))
        #expect(try archive.counts().items == 2)
        try archive.close()
    }

    /// As that version of Marsad would have left it.
    private func make(_ path: String, schema version: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try Schema.update($0, from: 0, to: version) }
        let item = kept(
            news("1", "Saisie à Tanger", "Trois tonnes."), topics: ["drugs"],
            story: .new(headline: "Saisie à Tanger"))
        try queue.write { db in
            var recorder = Recorder(db, keepText: .all)
            _ = try recorder.record([try PreparedPoll(poll([item]))])
        }
        try queue.close()
    }
}
