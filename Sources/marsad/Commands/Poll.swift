import ArgumentParser
import Extraction
import Foundation
import News
import Polling
import Settings
import Storage

/// `marsad poll`: asks feeds once, through the whole pipeline, and stops.
struct Poll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask the due feeds, or those named, once, and keep what they bring.",
        discussion: """
            A daemon that runs on the same archive is asked to do it: it holds the archive, and \
            without names it asks all feeds that may be asked, due or not.

            Examples:
              marsad poll
              marsad poll hespress.com telquel.ma
            """)

    @Argument(help: "Ids or names of feeds; asked even when they are not due.")
    var feeds: [String] = []

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func run() async throws {
        var request = ControlRequest(.poll)
        request.feeds = feeds.isEmpty ? nil : feeds
        if let lines = try ControlClient(state: state.path)?.ask(request, patience: 600)?.polls {
            return try PollPrinter(total: lines.count, format: format).finish(lines)
        }
        let workspace = try Workspace(config, state, .readWrite)
        let pipeline = Pipeline(workspace.settings, archive: workspace.archive)
        let states = try orFail { () throws(ArchiveError) in try workspace.archive.feedStates() }
        let chosen = try chosen(pipeline, states)
        let printer = PollPrinter(total: chosen.count, format: format)
        let reports = await pipeline.poll(chosen, states: states) { printer.tell($0) }
        await pipeline.downloader.close()
        let unkept = await pipeline.keeper.settled()
        try orFail { () throws(ArchiveError) in try workspace.archive.close() }
        try printer.finish(reports, unkept)
    }

    private func chosen(_ pipeline: Pipeline, _ states: [String: FeedState]) throws -> [Feed] {
        guard !feeds.isEmpty else { return pipeline.due(states, at: Date()) }
        var chosen: [Feed] = []
        for name in feeds {
            let feed = try config.feed(named: name, among: pipeline.settings.feeds)
            if !chosen.contains(feed) { chosen.append(feed) }
        }
        return chosen
    }

}

/// Prints polls: failures as they come, a summary at the end.
struct PollPrinter: Sendable {
    let total: Int
    let format: OutputFormat

    func tell(_ report: PollReport) {
        if let error = report.error { Terminal.complain("\(report.feed.id): \(error)") }
        if let overrun = report.overrun { Terminal.complain("\(report.feed.id): \(overrun)") }
        if let pages = report.pagesLeft { Terminal.complain("\(report.feed.id): \(pages)") }
        for complaint in report.complaints.prefix(3) {
            Terminal.complain("\(report.feed.id): \(complaint)")
        }
    }

    /// Of a daemon's polls.
    func finish(_ lines: [PollLine]) throws {
        for line in lines {
            if let error = line.error { Terminal.complain("\(line.feed): \(error)") }
        }
        try print(lines)
        if lines.contains(where: { $0.error != nil }) { throw ExitCode(1) }
    }

    /// Exit code 1 where a feed failed, 2 where the archive did.
    func finish(_ reports: [PollReport], _ unkept: Unkept?) throws {
        let failed = reports.filter { $0.error != nil }
        try print(reports.map(PollLine.init))
        if let unkept {
            throw Failure.couldNot(
                "\(unkept.cause); \(unkept.polls + unkept.refused) polls were not kept: "
                    + "their feeds will be asked again")
        }
        if !failed.isEmpty { throw ExitCode(1) }
    }

    private func print(_ lines: [PollLine]) throws {
        try format.print(lines, snake: true) { Terminal.line(summary($0)) }
    }

    private func summary(_ lines: [PollLine]) -> String {
        guard !lines.isEmpty else { return "no feed is due" }
        let new = lines.reduce(0) { $0 + $1.new }
        let edited = lines.reduce(0) { $0 + $1.edited }
        let matches = lines.reduce(0) { $0 + $1.matches }
        let unchanged = lines.count { $0.status == 304 }
        let failed = lines.count { $0.error != nil }
        return "\(lines.count) feeds asked, \(failed) failed, \(unchanged) unchanged; "
            + "\(new) new items, \(edited) edited, \(matches) matches"
    }
}
