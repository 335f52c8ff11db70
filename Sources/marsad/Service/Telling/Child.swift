import CLinux
import Foundation
import Synchronization

/// A process that this one started: its end, and the last that it says on standard error.
///
/// Not Foundation's `Process`, which takes a program for running as long as another that it
/// started and left behind does.
final class Child: Sendable {
    private let id: pid_t
    /// Of its standard error.
    private let reading: Int32
    private let isReaped = Mutex(false)

    /// Bytes of standard error that are kept.
    private static let most = 400
    /// Milliseconds between two looks whether it has ended: where its standard error will tell of
    /// its end, as a rule, and where that was closed, which most do by ending.
    private static let pause: Int32 = 200
    private static let shortPause: Int32 = 20

    /// Starts it; nil where it cannot be started. It has standard input, output (to nowhere) and
    /// error, and nothing else that is open here.
    init?(_ path: String, _ arguments: [String], _ environment: [String: String], input: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        defer { close(ends[1]) }
        let started = Child.spawn(
            path, [path] + arguments, environment.map { "\($0.key)=\($0.value)" }, input, ends[1])
        guard let started else {
            close(ends[0])
            return nil
        }
        id = started
        reading = ends[0]
    }

    deinit { close(reading) }

    private static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String], _ input: Int32,
        _ error: Int32
    ) -> pid_t? {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&files, error, STDERR_FILENO)
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Ignored here, it would be there.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
        posix_spawnattr_setflags(&attributes, flags)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var names: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in words + names { free(text) } }
        var id = pid_t()
        return posix_spawn(&id, path, &files, &attributes, &words, &names) == 0 ? id : nil
    }

    /// Ends it, unless it has ended already.
    func kill() {
        isReaped.withLock { isReaped in
            if !isReaped { _ = Foundation.kill(id, SIGKILL) }
        }
    }

    /// How it ended, by its code or the number of the signal, and the last that it said; to be
    /// called once. A thread waits meanwhile.
    func ending() async -> (code: Int32, said: String) {
        await withCheckedContinuation { end in
            let thread = Thread { end.resume(returning: self.wait()) }
            thread.stackSize = 256 << 10
            thread.start()
        }
    }

    private func wait() -> (code: Int32, said: String) {
        var heard: [UInt8] = []
        var isSilent = false
        var code: Int32?
        while code == nil {
            var polled = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            _ = poll(&polled, isSilent ? 0 : 1, isSilent ? Child.shortPause : Child.pause)
            isSilent = read(into: &heard)
            code = reaped()
        }
        _ = read(into: &heard)
        return (code ?? 0, Child.line(of: heard))
    }

    private func reaped() -> Int32? {
        isReaped.withLock { isReaped in
            var status: Int32 = 0
            guard waitpid(id, &status, WNOHANG) == id else { return nil }
            isReaped = true
            let signal = status & 0x7F
            return signal == 0 ? (status >> 8) & 0xFF : signal
        }
    }

    /// Reads what is there; true where nothing more is to come.
    private func read(into heard: inout [UInt8]) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4 << 10)
        while true {
            let count = Foundation.read(reading, &bytes, bytes.count)
            guard count > 0 else { return count == 0 }
            heard = (heard + bytes[..<count]).suffix(Child.most)
        }
    }

    /// On one line, without what would forge another or turn its direction.
    private static func line(of bytes: [UInt8]) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
            unwanted.contains($0.properties.generalCategory) ? " " : Character($0)
        }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }

    private static let unwanted: Set<Unicode.GeneralCategory> = [
        .control, .format, .lineSeparator, .paragraphSeparator,
    ]
}
