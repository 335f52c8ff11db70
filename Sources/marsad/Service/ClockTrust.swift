import Foundation
import Polling

/// Whether the wall clock is to be trusted with dropping what is old: not for a day after it was
/// set forward by more than one, for whoever set it may have erred.
struct ClockTrust {
    private var watch: ClockWatch
    private var doubtedSince: ContinuousClock.Instant?

    init(at now: Date, monotonic: ContinuousClock.Instant) {
        watch = ClockWatch(wall: now, monotonic: monotonic)
    }

    mutating func look(at now: Date, monotonic: ContinuousClock.Instant) -> Bool {
        if let jump = watch.jump(wall: now, monotonic: monotonic), jump > 86_400 {
            doubtedSince = monotonic
        }
        return doubtedSince.map { (monotonic - $0) / .seconds(1) > 86_400 } ?? true
    }
}
