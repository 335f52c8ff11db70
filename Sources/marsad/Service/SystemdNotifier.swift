import Foundation
import Sockets

/// Tells systemd how the service does, by the protocol of sd_notify(3) over the datagram socket
/// named in `NOTIFY_SOCKET`; without it every call does nothing.
///
/// Its own socket is open from the start: a process that has run out of descriptors must still be
/// able to say that it lives.
final class SystemdNotifier: Sendable {
    private let descriptor: Int32
    private let address: UnixAddress?
    /// Seconds within which systemd wants to hear ``alive()``; nil where it does not.
    let watchdogSeconds: Double?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        address = environment["NOTIFY_SOCKET"].flatMap { UnixAddress(named: $0) }
        descriptor = address == nil ? -1 : SystemdNotifier.opened()
        let isMeant = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        let patience = environment["WATCHDOG_USEC"].flatMap(Double.init).map { $0 / 1_000_000 }
        watchdogSeconds = isMeant ? patience : nil
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func ready() { send("READY=1") }

    /// The moment goes along, by which systemd tells this reload from one before (systemd 253
    /// and later; earlier ones pass it over).
    func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    /// What is done takes longer: so many seconds more, from now on.
    func extendTimeout(by seconds: Int, _ sentence: String) {
        send("EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)\nSTATUS=\(sentence)")
    }

    func stopping() { send("STOPPING=1") }
    func alive() { send("WATCHDOG=1", waiting: false) }
    func status(_ sentence: String) { send("STATUS=\(sentence)", waiting: false) }

    /// A message that cannot be sent is dropped. What is said again soon does not wait for a
    /// listener whose queue is full; the others do, a moment.
    private func send(_ message: String, waiting: Bool = true) {
        guard let address, descriptor >= 0 else { return }
        let flags = Int32(MSG_NOSIGNAL) | (waiting ? 0 : Int32(MSG_DONTWAIT))
        let bytes = Array(message.utf8)
        _ = address.withRaw { sendto(descriptor, bytes, bytes.count, flags, $0, $1) }
    }

    private static func opened() -> Int32 {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience,
            socklen_t(MemoryLayout<timeval>.size))
        return descriptor
    }
}
