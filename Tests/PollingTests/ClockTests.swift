import Foundation
import News
import Testing

@testable import Polling

@Suite struct ClockTests {
    static let now = FreshnessTests.now

    @Test(
        arguments: [
            (600.0, 600.0, nil), (600, 630, nil), (600, 7800, 7200), (600, -6600, -7200),
            (86400, 86400, nil),
        ] as [(Double, Double, Double?)])
    func `a jump of the wall clock is noticed`(passed: Double, shown: Double, jump: Double?) {
        let start = ContinuousClock.now
        var watch = ClockWatch(wall: ClockTests.now, monotonic: start)
        #expect(
            watch.jump(wall: ClockTests.now + shown, monotonic: start + .seconds(passed)) == jump)
        #expect(
            watch.jump(
                wall: ClockTests.now + shown + 60, monotonic: start + .seconds(passed + 60)) == nil)
    }

    @Test(arguments: [(-900.0, 0.0), (0, 0), (7200, -7200)])
    func `a state from the future is moved to now`(lastPoll: Double, shift: Double) {
        var state = FeedState()
        state.lastPoll = ClockTests.now + lastPoll
        state.nextPoll = ClockTests.now + lastPoll + 3600
        state.heldUntil = ClockTests.now + lastPoll + 60
        let rebased = state.rebased(at: ClockTests.now)
        #expect(rebased == state.shifted(by: shift))
        #expect(rebased.nextPoll == ClockTests.now + lastPoll + shift + 3600)
        #expect(rebased.heldUntil == ClockTests.now + lastPoll + shift + 60)
    }

    /// So many items, the latest so many seconds ago, so many seconds apart.
    struct Arrivals: Sendable {
        var since: Double
        var count = 20
        var apart: Double
        var told: String?
    }

    @Test(arguments: [
        Arrivals(since: 0, count: 0, apart: 0), Arrivals(since: 777_600, count: 1, apart: 0),
        Arrivals(since: 3600, apart: 3600), Arrivals(since: 777_600, apart: 604_800),
        Arrivals(since: 777_600, apart: 10800, told: "no item for 9 days; usual gap 3 h"),
        Arrivals(since: 90000, apart: 60, told: "no item for 25 h; usual gap 60 s"),
    ])
    func `a feed's silence is told`(_ arrivals: Arrivals) {
        var state = FeedState()
        state.arrivals = (0..<arrivals.count).map {
            ClockTests.now - arrivals.since - Double($0) * arrivals.apart
        }
        #expect(FeedHealth.silence(of: state, at: ClockTests.now) == arrivals.told)
    }

    @Test(arguments: [(3_600.0, true), (86_399, true), (86_400, false)])
    func `an overrun is told for a day`(_ age: Double, _ isTold: Bool) {
        var state = FeedState()
        #expect(FeedHealth.overrun(of: state, at: ClockTests.now) == nil)
        state.lastOverrun = ClockTests.now - age
        #expect((FeedHealth.overrun(of: state, at: ClockTests.now) != nil) == isTold)
    }

    @Test(arguments: [
        (0.2, "0.2 s"), (3, "3 s"), (89, "89 s"), (90, "2 min"), (2520, "42 min"),
        (5400, "1 h 30 min"),
        (10800, "3 h"), (86400, "24 h"), (777_600, "9 days"), (.infinity, "ever"),
    ])
    func `lengths of time are said as people say them`(seconds: Double, said: String) {
        #expect(Words.duration(seconds) == said)
    }
}
