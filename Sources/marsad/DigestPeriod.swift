import Foundation
import Settings

/// The time that a digest tells of.
struct DigestPeriod: Sendable, Hashable {
    var since: Date
    var until: Date
    /// What its folder is called: `2026-11-21`, `2026-W47`, `2026-11`.
    var name: String

    /// The last whole period before a moment: for a day, from yesterday's hour to today's.
    ///
    /// By the calendar of the zone, so that a day on which the clock changes is 23 or 25 hours
    /// long and the digest still comes at its hour.
    static func last(
        _ kind: GeneralSettings.Period, before now: Date, atMinute minute: Int, in zone: TimeZone
    ) -> DigestPeriod {
        let calendar = calendar(in: zone)
        let until = end(kind, before: now, atMinute: minute, calendar)
        let since = calendar.date(byAdding: unit(of: kind), value: -1, to: until) ?? until
        return DigestPeriod(since: since, until: until, name: name(kind, since, until, calendar))
    }

    /// The whole periods that are over and not told yet, the earliest first: of a new archive the
    /// last alone, after an outage a month of them at most.
    ///
    /// - Parameter told: the end of the last period that was told.
    static func due(
        _ kind: GeneralSettings.Period, told: Date?, before now: Date, atMinute minute: Int,
        in zone: TimeZone
    ) -> [DigestPeriod] {
        var periods: [DigestPeriod] = []
        var end = now
        while periods.count < (told == nil ? 1 : 31) {
            let period = last(kind, before: end, atMinute: minute, in: zone)
            if let told, period.until <= told { break }
            periods.insert(period, at: 0)
            end = period.since
        }
        guard let told else { return periods }
        return following(told, periods, kind, in: zone)
    }

    /// Where the hour was changed since the last was told: no name is given twice, and what came
    /// between the old hour and the new one is told once.
    private static func following(
        _ told: Date, _ periods: [DigestPeriod], _ kind: GeneralSettings.Period, in zone: TimeZone
    ) -> [DigestPeriod] {
        let calendar = calendar(in: zone)
        let before = calendar.date(byAdding: unit(of: kind), value: -1, to: told) ?? told
        let last = name(kind, before, told, calendar)
        var periods = Array(periods.drop { $0.name == last })
        if let first = periods.first, abs(first.since.timeIntervalSince(told)) < 86_400 {
            periods[0].since = told
        }
        return periods
    }

    /// When the next period ends, after a moment.
    static func nextEnd(
        _ kind: GeneralSettings.Period, after now: Date, atMinute minute: Int, in zone: TimeZone
    ) -> Date {
        let calendar = calendar(in: zone)
        let last = end(kind, before: now, atMinute: minute, calendar)
        return end(kind, 1, from: last, atMinute: minute, calendar)
    }

    private static func calendar(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = zone
        return calendar
    }

    private static func unit(of kind: GeneralSettings.Period) -> Calendar.Component {
        switch kind {
        case .day: .day
        case .week: .weekOfYear
        case .month: .month
        }
    }

    /// The latest end of a period that has come: today at the hour, Monday, the first.
    private static func end(
        _ kind: GeneralSettings.Period, before now: Date, atMinute minute: Int,
        _ calendar: Calendar
    ) -> Date {
        let end = end(kind, 0, from: now, atMinute: minute, calendar)
        return end <= now ? end : self.end(kind, -1, from: now, atMinute: minute, calendar)
    }

    /// The hour on the first day of the day, week or month that is so many behind that of a moment.
    ///
    /// `Calendar.nextDate(after:matching:direction: .backward)` misses the first of a month for all
    /// of that day.
    private static func end(
        _ kind: GeneralSettings.Period, _ count: Int, from moment: Date, atMinute minute: Int,
        _ calendar: Calendar
    ) -> Date {
        let unit = unit(of: kind)
        let start = calendar.dateInterval(of: unit, for: moment)?.start ?? moment
        let day = calendar.date(byAdding: unit, value: count, to: start) ?? start
        return calendar.date(bySettingHour: minute / 60, minute: minute % 60, second: 0, of: day)
            ?? day
    }

    /// A day's digest bears the day on which it is read; longer ones what they tell of.
    private static func name(
        _ kind: GeneralSettings.Period, _ since: Date, _ until: Date, _ calendar: Calendar
    ) -> String {
        let zone = calendar.timeZone
        switch kind {
        case .day:
            return until.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
        case .week:
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: since)
            let week = parts.weekOfYear ?? 0
            return "\(parts.yearForWeekOfYear ?? 0)-W\(week < 10 ? "0" : "")\(week)"
        case .month:
            return since.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month())
        }
    }
}
