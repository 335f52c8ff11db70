import Foundation
import Hooks
import Logging
import News
import Polling
import ServiceLifecycle
import Settings
import Storage

/// Tells hooks what waits in the archive for them, each notice until it is delivered.
///
/// A notice that fails is tried later and later, and given up never while its hook stands in the
/// settings; a hook that fails is left alone for a minute, and holds up no other.
struct HookTeller: Service {
    let line: LiveLine
    let archive: Archive
    let instruments: Instruments
    let clock: DaemonClock
    let log: Logger

    /// Seconds between two looks into the archive.
    private static let pause = 5.0

    func run() async throws {
        var moods: [String: Mood] = [:]
        var known: [String]?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let general = await line.pipeline.settings.general
            let hooks = general.hooks
            // What waits to be mailed is no hook's.
            let mail = general.digest.mail?.program == nil ? [] : [DigestMail.hook]
            if known != hooks.map(\.name) + mail {
                known = hooks.map(\.name) + mail
                forgetOthers(than: hooks.map(\.name) + mail)
            }
            if !hooks.isEmpty { await tell(hooks, &moods) }
            let pause = hooks.isEmpty ? 60 : HookTeller.pause
            await clock.rest(pause)
        }
    }

    /// How a hook took what it was told last.
    private struct Mood {
        /// What the log was told of it.
        var fault: String?
        var failed: ContinuousClock.Instant?
    }

    private func forgetOthers(than hooks: [String]) {
        guard let count = try? archive.dropNotices(otherThan: hooks), count > 0 else { return }
        log.notice(
            "what hooks were to be told that there are no more is forgotten",
            metadata: ["notices": "\(count)"])
    }

    private func tell(_ hooks: [GeneralSettings.Hook], _ moods: inout [String: Mood]) async {
        guard let waiting = try? archive.waitingNotices() else { return }
        for hook in hooks {
            for pending in waiting where pending.notice.hook == hook.name {
                guard !Task.isShuttingDownGracefully, isReady(moods[hook.name]), mayTell(hook),
                    Deliveries.isDue(pending.due, at: clock.now)
                else { break }
                await deliver(pending, to: hook, &moods[hook.name, default: Mood()])
            }
        }
    }

    private func isReady(_ mood: Mood?) -> Bool {
        mood?.failed.map { (clock.monotonic - $0) / .seconds(1) >= 60 } ?? true
    }

    /// Whether the hook has not been told enough within the hour.
    private func mayTell(_ hook: GeneralSettings.Hook) -> Bool {
        let now = clock.now
        guard let recent = try? archive.deliveries(of: hook.name, since: now - 3600) else {
            return false
        }
        return Deliveries(atMost: hook.atMost).next(after: recent, at: now) <= now
    }

    private func deliver(
        _ pending: PendingNotice, to hook: GeneralSettings.Hook, _ mood: inout Mood
    ) async {
        let fault = await HookDelivery(hook: hook, pending: pending).fault()
        // Broken off by the daemon's end: neither told nor refused.
        guard fault == nil || !Task.isCancelled && !Task.isShuttingDownGracefully else { return }
        await instruments.countDelivery(isDone: fault == nil)
        let now = clock.now
        do throws(ArchiveError) {
            guard let fault else {
                try archive.finish(pending, at: now)
                mood = Mood()
                log.info(
                    "hook told",
                    metadata: ["hook": "\(hook.name)", "delivery": "\(pending.id)"])
                return
            }
            let next = Deliveries.retry(after: pending.attempts, id: pending.id, at: now)
            mood.failed = clock.monotonic
            try archive.postpone(pending, until: next, because: fault.cause)
            // The same trouble is told once; status and metrics count it.
            guard mood.fault != fault.cause else { return }
            mood.fault = fault.cause
            var fields: Logger.Metadata = [
                "hook": "\(hook.name)", "next": "\(next.formatted(.iso8601))",
            ]
            if !fault.said.isEmpty { fields["said"] = "\(fault.said)" }
            log.warning("\(fault.cause)", metadata: fields)
        } catch {
            // Delivered, perhaps, but not remembered: it will be told again.
            log.warning("\(error)", metadata: ["hook": "\(hook.name)"])
        }
    }
}

/// One try to tell a hook of one thing.
struct HookDelivery {
    let hook: GeneralSettings.Hook
    let pending: PendingNotice

    struct Fault {
        var cause: String
        /// The last that a program said on standard error.
        var said = ""
    }

    /// Why it failed; nil where the hook took it: a program that ended with 0, a host that
    /// answered 2xx.
    func fault() async -> Fault? {
        switch hook.way {
        case .program(let words): await run(words)
        case .post(let url, let secretFile):
            await post(to: url, secretFile).map { Fault(cause: $0) }
        }
    }

    private var event: String {
        (try? JSONDecoder().decode(Kind.self, from: Data(pending.notice.event.utf8)).event) ?? ""
    }

    private struct Kind: Decodable { var event: String }

    private func run(_ words: [String]) async -> Fault? {
        let program = ChildProgram(
            path: words[0], arguments: Array(words.dropFirst()),
            environment: ["MARSAD_EVENT": event, "MARSAD_DELIVERY": "\(pending.id)"])
        let (ending, said) = await program.run(input: pending.notice.event + "\n")
        let cause: String
        switch ending {
        case .cannotStart: cause = "cannot be started"
        case .tookTooLong: cause = "took longer than \(Int(program.patience)) s"
        case .ended(0): return nil
        case .ended(let code): cause = "ended with \(code)"
        }
        return Fault(cause: "\(words[0]): \(cause)", said: said)
    }

    private func post(to url: String, _ secretFile: String?) async -> String? {
        let body = Array(pending.notice.event.utf8)
        var headers = [
            "Content-Type": "application/json", "X-Marsad-Event": event,
            "X-Marsad-Delivery": "\(pending.id)",
        ]
        if let secretFile {
            guard let secret = HookDelivery.secret(in: secretFile) else {
                return "\(secretFile): holds no secret that can be read"
            }
            headers["X-Marsad-Signature"] = Signature.of(body, secret: secret)
        }
        // Who wrote the settings may name hosts of the own network; nothing is followed from there.
        let downloader = Downloader(
            DownloadOptions(
                hostPause: 0, totalTimeout: 30, maximumBody: 1 << 20, maximumRedirects: 0,
                userAgent: "Marsad/\(Version.number)", allowedNetworks: ["0.0.0.0/0", "::/0"]))
        let request = DownloadRequest(
            url: url, accept: "application/json, */*;q=0.1", headers: headers, body: body)
        let fault: String?
        do throws(DownloadError) {
            let response = try await downloader.fetch(request)
            fault =
                (200..<300).contains(response.status)
                ? nil : "\(Feed.withoutSecrets(url)): answered \(response.status)"
        } catch {
            fault = error.description
        }
        await downloader.close()
        return fault
    }

    /// The file's bytes without the line break at its end; nil where there are none.
    private static func secret(in file: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        let secret = data.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed()
        return secret.isEmpty ? nil : Array(secret)
    }
}
