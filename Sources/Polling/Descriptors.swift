internal import Glibc

/// How many files and sockets this process may still open.
enum Descriptors {
    /// True where so few are left that a name cannot be looked up: libcurl takes a pair of sockets
    /// for it, the resolver a socket and a file, and neither says what it was that it lacked.
    static var areShort: Bool {
        var opened: [Int32] = []
        defer { for descriptor in opened { close(descriptor) } }
        for _ in 0..<4 {
            let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
            let descriptor = socket(AF_INET, kind, 0)
            guard descriptor >= 0 else { return errno == EMFILE || errno == ENFILE }
            opened.append(descriptor)
        }
        return false
    }
}
