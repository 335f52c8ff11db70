import News

/// A number with its noun, on the way to a ``Quantity``.
struct Amount: Sendable {
    /// With the و or ب in front of its digits.
    var lead: Int
    var words: ClosedRange<Int>
    var start: Int
    var end: Int
    var value: Double?
    /// The upper bound of a range.
    var most: Double?
    /// Behind و, `et` or `and`, or right behind what stands before it.
    var isJoined = false
    var unit: String?
    var of: String?
    var bound = Quantity.Bound.exactly
    var confidence: Double?
    /// Kind and size of the measure, for weights in two units; nil for counted things.
    var measure: (kind: String, factor: Double)?

    var last: Int { words.upperBound }

    /// One amount of two in units of one kind: «طن و200 كيلوغرام» is 1200 kg. Nil where the
    /// second is no smaller part of the first.
    func joined(with next: Amount) -> Amount? {
        guard let large = measure, let small = next.measure, large.kind == small.kind,
            small.factor < large.factor, let first = value, let second = next.value,
            next.isJoined, second * small.factor < large.factor, next.bound == .exactly
        else { return nil }
        var sum = self
        let total = first * large.factor / small.factor + second
        sum.value = (total * 1e6).rounded() / 1e6
        sum.words = words.lowerBound...next.last
        sum.end = next.end
        sum.unit = next.unit
        sum.measure = small
        sum.of = next.of
        return sum
    }
}
