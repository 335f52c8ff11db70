import Foundation
import Sockets

/// Listens on a Unix socket of its own, and on a port of the loopback where one is wanted; one
/// thread reads what all who come ask, and sleeps while nobody does.
///
/// On the Unix socket each line is a request; on the port an HTTP request for `/metrics` is.
/// Who asks too much or too slowly is let go of.
final class SocketServer: @unchecked Sendable {
    /// Somebody who is connected. Answers are written by ``answer(_:to:)``.
    struct Visitor: Sendable, Hashable {
        fileprivate let descriptor: Int32
        fileprivate let number: Int
        let isHTTP: Bool
    }

    struct Request: Sendable {
        let visitor: Visitor
        let line: Data
    }

    private typealias Listener = (descriptor: Int32, isHTTP: Bool)

    /// What is asked, in order.
    let requests: AsyncStream<Request>

    private let entry: AsyncStream<Request>.Continuation
    let path: String
    /// Changed under the lock, as all below.
    private var listeners: [Listener]
    private var port: Int?
    /// Listened on no more; closed by the thread, which may be looking at them.
    private var given: [Int32] = []
    private let wake: (reading: Int32, writing: Int32)
    private let lock = NSLock()
    /// Touched by the thread alone, but for those that ``answer(_:to:)`` is about, under the lock.
    private var guests: [Int32: Guest] = [:]
    private var isClosed = false
    private var isOver = false

    private struct Guest {
        let visitor: Visitor
        var heard = Data()
        var since = ContinuousClock.now
        /// Asked, and not answered yet.
        var isWaiting = false
        var isGone = false
    }

    private static let mostGuests = 32
    private static let longestLine = 1 << 20
    /// Seconds that a guest may be silent for.
    private static let patience = 30.0

