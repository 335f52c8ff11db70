package import News
package import Foundation

/// Notices when the wall clock was set, by the monotonic one beside it.
package struct ClockWatch: Sendable {
    private var wall: Date
    private var monotonic: ContinuousClock.Instant

    package init(wall: Date, monotonic: ContinuousClock.Instant) {
        self.wall = wall
        self.monotonic = monotonic
    }

    /// Seconds by which the wall clock jumped since the last look; nil for less than a minute,
    /// which is drift. The next look is measured from this one.
    package mutating func jump(wall: Date, monotonic: ContinuousClock.Instant) -> Double? {
        let passed = (monotonic - self.monotonic).seconds
        let jump = wall.timeIntervalSince(self.wall) - passed
        self.wall = wall
        self.monotonic = monotonic
        return abs(jump) >= 60 ? jump : nil
    }
}

extension FeedState {
    /// The state with all that is planned moved by so many seconds: after a jump of the clock,
    /// each feed has as long to wait as before.
    package func shifted(by seconds: Double) -> FeedState {
        var shifted = self
        shifted.lastPoll = lastPoll.map { $0 + seconds }
        shifted.nextPoll = nextPoll.map { $0 + seconds }
        shifted.heldUntil = heldUntil.map { $0 + seconds }
        return shifted
    }

    /// At start: where the last poll lies in the future, the clock went back while nobody
    /// looked, and the state is moved so that the last poll was just now.
    package func rebased(at now: Date) -> FeedState {
        guard let lastPoll, lastPoll > now else { return self }
        return shifted(by: now.timeIntervalSince(lastPoll))
    }
}
