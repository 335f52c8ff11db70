import Digests
import Extraction
import Feeds
import Foundation
import News
import Polling
import Settings
import Storage

/// The way of the data, stage by stage. Read this file first.
///
/// settings ─► schedule ─► download ─► parse ─► plan ─► examine ─► gather ─► keep ─► digest
struct Pipeline: Sendable {
    let settings: PollSettings
    let rules: AwaitedRules
    let courtesy: Courtesy
    let downloader: Downloader
    let parser: FeedParser
    let pages: ArticlePages
    let keeper: Keeper
    let archive: Archive
    let clock: DaemonClock

    /// - Parameter memory: Bytes for polls that the archive cannot keep.
    init(
        _ settings: Configuration, archive: Archive, memory: Int = 64 << 20,
        clock: DaemonClock = .real
    ) {
        self.init(
            settings.polls, .known(settings), archive: archive, memory: memory, clock: clock)
    }

    /// With rules that may still be being compiled.
    init(
        _ settings: PollSettings, _ rules: AwaitedRules, archive: Archive, memory: Int = 64 << 20,
        clock: DaemonClock = .real
    ) {
        self.settings = settings
        self.rules = rules
        self.archive = archive
        courtesy = Courtesy(limits: settings.general.pollingLimits)
        downloader = Downloader(settings.general.downloadOptions)
        parser = FeedParser(limits: settings.general.feedLimits)
        self.clock = clock
        keeper = Keeper(archive: archive, memory: memory, clock: clock)
        pages = ArticlePages(downloader, limits: settings.general.feedLimits)
    }

    /// The same line by other settings.
    ///
    /// The keeper stays one, so that matches of both still come together in their stories. A
    /// downloader that is needed no more ends with the last poll that uses it.
    func under(_ other: Configuration) -> Pipeline { Pipeline(self, under: other) }

    private init(_ line: Pipeline, under other: Configuration) {
        settings = other.polls
        rules = .known(other)
        archive = line.archive
        clock = line.clock
        courtesy = Courtesy(limits: other.general.pollingLimits)
        let options = other.general.downloadOptions
        downloader =
            options == line.settings.general.downloadOptions
            ? line.downloader : Downloader(options)
        parser = FeedParser(limits: other.general.feedLimits)
        pages =
            other.general.downloadOptions == line.settings.general.downloadOptions
            ? line.pages : ArticlePages(downloader, limits: other.general.feedLimits)
        keeper = line.keeper
    }

    /// Asks feeds once, as many at a time as the downloader can do with, and keeps what they
    /// brought. Ends early, keeping what is whole, when its task is cancelled.
    func poll(
        _ feeds: [Feed], states: [String: FeedState],
        onEach: @escaping @Sendable (PollReport) -> Void = { _ in }
    ) async -> [PollReport] {
        honourHolds(states, at: clock.now)
        return await withTaskGroup(of: PollReport.self) { group in
            var turns = PollTurns(settings.general.downloadOptions)
            for feed in feeds { turns.add(feed) }
            func begin() {
                while let feed = turns.next() {
                    group.addTask { await poll(feed, states[feed.id]) }
                }
            }
            begin()
            var reports: [PollReport] = []
            for await report in group {
                turns.finished(report.feed)
                begin()
                onEach(report)
                reports.append(report)
            }
            try? await keeper.catchUp()
            return reports.sorted { $0.feed.id < $1.feed.id }
        }
    }

    /// One feed, from its schedule to the archive.
    func poll(_ feed: Feed, _ state: FeedState?) async -> PollReport {
        let request: DownloadRequest
        do throws(DownloadError) {
            request = try courtesy.request(for: feed, state).made(as: feed)
        } catch {
            return await take(.failure(error), nil, of: feed, state)
        }
        return await downloader.fetch(request) { parts in
            await read(parts, of: feed)
        } digest: { answer, document in
            await take(answer, document, of: feed, state)
        }
    }

    /// One feed from an answer that is there already: one that was found by asking it is not
    /// asked a second time.
    ///
    /// - Parameter read: The document as it was read already; nil to read the answer's body.
    func take(
        _ answer: Result<DownloadResponse, DownloadError>,
        _ read: Result<ParsedFeed, FeedError>?, of feed: Feed, _ state: FeedState?
    ) async -> PollReport {
        let document = document(in: answer, read, of: feed, state)
        let next = plan(feed, state, answer, document)
        let (items, pages) = await examine(document, of: feed, next.recurringLines)
        var report = PollReport(feed, answer, document, next)
        report.pages = pages
        report.examineSeconds = items.map(\.seconds)
        return await gatherAndKeep(items, report, before: state)
    }

    /// Once a period, from the archive to files: the digest of what was kept.
    ///
    /// - Parameter folder: where digests lie, one folder a period.
    /// - Returns: the folder of this one.
    func digest(
        _ period: DigestPeriod, under folder: String, at now: Date
    ) async throws -> String {
        try await writer.publish(
            period, under: folder, languages: settings.general.digest.digestLanguages, at: now)
    }

