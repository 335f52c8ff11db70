/// A hash of a run of letters from which letters can be taken off at both ends.
///
/// Polynomial modulo 2⁶⁴ in an odd base. Such a base has an inverse, so that the hash of any part
/// of a word comes from that of the whole by multiplying. Two words of one hash are told apart
/// by the letter check.
struct WordHash {
    /// Longer words match nothing: the longest Arabic word in use has 15 letters.
    static let longest = 40
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// Times the base it is one.
    private static let inverse: UInt64 = 0xF1DE_83E1_9937_733D

    private var powers = InlineArray<41, UInt64>(repeating: 1)

    init() {
        for index in 1...WordHash.longest { powers[index] = powers[index - 1] &* WordHash.base }
    }

    /// - Parameter before: the hash of what stands in front.
    static func hash(_ letters: some Sequence<UInt8>, after before: UInt64 = 0) -> UInt64 {
        letters.reduce(before) { adding($1, to: $0) }
    }

    @inline(__always)
    static func adding(_ letter: UInt8, to hash: UInt64) -> UInt64 {
        hash &* base &+ UInt64(letter)
    }

    /// The hash of two runs that follow each other, the second of so many letters.
    static func joined(_ first: UInt64, _ second: UInt64, count: Int) -> UInt64 {
        var power: UInt64 = 1
        for _ in 0..<count { power = power &* base }
        return first &* power &+ second
    }

    @inline(__always)
    static func removing(last letter: UInt8, from hash: UInt64) -> UInt64 {
        (hash &- UInt64(letter)) &* inverse
    }

    @inline(__always)
    static func replacing(last letter: UInt8, by other: UInt8, in hash: UInt64) -> UInt64 {
        hash &- UInt64(letter) &+ UInt64(other)
    }

    /// - Parameter count: the letters of the whole, ``longest`` at most.
    @inline(__always)
    func removing(first letter: UInt8, from hash: UInt64, count: Int) -> UInt64 {
        hash &- UInt64(letter) &* powers[count - 1]
    }
}

/// An open-addressing table from 64-bit hashes to small integers, read-only once built.
///
/// Most look-ups find nothing: a bit map in front of the table, small enough to stay in the
/// cache, answers fifteen of sixteen of them.
struct HashTable: Sendable {
    private struct Slot {
        var key: UInt64 = 0
        var value: Int32 = -1
    }

    private var slots: [Slot]
    private var filter: [UInt64]
    let isEmpty: Bool
    private let shift: UInt64
    private let filterShift: UInt64

    /// Zero is the empty key: a key that is zero is stored as one.
    init(_ pairs: some Collection<(key: UInt64, value: Int32)>) {
        isEmpty = pairs.isEmpty
        var bits: UInt64 = 4
        while 1 << bits < pairs.count * 2 { bits += 1 }
        let size = 1 << Int(bits)
        slots = [Slot](repeating: Slot(), count: size)
        filter = [UInt64](repeating: 0, count: max(1, size / 8))
        shift = 64 - bits
        filterShift = 64 - bits - 3
        for (key, value) in pairs {
            let mixed = HashTable.mixed(key)
            filter[Int(truncatingIfNeeded: mixed >> filterShift) >> 6] |=
                1 << (mixed >> filterShift & 63)
            var slot = Int(truncatingIfNeeded: mixed >> shift)
            while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(key: key == 0 ? 1 : key, value: value)
        }
    }

    var byteCount: Int { slots.count * MemoryLayout<Slot>.stride + filter.count * 8 }

    /// The value, or -1.
    @inline(__always)
    subscript(_ key: UInt64) -> Int32 {
        let mixed = HashTable.mixed(key)
        let bit = mixed >> filterShift
        guard filter[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 == 1 else { return -1 }
        return find(key, from: Int(truncatingIfNeeded: mixed >> shift))
    }

    private func find(_ key: UInt64, from start: Int) -> Int32 {
        var slot = start
        let wanted = key == 0 ? 1 : key
        while true {
            let found = slots[slot]
            if found.key == wanted { return found.value }
            if found.key == 0 { return -1 }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    private static func mixed(_ key: UInt64) -> UInt64 {
        (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}
