import ArgumentParser
import Foundation
import News
import Polling
import Settings
import Storage

/// `marsad feeds list`: every feed with how it does.
struct ListFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the feeds with their last answer, next poll and health.",
        discussion: """
            A feed is told to be silent when it has brought nothing for four of its usual gaps \
            and a day. Without an archive only the settings are told.

            Examples:
              marsad feeds list
              marsad feeds list --why
              marsad feeds list --troubled --format json
            """)

    @Flag(help: "Only feeds that fail or are silent.")
    var troubled = false

    @Flag(help: "Say of each feed why it is asked next when it is, and what it is known by.")
    var why = false

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let states = try state.feedStates()
        let now = Date()
        let lines = settings.feeds.map { FeedLine($0, states[$0.id], at: now) }
            .filter { !troubled || $0.trouble != nil }
        try format.print(lines, snake: true, text: print)
    }

    private func print(_ lines: [FeedLine]) {
        guard !why else {
            for line in lines { line.explanation.forEach(Terminal.line) }
            return
        }
        var table = TextTable(
            ["feed", "language", "country", "answer", "last success", "rhythm", "next poll", ""],
            left: [0, 5, 7])
        for line in lines {
            table.add([
                line.id, line.language ?? "–", line.country, line.status.map(String.init) ?? "–",
                line.lastSuccess?.formatted(.iso8601) ?? "–", line.rhythm ?? "–",
                line.next?.formatted(.iso8601) ?? "–",
                line.enabled ? line.trouble ?? "" : "switched off",
            ])
        }
        table.lines.forEach(Terminal.line)
    }
}

/// A feed and its health, as JSON.
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
    var lastPoll: Date?
    var lastSuccess: Date?
    /// Failures in a row, and since when.
    var failures: Int
    var failingSince: Date?
    /// True after a 410: not asked again until the settings give another address.
    var stopped: Bool
    /// `3.1 items an hour`.
    var rhythm: String?
    /// `no item for 9 days; usual gap 3 h`.
    var silence: String?
    /// How many items the document holds.
    var window: Int?
    /// When items may last have been missed between two polls.
    var overran: Date?
    var next: Date?
    /// Why the next poll is when it is.
    var why: String?
    /// The WebSub hub that the feed names.
    var hub: String?
    /// Where a permanent redirect leads that is not believed yet, and where one led that is.
    var movedTo: String?
    var adopted: String?
    /// Why it fails, or how long it has been silent, or that items were missed.
    var trouble: String?

    init(_ feed: Feed, _ state: FeedState?, at now: Date) {
        id = feed.id
        name = feed.name
        url = feed.shownURL
        language = feed.language
        country = feed.country
        tags = feed.tags
        enabled = feed.enabled
        failures = state?.failures ?? 0
        stopped = state?.stopped ?? false
        guard let state else { return }
        status = state.status
        lastPoll = state.lastPoll
        lastSuccess = state.lastSuccess
        failingSince = state.failingSince
        rhythm = FeedHealth.rhythm(of: state, at: now)
        silence = FeedHealth.silence(of: state, at: now)
        window = state.window > 0 ? state.window : nil
        overran = state.lastOverrun
        next = state.nextPoll
        why = state.reason
        hub = state.hub.map(Feed.withoutSecrets)
        movedTo = state.movedTo.map(Feed.withoutSecrets)
        adopted = state.adoptedURL.map(Feed.withoutSecrets)
        guard feed.enabled else { return }
        trouble =
            FeedHealth.failure(of: state, at: now) ?? silence
            ?? FeedHealth.overrun(of: state, at: now)
    }

    /// The feed on a line of its own, and below it what is known.
    var explanation: [String] {
        guard enabled else { return [Terminal.bold(id), "  switched off"] }
        let facts: [(String, String?)] = [
            ("", why ?? "never asked: due at once"),
            ("trouble: ", trouble),
            ("last success: ", lastSuccess?.formatted(.iso8601)),
            ("rhythm: ", rhythm),
            ("moved to, on probation: ", movedTo),
            ("asked at: ", adopted.map { "\($0), where its own address leads" }),
            ("hub: ", hub),
        ]
        return [Terminal.bold(id)]
            + facts.compactMap { name, fact in fact.map { "  \(name)\($0)" } }
    }
}
