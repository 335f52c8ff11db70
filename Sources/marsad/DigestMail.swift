import Foundation
import Hooks
import Storage

/// Mails digests, each at least once: what is to be mailed waits in the archive from the very
/// transaction that remembers the digest, and leaves it once the mail program took it or refused.
///
/// What is refused is told once and not tried again; the message stays among the files. What the
/// program cannot take now (`EX_TEMPFAIL` of sysexits.h) is tried later and later, as hooks are.
struct DigestMail {
    let archive: Archive
    /// Takes mail as `sendmail -t` does.
    let program: String
    /// Where digests lie, one folder a period.
    let folder: String

    /// Among the hooks of the outbox; no hook of the settings, whose event would be JSON.
    static let hook = "digest/mail"

    /// - Parameter message: the message's file, within the folder.
    static func notice(of message: String, at now: Date) -> OutboxNotice {
        OutboxNotice(hook: hook, subject: message, event: message, at: now)
    }

    /// Sends all that wait.
    ///
    /// - Throws: the last refusal, `Sendmail.Refused`, or what the archive has to say.
    func send(at now: Date) async throws {
        var last: Sendmail.Refused?
        // Compared as the archive has them: a moment that went there and back may be later by a bit.
        for pending in try archive.waitingNotices(of: DigestMail.hook)
        where pending.due.timeIntervalSince1970 <= now.timeIntervalSince1970 {
            var refusal: Sendmail.Refused?
            do throws(Sendmail.Refused) {
                try await Sendmail(program: program).send("\(folder)/\(pending.notice.event)")
            } catch {
                refusal = error
            }
            last = refusal ?? last
            if let refusal, refusal.isTemporary {
                let next = Deliveries.retry(after: pending.attempts, id: pending.id, at: now)
                try archive.postpone(pending, until: next, because: refusal.description)
                continue
            }
            try archive.finish(pending, at: now)
        }
        if let last { throw last }
    }
}
