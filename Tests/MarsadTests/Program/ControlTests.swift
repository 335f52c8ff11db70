import Foundation
import Sockets
import News
import Origin
import Storage
import Testing

@testable import marsad

/// The daemon's control socket, and the commands that use it.
@Suite(.timeLimit(.minutes(3))) struct ControlTests {
    @Test func `the socket is its user's alone, and gone at the end`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let path = daemon.state + "/control.sock"
            var about = stat()
            #expect(lstat(path, &about) == 0)
            #expect(about.st_mode & S_IFMT == S_IFSOCK)
            #expect(about.st_mode & 0o777 == 0o600)
            // As the archive.
            #expect(lstat(daemon.state + "/settings.json", &about) == 0)
            #expect(about.st_mode & 0o777 == 0o640)
            try await daemon.end()
            #expect(lstat(path, &about) != 0)
        }
    }

    @Test func `in systemd's runtime folder it lies where systemd says`() async throws {
        try await withTemporaryFolder { runtime in
            let environment = ["RUNTIME_DIRECTORY": runtime]
            try await withDaemon(papers: 1, environment: environment) { press, daemon in
                #expect(await daemon.holds(press.headlines))
                var about = stat()
                #expect(lstat(runtime + "/control.sock", &about) == 0)
                #expect(try daemon.status().feeds == 1)
                try await daemon.end()
            }
        }
    }

    @Test func `status tells schedule, rates, failures, sizes and the watchdog's age`() async throws
    {
        let nobody = "{id: nobody, url: \"http://127.0.0.1:9/feed\"}"
        try await withDaemon(papers: 3, feeds: [nobody]) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let isWhole = await eventually(every: .milliseconds(100)) {
                (try? daemon.status())?.failing.count == 1
                    && (try? daemon.status())?.live?.watchdogAgeSeconds != nil
            }
            #expect(isWhole)
            let report = try daemon.status()
            #expect(
                report.schedule.map(\.feed).sorted() == ["nobody", "paper-0", "paper-1", "paper-2"])
            #expect(report.schedule.allSatisfy { $0.reason != nil && $0.lastPoll != nil })
            #expect(report.lastHour.items == press.headlines.count)
            #expect(report.lastHour.matches == press.matches.count)
            #expect(report.lastDay.failures >= 1)
            #expect(report.failing.map(\.feed) == ["nobody"])
            #expect(report.failing[0].cause.hasPrefix("127.0.0.1: no connection"))
            #expect(report.sizes.databaseBytes > 0)
            #expect(report.fingerprint == report.daemon?.rules)
            #expect(report.process == daemon.program.id)
            #expect(report.live?.failures == ["connect": 1])
            let ending = try await daemon.command("status", "--format", "json")
            let json = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
            let keys = try #require(json as? [String: Any]).keys
            for key in [
                "schedule", "last_hour", "last_day", "failing", "sizes", "fingerprint", "live",
            ] {
                #expect(keys.contains(key), "\(key)")
            }
            let live = try #require((json as? [String: Any])?["live"] as? [String: Any])
            #expect(live["watchdog_age_seconds"] is NSNumber)
            try await daemon.end()
            let without = try await daemon.command("status")
            #expect(without.output.contains("no daemon is running"))
        }
    }

    @Test func `a feed is asked when somebody wants it`() async throws {
        try await withDaemon(papers: 2, interval: "1 d") { press, daemon in
            #expect(await daemon.holds(press.headlines))
            press.addArticle(to: 1)
            let ending = try await daemon.command("poll", "paper-1")
            #expect(ending.code == 0, "\(ending.complaints)")
            #expect(
                ending.output.hasPrefix(
                    "1 feeds asked, 0 failed, 0 unchanged; 1 new items, 0 edited"))
            #expect(try daemon.shelf().headlines == press.headlines)
            let unknown = try await daemon.command("poll", "paper-7")
            #expect(unknown.code == 2)
            #expect(
                unknown.complaints
                    == "marsad: there is no feed ‘paper-7’ in the daemon’s settings\n")
            try await daemon.end()
        }
    }

    @Test func `paused it asks nobody, resumed it does`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let paused = try await daemon.command("control pause")
            #expect(paused.output == "paused; ‘marsad control resume’ goes on\n")
            #expect(await eventually { (try? daemon.status())?.live?.paused == true })
            #expect(await eventually { (try? daemon.status())?.live?.inFlight == 0 })
            let asked = press.origin.requests(to: "/paper-0").count
            press.addArticle(to: 0)
            #expect(await daemon.hears("STATUS=1 feeds, 0 failing; 1 match today; paused"))
            #expect(press.origin.requests(to: "/paper-0").count == asked)
            _ = try await daemon.command("control resume")
            #expect(await daemon.holds(press.headlines))
            try await daemon.end()
        }
    }

    @Test func `corrections and care go through the daemon that holds the archive`() async throws {
        try await withDaemon(papers: 8) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let archive = try Archive(at: daemon.state, access: .readOnly)
            let stories = try archive.stories()
            let (one, other) = (stories[0], stories[1])
            let merged = try await daemon.command(
                "stories", "--merge", "\(one.id)", "\(other.id)")
            #expect(merged.output == "story \(one.id) is part of story \(other.id) now\n")
            #expect(try archive.stories().count == stories.count - 1)
            let item = try #require(try archive.item(.key(one.members[0].key)))
            let split = try await daemon.command("stories", "--split", item.short)
            #expect(split.output.hasPrefix("\(item.short) has a story of its own now: "))
            let label = try await daemon.command("label", item.short, "relevant=yes", "--who", "me")
            #expect(label.output.contains("relevant=yes  me, "), "\(label)")
            #expect(try archive.labels(of: item.key).map(\.verdict) == [true])
            _ = try await daemon.command("label", item.short, "relevant=forget", "--who", "me")
            #expect(try archive.labels(of: item.key) == [])
            let compact = try await daemon.command("archive compact")
            #expect(compact.code == 0, "\(compact.complaints)")
            #expect(compact.output.contains(" before, "))
            press.addArticle(to: 3)
            #expect(await daemon.holds(press.headlines))
            try archive.close()
            try await daemon.end()
        }
    }

    @Test(arguments: [
        "control resume", "control reload", "control metrics", "archive check",
    ])
    func `every command takes both folders`(_ command: String) async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let folder = (daemon.state as NSString).deletingLastPathComponent
            let words = command.split(separator: " ").map(String.init)
            let ending = try await BuiltProgram.run(
                words + ["--config", folder + "/config", "--state", daemon.state])
            #expect(ending.code == 0, "\(ending.complaints)")
            try await daemon.end()
        }
    }

    @Test func `settings are read anew by request, and refused with what is wrong`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let taken = try await daemon.command("control reload")
            #expect(taken.output == "settings read anew\n")
            let config = (daemon.state as NSString).deletingLastPathComponent + "/config"
            try Data("contakt: x\n".utf8).write(to: URL(filePath: config + "/marsad.yaml"))
            let refused = try await daemon.command("control reload")
            #expect(refused.code == 2)
            #expect(refused.complaints.contains("marsad.yaml:1:1: unknown key ‘contakt’"))
            try await daemon.end()
        }
    }

    @Test func `nonsense is answered, and harms nobody`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let descriptor = try UnixSocket.connect(to: daemon.state + "/control.sock")
            defer { close(descriptor) }
            let text = "{\"command\":\"dance\"}\nnonsense\n{\"command\":\"merge\"}\n"
            #expect(send(descriptor, text, text.utf8.count, 0) == text.utf8.count)
            var heard = ""
            var bytes = [UInt8](repeating: 0, count: 4096)
            while heard.count(where: { $0 == "\n" }) < 3 {
                let count = recv(descriptor, &bytes, bytes.count, 0)
                try #require(count > 0)
                heard += String(decoding: bytes[..<count], as: UTF8.self)
            }
            let lines = heard.split(separator: "\n")
            #expect(lines.allSatisfy { $0.contains("\"ok\":false") })
            #expect(lines[2] == "{\"error\":\"‘merge’ wants more than its name\",\"ok\":false}")
            try await daemon.end()
        }
    }

    @Test func `a socket that a killed daemon left is taken over`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try press.settings(interval: "1 s").write(to: folder + "/config")
                do {
                    let daemon = try RunningDaemon(in: folder)
                    #expect(await daemon.holds(press.headlines))
                    daemon.program.send(SIGKILL)
                    _ = try await daemon.program.ending()
                    // Nobody listens: the archive tells.
                    let status = try await daemon.command("status")
                    #expect(status.output.contains("no daemon is running"))
                }
                unlink(folder + "/notify")
                let daemon = try RunningDaemon(in: folder)
                #expect(await daemon.isReady())
                #expect(try daemon.status().feeds == 1)
                try await daemon.end()
            }
        }
    }
}
