/// Lists by number, behind each other in one array.
struct Buckets<Element: Sendable>: Sendable {
    private var elements: [Element] = []
    /// Where each list begins, and where the last one ends.
    private var starts: [Int32] = [0]

    init() {}

    /// The elements of a list keep their order.
    init(_ given: [(number: Int32, element: Element)]) {
        let count = given.reduce(0) { max($0, Int($1.number) + 1) }
        starts = [Int32](repeating: 0, count: count + 1)
        for (number, _) in given { starts[Int(number) + 1] += 1 }
        for number in 0..<count { starts[number + 1] += starts[number] }
        var places = starts
        var order = [Int32](repeating: 0, count: given.count)
        for (index, pair) in given.enumerated() {
            order[Int(places[Int(pair.number)])] = Int32(index)
            places[Int(pair.number)] += 1
        }
        elements = order.map { given[Int($0)].element }
    }

    /// Where the elements of a list are; empty for a number that has none.
    @inline(__always)
    func range(_ number: Int32) -> Range<Int> {
        guard Int(number) + 1 < starts.count else { return 0..<0 }
        return Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    }

    @inline(__always)
    subscript(_ place: Int) -> Element { elements[place] }

    /// Above the number of any list that is not empty.
    var count: Int { starts.count - 1 }

    /// All elements, list by list.
    var all: [Element] { elements }
}
