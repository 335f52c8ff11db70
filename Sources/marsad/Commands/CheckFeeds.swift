import ArgumentParser
import Feeds
import Foundation
import News
import Polling
import Settings

/// `marsad feeds check`: feeds tried, without a trace in the archive.
struct CheckFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try feeds and say what they answer, and when they would be asked next.",
        discussion: """
            Nothing is kept. A feed that was asked before is asked for news alone: of a 304 the \
            table tells what the last document was. --whole asks for the document all the same.

            Examples:
              marsad feeds check
              marsad feeds check hespress.com https://lnt.ma/feed --format json
            """)

    @Argument(help: "Ids, names or addresses; without any, all feeds that are not switched off.")
    var feeds: [String] = []

    @Flag(help: "Ask without conditions.")
    var whole = false

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let chosen = try chosen(settings)
        let states = whole ? [:] : try state.feedStates()
        let trial = FeedTrial(settings)
        let lines = await trial.lines(chosen, states)
        await trial.downloader.close()
        try format.print(lines, snake: true, text: print)
        if lines.contains(where: { $0.error != nil }) { throw ExitCode(1) }
    }

    private func chosen(_ settings: Configuration) throws -> [Feed] {
        guard !feeds.isEmpty else { return settings.enabledFeeds }
        return try feeds.map { name in
            let isKnown = settings.feeds.contains { [$0.id, $0.name, $0.url].contains(name) }
            guard !isKnown, name.contains("://") else {
                return try config.feed(named: name, among: settings.feeds)
            }
            return Feed(id: Feed.usualID(of: name), name: name, url: name)
        }
    }

    private func print(_ lines: [FeedTrial.Line]) {
        var table = TextTable(
            [
                "feed", "status", "format", "items", "newest item", "encoding", "redirects",
                "cache", "next poll",
            ], left: [0, 2, 4, 5, 7, 8])
        for line in lines {
            table.add([
                line.feed, line.status.map(String.init) ?? "–", line.format ?? "–",
                line.items.map(String.init) ?? "–", line.newest?.formatted(.iso8601) ?? "–",
                line.encoding ?? "–", String(line.redirects.count), line.cache,
                line.next?.formatted(.iso8601) ?? "–",
            ])
        }
        table.lines.forEach(Terminal.line)
        for line in lines {
            if let error = line.error { Terminal.complain("\(line.feed): \(error)") }
            for complaint in line.complaints { Terminal.complain("\(line.feed): \(complaint)") }
        }
    }
}
