import ArgumentParser
import Foundation
import News
import Polling
import Settings
import Storage

/// `marsad feeds`: the subscriptions and their health.
struct FeedCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Look at the subscriptions.",
        discussion: "Example: marsad feeds list",
        subcommands: [ListFeeds.self], defaultSubcommand: ListFeeds.self)
}

/// `marsad feeds list`: every feed with how it does.
struct ListFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the feeds with their last answer, next poll and health.",
        discussion: """
            Without an archive only the settings are told.

            Examples:
              marsad feeds list
              marsad feeds list --format json
            """)

    @Flag(help: "Only feeds that fail or are silent.")
    var troubled = false

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let states = try states()
        let now = Date()
        let lines = settings.feeds.map { FeedLine($0, states[$0.id], at: now) }
            .filter { !troubled || $0.trouble != nil }
        switch format {
        case .json: Terminal.line(try JSON.text(lines, pretty: true))
        case .jsonl: for line in lines { Terminal.line(try JSON.text(line)) }
        case .text: print(lines)
        }
    }

    private func states() throws -> [String: FeedState] {
        guard FileManager.default.fileExists(atPath: state.path + "/archive.sqlite") else {
            return [:]
        }
        let archive = try Workspace.open(state, .readOnly)
        return try orFail { () throws(ArchiveError) in try archive.feedStates() }
    }

    private func print(_ lines: [FeedLine]) {
        var table = TextTable(
            ["feed", "language", "country", "answer", "next poll", ""], left: [0, 5])
        for line in lines {
            table.add([
                line.id, line.language ?? "–", line.country, line.status.map(String.init) ?? "–",
                line.next?.formatted(.iso8601) ?? "–",
                line.enabled ? line.trouble ?? "" : "switched off",
            ])
        }
        table.lines.forEach(Terminal.line)
    }
}

/// A feed as JSON.
private struct FeedLine: Encodable {
    var id: String
    var name: String
    var url: String
    var language: String?
    var country: String
    var tags: [String]
    var enabled: Bool
    /// The last HTTP status.
    var status: Int?
    var next: Date?
    /// Why it fails, or how long it has been silent.
    var trouble: String?

    init(_ feed: Feed, _ state: FeedState?, at now: Date) {
        id = feed.id
        name = feed.name
        url = feed.shownURL
        language = feed.language
        country = feed.country
        tags = feed.tags
        enabled = feed.enabled
        status = state?.status
        next = state?.nextPoll
        guard let state, feed.enabled else { return }
        trouble = state.failures > 0 ? state.lastError : FeedHealth.silence(of: state, at: now)
    }
}
