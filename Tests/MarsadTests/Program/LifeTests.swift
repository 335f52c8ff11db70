import Foundation
import News
import Origin
import Storage
import Testing

@testable import marsad

/// How the daemon begins, lives and ends, as its administrator and systemd see it.
@Suite(.timeLimit(.minutes(3))) struct LifeTests {
    @Test func `a living sentence tells how things stand`() async throws {
        try await withDaemon(papers: 4) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let today = press.matches.count
            let sentence = "STATUS=4 feeds, 0 failing; \(today) matches today; next poll in "
            #expect(await daemon.hears(sentence))
            try await daemon.end()
        }
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `polls in flight may end, and no others begin`(signal: Int32) async throws {
        let slow = try SlowServer()
        try await withDaemon(papers: 2, feeds: [slow.feed("slow")]) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            #expect(await eventually { slow.isAsked })
            daemon.program.send(signal)
            #expect(await daemon.hears("STOPPING=1"))
            let asked = press.origin.requests(to: "/paper-0").count
            // Only now does it answer.
            try slow.answer(
                with: "<rss version=\"2.0\"><channel><item><title>La DGSN recrute"
                    + "</title><guid>late</guid></item></channel></rss>")
            let ending = try await daemon.program.ending()
            #expect(ending.code == 0)
            #expect(press.origin.requests(to: "/paper-0").count <= asked + 1)
            let kept = try daemon.shelf().headlines[ItemKey(feed: "slow", id: "late")]
            #expect(kept == "La DGSN recrute")
        }
    }

    @Test func `a second signal ends it at once, and nothing is lost`() async throws {
        let deaf = try DeafServer()
        try await withDaemon(papers: 2, feeds: [deaf.feed("deaf")]) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            #expect(await eventually { deaf.isAsked })
            daemon.program.send(SIGTERM)
            #expect(await daemon.hears("STOPPING=1"))
            daemon.program.send(SIGTERM)
            let ending = try await daemon.program.ending()
            #expect(ending.code == -SIGTERM)
            // Not by the end of the ten seconds that the poll under way had.
            #expect(daemon.said("polls given up") == 0, "\(daemon.log)")
            #expect(daemon.said("stopped") == 0, "\(daemon.log)")
            #expect(try daemon.shelf().headlines == press.headlines)
            let archive = try Archive(at: daemon.state, access: .readWrite)
            #expect(try archive.check() == [])
            try archive.close()
        }
    }

    @Test func `all feeds are asked at SIGUSR1, but not twice in a moment`() async throws {
        try await withDaemon(papers: 3, interval: "1 d", floor: "1 s") { press, daemon in
            #expect(await daemon.holds(press.headlines))
            press.addArticle(to: 1)
            let isAsked = await eventually(every: .milliseconds(200)) {
                daemon.program.send(SIGUSR1)
                return daemon.said("all feeds asked that may be feeds=3") > 0
            }
            #expect(isAsked, "\(daemon.log)")
            #expect(await daemon.holds(press.headlines))
            try await daemon.end()
        }
    }

    @Test func `who reads no more does it no harm`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            daemon.program.send(SIGPIPE)
            press.addArticle(to: 0)
            #expect(await daemon.holds(press.headlines))
            try await daemon.end()
        }
    }

    @Test func `the watchdog is fed in time, and not by a loop that hangs`() async throws {
        let patience = ["WATCHDOG_USEC": "600000"]
        try await withDaemon(papers: 1, environment: patience, tests: true) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let before = beats(daemon)
            #expect(await eventually { beats(daemon) > before + 3 })
            _ = try daemon.ask(ControlRequest(.stall))
            #expect(await eventually { daemon.said("the poll loop hangs") == 1 })
            let last = beats(daemon)
            // It answers all the same, and tells for how long nothing was found alive.
            let isOld = await eventually(every: .milliseconds(100)) {
                (try? daemon.status().live?.watchdogAgeSeconds ?? 0) ?? 0 > 2
            }
            #expect(isOld)
            #expect(beats(daemon) <= last + 1)
            daemon.program.send(SIGKILL)
            _ = try await daemon.program.ending()
            #expect(try daemon.shelf().headlines == press.headlines)
        }
    }

    @Test func `only a test may have it hang`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.isReady())
            #expect(throws: Failure.self) { _ = try daemon.ask(ControlRequest(.stall)) }
            #expect(await daemon.holds(press.headlines))
            try await daemon.end()
        }
    }

    @Test(arguments: [31_622_400.0, -31_622_400.0])
    func `a clock set by a year is told once, and feeds keep their turn`(
        seconds: Double
    ) async throws {
        try await withDaemon(papers: 3, tests: true) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            var request = ControlRequest(.clock)
            request.seconds = seconds
            _ = try daemon.ask(request)
            press.addArticle(to: 2)
            #expect(await daemon.holds(press.headlines))
            #expect(daemon.said("the clock was set seconds=") == 1, "\(daemon.log)")
            #expect(daemon.said(" warning ") + daemon.said(" error ") <= 2, "\(daemon.log)")
            try await daemon.end()
        }
    }

    @Test func `a network that is down is told in one line, and so is its coming back`()
        async throws
    {
        let port = try DeafServer().port
        let hosts = ["127.0.0.2", "127.0.0.3", "127.0.0.4"]
        let feeds = hosts.map { "{id: \"\($0)\", url: \"http://\($0):\(port)/feed\"}" }
        try await withDaemon(
            papers: 0, feeds: feeds, environment: ["MARSAD_CLOCK_SPEED": "120"], tests: true
        ) { _, daemon in
            #expect(
                await eventually {
                    daemon.said("no feed can be reached; one a minute is tried") == 1
                })
            // Some tries later there is nothing more to tell.
            let isTried = await eventually(every: .milliseconds(50)) {
                (try? daemon.status().live?.failures["connect"] ?? 0) ?? 0 >= 6
            }
            #expect(isTried)
            #expect(daemon.said(" warning ") == 3, "\(daemon.log)")
            // Told in the sentence at the loop's next look.
            let isShown = await eventually(every: .milliseconds(50)) {
                (try? daemon.status())?.live?.sentence.hasSuffix("; no feed can be reached") == true
            }
            #expect(isShown, "\(daemon.log)")
            let network = try SlowServer(at: port)
            #expect(await eventually { network.isAsked })
            try network.answer(with: "<rss version=\"2.0\"><channel/></rss>")
            #expect(await eventually { daemon.said("feeds can be reached again") == 1 })
            // All that were out of reach are asked soon.
            #expect(await eventually { network.isAsked })
            daemon.program.send(SIGKILL)
            _ = try await daemon.program.ending()
        }
    }

    @Test func `without a descriptor to spare no feed is blamed, and all are asked soon after`()
        async throws
    {
        try await withPress(papers: 3) { press in
            try await withTemporaryFolder { folder in
                var settings = press.settings(interval: "1 min")
                // A name cannot be looked up then either.
                let feeds = settings.files["feeds.yaml"]?.replacing(
                    press.address + "/paper-2",
                    with: press.address.replacing("127.0.0.1", with: "localhost") + "/paper-2")
                settings.files["feeds.yaml"] = feeds
                try settings.write(to: folder + "/config")
                // A minute is half a second.
                let environment = ["MARSAD_CLOCK_SPEED": "120", "WATCHDOG_USEC": "600000"]
                let daemon = try RunningDaemon(in: folder, environment: environment, tests: true)
                #expect(await daemon.holds(press.headlines))
                let line = "feeds cannot be asked: too many open files here; raise the limit"
                // What was open for a moment when the limit was set makes room for a connection.
                let isTold = await eventually(every: .milliseconds(200)) {
                    try? limitDescriptors(of: daemon, to: lowestFree(of: daemon))
                    return daemon.said(line) > 0
                }
                #expect(isTold, "\(daemon.log)")
                #expect(await daemon.hears("STATUS=3 feeds, 0 failing; "))
                press.addArticle(to: 1)
                press.addArticle(to: 2)
                let before = beats(daemon)
                #expect(await eventually { beats(daemon) > before + 9 })
                #expect(daemon.said(line) <= 3, "\(daemon.log)")
                #expect(daemon.said("no such host") == 0, "\(daemon.log)")
                #expect(
                    daemon.notifications.messages.contains {
                        $0.hasPrefix("STATUS=3 feeds, 0 failing; ")
                            && $0.hasSuffix("; too many open files")
                    })
                let archive = try Archive(at: daemon.state, access: .readOnly)
                #expect(try archive.feedStates().values.map(\.failures) == [0, 0, 0])
                try archive.close()
                // Nobody orders anything.
                try limitDescriptors(of: daemon, to: 1_024)
                #expect(await daemon.holds(press.headlines))
                #expect(await eventually { daemon.said("answer") >= 1 }, "\(daemon.log)")
                let live = try daemon.status().live
                #expect(live?.failures.keys.sorted() == ["descriptors"])
                #expect(live?.polls["failed"] == nil)
                try await daemon.end()
            }
        }
    }

    @Test func `nothing that the daemon does starts libdispatch's threads, which never sleep`()
        async throws
    {
        // Five minutes, when what is old is dropped for the first time, are a tenth of a second.
        let environment = ["MARSAD_CLOCK_SPEED": "3000"]
        let hook = "hooks: [{name: desk, on: story, run: [/bin/true]}]"
        try await withDaemon(
            papers: 5, interval: "1 min", marsad: hook, environment: environment, tests: true
        ) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let isDone = await eventually(every: .milliseconds(100)) {
                guard let status = try? daemon.status() else { return false }
                return status.live?.retention != nil && daemon.said("hook told") > 0
            }
            #expect(isDone, "\(daemon.log)")
            let folder = "/proc/\(daemon.program.id)/fd"
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).map {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
            }
            #expect(!files.contains("anon_inode:[eventpoll]"))
            try await daemon.end()
        }
    }

    /// The number that its next file would have.
    private func lowestFree(of daemon: RunningDaemon) -> Int {
        let folder = "/proc/\(daemon.program.id)/fd"
        let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return (0...).first { !open.contains("\($0)") } ?? 0
    }

    /// By prlimit(1).
    private func limitDescriptors(of daemon: RunningDaemon, to count: Int) throws {
        let limit = Process()
        limit.executableURL = URL(filePath: "/usr/bin/prlimit")
        limit.arguments = ["--pid", "\(daemon.program.id)", "--nofile=\(count):"]
        try limit.run()
        limit.waitUntilExit()
        #expect(limit.terminationStatus == 0)
    }

    @Test func `an older archive is brought up to date with more time asked for`() async throws {
        try await withTemporaryFolder { folder in
            try OlderArchive.make(in: folder + "/state")
            try SmallSettings().write(to: folder + "/config")
            let daemon = try RunningDaemon(in: folder)
            #expect(await daemon.isReady())
            let steps = (3...6).map { "bringing the archive up to date, step \($0) of 6" }
            #expect(
                daemon.notifications.messages.prefix(4)
                    == steps.map { "EXTEND_TIMEOUT_USEC=60000000\nSTATUS=\($0)" }[...])
            for step in steps { #expect(daemon.said(step) == 1) }
            try await daemon.end()
        }
    }

    private func beats(_ daemon: RunningDaemon) -> Int {
        daemon.notifications.messages.count { $0 == "WATCHDOG=1" }
    }
}

/// Runs a body with papers and a daemon that asks them every second.
func withDaemon<Result>(
    papers: Int, interval: String = "1 s", floor: String? = nil, feeds: [String] = [],
    marsad: String = "", environment: [String: String] = [:], tests: Bool = false,
    _ body: (Press, RunningDaemon) async throws -> Result
) async throws -> Result {
    try await withPress(papers: papers) { press in
        try await withTemporaryFolder { folder in
            var settings = press.settings(interval: interval)
            for feed in feeds { settings.files["feeds.yaml"]? += "\n  - " + feed }
            if let floor { settings.files["marsad.yaml"]? += "\n  floor: \(floor)" }
            settings.files["marsad.yaml"]? += "\n" + marsad.replacing("FOLDER", with: folder)
            try settings.write(to: folder + "/config")
            let daemon = try RunningDaemon(in: folder, environment: environment, tests: tests)
            return try await body(press, daemon)
        }
    }
}
