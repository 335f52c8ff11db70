import Synchronization
import Testing

@testable import marsad

/// Waiting without libdispatch.
@Suite(.timeLimit(.minutes(1))) struct AlarmTests {
    @Test func `who is due first is called first, whoever came first`() async {
        let called = Mutex<[Int]>([])
        await withCheckedContinuation { end in
            let alarm = Alarm.shared
            alarm.set(after: 0.3) {
                called.withLock { $0.append(3) }
                end.resume()
            }
            alarm.set(after: 0.2) { called.withLock { $0.append(2) } }
            let never = alarm.set(after: 0.15) { called.withLock { $0.append(0) } }
            alarm.set(after: 0.1) { called.withLock { $0.append(1) } }
            alarm.callOff(never)
        }
        #expect(called.withLock { $0 } == [1, 2, 3])
    }

    @Test func `a nap lasts as long as it is to`() async throws {
        let began = ContinuousClock.now
        try await DaemonClock(speed: 10).sleep(2)
        #expect(ContinuousClock.now - began >= .seconds(0.2))
    }

    @Test func `a nap ends early where its task is cancelled`() async {
        let task = Task { try await DaemonClock.real.sleep(3_600) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `a nap that was ended before it began is none`() async {
        let nap = Nap()
        nap.end()
        nap.end()
        await nap.sleep(3_600)
    }
}