    /// - Parameter port: on the loopback, for metrics; 0 for any, nil for none.
    /// - Throws: `SocketFault` where one of both cannot be had.
    init(path: String, port: Int?) throws(SocketFault) {
        self.path = path
        (requests, entry) = AsyncStream.makeStream()
        var listeners: [Listener] = [(try SocketServer.listen(at: path), false)]
        do throws(SocketFault) {
            if let port { listeners.append((try SocketServer.listen(on: port), true)) }
        } catch {
            close(listeners[0].descriptor)
            unlink(path)
            throw error
        }
        self.listeners = listeners
        self.port = port
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SocketFault(place: path, number: errno) }
        for end in ends { SocketServer.settle(end) }
        wake = (ends[0], ends[1])
    }

    func start() {
        let thread = Thread { self.run() }
        thread.stackSize = 256 << 10
        thread.start()
    }

    /// Another port from now on, or none; where the new one cannot be had, the old one is given up
    /// all the same, and the next call tries again.
    func listen(on port: Int?) throws(SocketFault) {
        guard lock.withLock({ self.port != port && !isClosed }) else { return }
        lock.withLock {
            given += listeners.filter(\.isHTTP).map(\.descriptor)
            listeners.removeAll(where: \.isHTTP)
            self.port = nil
        }
        defer { knock() }
        guard let port else { return }
        let descriptor = try SocketServer.listen(on: port)
        lock.withLock {
            listeners.append((descriptor, true))
            self.port = port
        }
    }

    /// Lets everybody go; the socket's file is gone afterwards.
    func stop() {
        lock.withLock { isClosed = true }
        unlink(path)
        knock()
    }

    /// Writes an answer and waits for the next request of the same visitor; on HTTP lets go.
    func answer(_ text: String, to visitor: Visitor) {
        lock.withLock {
            guard let guest = guests[visitor.descriptor], guest.visitor == visitor else { return }
            let isSent = SocketServer.send(text, to: visitor.descriptor)
            guests[visitor.descriptor]?.isWaiting = false
            guests[visitor.descriptor]?.since = .now
            guests[visitor.descriptor]?.isGone = visitor.isHTTP || !isSent
        }
        knock()
    }

    private func knock() {
        lock.withLock {
            var byte: UInt8 = 1
            if !isOver { _ = write(wake.writing, &byte, 1) }
        }
    }

    // MARK: on the thread

    private func run() {
        Thread.current.name = "marsad-control"
        var number = 0
        // Out of descriptors, callers stay in the queue, and are not looked at for a moment: else
        // this would spin.
        var isOut = false
        while true {
            letGo()
            let (isClosed, listeners, watched) = lock.withLock {
                for descriptor in given { close(descriptor) }
                given = []
                return (self.isClosed, self.listeners, guests.values.map(\.self))
            }
            if isClosed { break }
            let places =
                (isOut ? [] : listeners.map(\.descriptor)) + [wake.reading]
                + watched.map(\.visitor.descriptor)
            var polled = places.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let patience: Int32 = isOut ? 500 : watched.isEmpty ? -1 : 5_000
            _ = poll(&polled, nfds_t(polled.count), patience)
            isOut = false
            for place in polled where place.revents != 0 {
                if place.fd == wake.reading {
                    drain()
                } else if let listener = listeners.first(where: { $0.descriptor == place.fd }) {
                    number += 1
                    if !admit(listener, number) { isOut = true }
                } else {
                    listen(to: place.fd)
                }
            }
        }
        finish()
    }

    private func finish() {
        entry.finish()
        lock.withLock {
            for descriptor in listeners.map(\.descriptor) + given { close(descriptor) }
            for guest in guests.values { close(guest.visitor.descriptor) }
            guests = [:]
            isOver = true
            close(wake.reading)
            close(wake.writing)
        }
    }

    private func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(wake.reading, &bytes, bytes.count) > 0 {}
    }

    /// False where there is no descriptor for the caller.
    private func admit(_ listener: Listener, _ number: Int) -> Bool {
        let descriptor = accept(listener.descriptor, nil, nil)
        guard descriptor >= 0 else { return errno != EMFILE && errno != ENFILE }
        SocketServer.settle(descriptor)
        let isFull = lock.withLock { guests.count >= SocketServer.mostGuests }
        guard listener.isHTTP || SocketServer.isKnown(descriptor), !isFull else {
            let cause = isFull ? "too many talk to the daemon" : "only root and its own user may"
            if !listener.isHTTP,
                let line = try? ControlJSON.line(ControlReply.failure(cause))
            {
                _ = SocketServer.send(line, to: descriptor)
            }
            close(descriptor)
            return true
        }
        let visitor = Visitor(descriptor: descriptor, number: number, isHTTP: listener.isHTTP)
        lock.withLock { guests[descriptor] = Guest(visitor: visitor) }
        return true
    }

    private func listen(to descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        let request: Request? = lock.withLock {
            guard var guest = guests[descriptor] else { return nil }
            defer { guests[descriptor] = guest }
            guard count > 0 else {
                guest.isGone = count == 0 || errno != EAGAIN
                return nil
            }
            guest.heard.append(contentsOf: bytes[..<count])
            guest.since = .now
            if guest.heard.count > SocketServer.longestLine { guest.isGone = true }
            return SocketServer.request(of: &guest)
        }
        if let request { entry.yield(request) }
    }

    /// The next whole request, unless one is still to be answered.
    private static func request(of guest: inout Guest) -> Request? {
        guard !guest.isWaiting else { return nil }
        let mark = Data((guest.visitor.isHTTP ? "\r\n\r\n" : "\n").utf8)
        guard let end = guest.heard.range(of: mark) else { return nil }
        let line = Data(guest.heard[guest.heard.startIndex..<end.lowerBound])
        guest.heard = Data(guest.heard[end.upperBound...])
        guest.isWaiting = true
        return Request(visitor: guest.visitor, line: line)
    }

    /// Those that left, and those that ask nothing for long. What one had sent while it was
    /// answered is its next request.
    private func letGo() {
        let now = ContinuousClock.now
        var next: [Request] = []
        lock.withLock {
            for (descriptor, guest) in guests {
                var guest = guest
                let isSilent = (now - guest.since) / .seconds(1) > SocketServer.patience
                if guest.isGone || (isSilent && !guest.isWaiting) {
                    close(descriptor)
                    guests[descriptor] = nil
                } else if let request = SocketServer.request(of: &guest) {
                    guests[descriptor] = guest
                    next.append(request)
                }
            }
        }
        for request in next { entry.yield(request) }
    }
}

extension SocketServer {
    /// What a daemon that is gone left there is replaced, one that answers is not.
    private static func listen(at path: String) throws(SocketFault) -> Int32 {
        if let other = try? UnixSocket.connect(to: path) {
            close(other)
            throw SocketFault(place: path, cause: "another daemon listens there")
        }
        unlink(path)
        return try UnixSocket.listen(at: path)
    }

    private static func listen(on port: Int) throws(SocketFault) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw SocketFault(place: "port \(port)", number: errno) }
        settle(descriptor)
        var yes: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isBound, Foundation.listen(descriptor, 16) == 0 else {
            let number = errno
            close(descriptor)
            throw SocketFault(place: "127.0.0.1:\(port)", number: number)
        }
        return descriptor
    }

    /// Not for programs that this one starts, and never waited for.
    private static func settle(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    /// Root and the daemon's own user, as the kernel names them (SO_PEERCRED).
    private static func isKnown(_ descriptor: Int32) -> Bool {
        var peer: (process: Int32, user: UInt32, group: UInt32) = (0, .max, .max)
        var length = socklen_t(MemoryLayout.size(ofValue: peer))
        let isTold = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0
        return isTold && (peer.user == 0 || peer.user == geteuid())
    }

    /// False where the reader went away, or does not read for two seconds.
    private static func send(_ text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&polled, 1, 2_000) == 1 else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
