/// A 64-bit hash that is the same in every run and on every machine (FNV-1a with a final mix),
/// for ids and for telling whether something changed; not for secrets.
package struct StableHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package init(_ text: String) {
        combine(text)
    }

    /// Adds a text and its end, so that `("ab", "c")` and `("a", "bc")` differ.
    package mutating func combine(_ text: String) {
        combine(text.utf8)
    }

    /// Adds bytes and their end.
    package mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
        add(0xff)
    }

    package var value: UInt64 {
        var mixed = state
        mixed ^= mixed >> 33
        mixed = mixed &* 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 33
        mixed = mixed &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ (mixed >> 33)
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}

extension ItemKey {
    /// The item's name for people, the same in every archive: twelve signs of `0-9a-z` without
    /// `i l o u`. Any beginning of it that fits one item alone will do where an item is asked for.
    package var short: String {
        var hash = StableHash(feed)
        hash.combine(id)
        let value = hash.value
        let signs = (0..<12).map { ItemKey.signs[Int(value >> (59 - 5 * UInt64($0))) & 31] }
        return String(decoding: signs, as: UTF8.self)
    }

    private static let signs = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
