/// A hash that stays the same from run to run, unlike the standard library's. Not for secrets.
package enum StableHash {
    /// Of the bytes of a body: tells whether a host that answers 200 to everything has anything
    /// new. Eight bytes at a time, multiplied into 128 bits and folded.
    package static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { memory in
            var hash = mixed(UInt64(memory.count), prime)
            let whole = memory.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                let word = memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                hash = mixed(hash ^ UInt64(littleEndian: word), prime)
            }
            let rest = memory[whole...].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            return mixed(hash ^ rest, prime)
        }
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
