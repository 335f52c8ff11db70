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
    let pipeline: Pipeline
    let archive: Archive
    let log: Logger
    let notifier: SystemdNotifier

    func run() async throws {
        var states = try archive.feedStates()
        let now = Date()
        for feed in pipeline.settings.enabledFeeds {
            guard let state = states[feed.id] else { continue }
            states[feed.id] = state.rebased(at: now)
        }
        pipeline.honourHolds(states, at: now)
        notifier.ready()
        log.info("watching", metadata: ["feeds": "\(pipeline.settings.enabledFeeds.count)"])
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { [states] in await watch(states) }
        } onGracefulShutdown: {
            notifier.stopping()
        }
        await pipeline.downloader.close()
    }

    private enum Event: Sendable {
        case polled(PollReport)
        /// Time to look at the clock.
        case tick
    }

    private func watch(_ known: [String: FeedState]) async {
        var states = known
        var inFlight: Set<String> = []
        var clock = ClockWatch(wall: Date(), monotonic: .now)
        var unkept = UnkeptWatch()
        await withTaskGroup(of: Event.self) { group in
            group.addTask { .tick }
            for await event in group {
                guard !Task.isCancelled else { continue }
                if case .polled(let report) = event {
                    inFlight.remove(report.feed.id)
                    states[report.feed.id] = report.state
                    tell(report)
                    await unkept.tell(pipeline.keeper.unkept, to: log)
                    continue
                }
                if let jump = clock.jump(wall: Date(), monotonic: .now) {
                    states = states.mapValues { $0.shifted(by: jump) }
                    log.notice("the clock was set", metadata: ["seconds": "\(Int(jump))"])
                }
                for feed in pipeline.due(states, at: Date())
                where inFlight.insert(feed.id).inserted {
                    let state = states[feed.id]
                    group.addTask { .polled(await pipeline.poll(feed, state)) }
                }
                await unkept.tell(pipeline.keeper.unkept, to: log)
                notifier.status(sentence(states, at: Date()) + unkept.sentence)
                notifier.alive()
                let next = nextPoll(states)
                group.addTask {
                    try? await pipeline.keeper.catchUp()
                    return await rest(until: next)
                }
            }
        }
    }

    /// A feed of which nothing is known yet is being asked: what comes of it is to be seen soon.
    private func nextPoll(_ states: [String: FeedState]) -> Date {
        let planned = pipeline.settings.enabledFeeds.compactMap { feed in
            states[feed.id].map(\.nextPoll) ?? Date()
        }
        return planned.min() ?? Date().addingTimeInterval(60)
    }

    /// Until then, but between one second and thirty: a jump of the clock is to be seen soon.
    private func rest(until date: Date) async -> Event {
        let seconds = min(max(date.timeIntervalSinceNow, 1), 30)
        try? await Task.sleep(for: .seconds(seconds))
        return .tick
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
    private func sentence(_ states: [String: FeedState], at now: Date) -> String {
        let feeds = pipeline.settings.enabledFeeds
        let failing = feeds.count { (states[$0.id]?.failures ?? 0) > 0 }
        let wait = max(0, Int(nextPoll(states).timeIntervalSince(now).rounded()))
        return "\(feeds.count) feeds, \(failing) failing; next poll in \(wait) s"
    }
}