    /// Leaves those hosts alone that asked for it before the program started.
    func honourHolds(_ states: [String: FeedState], at now: Date) {
        for feed in settings.enabledFeeds {
            guard let state = states[feed.id],
                let hold = courtesy.hold(of: feed, state, at: now)
            else { continue }
            downloader.hold(host: hold.host, seconds: hold.seconds)
        }
    }

    /// Makes digests by these settings.
    var writer: DigestWriter {
        get async { DigestWriter(settings: await rules.settings, archive: archive) }
    }

    // MARK: The stages

    /// Which of the feeds are to be asked now.
    func due(_ states: [String: FeedState], at now: Date) -> [Feed] {
        settings.feeds.filter { $0.enabled && courtesy.isDue($0, states[$0.id], at: now) }
    }

    /// A document while it comes, off the thread that fetches; nil where none came.
    private func read(
        _ parts: AsyncStream<BodyPart>, of feed: Feed
    ) async -> Result<ParsedFeed, FeedError>? {
        var stream: FeedStream?
        var items: [Item] = []
        for await part in parts {
            switch part {
            case .head(let response):
                stream = parser.stream(context: FeedContext(response, as: feed, at: clock.now))
                items = []
            case .bytes(let bytes): items += stream?.push(bytes) ?? []
            }
        }
        guard let stream else { return nil }
        do throws(FeedError) {
            return .success(try stream.finish().feed(after: items))
        } catch {
            return .failure(error)
        }
    }

    /// Nil where there is no document to keep: unchanged, refused or failed.
    private func document(
        in answer: Result<DownloadResponse, DownloadError>,
        _ read: Result<ParsedFeed, FeedError>?, of feed: Feed, _ state: FeedState?
    ) -> Result<ParsedFeed, FeedError>? {
        guard case .success(let response) = answer,
            courtesy.outcome(of: response, for: feed, state, at: clock.now).hasDocument
        else { return nil }
        if let read { return read }
        do throws(FeedError) {
            let context = FeedContext(response, as: feed, at: clock.now)
            return .success(try parser.parse(response.body, context: context))
        } catch {
            return .failure(error)
        }
    }

    /// What to remember of the feed, and when to ask it next.
    private func plan(
        _ feed: Feed, _ state: FeedState?,
        _ answer: Result<DownloadResponse, DownloadError>,
        _ document: Result<ParsedFeed, FeedError>?
    ) -> FeedState {
        let pollAnswer: PollAnswer =
            switch (answer, document) {
            case (.success(let response), .success(let parsed)?): .response(response, parsed)
            case (.success(let response), .failure(let error)?):
                .unreadable(response, cause: error.description)
            case (.success(let response), nil): .response(response, nil)
            case (.failure(let error), _): .failure(error)
            }
        var next = courtesy.next(
            feed: feed, state: state ?? FeedState(), answer: pollAnswer, now: clock.now)
        if case .success(let parsed)? = document {
            next.recurringLines = RecurringLines.learn(
                from: parsed.items.map(\.text), known: state?.recurringLines ?? [])
        }
        return next
    }

    /// The new and edited items with what is found in them; where the feed is set so, in the
    /// whole text of those that may match.
    private func examine(
        _ document: Result<ParsedFeed, FeedError>?, of feed: Feed, _ recurringLines: [UInt64]?
    ) async -> ([Examined], ArticlePages.Tally) {
        var tally = ArticlePages.Tally()
        guard case .success(let parsed)? = document else { return ([], tally) }
        let settings = await rules.settings
        let lines = recurringLines ?? []
        var examined: [Examined] = []
        for item in await keeper.unknown(parsed.items, of: feed) {
            let first = Examined(item, of: feed, recurringLines: lines, by: settings)
            // A near miss may be one for want of its text.
            guard first.report != nil, ArticlePages.isWanted(for: item, of: feed),
                let whole = await pages.whole(item, of: feed, &tally)
            else {
                examined.append(first)
                continue
            }
            examined.append(
                Examined(
                    whole, of: feed, recurringLines: lines, by: settings, published: item))
        }
        return (examined, tally)
    }

    /// Places the matches in stories and keeps the poll: one turn of the keeper, so that two
    /// polls that bring the same event at the same moment make one story.
    ///
    /// A poll that was given up leaves no trace. One that the archive cannot keep stays in
    /// memory until it can; where there is no room left for it, it is forgotten but for its
    /// time: its validators would keep its items from coming again.
    private func gatherAndKeep(
        _ items: [Examined], _ poll: PollReport, before state: FeedState?
    ) async -> PollReport {
        guard !poll.isGivenUp else { return poll }
        var report = poll
        do throws(ArchiveError) {
            let keepText = settings.general.archive.keepText.kept
            let hooks = HookNotices(settings.general.hooks)
            report.summary = try await keeper.inTurn { keeper throws(ArchiveError) in
                try keeper.keepHeld()
                let gathered = try keeper.gather(items, of: poll.feed)
                return try keeper.keep(gathered, poll, keepText: keepText, hooks: hooks)
            }
        } catch {
            report.archiveError = error
            guard await !keeper.hold(items, poll, because: error) else { return report }
            let next = report.state.nextPoll
            report.state = state ?? FeedState()
            report.state.nextPoll = next
        }
        return report
    }
}
