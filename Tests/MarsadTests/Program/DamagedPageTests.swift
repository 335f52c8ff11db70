import Foundation
import GRDB
import News
import Storage
import Testing

@testable import marsad

/// `marsad run` on an archive of which a page is overwritten.
@Suite(.timeLimit(.minutes(2))) struct DamagedPageTests {
    @Test func `a page damaged while the daemon runs is told, and polls go on in memory`()
        async throws
    {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings(interval: "1 s").write(to: folder + "/config")
                let daemon = try RunningDaemon(in: folder)
                #expect(await daemon.holds(press.headlines))
                let page = try Page(of: "item", in: daemon.state + "/archive.sqlite")
                try page.damage()
                press.addArticle(to: 0)
                try await expectHeld(4, by: daemon)
                press.addArticle(to: 1)
                try await expectHeld(8, by: daemon)
                // Once the page is as it was, all that is held goes in.
                try page.restore()
                #expect(await daemon.holds(press.headlines))
                #expect(try daemon.status().unkept == nil)
                try await daemon.end()
            }
        }
    }

    @Test func `a daemon that finds a page damaged polls on in memory, and loses nothing`()
        async throws
    {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings(interval: "1 s").write(to: folder + "/config")
                let state = folder + "/state"
                let poll = ["poll", "--config", folder + "/config", "--state", state]
                #expect(try await BuiltProgram.run(poll).code == 0)
                let page = try Page(of: "item", in: state + "/archive.sqlite")
                try page.damage()
                press.addArticle(to: 0)
                let first = try RunningDaemon(in: folder)
                #expect(await first.isReady())
                try await expectHeld(4, by: first)
                try await first.end()
                #expect(first.said("their feeds will be asked again") == 1)
                try page.restore()
                try FileManager.default.removeItem(atPath: folder + "/notify")
                let second = try RunningDaemon(in: folder)
                #expect(await second.holds(press.headlines))
                try await second.end()
            }
        }
    }

    @Test func `what the daemon cannot do without is told at its start`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let options = ["--config", folder + "/config", "--state", folder + "/state"]
                #expect(try await BuiltProgram.run(["poll"] + options).code == 0)
                let path = folder + "/state/archive.sqlite"
                try Page(of: "feed", in: path).damage()
                let ending = try await BuiltProgram.run(["run"] + options)
                #expect(ending.code == 2)
                expectRemedy(in: ending.complaints, path)
            }
        }
    }

    @Test(arguments: ["feed", "item", "search_data"])
    func `a check names the table that is damaged`(_ table: String) async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let state = ["--state", folder + "/state"]
                let poll = ["poll", "--config", folder + "/config"] + state
                #expect(try await BuiltProgram.run(poll).code == 0)
                #expect(try await BuiltProgram.run(["archive", "check"] + state).code == 0)
                try Page(of: table, in: folder + "/state/archive.sqlite").damage()
                let ending = try await BuiltProgram.run(["archive", "check"] + state)
                #expect(ending.code == 1)
                #expect(ending.complaints.contains("table \(table): "), "\(ending.complaints)")
                #expect(ending.complaints.contains("restore a backup"))
            }
        }
    }

    @Test func `a backup of what is damaged takes no earlier one's place`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let state = ["--state", folder + "/state"]
                let poll = ["poll", "--config", folder + "/config"] + state
                #expect(try await BuiltProgram.run(poll).code == 0)
                let copy = folder + "/archive.sqlite"
                #expect(try await BuiltProgram.run(["archive", "backup", copy] + state).code == 0)
                try Page(of: "search_data", in: folder + "/state/archive.sqlite").damage()
                let ending = try await BuiltProgram.run(["archive", "backup", copy] + state)
                #expect(ending.code == 2)
                #expect(ending.complaints.contains("\(copy) was left as it was"))
                expectRemedy(in: ending.complaints, folder + "/state/archive.sqlite")
                #expect(
                    try await BuiltProgram.run(["archive", "check", "--state", folder]).code == 0)
            }
        }
    }

    /// Whether `status` comes to say that so many items wait in memory, and why. Where the archive
    /// cannot be read none is known: all that a feed lists is held.
    private func expectHeld(_ items: Int, by daemon: RunningDaemon) async throws {
        let isTold = await eventually(within: .seconds(40), every: .milliseconds(200)) {
            (try? daemon.status().unkept?.items) == items
        }
        #expect(isTold)
        let path = daemon.state + "/archive.sqlite"
        expectRemedy(in: try #require(try daemon.status().unkept).cause, path)
        let told = try await daemon.command("status")
        #expect(told.code == 0)
        #expect(told.output.contains("not kept since "))
        expectRemedy(in: told.output, path)
    }

    private func expectRemedy(in text: String, _ path: String) {
        for part in [
            "\(path): is damaged (", "‘marsad archive check’ says how far", "restore a backup",
        ] {
            #expect(text.contains(part), "\(text)")
        }
    }
}

/// The first page of a table, in the file itself.
private struct Page {
    private let path: String
    private let place: UInt64
    private let bytes: Data

    init(of table: String, in path: String) throws {
        self.path = path
        let (page, size) = try Page.writing(path) { db in
            _ = try db.checkpoint(.truncate)
            let sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            return (
                try UInt64.fetchOne(db, sql: sql, arguments: [table]) ?? 1,
                try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            )
        }
        place = (page - 1) * UInt64(size)
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        try file.seek(toOffset: place)
        bytes = try #require(try file.read(upToCount: size))
    }

    func damage() throws { try write(Data(repeating: 0xAA, count: bytes.count)) }

    func restore() throws { try write(bytes) }

    /// A commit afterwards has other processes read their pages anew.
    private func write(_ bytes: Data) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: place)
        try file.write(contentsOf: bytes)
        try file.close()
        try Page.writing(path) {
            try $0.execute(sql: "INSERT INTO rules (fingerprint) VALUES (hex(randomblob(8)))")
        }
    }

    /// As a person does with the `sqlite3` program.
    private static func writing<Value>(
        _ path: String, _ body: (Database) throws -> Value
    ) throws -> Value {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.writeWithoutTransaction(body)
    }
}
