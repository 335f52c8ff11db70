import Foundation
import Logging
import News
import Polling
import ServiceLifecycle
import Settings
import Storage

/// Asks each feed when it is due, for as long as the daemon lives.
///
/// One task a feed in flight; slow feeds hold up nobody. All that happens comes through one
/// inbox, so that the loop alone knows and changes how things stand (``Watch``).
struct PollLoop: Service {
    let line: LiveLine
    let archive: Archive
    let inbox: LoopInbox
    let instruments: Instruments
    let clock: DaemonClock
    let log: Logger
    let notifier: SystemdNotifier

    /// Seconds that polls in flight get when the daemon is told to end.
    static let grace = 10.0

    func run() async throws {
        let pipeline = await line.pipeline
        let now = clock.now
        let states = try await known().mapValues { $0.rebased(at: now) }
        pipeline.honourHolds(states, at: now)
        var watch = Watch(pipeline, states, at: now, monotonic: clock.monotonic)
        notifier.ready()
        log.info("watching", metadata: ["feeds": "\(watch.feeds.count)"])
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in await follow(&watch, &group) }
        } onGracefulShutdown: {
            notifier.stopping()
            inbox.put(.stop)
        }
        watch.refuseOrders("the daemon is stopping")
        await inbox.close()
        await line.pipeline.downloader.close()
    }

    /// What the loop cannot do without: where it is damaged the daemon ends, and nobody waits for
    /// an answer of the loop.
    private func known() async throws -> [String: FeedState] {
        do {
            return try orFail { () throws(ArchiveError) in try archive.feedStates() }
        } catch {
            await inbox.close()
            throw error
        }
    }

    private func follow(_ watch: inout Watch, _ group: inout DiscardingTaskGroup) async {
        var today = MatchesToday(archive: archive)
        var unkept = UnkeptWatch()
        var housekeeping = Housekeeping()
        var tick = 0
        inbox.put(.tick(0))
        for await event in inbox.events {
            switch event {
            case .polled(let report, let seconds):
                await take(report, seconds, in: &watch)
                today.add(report.summary.matches)
                await unkept.tell(watch.pipeline.keeper.unkept, to: log)
                if watch.isEnding, watch.inFlight.isEmpty { group.cancelAll(); return }
                pollNext(&watch, &group)
                continue
            case .tick(let number) where number < tick: continue
            case .tick: break
            case .settings:
                let next = await line.pipeline
                let known = watch.hasUnknownFeeds(next) ? try? archive.feedStates() : nil
                watch.adopt(next, known: known ?? [:], at: clock.now)
                watch.pipeline.honourHolds(watch.watched.known, at: clock.now)
                today.forget()
            case .poll(let order): watch.lineUp(order, at: clock.now)
            case .pause(let isPaused): watch.isPaused = isPaused
            case .ping(let answer):
                answer()
                continue
            case .stop:
                watch.end()
                watch.pipeline.downloader.startNoMore()
                guard !watch.inFlight.isEmpty else { group.cancelAll(); return }
                group.addTask { await beImpatient() }
            case .patienceOver:
                log.notice("polls given up", metadata: ["feeds": "\(watch.inFlight.count)"])
                group.cancelAll()
                return
            case .rest(let answer): watch.rest(answer)
            case .wake: watch.wake()
            case .stall: await hang()
            }
            look(at: &watch)
            pollNext(&watch, &group)
            await unkept.tell(watch.pipeline.keeper.unkept, to: log)
            await tell(watch, &today, unkept)
            if housekeeping.isDue(at: clock.monotonic, isAtRest: watch.isAtRest) {
                let isSettled = housekeeping.times == 2
                group.addTask {
                    // Not together with what the loop does now: each touches code of its own.
                    guard (try? await DaemonClock.real.sleep(5)) != nil else { return }
                    await Housekeeping.tidy(archive, isSettled: isSettled)
                }
            }
            tick += 1
            let rest = watch.rest(at: clock.now)
            group.addTask { [tick, pipeline = watch.pipeline] in
                try? await pipeline.keeper.catchUp()
                // Cut short only when the loop ends.
                try? await clock.sleep(rest)
                inbox.put(.tick(tick))
            }
        }
        group.cancelAll()
    }

    // MARK: Steps

    /// Looks at the clock: who is due, what is to be told.
    private func look(at watch: inout Watch) {
        if let jump = watch.clockJump(at: clock.now, monotonic: clock.monotonic) {
            log.notice("the clock was set", metadata: ["seconds": "\(Int(jump))"])
        }
        for line in watch.failureLines(at: clock.now) { tell(line) }
        watch.lineUp(at: clock.now)
    }

    private func pollNext(_ watch: inout Watch, _ group: inout DiscardingTaskGroup) {
        while let feed = watch.next() {
            group.addTask { [pipeline = watch.pipeline, state = watch.watched[feed.id]] in
                let began = ContinuousClock.now
                let report = await pipeline.poll(feed, state)
                inbox.put(.polled(report, seconds: (ContinuousClock.now - began) / .seconds(1)))
            }
        }
    }

    private func take(_ report: PollReport, _ seconds: Double, in watch: inout Watch) async {
        tell(watch.take(report, at: clock.now))
        tell(report)
        await instruments.count(report, seconds: seconds)
    }

    private func beImpatient() async {
        // Cut short where all polls ended before.
        guard (try? await DaemonClock.real.sleep(PollLoop.grace)) != nil else { return }
        inbox.put(.patienceOver)
    }

    /// Never returns: what the watchdog is there for (`docs/notes/testing-the-daemon.md`).
    private func hang() async {
        log.warning("the poll loop hangs, as a test asked it to")
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }

    // MARK: Words

    private func tell(_ report: PollReport) {
        guard report.error == nil else { return }
        if let overrun = report.overrun {
            log.notice("\(overrun)", metadata: ["feed": "\(report.feed.id)"])
        }
        log.log(
            level: report.summary.new > 0 ? .info : .debug, "polled",
            metadata: [
                "feed": "\(report.feed.id)", "status": "\(report.status ?? 0)",
                "new": "\(report.summary.new)", "matches": "\(report.summary.matches)",
            ])
    }

    private func tell(_ line: FailureLog.Line) {
        log.log(
            level: line.isWarning ? .warning : .notice, "\(line.message)",
            metadata: line.fields.mapValues { "\($0)" })
    }

    private func tell(_ change: Outage.Change?) {
        switch change {
        case .began(let cause):
            log.warning(
                "no feed can be reached; one a minute is tried",
                metadata: ["such-as": "\(cause)"])
        case .ended(let seconds, let feeds):
            log.notice(
                "feeds can be reached again",
                metadata: ["feeds": "\(feeds.count)", "after": "\(Int(seconds))s"])
        case nil: break
        }
    }

    private func tell(_ watch: Watch, _ today: inout MatchesToday, _ unkept: UnkeptWatch) async {
        let now = clock.now
        let sentence = watch.sentence(
            matchesToday: today.count(in: watch.pipeline.settings.general.digest.zone, at: now),
            isRefused: await line.refused != nil, at: now)
        notifier.status(sentence + unkept.sentence)
        await instruments.note(
            LoopState(watch, sentence: sentence + unkept.sentence, at: now))
    }
}
