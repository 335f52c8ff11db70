import CRuntime
import Foundation

/// Signals as they come, read by a thread of their own.
enum Signals {
    /// A stream for each group, from this moment on; to be called once.
    ///
    /// By a pipe (signal-safety(7)) rather than by blocking them: programs that this one starts
    /// would inherit that.
    static func streams(of groups: [[Int32]]) throws -> [AsyncStream<Int32>] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw failure }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // The thread waits to read; a handler never waits to write.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let wanted = groups.flatMap(\.self)
        guard marsad_catch_signals(ends[1], wanted, Int32(wanted.count)) == 0 else { throw failure }
        let made = groups.map { ($0, AsyncStream<Int32>.makeStream()) }
        let entries = made.map { ($0.0, $0.1.continuation) }
        start(reading: ends[0], letting: wanted) { number in
            for (group, entry) in entries where group.contains(number) { entry.yield(number) }
        }
        return made.map(\.1.stream)
    }

    /// `SIGTERM`, as people call it.
    static func name(_ number: Int32) -> String {
        switch number {
        case SIGHUP: "SIGHUP"
        case SIGINT: "SIGINT"
        case SIGTERM: "SIGTERM"
        case SIGUSR1: "SIGUSR1"
        default: "\(number)"
        }
    }

    private static func start(
        reading descriptor: Int32, letting signals: [Int32],
        _ onSignal: @escaping @Sendable (Int32) -> Void
    ) {
        let thread = Thread {
            Thread.current.name = "marsad-signals"
            letThrough(signals)
            var byte: UInt8 = 0
            while true {
                let count = read(descriptor, &byte, 1)
                if count == 1 { onSignal(Int32(byte)) }
                guard count == 1 || errno == EINTR else { return }
            }
        }
        thread.stackSize = 256 << 10
        thread.start()
    }

    /// To this thread: whoever started the program may have held them back, as threads of
    /// libdispatch do.
    private static func letThrough(_ signals: [Int32]) {
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for signal in signals { sigaddset(&wanted, signal) }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    }

    private static var failure: Failure {
        .couldNot("signals cannot be caught: \(String(cString: strerror(errno)))")
    }
}
