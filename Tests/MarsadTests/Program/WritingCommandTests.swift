import Foundation
import News
import Origin
import Storage
import Testing

@testable import marsad

/// One connection does all the writing while a daemon runs: commands that write ask it to.
@Suite(.timeLimit(.minutes(3))) struct WritingCommandTests {
    @Test func `each command that writes has the daemon do it`() async throws {
        try await withDaemon(papers: 8) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            try keepOthersFromWriting(in: daemon.state)
            let archive = try Archive(at: daemon.state, access: .readOnly)
            let stories = try archive.stories()
            let item = try #require(try archive.item(.key(stories[0].members[0].key)))

            try await expect(["label", item.short, "relevant=yes", "--who", "me"], of: daemon)
            #expect(try archive.labels(of: item.key).map(\.verdict) == [true])
            try await expect(["label", item.short, "relevant=forget", "--who", "me"], of: daemon)
            #expect(try archive.labels() == [])

            let lines = stories.map { story in
                let id = story.members[0].key
                return #"{"feed":"\#(id.feed)","item":"\#(id.id)","relevant":true}"#
            }
            let file = daemon.state + "/labels.jsonl"
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
            let taken = try await expect(["labels", "import", file], of: daemon)
            #expect(taken == "\(lines.count) judgements of \(lines.count) items taken\n")
            #expect(try archive.labels().count == lines.count)

            let pair = ["\(stories[0].id)", "\(stories[1].id)"]
            try await expect(["stories", "--merge"] + pair, of: daemon)
            #expect(try archive.stories().count == stories.count - 1)
            try await expect(["stories", "--split", item.short], of: daemon)
            #expect(try archive.stories().count == stories.count)

            press.addArticle(to: 2)
            try await expect(["poll", "paper-2"], of: daemon)
            #expect(try daemon.shelf().headlines == press.headlines)
            try await expect(["archive", "compact"], of: daemon)
            try archive.close()
            try await daemon.end()
        }
    }

    @Test func `a review beside the daemon has it keep the judgements`() async throws {
        try await withDaemon(papers: 6) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            try keepOthersFromWriting(in: daemon.state)
            var changed = press.settings()
            changed.files["topics/technology.yaml"] = "words: [équipe]\nthreshold: 4"
            let folder = daemon.state + "/try"
            try changed.write(to: folder)
            let review = try RunningProgram(
                ["label", "--review", "--changed", folder, "--who", "me"] + places(of: daemon),
                input: "y\nq\n")
            let ending = try await review.ending()
            #expect(ending.output.contains("1 judgements of 1 items kept"), "\(ending)")
            let archive = try Archive(at: daemon.state, access: .readOnly)
            #expect(try archive.labels().map(\.verdict) == [true])
            try archive.close()
            try await daemon.end()
        }
    }

    @Test func `a subscription beside the daemon is taken up and asked by it`() async throws {
        try await withDaemon(papers: 1, interval: "1 d") { press, daemon in
            #expect(await daemon.holds(press.headlines))
            try keepOthersFromWriting(in: daemon.state)
            press.origin["/fil"] = FeedCommandTests.feed("Le Fil")
            let added = try await expect(
                ["feeds", "add", press.address + "/fil", "--id", "fil"], of: daemon)
            #expect(added.hasPrefix("added fil to "))
            #expect(added.contains("\nthe daemon asked it: "))
            #expect(try daemon.shelf().headlines.keys.count { $0.feed == "fil" } == 2)
            try await daemon.end()
        }
    }

    @Test func `an import into a daemon's archive is refused, with who has it`() async throws {
        try await withDaemon(papers: 1) { press, daemon in
            #expect(await daemon.holds(press.headlines))
            let file = daemon.state + "/archive.jsonl"
            try await expect(["archive", "export", file], of: daemon)
            let ending = try await BuiltProgram.run(
                ["archive", "import", file, "--state", daemon.state])
            #expect(ending.code == 2)
            #expect(
                ending.complaints.contains("is held by process \(daemon.program.id)"),
                "\(ending.complaints)")
            try await daemon.end()
        }
    }

    /// A folder takes the place of the file by which writers take turns. The daemon has that open;
    /// nobody else can open the archive for writing any more.
    private func keepOthersFromWriting(in state: String) throws {
        let turn = state + "/archive.sqlite.turn"
        try FileManager.default.removeItem(atPath: turn)
        try FileManager.default.createDirectory(atPath: turn, withIntermediateDirectories: false)
        #expect(throws: ArchiveError.self) { try Archive(at: state, access: .writeBeside) }
    }

    private func places(of daemon: RunningDaemon) -> [String] {
        let folder = (daemon.state as NSString).deletingLastPathComponent
        return ["--config", folder + "/config", "--state", daemon.state]
    }

    /// What a command says that goes well.
    @discardableResult
    private func expect(_ command: [String], of daemon: RunningDaemon) async throws -> String {
        let takesNoConfig = ["labels", "stories", "archive"].contains(command[0])
        let places = places(of: daemon).suffix(takesNoConfig ? 2 : 4)
        let ending = try await BuiltProgram.run(command + places)
        #expect(ending.code == 0, "\(command): \(ending.complaints)")
        return ending.output
    }
}
