import ArgumentParser
import Digests
import Extraction
import Foundation
import News
import Origin
import Polling
import Settings
import Storage

/// `marsad demo`: the whole line on the seed corpus, without the internet.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the whole line on the seed articles, without the internet.",
        discussion: """
            Serves the seed articles as an RSS feed from this process, polls it over HTTP, \
            parses, examines, keeps, gathers stories and writes the digest. --seeds takes any \
            folder of articles, a text file each, its first line the headline: docs/tuning.md \
            begins so.

            Examples:
              marsad demo --output demo
              marsad demo --seeds docs/tutorial --output tutorial
            """)

    @Option(help: ArgumentHelp("The folder of seed articles.", valueName: "DIR"))
    var seeds = "seeds"

    @Option(
        help: ArgumentHelp(
            "Where archive and digest go; a new folder, or an earlier demo’s.", valueName: "DIR"))
    var output = "demo"

    @OptionGroup var config: ConfigOption

    func run() async throws {
        var settings = try config.read()
        let articles = try SeedFeed(folder: seeds, examiner: settings.examiner)
        let origin = try Origin(resources: ["/feed": articles.resource])
        let address = try await origin.start() + "/feed"
        settings.feeds = [
            Feed(id: "seeds", name: "Seed articles", url: address, language: "ar")
        ]
        settings.general.polling.allowNetworks = ["127.0.0.0/8"]
        settings.general.polling.hostPause = 0
        let archive = try freshArchive()
        settings.general.digest.languages = DigestLanguage.allCases.map(\.rawValue)
        let pipeline = Pipeline(settings, archive: archive)
        let reports = await poll(pipeline, archive)
        await origin.stop()
        try DemoTable(reports: reports, archive: archive).print()
        let folder = try await writeDigest(pipeline)
        try orFail { () throws(ArchiveError) in try archive.close() }
        Terminal.line("\nThe digest: \(folder)/digest.ar.html")
        Terminal.line("The archive: \(output)/archive.sqlite, for instance")
        let look = seeds == "seeds" ? "search 'حموشي تركيا'" : "stories"
        Terminal.line("  marsad \(look) --state \(output)")
        if reports.contains(where: { $0.error != nil }) { throw ExitCode(1) }
    }

    /// An empty archive in a folder that is new or an earlier demo's: nobody's data are removed.
    private func freshArchive() throws -> Archive {
        let files = FileManager.default
        let mark = output + "/.marsad-demo"
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: output, isDirectory: &isFolder), isFolder.boolValue,
            !files.fileExists(atPath: mark)
        {
            throw Failure.couldNot(
                "\(output): is there already and no earlier demo’s; name another --output")
        }
        for name in ["archive.sqlite", "archive.sqlite-wal", "archive.sqlite-shm", "digests"] {
            try? files.removeItem(atPath: "\(output)/\(name)")
        }
        let archive = try orFail { () throws(ArchiveError) in
            try Archive(at: output, access: .readWrite)
        }
        _ = files.createFile(atPath: mark, contents: nil)
        return archive
    }

    /// Twice: the first time the feed answers 200, the second time 304.
    private func poll(_ pipeline: Pipeline, _ archive: Archive) async -> [PollReport] {
        var reports: [PollReport] = []
        for _ in 1...2 {
            let states = (try? archive.feedStates()) ?? [:]
            reports += await pipeline.poll(pipeline.settings.feeds, states: states)
        }
        await pipeline.downloader.close()
        return reports
    }

    private func writeDigest(_ pipeline: Pipeline) async throws -> String {
        let now = Date()
        let style = Date.ISO8601FormatStyle(timeZone: pipeline.settings.general.digest.zone)
        let period = DigestPeriod(
            since: now.addingTimeInterval(-86_400), until: now.addingTimeInterval(1),
            name: now.formatted(style.year().month().day()))
        do {
            return try await pipeline.digest(period, under: output + "/digests", at: now)
        } catch {
            throw Failure.couldNot(error)
        }
    }
}

/// The seed articles as a feed.
struct SeedFeed {
    let resource: Resource

    /// - Parameter examiner: finds each article's headline.
    init(folder: String, examiner: Examiner) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.filter { $0.hasSuffix(".txt") }.sorted()
        guard !files.isEmpty else {
            throw Failure.couldNot(
                "\(folder): holds no seed articles; run this in Marsad's folder or give --seeds")
        }
        let entries = files.compactMap { name -> FeedDocument.Entry? in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                return nil
            }
            return SeedFeed.entry(name, String(decoding: data, as: UTF8.self), examiner)
        }
        let feed = FeedDocument(
            title: "Seed articles", link: "http://localhost/", language: "ar", entries: entries)
        resource = Resource(feed.rss, etag: "\"seeds-1\"", isCompressed: true)
    }

    /// The headline as the title; every other line, chrome included, as a paragraph.
    private static func entry(
        _ name: String, _ text: String, _ examiner: Examiner
    ) -> FeedDocument.Entry {
        let id = String(name.dropLast(4))
        let title = examiner.examine(Document(id: id, source: name, text: text)).title ?? ""
        var lines = text.split(separator: "\n").map(String.init)
        if let line = lines.firstIndex(of: title) { lines.remove(at: line) }
        return FeedDocument.Entry(
            id: id, title: title, link: "http://localhost/\(id)",
            body: lines.map { "<p>\(FeedDocument.html($0))</p>" }.joined(separator: "\n"))
    }
}

/// What the demo found, as a table.
struct DemoTable {
    let reports: [PollReport]
    let archive: Archive

    func print() throws {
        for (number, report) in reports.enumerated() {
            let status = report.status.map(String.init) ?? report.error ?? "no answer"
            Terminal.line(
                "poll \(number + 1): \(status), \(report.items) items, \(report.summary.new) new, "
                    + "\(report.summary.matches) matches")
        }
        let stories = try orFail { () throws(ArchiveError) in try archive.stories() }
        Terminal.line("stories: \(stories.count)\n")
        for match in stories.flatMap(\.members) {
            let headline = match.item.headline(without: match.report.boilerplate)
            Terminal.line(Terminal.bold(Bidi.isolated(headline)))
            let topics = match.report.topics.map { "\($0.id) \($0.score)" }
            Terminal.line("  topics     " + topics.joined(separator: ", "))
            row("people", match.report.facts.people.map(\.name))
            row("countries", match.report.facts.countries.map(\.code))
            row("places", match.report.facts.places.map(\.name))
            row("events", match.report.facts.events.map(\.name))
            row("dates", match.report.facts.dates.compactMap(\.value))
        }
    }

    private func row(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        let label = name.padding(toLength: 11, withPad: " ", startingAt: 0)
        Terminal.line("  \(label)" + values.map(Bidi.isolated).joined(separator: ", "))
    }
}
