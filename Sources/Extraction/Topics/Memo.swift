/// What was found out under a number, so that it is found out once.
///
/// Begun for every document: two arrays, of which the second holds only what was asked for.
struct Memo<Value> {
    /// By number, the place of its value, and one more; zero for none yet.
    private var places: [Int32]
    private var values: [Value] = []

    init(count: Int) { places = [Int32](repeating: 0, count: count) }

    subscript(_ number: Int) -> Value? {
        places[number] > 0 ? values[Int(places[number]) - 1] : nil
    }

    mutating func keep(_ value: Value, as number: Int) {
        if values.isEmpty { values.reserveCapacity(16) }
        values.append(value)
        places[number] = Int32(values.count)
    }
}
