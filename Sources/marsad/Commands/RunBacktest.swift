import ArgumentParser
import Extraction
import Foundation
import News
import Settings
import Storage

/// `marsad backtest`: the archive under changed rules, beside the rules as they are.
struct RunBacktest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Try changed rules on the archive: what would be gained, lost, regraded.",
        discussion: """
            Every stored text is judged twice, by the rules as they are (--present, else \
            the usual place) and by the changed ones (--config). Nothing is written.

            Examples:
              cp -r config try        # then edit try/topics/drugs.yaml
              marsad backtest --config try
              marsad backtest --config try --since 2026-10-01 --fail-on-loss
              marsad backtest --config try --format html > changes.html
            """)

    /// What a backtest is printed as.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl, html }

    @Option(help: ArgumentHelp("The folder of changed settings.", valueName: "OTHER"))
    var config: String

    @Option(
        help: ArgumentHelp(
            "The settings as they are (else $MARSAD_CONFIG, ./config, …).", valueName: "DIR"))
    var present: String?

    @Option(
        help: "Only items seen from this day or moment on (\(Moment.examples)).",
        transform: Moment.parse)
    var since: Moment?

    @Option(help: "Only this topic; ‘relevance’ for relevance.")
    var topic: String?

    @Flag(help: "Exit with 1 where anything is lost.")
    var failOnLoss = false

    @Flag(help: "Also tell on standard error how fast the stored texts were examined.")
    var timing = false

    @Option(help: "How many changes of each kind are told one by one (else 20, in a page 1000).")
    var limit: Int?

    @OptionGroup var state: StateOption

    @Option(help: "text, json, or html: one page with everything in it.")
    var format = Format.text

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError("--limit wants a number from 0 on")
        }
    }

    func run() async throws {
        let before = try ConfigOption.read(present ?? ConfigOption.usualPath)
        let after = try ConfigOption.read(config)
        let topic = try topic.map { try Naming.subject($0, after) }
        let archive = try Workspace.open(state, .readOnly)
        let items = try await examine(archive, before, after)
        var backtest = Backtest(items, present: before.fingerprint, other: after.fingerprint)
        if let topic {
            backtest.changes.removeAll { $0.subject != topic }
            backtest.subjects.removeAll { $0.subject != topic }
        }
        switch format {
        case .text: Terminal.line(BacktestText(backtest, limit: limit ?? 20).text)
        case .json, .jsonl: Terminal.line(try JSON.text(backtest, pretty: format == .json))
        case .html: Terminal.line(BacktestPage(backtest, limit: limit ?? 1000).text)
        }
        if failOnLoss, backtest.hasLoss { throw ExitCode(1) }
    }

    /// How fast texts were read from the archive and judged by both sets of rules, by the time
    /// that the processors spent on it.
    private static func pace(_ items: [BacktestItem], ticks: clock_t) -> String {
        let megabytes = Double(items.reduce(0) { $0 + $1.byteCount }) / 1e6
        let seconds = max(Double(ticks) / Double(CLOCKS_PER_SEC), 1e-6)
        return String(
            format: "%.1f MB judged by both in %.2f s of processor time: %.1f MB/s a core",
            megabytes, seconds, megabytes / seconds)
    }

    private func examine(
        _ archive: Archive, _ before: Configuration, _ after: Configuration
    ) async throws -> [BacktestItem] {
        let since = since?.date(in: after.general.digest.zone)
        do throws(ArchiveError) {
            let stored = try StoredDocuments(before, archive)
            let others = try stored.saysSame(after) ? nil : StoredDocuments(after, archive)
            let bar = ProgressBar(total: try archive.totals(since: since).items)
            defer { bar.finish() }
            var walk = ArchiveWalk(archive: archive, since: since)
            walk.onProgress = { bar.show($0) }
            let start = clock()
            let pair = ExaminerPair(
                present: (before.lexicon, before.topics), other: (after.lexicon, after.topics))
            let items = try await walk.map { item in
                BacktestItem(
                    stored.document(item), other: others?.document(item), title: item.shownTitle,
                    by: pair)
            }
            if timing { Terminal.complain(RunBacktest.pace(items, ticks: clock() - start)) }
            return items
        } catch {
            throw Failure.couldNot(error)
        }
    }
}
