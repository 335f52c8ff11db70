import Foundation
import GRDB
import News
import Testing

@testable import Storage

@Suite struct OutboxTests {
    private func notice(_ subject: String, hook: String = "desk") -> OutboxNotice {
        OutboxNotice(
            hook: hook, subject: subject, event: "{\"subject\":\"\(subject)\"}", at: morning)
    }

    @Test func `a notice comes in with its poll, waits, fails and is told once`() throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: folder.path, access: .readWrite)
        var record = poll([kept(news("1", "Saisie"), topics: ["drugs"])])
        record.notices = [notice("story 1"), notice("story 1"), notice("story 2")]
        _ = try archive.record(record)
        // The same poll again, after a crash.
        _ = try archive.record(record)
        let waiting = try archive.waitingNotices()
        #expect(waiting.map(\.notice) == [notice("story 1"), notice("story 2")])
        #expect(waiting.map(\.due) == [morning, morning])
        try archive.postpone(waiting[0], until: later(1), because: "no connection")
        let again = try archive.waitingNotices()
        #expect(again.map(\.notice.subject) == ["story 2", "story 1"])
        #expect(again.map(\.attempts) == [0, 1])
        #expect(again.map(\.error) == [nil, "no connection"])
        #expect(try archive.outboxCounts() == OutboxCounts(waiting: 2, failing: 1))
        try archive.finish(waiting[0], at: later(2))
        #expect(try archive.deliveries(of: "desk", since: morning) == [later(2)])
        try archive.add([notice("story 1")])
        #expect(try archive.waitingNotices().map(\.notice.subject) == ["story 2"])
        // A month later it may be told again, and is forgotten.
        try archive.finish(waiting[1], at: later(60 * 24 * 31))
        try archive.add([notice("story 1")])
        #expect(try archive.waitingNotices().map(\.notice.subject) == ["story 1"])
        try archive.close()
    }

    @Test func `what hooks were to be told that are gone is forgotten`() throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: folder.path, access: .readWrite)
        try archive.add([notice("a"), notice("b", hook: "web"), notice("c", hook: "old")])
        #expect(try archive.waitingNotices(of: "web").map(\.notice.subject) == ["b"])
        #expect(try archive.dropNotices(otherThan: ["desk", "web"]) == 1)
        #expect(try archive.waitingNotices().map(\.notice.subject) == ["a", "b"])
        #expect(try archive.dropNotices(otherThan: []) == 2)
        try archive.close()
    }

    @Test func `a probe writes, and says why it cannot`() throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: folder.path, access: .readWrite)
        try archive.probe()
        #expect(try archive.connection.setting("user_version") == Schema.version)
        let reader = try Archive(at: folder.path, access: .readOnly)
        #expect(throws: ArchiveError.readOnly(path: reader.path)) { try reader.probe() }
        try reader.close()
        try archive.close()
    }

    @Test func `each step of a migration is told`() throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.file("archive.sqlite"))
        try queue.writeWithoutTransaction { try Schema.update($0, from: 0, to: 1) }
        try queue.close()
        var steps: [[Int]] = []
        let archive = try Archive(at: folder.path, access: .readWrite) { steps.append([$0, $1]) }
        #expect(steps == (2...Schema.version).map { [$0, Schema.version] })
        try archive.close()
        steps = []
        let again = try Archive(at: folder.path, access: .readWrite) { steps.append([$0, $1]) }
        #expect(steps == [])
        try again.close()
    }
}
