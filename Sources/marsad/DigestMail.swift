import Foundation
import Hooks
import Storage

/// Mails digests, each at least once: what is to be mailed waits in the archive from the very
/// transaction that remembers the digest, and leaves it once the mail program took it or refused.
///
/// What is refused is told once and not tried again, unless the program says that it may take it
/// later, as hooks are told; the message stays among the files.
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
        var refusal: Sendmail.Refused?
        for pending in try archive.waitingNotices(of: DigestMail.hook)
        where Deliveries.isDue(pending.due, at: now) {
            do throws(Sendmail.Refused) {
                try await Sendmail(program: program).send("\(folder)/\(pending.notice.event)")
            } catch {
                refusal = error
                if error.isTemporary {
                    let next = Deliveries.retry(after: pending.attempts, id: pending.id, at: now)
                    try archive.postpone(pending, until: next, because: error.cause)
                    continue
                }
            }
            try archive.finish(pending, at: now)
        }
        if let refusal { throw refusal }
    }
}
