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
            for period in try due(pipeline.settings.general.digest, at: now) {
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

    /// The periods that are over and not told yet, the earliest first: of a new archive the last
    /// alone, after an outage up to a month of them.
    private func due(
        _ digest: GeneralSettings.Digest, at now: Date
    ) throws(ArchiveError) -> [DigestPeriod] {
        let told = try archive.digests(limit: 1).first?.until
        var periods: [DigestPeriod] = []
        var end = now
        while periods.count < (told == nil ? 1 : 31) {
            let period = DigestPeriod.last(
                digest.period, before: end, atMinute: digest.at, in: digest.zone)
            if let told, period.until <= told { break }
            periods.insert(period, at: 0)
            end = period.since
        }
        return periods
    }

    /// Once a period, before its digest, which lists those that stay: drops what the settings
    /// keep no longer.
    private func tidy(_ pipeline: Pipeline, at now: Date) throws {
        var retention = Retention()
        retention.texts.days = pipeline.settings.general.archive.keepFor / 86_400
        while try !archive.tidy(retention, now: now).isDone {}
        let digests = OldDigests(folder: folder, keep: pipeline.settings.general.digest.keep)
        for name in digests.remove(at: now) {
            log.info("old digest removed", metadata: ["name": "\(name)"])
        }
    }
}
