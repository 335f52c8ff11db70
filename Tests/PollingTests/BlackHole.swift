import Foundation

/// A port of the loopback that takes no notice of who knocks: its queue is full.
final class BlackHole {
    let port: UInt16
    private var descriptors: [Int32] = []

    init() throws {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        descriptors = (0..<8).map { _ in socket(AF_INET, kind, 0) }
        let listening = descriptors[0]
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, length) == 0 && listen(listening, 0) == 0
                    && getsockname(listening, $0, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        for caller in descriptors.dropFirst() {
            withUnsafePointer(to: address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    _ = connect(caller, $0, length)
                }
            }
        }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }
}
