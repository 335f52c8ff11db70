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
    let line: LiveLine
    let archive: Archive
    let folder: String
    let log: Logger

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await writeIfDue(await line.pipeline, at: Date())
            _ = try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(30)) }
        }
    }

    private func writeIfDue(_ pipeline: Pipeline, at now: Date) async {
        do {
            let digest = pipeline.settings.general.digest
            let periods = DigestPeriod.due(
                digest.period, told: try archive.digests(limit: 1).first?.until, before: now,
                atMinute: digest.at, in: digest.zone)
            for period in periods {
                // There is nothing to tell of a time in which nobody was asked.
                guard try archive.totals(since: period.since, until: period.until).polls > 0
                else { continue }
                try tidy(pipeline, at: now)
                let path = try await pipeline.digest(period, under: folder, at: now)
                log.info("digest written", metadata: ["path": "\(path)"])
            }
        } catch {
            log.error("the digest could not be written: \(error)")
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
