/// A growing table from 64-bit hashes to numbers that are not below zero.
///
/// For compiling terms, where a dictionary's careful hashing of hashes was a good part of the time.
struct NumberTable: Sendable {
    private var slots = [Slot](repeating: Slot(), count: 64)
    private(set) var count = 0

    private struct Slot {
        var key: UInt64 = 0
        var value: Int32 = -1
    }

    /// The number under a key; -1 for none. None can be taken away again.
    subscript(_ key: UInt64) -> Int32 {
        get { slots[place(of: key)].value }
        set {
            if (count + 1) * 2 > slots.count { grow() }
            let place = place(of: key)
            if slots[place].value < 0 { count += 1 }
            slots[place] = Slot(key: key, value: newValue)
        }
    }

    /// All keys with their numbers, in no order.
    var pairs: [(key: UInt64, value: Int32)] {
        slots.lazy.filter { $0.value >= 0 }.map { ($0.key, $0.value) }
    }

    /// Where a key is, or would be.
    private func place(of key: UInt64) -> Int {
        let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
        while slots[place].value >= 0, slots[place].key != key {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.value >= 0 { slots[place(of: slot.key)] = slot }
    }
}
