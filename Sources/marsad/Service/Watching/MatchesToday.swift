import Foundation
import Storage

/// How many matches this day has brought so far, by the calendar of the digest's zone.
struct MatchesToday {
    private let archive: Archive
    private var known = 0
    private var day: DateInterval?

    init(archive: Archive) { self.archive = archive }

    mutating func add(_ matches: Int) { known += matches }

    /// To be counted afresh: the zone may be another.
    mutating func forget() { day = nil }

    /// Asks the archive once a day; what polls brought since is added.
    mutating func count(in zone: TimeZone, at now: Date) -> Int {
        if let day, day.contains(now) { return known }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        day = calendar.dateInterval(of: .day, for: now)
        let since = day?.start ?? now
        known = (try? archive.totals(since: since).matches) ?? 0
        return known
    }
}
