import Foundation
import Logging
import ServiceLifecycle

/// Says that the daemon lives, but only once it has seen so: the poll loop answered, having done
/// all that came before, and the archive could be written to.
///
/// A disk that is full is told, and is no reason to be killed: polls wait in memory. A loop that
/// hangs, a write that does not return, is: then nothing is said, and systemd acts.
struct Watchdog: Service {
    let line: LiveLine
    let inbox: LoopInbox
    let instruments: Instruments
    let notifier: SystemdNotifier
    let clock: DaemonClock
    let log: Logger

    /// Seconds between two looks where nobody asks for more.
    private static let usual = 60.0
    /// After the first, so that looks do not come together with the poll loop's: each touches
    /// megabytes of code for a moment.
    private static let first = 15.0

    func run() async throws {
        let pause = min((notifier.watchdogSeconds ?? 180) / 3, Watchdog.usual)
        var next = min(pause, Watchdog.first)
        var told: String?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            guard await inbox.ping() else { return }
            let fault = await writeFault()
            // Where polls cannot be kept it was told already.
            let isToldElsewhere = await line.pipeline.keeper.unkept != nil
            if let fault, fault != told, !isToldElsewhere { log.error("\(fault)") }
            told = fault
            await instruments.beat(at: clock.now, writeFault: fault)
            notifier.alive()
            await DaemonClock.real.rest(next)
            next = pause
        }
    }

    /// Why the archive cannot be written to; while it is compacted nobody else may.
    private func writeFault() async -> String? {
        guard await !instruments.isUnderCare else { return nil }
        do {
            try await line.pipeline.keeper.probe()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
