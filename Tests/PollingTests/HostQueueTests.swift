import Testing

@testable import Polling

@Suite struct HostQueueTests {
    let start = ContinuousClock.now

    private func queue(
        concurrency: Int = 64, perHost: Int = 1, pause: Double = 0, _ waiting: [(Int, String)]
    ) -> HostQueue {
        var queue = HostQueue(
            concurrency: concurrency, perHost: perHost, pause: .seconds(pause))
        for (id, host) in waiting { queue.enqueue(id, host: host) }
        return queue
    }

    private func started(_ queue: inout HostQueue, after seconds: Double = 0) -> [Int] {
        var ids: [Int] = []
        while let id = queue.next(at: start + .seconds(seconds)) { ids.append(id) }
        return ids
    }

    private func expectStart(
        of ids: [Int], in queue: inout HostQueue, after seconds: Double = 0,
        at place: SourceLocation = #_sourceLocation
    ) {
        let found = started(&queue, after: seconds)
        #expect(found == ids, sourceLocation: place)
    }

    @Test func `a host is asked one thing at a time and in order`() {
        var queue = queue([(1, "a"), (2, "a"), (3, "b"), (4, "a")])
        expectStart(of: [1, 3], in: &queue)
        queue.finished(host: "a", at: start)
        expectStart(of: [2], in: &queue)
        queue.finished(host: "b", at: start)
        expectStart(of: [], in: &queue)
        queue.finished(host: "a", at: start)
        expectStart(of: [4], in: &queue)
    }

    @Test func `no more than so many are asked at once`() {
        var queue = queue(concurrency: 2, [(1, "a"), (2, "b"), (3, "c")])
        expectStart(of: [1, 2], in: &queue)
        queue.finished(host: "b", at: start)
        expectStart(of: [3], in: &queue)
    }

    @Test func `what others wait for goes before, and alone where it must`() {
        var queue = queue([(1, "a"), (2, "b"), (3, "a")])
        queue.enqueue(4, host: "a", isUrgent: true)
        queue.enqueue(5, host: "c", isUrgent: true)
        queue.enqueue(6, host: "a", isUrgent: true)
        var urgent: [Int] = []
        while let id = queue.next(at: start, urgentOnly: true) { urgent.append(id) }
        #expect(urgent == [4, 5])
        queue.finished(host: "a", at: start)
        expectStart(of: [6, 2], in: &queue)
        #expect(queue.hasWaiting(for: "a"))
        queue.finished(host: "a", at: start)
        expectStart(of: [1], in: &queue)
        #expect(queue.hold("a", until: start + .seconds(9)) == [3])
    }

    @Test func `a host may be given more than one turn`() {
        var queue = queue(perHost: 2, [(1, "a"), (2, "a"), (3, "a"), (4, "b")])
        expectStart(of: [1, 4, 2], in: &queue)
    }

    @Test func `a host rests between two requests`() {
        var queue = queue(pause: 2, [(1, "a"), (2, "a"), (3, "b")])
        expectStart(of: [1, 3], in: &queue)
        queue.finished(host: "a", at: start + .seconds(1))
        expectStart(of: [], in: &queue, after: 1)
        #expect(queue.wakes == start + .seconds(3))
        expectStart(of: [], in: &queue, after: 2.9)
        expectStart(of: [2], in: &queue, after: 3)
        #expect(queue.wakes == nil)
    }

    @Test func `a host's rest is kept by who comes later`() {
        var queue = queue(pause: 2, [(1, "a")])
        expectStart(of: [1], in: &queue)
        queue.finished(host: "a", at: start)
        queue.enqueue(2, host: "a")
        expectStart(of: [], in: &queue, after: 1)
        expectStart(of: [2], in: &queue, after: 2)
    }

    @Test func `who waits can be taken out`() {
        var queue = queue([(1, "a"), (2, "a"), (3, "a")])
        expectStart(of: [1], in: &queue)
        let removed = [2, 2, 1].map { queue.remove($0, host: "a") }
        #expect(removed == [true, false, false])
        queue.finished(host: "a", at: start)
        expectStart(of: [3], in: &queue)
    }

    @Test func `a host that is held loses its queue until then`() {
        var queue = queue([(1, "a"), (2, "a"), (3, "b")])
        expectStart(of: [1, 3], in: &queue)
        let thrownOut = [60, 30].map { queue.hold("a", until: start + .seconds($0)) }
        #expect(thrownOut == [[2], []])
        let held = [0, 59, 60].map { queue.heldUntil("a", at: start + .seconds($0)) }
        #expect(held == [start + .seconds(60), start + .seconds(60), nil])
        let other = queue.heldUntil("b", at: start)
        #expect(other == nil)
    }

    @Test func `a long queue keeps its order`() {
        var queue = queue((0..<1000).map { ($0, "a") })
        var order: [Int] = []
        while let id = queue.next(at: start) {
            order.append(id)
            queue.finished(host: "a", at: start)
        }
        #expect(order == Array(0..<1000))
    }
}
