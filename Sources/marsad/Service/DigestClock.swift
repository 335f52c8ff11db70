import Digests
import Foundation
import Logging
import ServiceLifecycle
import Settings
import Storage

/// Writes the digest of each period at its hour, once.
///
/// What was written stands in the archive, so that neither a restart nor a machine that slept
/// through the hour writes a digest twice or leaves one out.
struct DigestClock: Service {
    let pipeline: Pipeline
    let archive: Archive
    let folder: String
    let log: Logger

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            writeIfDue(at: Date())
            _ = try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(30)) }
        }
    }

    func writeIfDue(at now: Date) {
        let digest = pipeline.settings.general.digest
        let period = DigestPeriod.last(
            digest.period, before: now, atMinute: digest.at, in: digest.zone)
        do {
            let written = try archive.digests(limit: 1).first
            if let written, written.until >= period.until { return }
            // A new archive has nothing to tell of a time before it was there.
            guard try archive.totals(since: period.since, until: period.until).polls > 0
            else { return }
            let path = try pipeline.digest(period, under: folder, at: now)
            log.info("digest written", metadata: ["path": "\(path)"])
            try tidy(at: now)
        } catch {
            log.error("the digest could not be written: \(error)")
        }
    }

    /// Once a period, after its digest: drops what the settings keep no longer.
    private func tidy(at now: Date) throws {
        var retention = Retention()
        retention.texts.days = pipeline.settings.general.archive.keepFor / 86_400
        while try !archive.tidy(retention, now: now).isDone {}
        let digests = OldDigests(folder: folder, keep: pipeline.settings.general.digest.keep)
        for name in digests.remove(at: now) {
            log.info("old digest removed", metadata: ["name": "\(name)"])
        }
    }
}
