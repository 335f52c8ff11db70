private import Glibc

/// An address of IPv4 (4 bytes) or IPv6 (16 bytes), in network order.
package struct IPAddress: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Nil unless there are 4 or 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// From the dotted or the colon form; nil for anything else, such as `2130706433`.
    package init?(_ text: String) {
        var storage = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &storage) == 1 {
            bytes = Array(storage.prefix(4))
        } else if inet_pton(AF_INET6, text, &storage) == 1 {
            bytes = storage
        } else {
            return nil
        }
    }

    /// The IPv4 addresses that an IPv6 address carries within: mapped, compatible, translated
    /// (RFC 4291, 2765), NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo's server and client
    /// (RFC 4380) and ISATAP (RFC 5214).
    var embedded: [IPAddress] {
        guard bytes.count == 16 else { return [] }
        let last = Array(bytes[12...])
        var found: [[UInt8]] = []
        if IPAddress.carriers.contains(where: { $0.contains(self) }) { found.append(last) }
        if bytes.starts(with: [0x20, 0x02]) { found.append(Array(bytes[2..<6])) }
        if bytes.starts(with: [0x20, 0x01, 0, 0]) {
            found += [Array(bytes[4..<8]), last.map { ~$0 }]
        }
        if bytes[8] & 0xFD == 0, bytes[9...11].elementsEqual([0, 0x5E, 0xFE]) {
            found.append(last)
        }
        return found.compactMap(IPAddress.init(bytes:))
    }

    private static let carriers = [
        "::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96",
    ].compactMap(IPNetwork.init)
}

extension IPAddress: CustomStringConvertible {
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// A range of addresses, as `127.0.0.0/8`; a bare address is a range of one.
package struct IPNetwork: Sendable, Hashable {
    package let base: IPAddress
    package let prefix: Int

    /// Nil where the address or the length of the prefix cannot be.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let base = IPAddress(String(parts[0])) else { return nil }
        let bits = base.bytes.count * 8
        guard let prefix = parts.count == 2 ? Int(parts[1]) : bits, (0...bits).contains(prefix)
        else { return nil }
        self.base = base
        self.prefix = prefix
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        let whole = prefix / 8
        guard address.bytes[..<whole] == base.bytes[..<whole] else { return false }
        let rest = prefix % 8
        guard rest > 0 else { return true }
        return (address.bytes[whole] ^ base.bytes[whole]) >> (8 - rest) == 0
    }
}
