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
        discussion: """
            A daemon that runs is asked; without one the archive tells.

            Example: marsad status --format json
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() async throws {
        if let report = try ControlClient(state: state.path)?.ask(ControlRequest(.status))?.status {
            return try print(try withFaults(report))
        }
        let record = SettingsRecord(in: state.path)
        let watched = try watched(record)
        let archive = try Workspace.open(state, .readOnly)
        let now = Date()
        var report = try orFail { () throws(ArchiveError) in
            try StatusReport(watched, archive, at: now)
        }
        report.daemon = record
        try print(report)
    }

    private func print(_ report: StatusReport) throws {
        switch format {
        case .text: Terminal.line(report.text)
        case .json, .jsonl:
            Terminal.line(try JSON.text(report, pretty: format == .json, snake: true))
        }
    }

    /// The daemon tells of the settings in force; what lies on disk may be something else.
    private func withFaults(_ report: StatusReport) throws -> StatusReport {
        var report = report
        do throws(SettingsError) {
            report.fingerprint = try SettingsFolder(config.path).read().fingerprint
        } catch {
            report.settingsFaults = error.problems.count
        }
        return report
    }
}

extension StatusReport.Watched {
    init(_ settings: PollSettings) {
        feeds = settings.enabledFeeds.map(\.id)
        timeZone = settings.general.digest.timeZone
        fingerprint = settings.fingerprint
    }
}

extension Status {
    /// What the settings say is watched; where they do not check, what the daemon watches.
    private func watched(_ record: SettingsRecord?) throws -> StatusReport.Watched {
        do throws(SettingsError) {
            return StatusReport.Watched(try SettingsFolder(config.path).read().polls)
        } catch {
            guard let record else { throw Failure(message: error.description, code: 2) }
            return StatusReport.Watched(
                feeds: record.feeds, timeZone: record.timeZone, fingerprint: record.rules,
                faults: error.problems.count)
        }
    }
}

/// The state of things as one value.
struct StatusReport: Codable, Sendable {
    struct Trouble: Codable, Sendable {
        var feed: String
        var since: Date?
        var cause: String
    }

    /// When a feed is asked next, and why then.
    struct Plan: Codable, Sendable {
        var feed: String
        var lastPoll: Date?
        var lastSuccess: Date?
        var status: Int?
        var failures: Int
        var nextPoll: Date?
        var reason: String?
    }

    /// What a while has brought.
    struct Rate: Codable, Sendable {
        var polls: Int
        var failures: Int
        var items: Int
        var edits: Int
        var matches: Int

        init(_ totals: Totals) {
            polls = totals.polls
            failures = totals.failures
            items = totals.items
            edits = totals.edits
            matches = totals.matches
        }
    }

    struct Sizes: Codable, Sendable {
        var databaseBytes: Int
        var logBytes: Int
        var freeBytes: Int
    }

    struct Outbox: Codable, Sendable {
        var waiting: Int
        var failing: Int
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
    var sizes: Sizes
    var lastHour: Rate
    var lastDay: Rate
    /// The first to be asked first.
    var schedule: [Plan]
    /// What hooks are still to be told.
    var outbox: Outbox
    var fingerprint: String
    var lastDigest: String?
    var lastDigestWritten: Date?
    /// Of the daemon, or of another command that writes.
    var process: Int32?
    /// What it could not keep and holds in memory.
    var unkept: Unkept?
    /// How much is wrong with the settings on disk.
    var settingsFaults: Int
    /// What the daemon says of its settings; nil where none runs.
    var daemon: SettingsRecord?
    /// What the daemon says of itself; nil where none runs.
    var live: LiveStatus?

    /// Why the archive's figures are missing.
    var archiveFault: String?

    init(_ watched: Watched, _ archive: Archive, at now: Date) throws(ArchiveError) {
        self.init(watched, archive.holder)
        try add(archive, watched, at: now)
    }

    /// What is known without the archive.
    init(_ watched: Watched, _ holder: ArchiveHolder?) {
        feeds = watched.feeds.count
        failing = []
        silent = []
        (items, matches, matchesToday, archiveBytes) = (0, 0, 0, 0)
        sizes = Sizes(databaseBytes: 0, logBytes: 0, freeBytes: 0)
        lastHour = Rate(Totals())
        lastDay = Rate(Totals())
        schedule = []
        outbox = Outbox(waiting: 0, failing: 0)
        fingerprint = watched.fingerprint
        settingsFaults = watched.faults
        process = holder?.process
        unkept = holder?.unkept
    }

    /// What the archive tells; where it fails, what it told until then.
    mutating func add(
        _ archive: Archive, _ watched: Watched, at now: Date
    ) throws(ArchiveError) {
        let states = try archive.feedStates()
        let enabled = watched.feeds
        schedule = StatusReport.schedule(enabled, states)
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
        matchesToday = try archive.totals(since: calendar.startOfDay(for: now)).matches
        let size = try archive.size()
        archiveBytes = size.database + size.log
        sizes = Sizes(databaseBytes: size.database, logBytes: size.log, freeBytes: size.free)
        lastHour = Rate(try archive.totals(since: now - 3_600))
        lastDay = Rate(try archive.totals(since: now - 86_400))
        let notices = try archive.outboxCounts()
        outbox = Outbox(waiting: notices.waiting, failing: notices.failing)
        let digest = try archive.digests(limit: 1).first
        lastDigest = digest?.name
        lastDigestWritten = digest?.written
    }

    private static func schedule(
        _ feeds: [String], _ states: [String: FeedState]
    ) -> [Plan] {
        let plans = feeds.map { feed in
            let state = states[feed]
            return Plan(
                feed: feed, lastPoll: state?.lastPoll, lastSuccess: state?.lastSuccess,
                status: state?.status, failures: state?.failures ?? 0, nextPoll: state?.nextPoll,
                reason: state?.reason)
        }
        return plans.sorted {
            ($0.nextPoll ?? .distantPast, $0.feed) < ($1.nextPoll ?? .distantPast, $1.feed)
        }
    }

    /// One living sentence, then what needs attention.
    var text: String {
        var lines = [
            "\(feeds) feeds, \(failing.count) failing, \(silent.count) silent; "
                + "\(matchesToday) matches today, \(matches) in all of \(items) items",
            "archive \(Bytes(archiveBytes)), of which log \(Bytes(sizes.logBytes)), free "
                + "\(Bytes(sizes.freeBytes)); rules \(fingerprint); "
                + "last digest \(lastDigest ?? "none yet")",
        ]
        if let archiveFault { lines.append("figures are missing: \(archiveFault)") }
        lines.append(process.map { "process \($0) is at work" } ?? "no daemon is running")
        lines += liveLines
        if outbox.waiting > 0 {
            lines.append("hooks: \(outbox.waiting) notices wait, \(outbox.failing) of them failed")
        }
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

    /// What the daemon says of itself.
    private var liveLines: [String] {
        guard let live else { return [] }
        var lines = [
            "running since \(live.running.formatted(.iso8601)); \(live.inFlight) polls in flight"
        ]
        if let age = live.watchdogAgeSeconds {
            lines[0] += "; found alive \(Int(age)) s ago"
        }
        if live.paused { lines.append("paused: ‘marsad control resume’ goes on") }
        if let since = live.offlineSince {
            lines.append("no feed can be reached since \(since.formatted(.iso8601))")
        }
        if let fault = live.writeFault { lines.append("cannot write: \(fault)") }
        if let fault = live.retention?.fault {
            lines.append("what is too old could not be dropped: \(fault)")
        }
        return lines
    }
}
