import Foundation
import Hooks
import News
import Storage
import Testing

@testable import marsad

/// Who is told when something happens: programs and web addresses that the settings name.
@Suite(.timeLimit(.minutes(3))) struct HookTests {
    /// A program that keeps what it is told.
    private static let program = """
        hooks:
          - name: desk
            on: story
            topics: [institution]
            run: [/bin/sh, -c, 'echo "$MARSAD_EVENT $MARSAD_DELIVERY" >> FOLDER/told; cat >> FOLDER/told']
        """

    /// A minute is half a second.
    private static let fast = ["MARSAD_CLOCK_SPEED": "120"]

    @Test func `a program is told of each new story, once`() async throws {
        try await withDaemon(
            papers: 5, interval: "1 min", marsad: HookTests.program, environment: HookTests.fast,
            tests: true
        ) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let stories = try openers(daemon)
            #expect(!stories.isEmpty)
            let isTold = await eventually(every: .milliseconds(50)) {
                told(daemon).count == stories.count
            }
            #expect(isTold, "\(daemon.log)")
            try await daemon.end()
            let again = told(daemon)
            #expect(Set(again.map(\.story?.item)).count == again.count)
            let expected = Set(stories.map { "story \($0.feed) \($0.id)" })
            #expect(Set(again.map(\.subject)) == expected)
            let event = try #require(again.first)
            #expect(event.event == "story")
            #expect(event.story?.topics.map(\.id) == ["institution"])
            #expect(event.story?.headline.isEmpty == false)
            let text = try String(contentsOfFile: file(daemon), encoding: .utf8)
            #expect(text.hasPrefix("story 1\n{"))
        }
    }

    @Test func `a program that takes its time is broken off with the daemon, and told again`()
        async throws
    {
        let slow = """
            hooks:
              - {name: desk, on: story, run: [/bin/sh, -c, 'echo >> FOLDER/begun; exec sleep 100']}
            """
        try await withDaemon(
            papers: 5, interval: "1 min", marsad: slow, environment: HookTests.fast, tests: true
        ) { _, daemon in
            let begun = daemon.state + "/../begun"
            #expect(await eventually { FileManager.default.fileExists(atPath: begun) })
            try await daemon.end()
            // It did not fail: the daemon did not wait for as long as a program may take.
            let archive = try Archive(at: daemon.state, access: .readOnly)
            let counts = try archive.outboxCounts()
            #expect(counts.failing == 0)
            #expect(counts.waiting > 0)
            try archive.close()
        }
    }

    @Test func `what a program that fails says last is in the log, as one clean line`()
        async throws
    {
        // A child of its own holds the pipe on.
        let grumpy = """
            hooks:
              - name: desk
                on: story
                run: [/bin/sh, -c, 'seq 20000 >&2; printf "no desk\\n\\033[31mat \\342\\200\\256all" >&2;
                  sleep 1000 & echo $! > FOLDER/child; exit 3']
            """
        try await withDaemon(
            papers: 5, interval: "1 min", marsad: grumpy, environment: HookTests.fast, tests: true
        ) { _, daemon in
            let said = "/bin/sh: ended with 3 hook=desk next="
            #expect(await eventually { daemon.said(said) == 1 }, "\(daemon.log)")
            let line = try #require(daemon.log.first { $0.contains(said) })
            #expect(line.hasSuffix("20000 no desk [31mat all\""), "\(line)")
            #expect(line.contains(" said=\""))
            #expect(line.utf8.count < 600)
            let child = (daemon.state as NSString).deletingLastPathComponent + "/child"
            if let number = Int32(
                try String(contentsOfFile: child, encoding: .utf8).dropLast())
            {
                kill(number, SIGKILL)
            }
            try await daemon.end()
        }
    }

    @Test func `what was not delivered when it was killed is delivered by the next`() async throws {
        try await withPress(papers: 5) { press in
            try await withTemporaryFolder { folder in
                var settings = press.settings(interval: "1 min")
                let hook = "hooks:\n  - {name: desk, on: story, run: [FOLDER/program]}"
                settings.files["marsad.yaml"]? += "\n" + hook.replacing("FOLDER", with: folder)
                try settings.write(to: folder + "/config")
                do {
                    let daemon = try RunningDaemon(
                        in: folder, environment: HookTests.fast, tests: true)
                    #expect(await daemon.holds(press.headlines))
                    #expect(
                        await eventually {
                            daemon.said("\(folder)/program: cannot be started hook=desk") == 1
                        }, "\(daemon.log)")
                    #expect(try daemon.status().outbox.waiting == openers(daemon).count)
                    daemon.program.send(SIGKILL)
                    _ = try await daemon.program.ending()
                }
                try script("cat >> \(folder)/told", at: folder + "/program")
                unlink(folder + "/notify")
                let daemon = try RunningDaemon(
                    in: folder, environment: HookTests.fast, tests: true)
                let count = try openers(daemon).count
                #expect(await eventually(every: .milliseconds(50)) { told(daemon).count == count })
                // Seldom, and told once: it was tried again and again. The program has told what it
                // heard a moment before the archive knows that it ended well.
                #expect(
                    await eventually(every: .milliseconds(50)) {
                        (try? daemon.status())?.outbox.waiting == 0
                    })
                try await daemon.end()
            }
        }
    }

    @Test func `a post is signed, and repeated until it is taken`() async throws {
        let desk = try SlowServer()
        let settings = """
            hooks:
              - name: web
                on: story
                post: \(desk.address)/hook
                secret-file: FOLDER/config/secret
            """
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                var files = press.settings(interval: "1 min")
                files.files["marsad.yaml"]? += "\n" + settings.replacing("FOLDER", with: folder)
                files.files["secret"] = "an open secret"
                try files.write(to: folder + "/config")
                let daemon = try RunningDaemon(in: folder, environment: HookTests.fast, tests: true)
                #expect(await daemon.holds(press.headlines))
                #expect(await eventually { desk.isAsked })
                let first = try await desk.exchange(status: "503 Busy")
                #expect(await eventually { desk.isAsked })
                let second = try await desk.exchange(status: "204 No Content")
                #expect(first.head.hasPrefix("POST /hook HTTP/1.1\r\n"))
                #expect(first.body == second.body)
                #expect(first.header("X-Marsad-Delivery") == second.header("X-Marsad-Delivery"))
                #expect(second.header("X-Marsad-Event") == "story")
                #expect(second.header("Content-Type") == "application/json")
                let code = Signature.of(
                    Array(second.body.utf8), secret: Array("an open secret".utf8))
                #expect(second.header("X-Marsad-Signature") == code)
                #expect(daemon.said("answered 503 hook=web") == 1)
                try await daemon.end()
                #expect(!daemon.program.complaints.contains("an open secret"))
            }
        }
    }

    @Test func `a digest is posted, signed, with the names of its files`() async throws {
        let desk = try SlowServer()
        let settings = """
            hooks:
              - name: web
                on: digest
                post: \(desk.address)/digests
                secret-file: FOLDER/secret
            """
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                var files = press.settings(interval: "1 h")
                files.files["marsad.yaml"]? += "\n" + settings.replacing("FOLDER", with: folder)
                try files.write(to: folder + "/config")
                try Data("a key".utf8).write(to: URL(filePath: folder + "/secret"))
                // A day is four seconds: the hour of the digest comes soon.
                let daemon = try RunningDaemon(
                    in: folder, environment: ["MARSAD_CLOCK_SPEED": "20000"], tests: true)
                #expect(await daemon.holds(press.headlines))
                #expect(await eventually { desk.isAsked })
                let exchange = try await desk.exchange(status: "200 OK")
                daemon.program.send(SIGKILL)
                _ = try await daemon.program.ending()
                #expect(exchange.head.hasPrefix("POST /digests HTTP/1.1\r\n"))
                #expect(exchange.header("X-Marsad-Event") == "digest")
                let bytes = Array(exchange.body.utf8)
                let code = Signature.of(bytes, secret: Array("a key".utf8))
                #expect(exchange.header("X-Marsad-Signature") == code)
                let event = try ControlJSON.value(HookEvent.self, in: Data(bytes))
                let digest = try #require(event.digest)
                #expect(digest.files.contains("digest.ar.html"))
                #expect(digest.folder == "\(daemon.state)/digests/\(digest.name)")
                #expect(digest.since < digest.until)
                let isThere = digest.files.allSatisfy {
                    FileManager.default.fileExists(atPath: "\(digest.folder)/\($0)")
                }
                #expect(isThere)
            }
        }
    }

    @Test func `a feed that fails for a day is told of, once`() async throws {
        let settings = """
            hooks:
              - name: watch
                on: failing-feed
                run: [/bin/sh, -c, 'cat >> FOLDER/told']
            """
        let nobody = "{id: nobody, url: \"http://127.0.0.1:9/feed?key=secret\"}"
        try await withDaemon(
            papers: 1, interval: "1 h", feeds: [nobody], marsad: settings,
            environment: ["MARSAD_CLOCK_SPEED": "20000"], tests: true
        ) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            #expect(await eventually(every: .milliseconds(50)) { !told(daemon).isEmpty })
            let event = try #require(told(daemon).first?.feed)
            #expect(event.id == "nobody")
            #expect(event.address == "http://127.0.0.1:9/feed")
            #expect(event.failures > 1)
            #expect(event.cause.hasPrefix("127.0.0.1: no connection"))
            let fails = try daemon.status().live?.failures["connect"] ?? 0
            #expect(
                await eventually {
                    (try? daemon.status().live?.failures["connect"] ?? 0) ?? 0 > fails + 2
                })
            try await daemon.end()
            #expect(told(daemon).count == 1)
        }
    }

    // MARK: What was told

    private func file(_ daemon: RunningDaemon) -> String {
        (daemon.state as NSString).deletingLastPathComponent + "/told"
    }

    private func told(_ daemon: RunningDaemon) -> [HookEvent] {
        let text = (try? String(contentsOfFile: file(daemon), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap {
            try? ControlJSON.value(HookEvent.self, in: Data($0.utf8))
        }
    }

    /// The articles with which stories began.
    private func openers(_ daemon: RunningDaemon) throws -> [ItemKey] {
        let archive = try Archive(at: daemon.state, access: .readOnly)
        defer { try? archive.close() }
        return try Shelf(archive).items.filter { $0.why == "opened the story" }.map(\.key)
    }

    private func script(_ text: String, at path: String) throws {
        try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(filePath: path))
        chmod(path, 0o755)
    }
}
