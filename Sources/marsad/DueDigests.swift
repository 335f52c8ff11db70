import Digests
import Foundation
import Settings
import Storage

/// The digests of periods that are over, each written once: by the daemon's clock, and by
/// `marsad digest --due` where a timer takes the daemon's place.
///
/// What was written stands in the archive, so that neither a restart nor a machine that slept
/// through the hour writes a digest twice or leaves one out.
struct DueDigests {
    let writer: DigestWriter
    /// Where digests lie, one folder a period.
    let folder: String

    /// What writing one came to.
    struct Result {
        /// Its own folder.
        var path: String
        /// The names of the digests removed before it, which the settings keep no longer.
        var removed: [String] = []
        /// Written well after its hour: the machine slept, or nothing ran.
        var isLate = false
        /// The mail program did not take the message; the digest is written all the same.
        var refusal: Sendmail.Refused?
    }

    private var settings: GeneralSettings { writer.settings.general }

    /// The whole periods that are over and not told yet, the earliest first.
    func periods(at now: Date) throws -> [DigestPeriod] {
        let digest = settings.digest
        // What was told by a clock that was ahead is no reason to be silent until then.
        let told = try writer.archive.digests(limit: 1, until: now).first?.until
        let due = DigestPeriod.due(
            digest.period, told: told, before: now, atMinute: digest.at, in: digest.zone)
        // There is nothing to tell of a time in which nobody was asked.
        return try due.filter {
            try writer.archive.totals(since: $0.since, until: $0.until).polls > 0
        }
    }

    /// Writes one, and removes before it the digests that the settings keep no longer, so that the
    /// list of all digests names those that stay.
    ///
    /// - Parameter mayTidy: whether the clock is to be trusted with dropping what is old.
    func write(_ period: DigestPeriod, at now: Date, mayTidy: Bool) async throws -> Result {
        var result = Result(path: "\(folder)/\(period.name)")
        result.isLate = now.timeIntervalSince(period.until) > Digest.grace
        if mayTidy {
            result.removed = OldDigests(folder: folder, keep: settings.digest.keep).remove(at: now)
        }
        do {
            _ = try await writer.publish(
                period, under: folder, languages: settings.digest.digestLanguages, at: now)
        } catch let refusal as Sendmail.Refused {
            result.refusal = refusal
        }
        return result
    }

    /// Mails what a death between writing and mailing left behind.
    ///
    /// - Returns: what the mail program refused.
    func sendMail(at now: Date) async throws -> Sendmail.Refused? {
        do {
            try await writer.sendMail(under: folder, at: now)
        } catch let refusal as Sendmail.Refused {
            return refusal
        }
        return nil
    }
}
