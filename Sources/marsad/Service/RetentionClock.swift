import Foundation
import Logging
import ServiceLifecycle
import Settings
import Storage

/// Once a day has the archive drop what the settings keep no longer, and its search index join
/// the pieces that the day's polls wrote, batch by batch between polls.
///
/// A disk that takes no writing puts it off by an hour; nothing else waits for it.
struct RetentionClock: Service {
    let line: LiveLine
    let archive: Archive
    let instruments: Instruments
    let clock: DaemonClock
    let log: Logger

    /// Seconds to the first look, when all feeds have had their turn, and between two looks.
    private static let first = 300.0
    private static let pause = 3_600.0
    /// Seconds between two times that all was dropped: a little less than a day, so that they do
    /// not wander through it.
    private static let interval = 86_400.0 - pause / 2

    func run() async throws {
        var last: ContinuousClock.Instant?
        var told: String?
        await clock.rest(RetentionClock.first)
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let now = clock.monotonic
            let isDue = last.map { (now - $0) / .seconds(1) > RetentionClock.interval } ?? true
            if isDue, isTrusted, await !instruments.isUnderCare {
                let retention = await line.pipeline.settings.general.archive.retention
                let round = await RetentionRound(archive, retention, at: clock.now)
                // It reads pages of all tables.
                await Housekeeping.giveBack(archive)
                tell(round, told: told)
                told = round.fault
                await instruments.note(round)
                if round.fault == nil { last = now }
            }
            await clock.rest(RetentionClock.pause)
        }
    }

    /// Not where the archive cannot say.
    private var isTrusted: Bool { (try? archive.trusts(clock.now, pause: 2)) ?? false }

    private func tell(_ round: RetentionRound, told: String?) {
        if let fault = round.fault {
            if fault != told { log.error("what is too old could not be dropped: \(fault)") }
        } else if round.dropped > 0 {
            log.info(
                "what is too old was dropped",
                metadata: ["rows": "\(round.dropped)", "bytes": "\(round.freed)"])
        }
    }
}

/// What one time of dropping came to.
struct RetentionRound: Codable, Sendable, Hashable {
    var at: Date
    /// Rows of all kinds.
    var dropped = 0
    /// Bytes given back to the disk.
    var freed = 0
    /// Why not all that is too old was.
    var fault: String?

    /// Others get their turn between two batches (by a nap of none: `Task.yield` would start
    /// libdispatch's threads, see `docs/notes/threads.md`); ends early when the daemon is told to.
    @concurrent
    init(_ archive: Archive, _ retention: Retention, at now: Date) async {
        at = now
        do throws(ArchiveError) {
            var tidying = try archive.tidying(retention, now: now)
            var isDone = false
            while !isDone, !Task.isShuttingDownGracefully, !Task.isCancelled {
                let step = try archive.step(of: &tidying)
                dropped += step.dropped
                freed += step.freed
                isDone = step.isDone
                await Nap().sleep(0)
            }
            isDone = false
            while !isDone, !Task.isShuttingDownGracefully, !Task.isCancelled {
                isDone = try archive.mergeIndex()
                await Nap().sleep(0)
            }
        } catch {
            fault = error.description
        }
    }
}
