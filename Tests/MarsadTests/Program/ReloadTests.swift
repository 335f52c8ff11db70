import Foundation
import News
import Origin
import Storage
import Testing

@testable import marsad

/// `marsad run` that is told to read its settings anew.
@Suite(.timeLimit(.minutes(2))) struct ReloadTests {
    private static let changedTopic = """
        rules:
          - id: named
            weight: 4
            any: [$dgsn]
          - id: equips
            any: [équipe]
        """

    @Test func `settings are read anew under load, and no item is lost`() async throws {
        try await withPress(papers: 12) { press in
            try await withTemporaryFolder { folder in
                let daemon = try Daemon(press, in: folder)
                #expect(await daemon.holdsAll(of: press))
                let first = try daemon.rules()
                daemon.settings.files["topics/institution.yaml"] = ReloadTests.changedTopic
                for round in 0..<12 {
                    press.addArticle(to: round)
                    press.edit(0, of: (round + 5) % 12)
                    // Every third time the settings do not check.
                    try await daemon.reload(broken: round % 3 == 2)
                    press.addArticle(to: (round + 7) % 12)
                }
                #expect(await daemon.holdsAll(of: press))
                let refusals = await eventually { daemon.said("settings refused") >= 4 }
                #expect(refusals, "\(daemon.program.complaints)")
                #expect(daemon.said("settings read anew") == 8)
                #expect(
                    daemon.said("topics/drugs.yaml:1:3: unknown key ‘wrods’; did you mean ‘words’?")
                        == 4)
                let messages = daemon.socket.messages.filter { !$0.hasPrefix("STATUS") }
                #expect(messages.count { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") } == 12)
                #expect(messages.count { $0 == "READY=1" } == 13)
                try await daemon.end()
                let shelf = try daemon.shelf()
                #expect(shelf.matches == press.matches)
                #expect(shelf.storied.count == press.matches.count)
                #expect(shelf.repeatedVersions == [])
                // Matches remember by which rules they were made.
                let prints = Set(shelf.items.compactMap(\.rulesFingerprint))
                #expect(prints.count == 2)
                #expect(prints.contains(first))
            }
        }
    }

    @Test func `a feed that comes in is asked, one that goes out is not`() async throws {
        try await withPress(papers: 3) { press in
            try await withTemporaryFolder { folder in
                let daemon = try Daemon(press, in: folder, papers: 0..<2)
                #expect(await daemon.holds(press.headlines.filter { $0.key.feed != "paper-2" }))
                #expect(press.origin.requests(to: "/paper-2").isEmpty)
                daemon.subscribe(to: press, papers: 1..<3)
                try await daemon.reload()
                #expect(await eventually { daemon.said("settings read anew") == 1 })
                #expect(await daemon.holdsAll(of: press))
                let asked = press.origin.requests(to: "/paper-0").count
                let later = press.origin.requests(to: "/paper-2").count
                #expect(
                    await eventually { press.origin.requests(to: "/paper-2").count > later + 1 })
                // One may have been under way.
                #expect(press.origin.requests(to: "/paper-0").count <= asked + 1)
                #expect(daemon.program.complaints.contains(" added=1 "))
                #expect(daemon.program.complaints.contains(" removed=1 "))
                try await daemon.end()
            }
        }
    }

    @Test func `a feed whose interval is shortened need not wait for its old one`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                let daemon = try Daemon(press, in: folder, interval: "1 d")
                #expect(await daemon.holdsAll(of: press))
                press.addArticle(to: 0)
                daemon.subscribe(to: press, papers: 0..<1, interval: "1 s")
                try await daemon.reload()
                #expect(await daemon.holdsAll(of: press))
                try await daemon.end()
            }
        }
    }

    @Test func `log level and metrics' port change too`()
        async throws
    {
        let ports = [0, 1].map { Int.random(in: 20_000...26_000) + $0 * 6_000 }
        func general(_ level: String, _ port: Int?) -> String {
            let metrics = port.map { "\nmetrics: {port: \($0)}" } ?? ""
            return (SmallSettings().files["marsad.yaml"] ?? "")
                + "\n  floor: 1 s\nlog-level: \(level)" + metrics
        }
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                var settings = press.settings(interval: "1 s")
                settings.files["marsad.yaml"] = general("info", ports[0])
                try settings.write(to: folder + "/config")
                let daemon = try RunningDaemon(in: folder)
                #expect(await daemon.holds(press.headlines))
                #expect(isListening(ports[0]))
                settings.files["marsad.yaml"] = general("debug", ports[1])
                try settings.write(to: folder + "/config")
                #expect(try daemon.ask(ControlRequest(.reload)).ok)
                #expect(await eventually { daemon.said(" debug ") > 0 })
                #expect(await eventually { isListening(ports[1]) && !isListening(ports[0]) })
                settings.files["marsad.yaml"] = general("error", nil)
                try settings.write(to: folder + "/config")
                #expect(try daemon.ask(ControlRequest(.reload)).ok)
                #expect(await eventually { !isListening(ports[1]) })
                let told = daemon.log.count
                press.addArticle(to: 0)
                #expect(await daemon.holds(press.headlines))
                #expect(daemon.log.count <= told + 1, "\(daemon.log)")
                daemon.program.send(SIGTERM)
                #expect(try await daemon.program.ending().code == 0)
            }
        }
    }

    @Test func `the command line's log level stays`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                var settings = press.settings(interval: "1 s")
                try settings.write(to: folder + "/config")
                let daemon = try RunningDaemon(in: folder, logLevel: "error")
                #expect(await daemon.holds(press.headlines))
                settings.files["marsad.yaml"]? += "\nlog-level: debug"
                try settings.write(to: folder + "/config")
                #expect(try daemon.ask(ControlRequest(.reload)).ok)
                press.addArticle(to: 0)
                #expect(await daemon.holds(press.headlines))
                #expect(daemon.log == [])
                daemon.program.send(SIGTERM)
                #expect(try await daemon.program.ending().code == 0)
            }
        }
    }

    private func isListening(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    @Test func `what was refused is told by another process, until it is mended`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                let daemon = try Daemon(press, in: folder)
                #expect(await daemon.holdsAll(of: press))
                let rules = try daemon.rules()
                try await daemon.reload(broken: true)
                #expect(await eventually { daemon.said("settings refused") == 1 })
                let refused = try await daemon.status()
                #expect(refused.code == 0)
                #expect(refused.output.contains("settings refused at "))
                #expect(refused.output.contains("stay in force (rules \(rules)):\n"))
                #expect(
                    refused.output.contains(
                        "topics/drugs.yaml:1:3: unknown key ‘wrods’; did you mean ‘words’?"))
                #expect(
                    await eventually {
                        daemon.socket.messages.contains {
                            $0.hasPrefix("STATUS=") && $0.hasSuffix("refused, see the log")
                        }
                    })
                try await daemon.reload()
                #expect(await eventually { daemon.said("settings read anew") == 1 })
                let mended = try await daemon.status()
                #expect(!mended.output.contains("refused"))
                try await daemon.end()
                #expect(!FileManager.default.fileExists(atPath: folder + "/state/settings.json"))
            }
        }
    }
}

