/// Some small numbers, such as words of a text or patterns of the matcher: a bit for each.
struct BitSet: Sendable {
    private var bits: [UInt64]

    init() { bits = [] }

    /// With room for the numbers below one, so that it need not grow.
    init(below limit: Int) { bits = [UInt64](repeating: 0, count: limit / 64 + 1) }

    mutating func insert(_ number: Int) {
        while bits.count <= number / 64 { bits.append(0) }
        bits[number / 64] |= 1 << UInt64(number % 64)
    }

    mutating func formUnion(_ numbers: ClosedRange<Int>) {
        for number in numbers { insert(number) }
    }

    mutating func formUnion(_ other: BitSet) {
        while bits.count < other.bits.count { bits.append(0) }
        for place in other.bits.indices { bits[place] |= other.bits[place] }
    }

    /// No number below zero is in any set.
    func contains(_ number: Int) -> Bool {
        number >= 0 && number / 64 < bits.count && bits[number / 64] >> UInt64(number % 64) & 1 == 1
    }

    func isDisjoint(with numbers: ClosedRange<Int>) -> Bool {
        for number in numbers where contains(number) { return false }
        return true
    }
}
