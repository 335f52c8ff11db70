import Foundation
import Sockets

/// Talks to the daemon that holds an archive, where one runs.
struct ControlClient {
    private let path: String

    /// Nil where no daemon says that it listens.
    ///
    /// - Parameter state: the state folder, in which it leaves word.
    init?(state: String) {
        guard let path = SettingsRecord(in: state)?.control else { return nil }
        self.path = path
    }

    /// Nil where nobody listens any more: the daemon left without a word.
    ///
    /// - Parameter patience: Seconds to wait for the answer.
    /// - Throws: where the daemon refuses, or does not answer.
    func ask(_ request: ControlRequest, patience: Int = 10) throws -> ControlReply? {
        let descriptor: Int32
        do throws(SocketFault) {
            descriptor = try UnixSocket.connect(to: path)
        } catch {
            guard error.number == EACCES else { return nil }
            throw Failure.couldNot("\(path): may not be used by this user")
        }
        defer { close(descriptor) }
        var wait = timeval(tv_sec: patience, tv_usec: 0)
        let length = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, length)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, length)
        try send(try ControlJSON.line(request), to: descriptor)
        let reply = try ControlJSON.value(ControlReply.self, in: try line(from: descriptor))
        guard reply.ok else { throw Failure.couldNot(reply.error ?? "the daemon refuses") }
        return reply
    }

    private func send(_ text: String, to descriptor: Int32) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // A daemon that turns a visitor away says why before it closes.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    private func line(from descriptor: Int32) throws -> Data {
        var heard = Data()
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            guard count > 0 else {
                throw Failure.couldNot(
                    "\(path): the daemon does not answer; see its log, and ‘systemctl status marsad’"
                )
            }
            heard.append(contentsOf: bytes[..<count])
            if let end = heard.firstIndex(of: 0x0A) { return Data(heard[..<end]) }
        }
    }
}
