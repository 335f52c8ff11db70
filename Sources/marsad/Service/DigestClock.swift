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
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let fault = await writeIfDue(await line.ruled(), at: clock.now)
            if let fault, fault != told { log.error("the digest could not be written: \(fault)") }
            told = fault
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
