import Foundation
import Origin
import Storage
import Testing

/// `marsad poll` as a process.
@Suite(.timeLimit(.minutes(2))) struct PollTests {
    @Test func `polls tell what they brought, and keep it`() async throws {
        try await withPress(papers: 4) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let poll = ["poll", "--config", folder + "/config", "--state", folder + "/state"]
                let first = try await BuiltProgram.run(poll)
                let found = "12 new items, 0 edited, \(press.matches.count) matches"
                #expect(
                    first
                        == Ending(
                            code: 0,
                            output: "4 feeds asked, 0 failed, 0 unchanged; \(found)\n",
                            complaints: ""))
                let second = try await BuiltProgram.run(poll)
                #expect(second == Ending(code: 0, output: "no feed is due\n", complaints: ""))
                press.edit(0, of: 1)
                let third = try await BuiltProgram.run(
                    poll + ["paper-0", "paper-1", "paper-0"])
                #expect(
                    third.output
                        == "2 feeds asked, 0 failed, 1 unchanged; "
                        + "0 new items, 1 edited, 0 matches\n")
                let archive = try Archive(at: folder + "/state", access: .readOnly)
                #expect(try Shelf(archive).headlines == press.headlines)
            }
        }
    }

    @Test func `each failure is one line, and the others are unaffected`() async throws {
        try await withPress(papers: 4) { press in
            try await withTemporaryFolder { folder in
                var settings = press.settings()
                press.origin["/page"] = Resource("<html><body>Bonjour</body></html>")
                settings.files["feeds.yaml"]? += """

                      - {id: gone, url: "\(press.address)/gone"}
                      - {id: page, url: "\(press.address)/page"}
                      - {id: inside, url: "http://192.168.0.1/feed"}
                      - {id: nameless, url: "http://nowhere.invalid/feed"}
                    """
                try settings.write(to: folder + "/config")
                let ending = try await BuiltProgram.run(
                    ["poll", "--config", folder + "/config", "--state", folder + "/state"])
                #expect(ending.code == 1)
                #expect(
                    ending.output
                        == "8 feeds asked, 4 failed, 0 unchanged; 12 new items, 0 edited, "
                        + "\(press.matches.count) matches\n")
                #expect(
                    ending.complaints.split(separator: "\n").sorted() == [
                        "gone: \(press.host): has no such page (404)",
                        "inside: 192.168.0.1: refused its address 192.168.0.1 (private)",
                        "nameless: nowhere.invalid: no such host, or no name server answered",
                        "page: the document is an HTML page, not a feed",
                    ])
            }
        }
    }

    @Test func `a feed that is not subscribed to is told with the nearest that is`() async throws {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let ending = try await BuiltProgram.run(
                    [
                        "poll", "papper-1", "--config", folder + "/config", "--state",
                        folder + "/state",
                    ])
                let complaint =
                    "marsad: there is no feed ‘papper-1’ in \(folder)/config/feeds.yaml; "
                    + "did you mean ‘paper-1’?\n"
                #expect(ending == Ending(code: 2, output: "", complaints: complaint))
            }
        }
    }
}
