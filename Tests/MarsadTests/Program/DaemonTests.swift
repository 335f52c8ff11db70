import Foundation
import Origin
import Storage
import Testing

/// `marsad run` as a process.
@Suite(.timeLimit(.minutes(2))) struct DaemonTests {
    @Test func `the daemon asks again and again, and ends when it is told to`() async throws {
        try await withPress(papers: 8) { press in
            try await withTemporaryFolder { folder in
                let daemon = try start(press, in: folder)
                #expect(await holdsAll(of: press, folder))
                press.addArticle(to: 3)
                press.edit(1, of: 4)
                #expect(await holdsAll(of: press, folder))
                try await expectEnd(of: daemon)
            }
        }
    }

    @Test func `a feed that never answers gets ten seconds at the end, and no more`() async throws {
        let deaf = try DeafServer()
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                let more = "\n  - {id: deaf, url: \"http://127.0.0.1:\(deaf.port)/feed\"}"
                let daemon = try start(press, in: folder, feeds: more)
                #expect(await holdsAll(of: press, folder))
                #expect(await eventually { deaf.isAsked })
                try await expectEnd(of: daemon, givingUp: 1)
                let archive = try Archive(at: folder + "/state", access: .readOnly)
                // What was given up is no failure of the feed's.
                #expect(try archive.totals().failures == 0)
            }
        }
    }

    @Test func `a daemon killed and started again loses and doubles nothing`() async throws {
        try await withPress(papers: 20) { press in
            try await withTemporaryFolder { folder in
                for round in 0..<4 {
                    let daemon = try start(press, in: folder)
                    let path = press.papers[round * 5].path
                    let asked = press.origin.requests(to: path).count
                    #expect(await eventually { press.origin.requests(to: path).count > asked })
                    daemon.send(SIGKILL)
                    let ending = try await daemon.ending()
                    #expect(ending.code == -SIGKILL)
                    for paper in 0..<20 { press.addArticle(to: paper) }
                    press.edit(0, of: round)
                }
                let daemon = try start(press, in: folder)
                #expect(await holdsAll(of: press, folder))
                try await expectEnd(of: daemon)
                let archive = try Archive(at: folder + "/state", access: .readWrite)
                let shelf = try Shelf(archive)
                #expect(shelf.matches == press.matches)
                #expect(shelf.storied.count == press.matches.count)
                #expect(shelf.repeatedVersions == [])
                #expect(try archive.check() == [])
                try archive.close()
            }
        }
    }

    @Test func `a second start by the same settings finds what the first one does`() async throws {
        try await withPress(papers: 4) { press in
            try await withTemporaryFolder { folder in
                try await expectEnd(of: started(press, in: folder))
                var about = stat()
                #expect(lstat(folder + "/state/checked.json", &about) == 0)
                #expect(about.st_mode & 0o777 == 0o640)
                // These come while the rules are still being compiled.
                for paper in 0..<4 { press.addArticle(to: paper) }
                try await expectEnd(of: started(press, in: folder))
                let archive = try Archive(at: folder + "/state", access: .readOnly)
                let shelf = try Shelf(archive)
                #expect(shelf.matches == press.matches)
            }
        }
    }

    @Test func `settings that were in order and are no more end the next start`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try await expectEnd(of: started(press, in: folder))
                let file = folder + "/config/marsad.yaml"
                let text = try String(contentsOfFile: file, encoding: .utf8) + "\nlog-levl: info\n"
                try Data(text.utf8).write(to: URL(filePath: file))
                let ending = try await BuiltProgram.run(arguments(in: folder))
                #expect(ending.code == 2)
                #expect(ending.complaints.contains("unknown key ‘log-levl’"))
            }
        }
    }

    @Test(arguments: ["", "@"])
    func `systemd is told of the beginning and the end`(prefix: String) async throws {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                // A name without a file is as good as one with.
                let socket = try NotifySocket(prefix + folder + "/notify")
                let daemon = try start(
                    press, in: folder, environment: ["NOTIFY_SOCKET": prefix + folder + "/notify"])
                #expect(await eventually { socket.messages.contains("READY=1") })
                #expect(await holdsAll(of: press, folder))
                #expect(await eventually { socket.messages.contains("WATCHDOG=1") })
                try await expectEnd(of: daemon)
                let messages = socket.messages
                #expect(messages.first == "READY=1")
                #expect(messages.last == "STOPPING=1")
                #expect(messages.count { $0 == "READY=1" } == 1)
                #expect(messages.count { $0 == "STOPPING=1" } == 1)
                #expect(
                    messages.contains { $0.hasPrefix("STATUS=2 feeds, 0 failing; ") })
            }
        }
    }

    @Test func `one archive has one daemon`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                let daemon = try start(press, in: folder)
                #expect(await holdsAll(of: press, folder))
                let second = try await BuiltProgram.run(arguments(in: folder))
                let complaint =
                    "marsad: \(folder)/state/archive.sqlite: is held by process \(daemon.id); "
                    + "stop it first, or ask it through ‘marsad status’\n"
                #expect(second == Ending(code: 2, output: "", complaints: complaint))
                try await expectEnd(of: daemon)
            }
        }
    }

    // MARK: The daemon

    private func arguments(in folder: String) -> [String] {
        ["run", "--config", folder + "/config", "--state", folder + "/state"]
    }

    private func start(
        _ press: Press, in folder: String, feeds: String = "",
        environment: [String: String] = [:]
    ) throws -> RunningProgram {
        var settings = press.settings(interval: "1 s")
        settings.files["feeds.yaml"]? += feeds
        try settings.write(to: folder + "/config")
        return try RunningProgram(arguments(in: folder), environment: environment)
    }

    /// One that has brought in all that the papers have.
    private func started(_ press: Press, in folder: String) async throws -> RunningProgram {
        let daemon = try start(press, in: folder)
        #expect(await holdsAll(of: press, folder))
        return daemon
    }

    /// Whether the archive comes to hold all; while it is being made it cannot be read.
    private func holdsAll(of press: Press, _ folder: String) async -> Bool {
        await eventually(every: .milliseconds(50)) {
            guard let archive = try? Archive(at: folder + "/state", access: .readOnly) else {
                return false
            }
            defer { try? archive.close() }
            return (try? Shelf(archive).headlines) == press.headlines
        }
    }

    /// A daemon that is told to end does so with 0 and nothing on standard output; it waits for
    /// no poll but those that do not answer, and for them until it gives them up.
    ///
    /// What it says tells that, however busy the machine is; that a stop takes no more than
    /// twelve seconds is tried by `Tests/Systemd/service.py`.
    private func expectEnd(of daemon: RunningProgram, givingUp unanswered: Int = 0) async throws {
        daemon.send(SIGTERM)
        let ending = try await daemon.ending()
        #expect(ending.code == 0)
        #expect(ending.output == "")
        let words = " polls given up feeds=\(unanswered)\n"
        #expect(ending.complaints.contains(words) == (unanswered > 0), "\(ending.complaints)")
        #expect(ending.complaints.hasSuffix(" info stopped\n"), "\(ending.complaints)")
    }
}
