package import Foundation

/// When a notice is delivered: not before its time, not more often than the hook wants, and
/// after a failure later and later.
package struct Deliveries: Sendable {
    /// At most so many an hour.
    package let atMost: Int

    package init(atMost: Int) { self.atMost = max(1, atMost) }

    /// When the next may go out; `now` where it may at once.
    ///
    /// - Parameter recent: when deliveries of the last hour were; what was noted by a clock that
    ///   has been set back since tells nothing.
    package func next(after recent: [Date], at now: Date) -> Date {
        let hour = recent.filter { $0 > now - 3600 && $0 <= now }.sorted()
        guard hour.count >= atMost else { return now }
        return hour[hour.count - atMost] + 3600
    }

    /// After so many tries in vain: a minute, two, four and so on up to six hours, parted by the
    /// notice's number so that not all come back at once.
    package static func retry(after attempts: Int, id: Int64, at now: Date) -> Date {
        let wait = min(60 * Double(1 << min(max(0, attempts), 12)), longest)
        return now + wait * (1 + Double(id % 16) / 64)
    }

    /// Whether a notice's time has come, or lies so far ahead that ``retry(after:id:at:)`` cannot
    /// have meant it: the clock has been set back since. A moment that went into the archive and
    /// back may be later by a bit.
    package static func isDue(_ due: Date, at now: Date) -> Bool {
        due < now + 0.5 || due > now + 2 * longest
    }

    /// Seconds between two tries.
    private static let longest = 6 * 3600.0
}
