import ArgumentParser
import Foundation
import News
import Polling
import Settings
import Storage

/// `marsad status`: what the archive holds and how the feeds do.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what Marsad is doing: feeds, failures, matches, the archive.",
        discussion: "Example: marsad status --format json")

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let archive = try Workspace.open(state, .readOnly)
        let now = Date()
        let report = try orFail { () throws(ArchiveError) in
            try StatusReport(settings, archive, at: now)
        }
        switch format {
        case .text: Terminal.line(report.text)
        case .json, .jsonl:
            Terminal.line(try JSON.text(report, pretty: format == .json, snake: true))
        }
    }
}

/// The state of things as one value.
struct StatusReport: Encodable {
    struct Trouble: Encodable {
        var feed: String
        var since: Date?
        var cause: String
    }

    var feeds: Int
    var failing: [Trouble]
    var silent: [Trouble]
    var nextPoll: Date?
    var items: Int
    var matches: Int
    var matchesToday: Int
    var archiveBytes: Int
    var fingerprint: String
    var lastDigest: String?
    /// Of the daemon, or of another command that writes.
    var process: Int32?
    /// What it could not keep and holds in memory.
    var unkept: Unkept?

    init(_ settings: Configuration, _ archive: Archive, at now: Date) throws(ArchiveError) {
        let states = try archive.feedStates()
        let enabled = settings.enabledFeeds
        feeds = enabled.count
        failing = []
        silent = []
        for feed in enabled {
            guard let state = states[feed.id] else { continue }
            if state.failures > 0 {
                failing.append(
                    Trouble(
                        feed: feed.id, since: state.failingSince, cause: state.lastError ?? ""))
            } else if let silence = FeedHealth.silence(of: state, at: now) {
                silent.append(Trouble(feed: feed.id, since: state.arrivals.first, cause: silence))
            }
        }
        nextPoll = enabled.compactMap { states[$0.id]?.nextPoll }.min()
        (items, matches) = try archive.counts()
        let zone = TimeZone(identifier: settings.general.digest.timeZone) ?? .gmt
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        matchesToday = try archive.totals(
            since: calendar.startOfDay(for: now), until: nil, zone: zone
        ).matches
        let size = try archive.size()
        archiveBytes = size.database + size.log
        fingerprint = settings.fingerprint
        lastDigest = try archive.digests(limit: 1).first?.name
        let holder = archive.holder
        process = holder?.process
        unkept = holder?.unkept
    }

    /// One living sentence, then what needs attention.
    var text: String {
        var lines = [
            "\(feeds) feeds, \(failing.count) failing, \(silent.count) silent; "
                + "\(matchesToday) matches today, \(matches) in all of \(items) items",
            "archive \(archiveBytes / 1024) KiB; rules \(fingerprint); "
                + "last digest \(lastDigest ?? "none yet")",
        ]
        lines.append(process.map { "process \($0) is at work" } ?? "no daemon is running")
        if let unkept {
            let more = unkept.refused == 0 ? "" : "; \(unkept.refused) polls found no room there"
            lines.append(
                "not kept since \(unkept.since.formatted(.iso8601)): \(unkept.items) items of "
                    + "\(unkept.polls) polls are in memory\(more)\n  \(unkept.cause)")
        }
        if let nextPoll { lines.append("next poll \(nextPoll.formatted(.iso8601))") }
        lines += failing.map { "failing: \($0.feed): \($0.cause)" }
        lines += silent.map { "silent: \($0.feed): \($0.cause)" }
        return lines.joined(separator: "\n")
    }
}
