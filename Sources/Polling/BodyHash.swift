/// A hash that stays the same from run to run, unlike the standard library's. Not for secrets.
///
/// Of the bytes of a body: tells whether a host that answers 200 to everything has anything new.
/// Eight bytes at a time, multiplied into 128 bits and folded; how the bytes are parted does not
/// matter.
package struct BodyHash: Sendable, Hashable {
    private var state = prime
    /// Bytes that no word was made of yet, the first in the lowest place.
    private var rest: UInt64 = 0
    /// How many bytes there were.
    package private(set) var count = 0

    package init() {}

    package mutating func take(_ memory: UnsafeRawBufferPointer) {
        var offset = 0
        while offset < memory.count, count & 7 != 0 {
            take(memory[offset])
            offset += 1
        }
        while offset + 8 <= memory.count {
            let word = memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            state = BodyHash.mixed(state ^ UInt64(littleEndian: word), BodyHash.prime)
            offset += 8
            count += 8
        }
        for byte in memory[offset...] { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        rest |= UInt64(byte) << (8 * UInt64(count & 7))
        count += 1
        guard count & 7 == 0 else { return }
        state = BodyHash.mixed(state ^ rest, BodyHash.prime)
        rest = 0
    }

    package var value: UInt64 {
        BodyHash.mixed(BodyHash.mixed(state ^ rest, BodyHash.prime) ^ UInt64(count), BodyHash.prime)
    }

    package static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash = BodyHash()
        bytes.withUnsafeBytes { hash.take($0) }
        return hash.value
    }

    package static func of(_ text: String) -> UInt64 { of(Array(text.utf8)) }

    /// A number from 0 up to but not 1 that is a feed's own, to spread requests by.
    static func fraction(of text: String, salt: Int = 0) -> Double {
        Double(of("\(text)#\(salt)") >> 11) / Double(1 << 53 as UInt64)
    }

    private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = (a ^ 0x5851_F42D_4C95_7F2D).multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}
