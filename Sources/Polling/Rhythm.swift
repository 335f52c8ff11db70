package import struct Foundation.Date

/// How often a feed publishes, learnt from when its latest items came.
package struct Rhythm: Sendable, Hashable {
    /// Items an hour, over all that is remembered and at this time of day.
    package let usual: Double
    package let now: Double
    /// Seconds between two items, the median.
    package let usualGap: Double

    /// Nil for fewer than two dates: nothing is known of the rhythm then.
    ///
    /// The hour around `moment` and its two neighbours are weighed against the usual rate as if
    /// that had been observed for six hours, so that a few items make no pattern; and however
    /// quiet the hour, a quarter of the usual rate is to be expected, for news keeps no hours.
    package init?(arrivals: [Date], at moment: Date) {
        let past = arrivals.filter { $0 <= moment }.sorted()
        guard past.count >= 2, let oldest = past.first else { return nil }
        let hours = max(moment.timeIntervalSince(oldest) / 3600, 1)
        let overall = Double(past.count) / hours
        usual = overall
        let gaps = zip(past, past.dropFirst()).map { $1.timeIntervalSince($0) }.sorted()
        usualGap = gaps[gaps.count / 2]
        guard hours >= 48 else {
            now = overall
            return
        }
        let hour = Rhythm.hour(of: moment)
        let near = past.count { [0, 1, 23].contains((Rhythm.hour(of: $0) - hour + 24) % 24) }
        let observed = hours * 3 / 24
        let blended = (Double(near) + overall * Rhythm.weight) / (observed + Rhythm.weight)
        now = max(blended, overall / 4)
    }

    private static let weight = 6.0

    /// 0 to 23, in UTC.
    static func hour(of date: Date) -> Int {
        let hours = (date.timeIntervalSince1970 / 3600).rounded(.down)
        return (Int(hours) % 24 + 24) % 24
    }

    /// The dates to remember: those of the document and, from before its oldest, those known.
    /// Newest first, and none from the future.
    static func merged(
        _ known: [Date], with document: [Date], isDelta: Bool, at now: Date
    ) -> [Date] {
        let new = document.filter { $0 <= now }
        let oldest = new.min()
        let kept =
            isDelta ? known : known.filter { date in oldest.map { date < $0 } ?? true }
        return Array((new + kept).sorted(by: >).prefix(max(remembered, new.count)))
    }

    /// Enough for a pattern of the day, little enough for fifty thousand feeds in memory.
    private static let remembered = 64
}
