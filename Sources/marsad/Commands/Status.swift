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
        let record = SettingsRecord(in: state.path)
        let watched = try watched(record)
        let archive = try Workspace.open(state, .readOnly)
        let now = Date()
        var report = try orFail { () throws(ArchiveError) in
            try StatusReport(watched, archive, at: now)
        }
        report.daemon = record
        switch format {
        case .text: Terminal.line(report.text)
        case .json, .jsonl:
            Terminal.line(try JSON.text(report, pretty: format == .json, snake: true))
        }
    }
}

extension StatusReport.Watched {
    init(_ settings: Configuration) {
        feeds = settings.enabledFeeds.map(\.id)
        timeZone = settings.general.digest.timeZone
        fingerprint = settings.fingerprint
    }
}

extension Status {
    /// What the settings say is watched; where they do not check, what the daemon watches.
    private func watched(_ record: SettingsRecord?) throws -> StatusReport.Watched {
        do throws(SettingsError) {
            return StatusReport.Watched(try SettingsFolder(config.path).read())
        } catch {
            guard let record else { throw Failure(message: error.description, code: 2) }
            return StatusReport.Watched(
                feeds: record.feeds, timeZone: record.timeZone, fingerprint: record.rules,
                faults: error.problems.count)
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

    /// What of the settings the state is told by.
    struct Watched {
        /// By id.
        var feeds: [String]
        var timeZone: String
        var fingerprint: String
        /// What is wrong with the settings on disk.
        var faults = 0
    }

    var feeds: Int
    var failing: [Trouble]
    var silent: [Trouble]
    var nextPoll: Date?
    var items: Int
    var matches: Int
    var matchesToday: Int
    /// Of the database and its log.
    var archiveBytes: Int
    /// Of these, of the log of what is not yet in the database.
    var archiveLogBytes: Int
    /// Of these, in pages that hold nothing and will be used again.
    var archiveFreeBytes: Int
    var fingerprint: String
    var lastDigest: String?
    /// Of the daemon, or of another command that writes.
    var process: Int32?
    /// What it could not keep and holds in memory.
    var unkept: Unkept?
    /// How much is wrong with the settings on disk.
    var settingsFaults: Int
    /// What the daemon says of its settings; nil where none runs.
    var daemon: SettingsRecord?

    init(_ watched: Watched, _ archive: Archive, at now: Date) throws(ArchiveError) {
        let states = try archive.feedStates()
        let enabled = watched.feeds
        feeds = enabled.count
        failing = []
        silent = []
        for feed in enabled {
            guard let state = states[feed] else { continue }
            if state.failures > 0 {
                failing.append(
                    Trouble(
                        feed: feed, since: state.failingSince, cause: state.lastError ?? ""))
            } else if let silence = FeedHealth.silence(of: state, at: now) {
                silent.append(Trouble(feed: feed, since: state.arrivals.first, cause: silence))
            }
        }
        nextPoll = enabled.compactMap { states[$0]?.nextPoll }.min()
        (items, matches) = try archive.counts()
        let zone = TimeZone(identifier: watched.timeZone) ?? .gmt
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        matchesToday = try archive.totals(
            since: calendar.startOfDay(for: now), until: nil, zone: zone
        ).matches
        let size = try archive.size()
        archiveBytes = size.database + size.log
        archiveLogBytes = size.log
        archiveFreeBytes = size.free
        fingerprint = watched.fingerprint
        settingsFaults = watched.faults
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
            "archive \(archiveBytes / 1024) KiB, of which log \(archiveLogBytes / 1024), free "
                + "\(archiveFreeBytes / 1024); rules \(fingerprint); "
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
        lines += daemon?.lines ?? []
        if settingsFaults > 0, daemon?.refused == nil {
            lines.append(
                "the settings on disk do not check (\(settingsFaults) complaints): see "
                    + "‘marsad check’; the daemon works by those of before")
        }
        if let daemon, daemon.refused == nil, daemon.rules != fingerprint {
            lines.append(
                "the daemon works by rules \(daemon.rules); ‘systemctl reload marsad’ has it read "
                    + "the settings anew")
        }
        return lines.joined(separator: "\n")
    }
}
