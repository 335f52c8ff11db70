import Foundation
import Sockets

/// Listens on the loopback and never answers.
final class DeafServer: Sendable {
    let port: UInt16
    fileprivate let descriptor: Int32

    /// - Parameter taken: a port to listen on, at every address of the loopback; else one that
    ///   is free.
    init(at taken: UInt16? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | socketFlags, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        let host: UInt32 = taken == nil ? 0x7F00_0001 : 0
        address.sin_addr.s_addr = host.bigEndian
        address.sin_port = in_port_t(taken ?? 0).bigEndian
        var yes: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard isListening else { throw SocketError(cause: errno) }
    }

    deinit { close(descriptor) }

    /// Whether somebody has come.
    var isAsked: Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Foundation.poll(&poll, 1, 0) == 1
    }
}

extension DeafServer {
    /// A feed on it, as the settings list it.
    func feed(_ id: String) -> String { "{id: \(id), url: \"http://127.0.0.1:\(port)/feed\"}" }
}

/// Takes one request on the loopback and answers it when it is told to.
final class SlowServer: Sendable {
    private let deaf: DeafServer

    init(at port: UInt16? = nil) throws { deaf = try DeafServer(at: port) }

    var isAsked: Bool { deaf.isAsked }
    func feed(_ id: String) -> String { deaf.feed(id) }
    var address: String { "http://127.0.0.1:\(deaf.port)" }

    /// What the next who comes sends, answered with a status alone.
    func exchange(status: String) async throws -> Exchange {
        let visitor = accept(deaf.descriptor, nil, nil)
        guard visitor >= 0 else { throw SocketError(cause: errno) }
        defer { close(visitor) }
        var heard = Data()
        var bytes = [UInt8](repeating: 0, count: 4096)
        while Exchange(heard) == nil {
            let count = recv(visitor, &bytes, bytes.count, 0)
            guard count > 0 else { throw SocketError(cause: errno) }
            heard.append(contentsOf: bytes[..<count])
        }
        let answer = "HTTP/1.1 \(status)\r\nConnection: close\r\n\r\n"
        _ = send(visitor, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
        guard let exchange = Exchange(heard) else { throw SocketError(cause: EPROTO) }
        return exchange
    }

    /// Answers the first who came.
    func answer(with document: String) throws {
        let visitor = accept(deaf.descriptor, nil, nil)
        guard visitor >= 0 else { throw SocketError(cause: errno) }
        defer { close(visitor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        _ = recv(visitor, &bytes, bytes.count, 0)
        let answer =
            "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
            + "Content-Length: \(document.utf8.count)\r\nConnection: close\r\n\r\n\(document)"
        _ = send(visitor, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
    }
}

/// An HTTP request as it came.
struct Exchange {
    let head: String
    let body: String

    /// Nil for one that is not whole yet.
    init?(_ bytes: Data) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        head = String(text[..<end.lowerBound]) + "\r\n"
        body = String(text[end.upperBound...])
        guard body.utf8.count == Int(header("Content-Length") ?? "0") else { return nil }
    }

    func header(_ name: String) -> String? {
        head.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ": ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }
}

/// What a service manager listens on: datagrams, each a message.
final class NotifySocket {
    private let descriptor: Int32
    private var heard: [String] = []

    /// - Parameter name: A path, or with `@` before it an abstract name.
    init(_ name: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | socketFlags, 0)
        guard let address = UnixAddress(named: name) else { throw SocketError(cause: ENAMETOOLONG) }
        let isBound = address.withRaw { bind(descriptor, $0, $1) } == 0
        guard isBound else { throw SocketError(cause: errno) }
    }

    deinit { close(descriptor) }

    /// All messages so far, oldest first.
    var messages: [String] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count >= 0 else { return heard }
            heard.append(String(decoding: buffer[..<count], as: UTF8.self))
        }
    }
}

private let socketFlags = Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)

struct SocketError: Error, CustomStringConvertible {
    let cause: Int32

    var description: String { "a socket of the test: \(String(cString: strerror(cause)))" }
}
