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
