import Digests
import Foundation
import Logging
import Polling
import ServiceLifecycle
import Settings
import Storage

/// Writes the digest of each period at its hour, once.
///
/// What was written stands in the archive, so that neither a restart nor a machine that slept
/// through the hour writes a digest twice or leaves one out.
struct DigestClock: Service {
    let line: LiveLine
    let archive: Archive
    let inbox: LoopInbox
    let folder: String
    let clock: DaemonClock
    let log: Logger

    func run() async throws {
        // The loop first: a digest needs the rules, and whoever asks for them has them compiled.
        guard await inbox.ping() else { return }
        var told: String?
        var trust = ClockTrust(at: clock.now, monotonic: clock.monotonic)
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let mayTidy = trust.look(at: clock.now, monotonic: clock.monotonic)
            let fault = await writeIfDue(await line.ruled(), at: clock.now, mayTidy: mayTidy)
            if let fault, fault != told { log.error("the digest could not be written: \(fault)") }
            told = fault
            _ = try? await cancelWhenGracefulShutdown { try await clock.sleep(30) }
        }
    }

    /// Why it could not be written; nil where it was, or none is due.
    private func writeIfDue(
        _ pipeline: Pipeline, at now: Date, mayTidy: Bool
    ) async -> String? {
        do {
            let digest = pipeline.settings.general.digest
            let periods = DigestPeriod.due(
                digest.period, told: try archive.digests(limit: 1).first?.until, before: now,
                atMinute: digest.at, in: digest.zone)
            for period in periods {
                // There is nothing to tell of a time in which nobody was asked.
                guard try archive.totals(since: period.since, until: period.until).polls > 0
                else { continue }
                if mayTidy { try tidy(pipeline, at: now) }
                let path = try await pipeline.digest(period, under: folder, at: now)
                log.info("digest written", metadata: ["path": "\(path)"])
            }
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Once a period, before its digest, which lists those that stay: drops what the settings
    /// keep no longer.
    private func tidy(_ pipeline: Pipeline, at now: Date) throws {
        let retention = pipeline.settings.general.archive.retention
        while try !archive.tidy(retention, now: now).isDone {}
        let digests = OldDigests(folder: folder, keep: pipeline.settings.general.digest.keep)
        for name in digests.remove(at: now) {
            log.info("old digest removed", metadata: ["name": "\(name)"])
        }
    }
}

/// Whether the wall clock is to be trusted with dropping what is old: not for a day after it was
/// set forward by more than one, for whoever set it may have erred.
struct ClockTrust {
    private var watch: ClockWatch
    private var doubtedSince: ContinuousClock.Instant?

    init(at now: Date, monotonic: ContinuousClock.Instant) {
        watch = ClockWatch(wall: now, monotonic: monotonic)
    }

    mutating func look(at now: Date, monotonic: ContinuousClock.Instant) -> Bool {
        if let jump = watch.jump(wall: now, monotonic: monotonic), jump > 86_400 {
            doubtedSince = monotonic
        }
        return doubtedSince.map { (monotonic - $0) / .seconds(1) > 86_400 } ?? true
    }
}
