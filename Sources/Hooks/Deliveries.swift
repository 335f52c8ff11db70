package import Foundation

/// When a notice is delivered: not before its time, not more often than the hook wants, and
/// after a failure later and later.
package struct Deliveries: Sendable {
    /// At most so many an hour.
    package let atMost: Int

    package init(atMost: Int) { self.atMost = max(1, atMost) }

    /// When the next may go out; `now` where it may at once.
    ///
    /// - Parameter recent: when deliveries of the last hour were.
    package func next(after recent: [Date], at now: Date) -> Date {
        let hour = recent.filter { $0 > now - 3600 }.sorted()
        guard hour.count >= atMost else { return now }
        return hour[hour.count - atMost] + 3600
    }

    /// After so many tries in vain: a minute, two, four and so on up to six hours, parted by the
    /// notice's number so that not all come back at once.
    package static func retry(after attempts: Int, id: Int64, at now: Date) -> Date {
        let wait = min(60 * Double(1 << min(max(0, attempts), 12)), 6 * 3600)
        return now + wait * (1 + Double(id % 16) / 64)
    }
}
