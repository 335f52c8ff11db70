private import CCrypto
import Foundation

extension UUID {
    /// The UUID of a name within a namespace (RFC 9562 §5.5, version 5): the same for the same
    /// name, and no other's in the world, as far as the namespace is one's own. SHA-1 keeps no
    /// secret here: for that it would be too weak.
    init(named name: String, in namespace: UUID) {
        let text = withUnsafeBytes(of: namespace.uuid) { Array($0) } + name.utf8
        var bytes = [UInt8](repeating: 0, count: 20)
        let isMade = marsad_sha1(text, text.count, &bytes)
        precondition(isMade == 1, "OpenSSL knows SHA-1, and has memory for 20 bytes")
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// As RFC 9562 §4 writes it, in small letters, and as a URN.
    var urn: String { "urn:uuid:" + uuidString.lowercased() }
}