/// A daemon under way, its settings, and what it tells systemd.
private final class Daemon {
    var settings: SmallSettings
    let socket: NotifySocket
    let program: RunningProgram
    private let folder: String

    init(
        _ press: Press, in folder: String, papers: Range<Int>? = nil, interval: String = "1 s"
    ) throws {
        self.folder = folder
        settings = press.settings(interval: interval)
        if interval == "1 d" { settings.files["marsad.yaml"]? += "\n  floor: 1 s" }
        socket = try NotifySocket(folder + "/notify")
        if let papers {
            settings.files["feeds.yaml"] = Daemon.feeds(press, papers, interval)
        }
        try settings.write(to: folder + "/config")
        program = try RunningProgram(
            ["run", "--config", folder + "/config", "--state", folder + "/state"],
            environment: ["NOTIFY_SOCKET": folder + "/notify"])
    }

    func subscribe(to press: Press, papers: Range<Int>, interval: String = "1 s") {
        settings.files["feeds.yaml"] = Daemon.feeds(press, papers, interval)
    }

    private static func feeds(_ press: Press, _ papers: Range<Int>, _ interval: String) -> String {
        "feeds:\n"
            + press.feeds[papers].map {
                "  - {id: \($0.id), url: \"\($0.url)\", interval: \(interval)}"
            }.joined(separator: "\n")
    }

    /// Waits until the daemon has read its settings anew, or refused them.
    func reload(broken: Bool = false) async throws {
        let before = said("settings re")
        var files = settings
        files.files["topics/drugs.yaml"] = broken ? "  wrods: [chira]" : "  words: [chira]"
        try files.write(to: folder + "/config")
        program.send(SIGHUP)
        // A service manager reads what it is sent.
        let isDone = await eventually {
            _ = socket.messages; return said("settings re") > before
        }
        #expect(isDone, "\(program.complaints)")
    }

    /// How often it said something.
    func said(_ words: String) -> Int { program.complaints.ranges(of: words).count }

    func rules() throws -> String {
        let data = FileManager.default.contents(atPath: folder + "/state/settings.json")
        let record = try JSONSerialization.jsonObject(with: #require(data)) as? [String: Any]
        return try #require(record?["rules"] as? String)
    }

    func status() async throws -> Ending {
        try await BuiltProgram.run(
            ["status", "--config", folder + "/config", "--state", folder + "/state"])
    }

    func holdsAll(of press: Press) async -> Bool { await holds(press.headlines) }

    func holds(_ headlines: [ItemKey: String]) async -> Bool {
        await eventually(every: .milliseconds(50)) { (try? shelf().headlines) == headlines }
    }

    func shelf() throws -> Shelf {
        let archive = try Archive(at: folder + "/state", access: .readOnly)
        defer { try? archive.close() }
        return try Shelf(archive)
    }

    func end() async throws {
        program.send(SIGTERM)
        let ending = try await program.ending()
        #expect(ending.code == 0)
        #expect(ending.complaints.hasSuffix(" info stopped\n"), "\(ending.complaints)")
    }
}
