package import Foundation

/// The address of a Unix socket (unix(7)).
package struct UnixAddress: Sendable {
    private var raw = sockaddr_un()
    private let length: socklen_t

    /// Nil for a path that is too long: 107 bytes fit.
    package init?(path: String) { self.init(Array(path.utf8)) }

    /// A path or, with `@` before it, an abstract name, as sd_notify(3) writes them.
    package init?(named name: String) {
        var bytes = Array(name.utf8)
        // Its first byte is zero, and its end is where the length says.
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        self.init(bytes)
    }

    private init?(_ bytes: [UInt8]) {
        raw.sun_family = sa_family_t(AF_UNIX)
        guard bytes.count < MemoryLayout.size(ofValue: raw.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &raw.sun_path) { $0.copyBytes(from: bytes) }
        let head = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        length = socklen_t(head + bytes.count)
    }

    /// As the system's calls want it.
    package func withRaw<Value>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        withUnsafePointer(to: raw) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
