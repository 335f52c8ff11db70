import Foundation
import Testing

/// A settings file with a fault, whose place is marked.
struct Broken: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    /// `LINE:COLUMN`, counted from 1.
    let place: String
    let complaint: String

    /// - Parameters:
    ///   - marked: The file's text, with `⟦` before the place that the complaint must name.
    ///   - complaint: What it must say, a suggestion included.
    init(_ file: String, _ marked: String, _ complaint: String) {
        self.file = file
        self.complaint = complaint
        text = marked.replacing("⟦", with: "")
        let before = marked.prefix { $0 != "⟦" }
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        place = "\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
    }

    var testDescription: String { complaint }
}

@Suite(.timeLimit(.minutes(2))) struct CheckTests {
    @Test func `the settings that Marsad comes with are in order`() async throws {
        let ending = try await BuiltProgram.run(["check", "--config", "config"])
        #expect(ending.code == 0)
        #expect(ending.complaints == "")
        #expect(ending.output.hasPrefix("settings in config: in order\n  feeds    "))
        #expect(!ending.output.contains("remarks"))
    }

    @Test(arguments: [
        Broken(
            "marsad.yaml", "polling:\n  ⟦hostpause: 1 s",
            "unknown key ‘hostpause’; did you mean ‘host-pause’?"),
        Broken(
            "marsad.yaml", "polling:\n  concurrency: ⟦many",
            "‘concurrency’ wants a whole number from 1 to 4096"),
        Broken(
            "marsad.yaml", "polling: {floor: ⟦soon}",
            "‘soon’ is not a length of time; write 30 s, 15 min, 2 h or 1 d"),
        Broken(
            "marsad.yaml", "polling: {floor: 15 min\nlog-level⟦: info",
            "is not YAML: did not find expected ',' or '}' while parsing a flow mapping"),
        Broken(
            "feeds.yaml",
            """
            feeds:
              - url: https://www.paper.example/feed
                name: Paper
              - ⟦{url: "http://paper.example/rss"}
            """,
            "the feed ‘paper.example’ is already on line 2; give one of them an ‘id’"),
        Broken(
            "lexicon/second.yaml", "organisations:\n  - ⟦{id: dgsn, terms: [DGSN]}",
            "‘dgsn’ is already at lexicon/names.yaml:2"),
        Broken(
            "topics/drugs.yaml", "rules:\n  - any: [chira, ⟦\"@dgns\"]",
            "‘@dgns’ names nothing in the lexicon; did you mean ‘@dgsn’?"),
        Broken(
            "topics/drugs.yaml", "rules:\n  - any: [الشيرا, ⟦$dgns]",
            "there is no list ‘$dgns’; did you mean ‘$dgsn’?"),
        Broken(
            "topics/drugs.yaml", "rules:\n  - any: [chira]\n    none: ⟦[]",
            "‘none’ is empty; leave the key out, or list something"),
        Broken(
            "topics/drugs.yaml",
            """
            rules:
              - any: [chira]
                examples:
                  match:
                    - deux tonnes de chira
                    - ⟦deux tonnes de kif
            """,
            "the rule ‘drugs.1’ does not match this example"),
    ])
    func `a fault in the settings is told with its place and what to write`(
        _ broken: Broken
    ) async throws {
        try await withTemporaryFolder { folder in
            var settings = SmallSettings()
            settings.files[broken.file] = broken.text
            try settings.write(to: folder)
            let ending = try await BuiltProgram.run(["check", "--config", folder])
            // Complaints name whole paths, also within their sentences.
            let complaints = ending.complaints.replacing("\(folder)/", with: "")
            #expect(complaints == "\(broken.file):\(broken.place): \(broken.complaint)\n")
            #expect(ending.output == "")
            #expect(ending.code == 2)
        }
    }

    @Test func `every fault of every file is told at once`() async throws {
        try await withTemporaryFolder { folder in
            var settings = SmallSettings()
            settings.files["marsad.yaml"] = "log-level: loud"
            settings.files["feeds.yaml"] = "feeds:\n  - {name: Paper}\n  - {url: paper.example}"
            try settings.write(to: folder)
            let ending = try await BuiltProgram.run(["check", "--config", folder])
            #expect(
                ending.complaints.replacing("\(folder)/", with: "") == """
                    marsad.yaml:1:12: ‘log-level’ wants one of trace, debug, info, notice, \
                    warning, error, critical
                    feeds.yaml:2:5: a feed wants the key ‘url’
                    feeds.yaml:3:11: ‘paper.example’ is not an http or https address

                    """)
            #expect(ending.code == 2)
        }
    }

    @Test func `a settings folder that is not there is named`() async throws {
        let ending = try await BuiltProgram.run(["check", "--config", "no/such/folder"])
        #expect(
            ending
                == Ending(
                    code: 2, output: "",
                    complaints: "no/such/folder: there is no such settings folder\n"))
    }
}
