import ArgumentParser
import Foundation
import News
import Storage

/// `marsad stories`: what matches tell, gathered.
struct Stories: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the stories of a period, each with its articles.",
        discussion: """
            Without --since those of the last seven days. --merge and --split correct what was \
            gathered wrongly, for good; a daemon that runs is asked to do it.

            Examples:
              marsad stories
              marsad stories --since 2026-11-01 --topic drugs --format json
              marsad stories --merge 41 38
              marsad stories --split 3f9a2c
            """)

    @Option(
        help: "Only stories that grew from this day or moment on (\(Moment.examples)).",
        transform: Moment.parse)
    var since: Moment?

    @Option(help: "Only before this day or moment.", transform: Moment.parse)
    var until: Moment?

    @Option(help: "Only stories of this topic.")
    var topic: String?

    @Option(help: "How many at most.")
    var limit = 50

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Make one story of two: the first becomes part of the other.",
            valueName: "A B"))
    var merge: [Int64] = []

    @Option(help: ArgumentHelp("Give an item a story of its own.", valueName: "ITEM"))
    var split: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
        if !merge.isEmpty, merge.count != 2 || merge[0] == merge[1] {
            throw ValidationError("--merge wants two stories: --merge 41 38")
        }
    }

    func run() async throws {
        if merge.count == 2 || split != nil { return try correct() }
        let archive = try Workspace.open(state, .readOnly)
        if let topic { try Naming.check(topics: [topic], in: archive, config) }
        let begin = try since?.date(by: config) ?? Date().addingTimeInterval(-7 * 86_400)
        let end = try until?.date(by: config)
        let found = try orFail { () throws(ArchiveError) in
            try archive.stories(since: begin, until: end)
        }
        let stories = found.filter { story in
            topic == nil
                || story.members.contains { $0.report.topics.contains { $0.id == topic } }
        }.prefix(limit)
        try format.print(stories.map(StoryLine.init)) { _ in print(Array(stories)) }
    }

    private func correct() throws {
        if let client = ControlClient(state: state.path), try correct(through: client) { return }
        try Workspace.open(state, .readOnly).close()
        let archive = try Workspace.open(state, .readWrite)
        if merge.count == 2 { try join(merge[0], to: merge[1], in: archive) }
        if let split { try takeOut(archive.stored(split), of: archive) }
        try orFail { () throws(ArchiveError) in try archive.close() }
    }

    /// False where no daemon listens.
    private func correct(through client: ControlClient) throws -> Bool {
        if merge.count == 2 {
            var request = ControlRequest(.merge)
            (request.story, request.into) = (merge[0], merge[1])
            guard let reply = try client.ask(request) else { return false }
            Terminal.line(reply.done ?? "")
        }
        guard let split else { return true }
        let item = try Workspace.open(state, .readOnly).stored(split)
        var request = ControlRequest(.split)
        request.item = item.key
        guard let story = try client.ask(request)?.story else { return false }
        Terminal.line("\(item.short) has a story of its own now: \(story)")
        return true
    }

    private func join(_ story: Int64, to other: Int64, in archive: Archive) throws {
        let isDone = try orFail { () throws(ArchiveError) in
            try archive.merge(story: story, into: other)
        }
        guard isDone else {
            throw Failure.couldNot(
                "stories \(story) and \(other): one of them is not in the archive, "
                    + "or they are one already")
        }
        Terminal.line("story \(story) is part of story \(other) now")
    }

    private func takeOut(_ item: StoredItem, of archive: Archive) throws {
        let story = try orFail { () throws(ArchiveError) in try archive.split(item.key) }
        guard let story else {
            throw Failure.couldNot("\(item.short): is in no story")
        }
        Terminal.line("\(item.short) has a story of its own now: \(story)")
    }

    private func print(_ stories: [Story]) {
        if stories.isEmpty { Terminal.complain("no stories") }
        for story in stories.map(StoryLine.init) {
            let count = story.articles.count == 1 ? "1 article" : "\(story.articles.count) articles"
            Terminal.line(Terminal.bold(Bidi.isolated(story.headline)))
            Terminal.line(
                "  story \(story.id), \(count), \(Stories.day(story.first)) to "
                    + "\(Stories.day(story.last))  \(story.topics.joined(separator: ", "))")
            if !story.alike.isEmpty {
                Terminal.line("  alike: \(story.alike.joined(separator: ", "))")
            }
            for dispute in story.disputed { Terminal.line("  otherwise: \(dispute.text)") }
            for article in story.articles {
                let title = Bidi.isolated(article.title)
                Terminal.line(
                    "  \(Terminal.dim(article.id))  \(Bidi.isolated(article.outlet))  \(title)")
                if let why = article.why, story.articles.count > 1 {
                    Terminal.line("    " + Terminal.dim(why))
                }
            }
        }
    }

    private static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }
}
