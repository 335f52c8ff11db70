import Foundation
import Logging
import News
import Polling
import ServiceLifecycle
import Settings
import Storage

/// Asks each feed when it is due, for as long as the daemon lives.
///
/// One task a feed in flight; slow feeds hold up nobody.
struct PollLoop: Service {
    let line: LiveLine
    let archive: Archive
    let log: Logger
    let notifier: SystemdNotifier

    func run() async throws {
        let now = Date()
        let states = try archive.feedStates().mapValues { $0.rebased(at: now) }
        let pipeline = await line.pipeline
        pipeline.honourHolds(states, at: now)
        notifier.ready()
        log.info("watching", metadata: ["feeds": "\(pipeline.settings.enabledFeeds.count)"])
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await watch(states) }
        } onGracefulShutdown: {
            notifier.stopping()
        }
        await line.pipeline.downloader.close()
    }

    private enum Event: Sendable {
        case polled(PollReport)
        /// Time to look at the clock; only the latest of those set counts.
        case tick(Int)
        /// The settings were read anew, or refused.
        case settings
        case ended
    }

    private func watch(_ known: [String: FeedState]) async {
        var states = known
        var inFlight: Set<String> = []
        var pipeline = await line.pipeline
        var tick = 0
        var clock = ClockWatch(wall: Date(), monotonic: .now)
        var unkept = UnkeptWatch()
        await withTaskGroup(of: Event.self) { group in
            group.addTask { .tick(0) }
            group.addTask { await nextSettings() }
            for await event in group {
                guard !Task.isCancelled else { continue }
                switch event {
                case .polled(let report):
                    inFlight.remove(report.feed.id)
                    // It may have begun under other settings.
                    states.merge(
                        replanned([report.feed.id: report.state], pipeline, at: Date())
                    ) { $1 }
                    tell(report)
                    await unkept.tell(pipeline.keeper.unkept, to: log)
                    continue
                case .tick(let number) where number < tick: continue
                case .ended: continue
                case .tick: break
                case .settings:
                    pipeline = await line.pipeline
                    states = replanned(states, pipeline, at: Date())
                    group.addTask { await nextSettings() }
                }
                if let jump = clock.jump(wall: Date(), monotonic: .now) {
                    states = states.mapValues { $0.shifted(by: jump) }
                    log.notice("the clock was set", metadata: ["seconds": "\(Int(jump))"])
                }
                for feed in pipeline.due(states, at: Date())
                where inFlight.insert(feed.id).inserted {
                    let state = states[feed.id]
                    group.addTask { [pipeline] in .polled(await pipeline.poll(feed, state)) }
                }
                await unkept.tell(pipeline.keeper.unkept, to: log)
                notifier.status(await sentence(states, pipeline, at: Date()) + unkept.sentence)
                notifier.alive()
                let next = nextPoll(states, pipeline)
                tick += 1
                group.addTask { [tick, pipeline] in
                    try? await pipeline.keeper.catchUp()
                    return await rest(until: next, tick)
                }
            }
        }
    }

    private func nextSettings() async -> Event {
        for await _ in line.changes { return .settings }
        return .ended
    }

    /// By other settings a feed may be due at another time.
    private func replanned(
        _ states: [String: FeedState], _ pipeline: Pipeline, at now: Date
    ) -> [String: FeedState] {
        var states = states
        for feed in pipeline.settings.enabledFeeds {
            states[feed.id] = states[feed.id].map { pipeline.courtesy.replanned(feed, $0, at: now) }
        }
        pipeline.honourHolds(states, at: now)
        return states
    }

    /// A feed of which nothing is known yet is being asked: what comes of it is to be seen soon.
    private func nextPoll(_ states: [String: FeedState], _ pipeline: Pipeline) -> Date {
        let planned = pipeline.settings.enabledFeeds.compactMap { feed in
            states[feed.id].map(\.nextPoll) ?? Date()
        }
        return planned.min() ?? Date().addingTimeInterval(60)
    }

    /// Until then, but between one second and thirty: a jump of the clock is to be seen soon.
    private func rest(until date: Date, _ tick: Int) async -> Event {
        let seconds = min(max(date.timeIntervalSinceNow, 1), 30)
        try? await Task.sleep(for: .seconds(seconds))
        return .tick(tick)
    }

    // MARK: Words

    private func tell(_ report: PollReport) {
        if let error = report.error {
            log.warning("\(error)", metadata: ["feed": "\(report.feed.id)"])
        } else {
            log.log(
                level: report.summary.new > 0 ? .info : .debug, "polled",
                metadata: [
                    "feed": "\(report.feed.id)", "status": "\(report.status ?? 0)",
                    "new": "\(report.summary.new)", "matches": "\(report.summary.matches)",
                ])
        }
    }

    /// `84 feeds, 3 failing; next poll in 43 s`.
    private func sentence(
        _ states: [String: FeedState], _ pipeline: Pipeline, at now: Date
    ) async -> String {
        let feeds = pipeline.settings.enabledFeeds
        let failing = feeds.count { (states[$0.id]?.failures ?? 0) > 0 }
        let wait = max(0, Int(nextPoll(states, pipeline).timeIntervalSince(now).rounded()))
        let refused = await line.refused == nil ? "" : "; new settings refused, see the log"
        return "\(feeds.count) feeds, \(failing) failing; next poll in \(wait) s\(refused)"
    }
}
