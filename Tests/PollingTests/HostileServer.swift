import Foundation
import Glibc

/// A TCP server on the loopback that answers as no honest server would: each connection gets
/// the same steps once its request has come.
final class HostileServer: Sendable {
    enum Step: Sendable {
        case send([UInt8])
        /// The same bytes again and again until the other side closes.
        case sendForever([UInt8])
        /// One byte, again and again, with a pause of so many milliseconds.
        case drip(UInt8, everyMilliseconds: Int32)
        /// Says nothing until the other side closes.
        case hang
        /// Ends the connection with RST instead of FIN.
        case reset

        static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
    }

    enum Event: Sendable, Equatable {
        case asked(String)
        case closed
    }

    let url: String
    /// What happens on all connections, in order.
    let events: AsyncStream<Event>
    private let listener: Int32
    private let told: AsyncStream<Event>.Continuation

    init(_ steps: Step..., answering: (@Sendable (String) -> [Step])? = nil) throws {
        let (events, told) = AsyncStream<Event>.makeStream()
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/feed"
        signal(SIGPIPE, SIG_IGN)
        let choose = answering ?? { _ in steps }
        Thread { HostileServer.serve(listener, choose, told) }.start()
        (self.events, self.told, self.listener) = (events, told, listener)
    }

    /// Ends the listening; connections end when the other side closes.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        told.finish()
    }

    private static func serve(
        _ listener: Int32, _ choose: @escaping @Sendable (String) -> [Step],
        _ told: AsyncStream<Event>.Continuation
    ) {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            let thread = Thread {
                let request = HostileServer.request(on: connection)
                told.yield(.asked(request))
                let steps = choose(request)
                for step in steps { HostileServer.take(step, on: connection) }
                if !steps.endInReset {
                    shutdown(connection, Int32(SHUT_WR))
                    HostileServer.waitForEnd(of: connection)
                }
                close(connection)
                told.yield(.closed)
            }
            thread.stackSize = 128 << 10
            thread.start()
        }
        close(listener)
    }

    /// The head of a request, up to its blank line.
    private static func request(on connection: Int32) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8), read(connection, &byte, 1) == 1 {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func take(_ step: Step, on connection: Int32) {
        switch step {
        case .send(let bytes): _ = send(bytes, on: connection)
        case .sendForever(let bytes): while send(bytes, on: connection) {}
        case .drip(let byte, let pause):
            while !isReadable(connection, within: pause), send([byte], on: connection) {}
        case .hang: waitForEnd(of: connection)
        case .reset:
            // RST takes the place of FIN when the connection is closed below.
            var linger = linger(l_onoff: 1, l_linger: 0)
            let size = socklen_t(MemoryLayout.size(ofValue: linger))
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, size)
        }
    }

    private static func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = write(connection, Array(bytes[sent...]), bytes.count - sent)
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func isReadable(_ connection: Int32, within milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) > 0
    }

    private static func waitForEnd(of connection: Int32) {
        var rest = [UInt8](repeating: 0, count: 4096)
        while read(connection, &rest, rest.count) > 0 {}
    }
}

extension [HostileServer.Step] {
    fileprivate var endInReset: Bool {
        if case .reset? = last { true } else { false }
    }
}

/// A gzip member of a single byte repeated many times, some 159 times smaller.
///
/// Deflate's fixed code (RFC 1951 §3.2.6): the byte, then copies of 258 bytes from one byte
/// before, 13 bits each.
func bomb(ofZeros count: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var buffer: UInt64 = 0
    var filled = 0
    func put(_ bits: UInt64, _ length: Int) {
        buffer |= bits << filled
        filled += length
        while filled >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: buffer))
            buffer >>= 8
            filled -= 8
        }
    }
    put(0b011, 3)  // the last block, fixed code
    put(0b0000_1100, 8)  // the byte 0: 00110000, most significant bit first
    for _ in 0..<(count / 258) {
        put(0b1010_0011, 8)  // length 258: 11000101
        put(0, 5)  // distance 1
    }
    put(0, 7 + 7)  // the end of the block, and bits to fill the byte
    return bytes
}
