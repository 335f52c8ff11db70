/// A list that is filled anew again and again: emptying it costs nothing, and its memory stays.
struct RefilledList<Element: Sendable>: Sendable {
    private var elements: [Element] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { 0..<count }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count < elements.count { elements[count] = element } else { elements.append(element) }
        count += 1
    }

    @inline(__always)
    subscript(_ index: Int) -> Element {
        get { elements[index] }
        set { elements[index] = newValue }
    }
}
