import Synchronization
import Testing

@testable import marsad

@Suite struct InTurnTests {
    @Test func `one begins when the one before it is over`() async {
        let turns = InTurn()
        let steps = Mutex<[Int]>([])
        let answers = await withTaskGroup(of: Int.self) { group in
            for number in 1...50 {
                group.addTask {
                    await turns.run {
                        steps.withLock { $0.append(number) }
                        for _ in 0..<10 { await Task.yield() }
                        steps.withLock { $0.append(-number) }
                        return number
                    }
                }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(answers == Set(1...50))
        let seen = steps.withLock { $0 }
        #expect(seen.count == 100)
        for place in stride(from: 0, to: seen.count, by: 2) {
            #expect(seen[place + 1] == -seen[place])
        }
    }
}
