/// First in, first out, at constant cost an element.
struct FIFO<Element> {
    private var elements: [Element] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }
    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard let first else { return nil }
        head += 1
        if head > 32, head * 2 > elements.count {
            elements.removeFirst(head)
            head = 0
        }
        return first
    }

    mutating func removeAll() -> [Element] {
        defer { self = FIFO() }
        return Array(elements[head...])
    }
}

extension FIFO: Sendable where Element: Sendable {}

extension FIFO where Element: Equatable {
    /// False where it is not in the queue.
    mutating func remove(_ element: Element) -> Bool {
        guard let index = elements[head...].firstIndex(of: element) else { return false }
        elements.remove(at: index)
        return true
    }
}
