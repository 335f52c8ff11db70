import Foundation
import News
import Storage
import Testing

/// `marsad digest` as a process: what it opens, and what is due.
@Suite(.timeLimit(.minutes(2))) struct DigestCommandTests {
    @Test func `what is due is written once, where the daemon writes`() async throws {
        try await withPlaces { places, folder in
            try poll(places, 86_400)
            let due = ["digest", "--due"] + places
            let first = try await BuiltProgram.run(due)
            #expect(first.code == 0)
            #expect(first.complaints == "")
            let digests = folder + "/state/digests"
            let name = try #require(first.output.split(separator: "/").last).dropLast()
            #expect(first.output == "\(digests)/\(name)\n")
            let page = "\(digests)/\(name)/digest.ar.html"
            let written = try Data(contentsOf: URL(filePath: page))
            #expect(try Data(contentsOf: URL(filePath: digests + "/latest.ar.html")) == written)
            let index = try String(contentsOfFile: digests + "/index.html", encoding: .utf8)
            #expect(index.contains("\(name)/digest.ar.html"))

            try Data("read".utf8).write(to: URL(filePath: page))
            let second = try await BuiltProgram.run(due)
            #expect(second == Ending(code: 0, output: "no digest is due\n", complaints: ""))
            #expect(try String(contentsOfFile: page, encoding: .utf8) == "read")
        }
    }

    @Test func `a digest by hand leaves those of other spans and topics as they are`() async throws
    {
        try await withPlaces { places, folder in
            try poll(places, 60)
            let drafts = folder + "/state/drafts/"
            var seen: Set<String> = []
            for options in [
                [], ["--topic", "institution"], ["--since", "2026-01-05"], ["--period", "day"],
                ["--since", "2026-01-05", "--until", "2026-01-06T07:00"],
            ] {
                let ending = try await BuiltProgram.run(
                    ["digest", "--language", "fr", "--format", "text"] + options + places)
                #expect(ending.code == 0, "\(ending.complaints)")
                #expect(ending.output.hasPrefix(drafts))
                #expect(seen.insert(ending.output).inserted, "\(ending.output)")
            }
            #expect(
                seen.contains(drafts + "2026-01-05-to-2026-01-06T0700/digest.fr.txt\n"))
        }
    }

    /// Days and moments are of the settings' zone, and nothing is told of the future.
    @Test func `a digest tells of the span that was asked for, as far as it is past`() async throws
    {
        try await withPlaces { places, folder in
            try poll(places, 60)
            func ends(_ options: [String]) async throws -> (since: Date, until: Date) {
                let json = ["digest", "--language", "fr", "--format", "json", "--output", "-"]
                let ending = try await BuiltProgram.run(json + options + places)
                #expect(ending.code == 0, "\(ending.complaints)")
                let decoder = JSONDecoder()
                decoder.dateDecodingStrategy = .iso8601
                let page = try decoder.decode(Page.self, from: Data(ending.output.utf8))
                return (page.since, page.until)
            }
            let zone = "\ndigest: {time-zone: Asia/Tokyo}\n"
            let file = folder + "/config/marsad.yaml"
            let settings = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            try Data((settings + zone).utf8).write(to: URL(filePath: file))
            let past = try await ends(["--since", "2026-01-05", "--until", "2026-01-06T07:00"])
            #expect(past.since == (try Date("2026-01-04T15:00:00Z", strategy: .iso8601)))
            #expect(past.until == (try Date("2026-01-05T22:00:00Z", strategy: .iso8601)))
            let started = Date() - 1
            let open = try await ends(["--until", "2999-01-01"])
            #expect(open.until >= started && open.until <= Date())
            #expect(open.until.timeIntervalSince(open.since) == 86_400)
            for (options, complaint) in [
                (["--since", "2999-01-01"], "--since is not in the past"),
                (["--since", "2999-01-01", "--until", "2999-01-02"], "--since is not in the past"),
                (
                    ["--since", "2026-01-05", "--until", "2026-01-04T23:00"],
                    "--since is not before --until"
                ),
            ] {
                let ending = try await BuiltProgram.run(["digest"] + options + places)
                #expect(ending.code == 2)
                #expect(ending.complaints.hasPrefix("Error: \(complaint)\n"))
            }
        }
    }

    private struct Page: Decodable { var since, until: Date }

    @Test func `nothing is due of a time in which nobody was asked`() async throws {
        try await withPlaces { places, folder in
            try poll(places, 0)
            let ending = try await BuiltProgram.run(["digest", "--due"] + places)
            #expect(ending == Ending(code: 0, output: "no digest is due\n", complaints: ""))
            #expect(!FileManager.default.fileExists(atPath: folder + "/state/digests"))
        }
    }

    @Test(arguments: [
        ["--period", "week"], ["--since", "2026-01-01"], ["--until", "2026-01-02"],
        ["--language", "fr"], ["--format", "text"], ["--topic", "drugs"], ["--output", "x"],
        ["--open"], ["--templates", "x"],
    ])
    func `what is due is up to the settings alone`(_ other: [String]) async throws {
        let ending = try await BuiltProgram.run(["digest", "--due"] + other)
        #expect(ending.code != 0)
        #expect(
            ending.complaints.hasPrefix(
                "Error: --due writes as the settings say, and \(other[0]) says otherwise\n"))
    }

    @Test(arguments: [nil, "lynx", "/lynx"])
    func `the page is shown by xdg-open, or what BROWSER names`(browser: String?) async throws {
        try await withPlaces { places, folder in
            try poll(places, 60)
            let opener = try Opener(in: folder, named: browser ?? "xdg-open")
            let named = browser.map { $0.hasPrefix("/") ? opener.path : $0 }
            let environment = [
                "PATH": opener.folder, "BROWSER": named ?? "", "MARSAD_OPENED": opener.pipe,
            ]
            let ending = try await BuiltProgram.run(
                ["digest", "--open", "--language", "fr", "--language", "ar"] + places,
                environment: environment)
            #expect(ending.code == 0)
            #expect(ending.complaints == "")
            let page = try #require(ending.output.split(separator: "\n").first)
            #expect(page.hasPrefix(folder + "/state/drafts/"))
            #expect(page.hasSuffix("/digest.fr.html"))
            #expect(await opener.said() == "\(opener.path)\n\(page)\n")
        }
    }

    @Test(arguments: [
        ("", "xdg-open"), ("lynx", "lynx"), ("/nowhere/lynx", "/nowhere/lynx"),
    ])
    func `without a program to show it the page is written and named`(
        browser: String, named: String
    ) async throws {
        try await withPlaces { places, folder in
            try poll(places, 60)
            let ending = try await BuiltProgram.run(
                ["digest", "--open", "--language", "fr"] + places,
                environment: ["PATH": folder, "BROWSER": browser])
            #expect(ending.code == 2)
            let page = try #require(ending.output.split(separator: "\n").first)
            #expect(FileManager.default.fileExists(atPath: String(page)))
            #expect(
                ending.complaints
                    == "marsad: \(named): is not to be found; open \(page) yourself, "
                    + "or name a program in $BROWSER\n")
        }
    }

    private func withPlaces(_ body: ([String], String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            try await body(
                ["--config", folder + "/config", "--state", folder + "/state"], folder)
        }
    }

    /// As many seconds ago, with nothing new.
    private func poll(_ places: [String], _ seconds: Double) throws {
        let archive = try Archive(at: places[3], access: .readWrite)
        let feed = Feed(id: "nobody", name: "Nobody", url: "http://127.0.0.1:9/feed")
        _ = try archive.record(
            PollRecord(
                feed: feed, state: FeedState(), at: Date().addingTimeInterval(-seconds),
                outcome: PollOutcome(status: 304)))
        try archive.close()
    }
}

/// A program that shows pages: it says into a pipe how it was called.
private struct Opener {
    let folder: String
    let path: String
    let pipe: String

    init(in folder: String, named name: String) throws {
        self.folder = folder + "/bin"
        path = self.folder + "/" + name.split(separator: "/").joined()
        pipe = folder + "/opened"
        try FileManager.default.createDirectory(
            atPath: self.folder, withIntermediateDirectories: true)
        let script = "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >\"$MARSAD_OPENED\"\n"
        try Data(script.utf8).write(to: URL(filePath: path))
        chmod(path, 0o755)
        mkfifo(pipe, 0o600)
    }

    /// Waits for it to be called, for nobody else does; on a thread that no other test wants.
    func said() async -> String {
        await withCheckedContinuation { end in
            DispatchQueue.global().async {
                let data = FileHandle(forReadingAtPath: pipe)?.readDataToEndOfFile()
                end.resume(returning: String(decoding: data ?? Data(), as: UTF8.self))
            }
        }
    }
}
