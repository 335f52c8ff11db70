import Foundation
import Logging

/// SIGTERM and SIGINT: the first ends the daemon in good order, the second at once. SIGUSR1 has
/// all feeds asked that may be.
struct SignalWatch {
    let signals: AsyncStream<Int32>
    let inbox: LoopInbox
    let log: Logger

    /// The signals that it wants to be caught for it.
    static let wanted = [SIGTERM, SIGINT, SIGUSR1]

    /// Until it is cancelled.
    ///
    /// - Parameter end: has the daemon end in good order; returns at once.
    func run(end: @Sendable () async -> Void) async {
        var isEnding = false
        for await signal in signals {
            switch signal {
            case SIGUSR1: askAll()
            case _ where isEnding: SignalWatch.endAtOnce(by: signal)
            default:
                isEnding = true
                log.info("stopping", metadata: ["signal": "\(Signals.name(signal))"])
                await end()
            }
        }
    }

    private func askAll() {
        let order = PollOrder(feeds: nil) { [log] result in
            guard case .success(let lines) = result else { return }
            log.notice("all feeds asked that may be", metadata: ["feeds": "\(lines.count)"])
        }
        inbox.put(.poll(order))
    }

    /// As the signal itself would end a program that does not know it: whoever started this one
    /// sees by what it ended. What is kept is kept: the archive needs no good-bye.
    private static func endAtOnce(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        // Threads of libdispatch hold signals back; let through, it ends this one before `raise`
        // returns.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        _exit(128 + number)
    }
}
