import Foundation

/// The way to who listens on a Unix stream socket.
package enum UnixSocket {
    /// A descriptor that waits, to be closed by the caller.
    package static func connect(to path: String) throws(SocketFault) -> Int32 {
        let address = try address(path)
        let descriptor = try open()
        guard address.withRaw({ Foundation.connect(descriptor, $0, $1) }) == 0 else {
            throw failure(of: descriptor, at: path)
        }
        return descriptor
    }

    /// A descriptor that a path's visitors come to, for this user alone (mode 0600) from the
    /// first moment, and that is never waited for; the path must be free.
    package static func listen(at path: String) throws(SocketFault) -> Int32 {
        let address = try address(path)
        let descriptor = try open()
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        fchmod(descriptor, 0o600)
        guard address.withRaw({ bind(descriptor, $0, $1) }) == 0, chmod(path, 0o600) == 0,
            Foundation.listen(descriptor, 16) == 0
        else { throw failure(of: descriptor, at: path) }
        return descriptor
    }

    private static func address(_ path: String) throws(SocketFault) -> UnixAddress {
        guard let address = UnixAddress(path: path) else {
            throw SocketFault(place: path, cause: "a socket’s path may have 107 bytes")
        }
        return address
    }

    /// Not for programs that this one starts.
    private static func open() throws(SocketFault) -> Int32 {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketFault(place: "a socket", number: errno) }
        return descriptor
    }

    private static func failure(of descriptor: Int32, at path: String) -> SocketFault {
        let number = errno
        close(descriptor)
        return SocketFault(place: path, number: number)
    }
}

/// Why a socket cannot be had.
package struct SocketFault: Error, CustomStringConvertible {
    private let place: String
    private let cause: String
    /// The system's number; nil where it was not asked.
    package let number: Int32?

    package init(place: String, cause: String) {
        self.place = place
        self.cause = cause
        number = nil
    }

    package init(place: String, number: Int32) {
        self.place = place
        self.number = number
        cause = String(cString: strerror(number))
    }

    package var description: String { "\(place): \(cause)" }
}
