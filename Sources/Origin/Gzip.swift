/// Bytes as a gzip member (RFC 1952) whose deflate blocks are stored, not compressed.
///
/// What it is for is to make a client decode, not to save bytes; so that no library is needed.
package enum Gzip {
    package static func wrap(_ bytes: [UInt8]) -> [UInt8] {
        var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var start = 0
        repeat {
            let end = min(start + 0xFFFF, bytes.count)
            member.append(end == bytes.count ? 1 : 0)
            let length = UInt16(end - start)
            member += littleEndian(length) + littleEndian(~length)
            member += bytes[start..<end]
            start = end
        } while start < bytes.count
        member += littleEndian(checksum(of: bytes))
        member += littleEndian(UInt32(truncatingIfNeeded: bytes.count))
        return member
    }

    /// CRC-32 as gzip reckons it (RFC 1952 §8).
    package static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
                sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1
            }
        }
    }

    private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
