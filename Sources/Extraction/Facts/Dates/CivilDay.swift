/// A day of the Gregorian calendar, without a clock or a zone.
///
/// The arithmetic is that of Howard Hinnant's `days_from_civil`: exact for every year of the
/// proleptic calendar.
struct CivilDay: Sendable, Hashable, Comparable {
    var year: Int
    var month: Int
    var day: Int

    /// Nil for a day that the calendar does not have.
    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...12).contains(month), (1...CivilDay.length(of: month, in: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day so many days after 1970-01-01.
    init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    var number: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 1 is Monday, 7 Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    func adding(_ days: Int) -> CivilDay { CivilDay(number: number + days) }

    /// ISO 8601: `2025-05-16`.
    var text: String { CivilDay.text(year) + "-" + CivilDay.text(month) + "-" + CivilDay.text(day) }

    static func text(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}

/// The tabular Islamic calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29
/// of thirty): within a day of what is sighted in Morocco.
enum HijriCalendar {
    /// Nil where month or day cannot be.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
        guard (1...12).contains(month), (1...30).contains(day) else { return nil }
        let days =
            day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 492_149
        return CivilDay(number: days)
    }

    /// The Hijri year that most of a Gregorian year falls into.
    static func year(around year: Int) -> Int { (year - 622) * 33 / 32 }

    static func length(of month: Int) -> Int { month % 2 == 1 ? 30 : 29 }
}
