import Digests
import Foundation
import Logging
import ServiceLifecycle
import Settings
import Storage

/// Has ``DueDigests`` write the digest of each period at its hour.
struct DigestClock: Service {
    let line: LiveLine
    let inbox: LoopInbox
    let folder: String
    let clock: DaemonClock
    let log: Logger

    /// Seconds between two looks; after the first, so that they do not come together with the
    /// poll loop's.
    private static let pause = 30.0
    private static let first = 10.0

    func run() async throws {
        // The loop first: a digest needs the rules, and whoever asks for them has them compiled.
        guard await inbox.ping() else { return }
        var next = DigestClock.first
        var told: String?
        var settled: Settled?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let pipeline = await line.ruled()
            let now = clock.now
            if settled?.holds(at: now, pipeline.settings.general.digest) != true {
                let fault = await writeIfDue(pipeline, at: now)
                if let fault, fault != told {
                    log.error("the digest could not be written: \(fault)")
                }
                told = fault
                settled = await Settled(pipeline, at: now, fault: fault)
            }
            await clock.rest(next)
            next = DigestClock.pause
        }
    }

    /// Why it could not be written; nil where it was, or none is due.
    private func writeIfDue(_ pipeline: Pipeline, at now: Date) async -> String? {
        let digests = DueDigests(writer: await pipeline.writer, folder: folder)
        var fault: String?
        do {
            fault = try await digests.sendMail(at: now).map { "\($0)" }
            for period in try digests.periods(at: now) {
                let mayTidy = try pipeline.archive.trusts(now, pause: 2)
                let result = try await digests.write(period, at: now, mayTidy: mayTidy)
                for name in result.removed {
                    log.info("old digest removed", metadata: ["name": "\(name)"])
                }
                log.info(
                    result.isLate ? "digest written late" : "digest written",
                    metadata: ["path": "\(result.path)"])
                fault = result.refusal.map { "\($0)" } ?? fault
            }
            return fault
        } catch {
            return "\(error)"
        }
    }
}

/// That no digest is due before some moment: until then nothing has to be read to know.
private struct Settled {
    let since: Date
    let until: Date
    let schedule: GeneralSettings.Digest

    /// Nil where there was a fault, or where polls wait to be kept that a digest will tell of.
    init?(_ pipeline: Pipeline, at now: Date, fault: String?) async {
        guard fault == nil, await pipeline.keeper.unkept == nil else { return nil }
        schedule = pipeline.settings.general.digest
        since = now
        until = DigestPeriod.nextEnd(
            schedule.period, after: now, atMinute: schedule.at, in: schedule.zone)
    }

    /// Not by a clock that went back, nor by other settings.
    func holds(at now: Date, _ schedule: GeneralSettings.Digest) -> Bool {
        now >= since && now < until && schedule == self.schedule
    }
}
