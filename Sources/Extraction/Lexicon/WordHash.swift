/// A hash of a run of letters that can be had for every part of a word at once.
///
/// Polynomial modulo 2⁶⁴: with the hashes of a word's prefixes, that of any of its parts is one
/// multiplication away. Two words of one hash are told apart by the letter check.
struct WordHash {
    /// Longer words match nothing: the longest Arabic word in use has 15 letters.
    static let longest = 40
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let powers: [UInt64] = {
        var powers: [UInt64] = [1]
        for _ in 0..<longest { powers.append(powers[powers.count - 1] &* base) }
        return powers
    }()

    private var prefixes = [UInt64](repeating: 0, count: longest + 1)
    private let powers = WordHash.powers

    /// Takes a new word; its letters must not be more than ``longest``.
    mutating func take(_ letters: [UInt8], _ range: Range<Int>) {
        var hash: UInt64 = 0
        var index = 0
        for position in range {
            hash = hash &* WordHash.base &+ UInt64(letters[position])
            index += 1
            prefixes[index] = hash
        }
    }

    /// The hash of the word's letters `start..<end`.
    func part(_ start: Int, _ end: Int) -> UInt64 {
        prefixes[end] &- prefixes[start] &* powers[end - start]
    }

    /// The same with another last letter.
    func part(_ start: Int, _ end: Int, endingIn letter: UInt8) -> UInt64 {
        part(start, end - 1) &* WordHash.base &+ UInt64(letter)
    }

    static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
        letters.reduce(0) { $0 &* base &+ UInt64($1) }
    }
}

/// An open-addressing table from 64-bit hashes to small integers, read-only once built.
struct HashTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private let mask: Int

    /// Zero is the empty key: a key that is zero is stored as one.
    init(_ pairs: [UInt64: Int32]) {
        var size = 16
        while size < pairs.count * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
        mask = size - 1
        for (key, value) in pairs {
            var slot = HashTable.slot(key, mask)
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key == 0 ? 1 : key
            values[slot] = value
        }
    }

    /// The value, or -1.
    @inline(__always)
    subscript(_ key: UInt64) -> Int32 {
        var slot = HashTable.slot(key, mask)
        let wanted = key == 0 ? 1 : key
        while true {
            let found = keys[slot]
            if found == wanted { return values[slot] }
            if found == 0 { return -1 }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 32) & mask
    }
}
