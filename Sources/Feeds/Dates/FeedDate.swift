import Foundation

/// Reads dates as feeds write them: RFC 822 and its successors with every liberty known, RFC 3339
/// and ISO 8601, asctime, Unix times; months and days in the languages of Morocco's press.
///
/// No library of the platform reads such dates: `Date.ParseStrategy` wants one format, exactly.
struct FeedDate {
    /// The zone of dates that state none. By the tz database Africa/Casablanca is UTC+1, but UTC
    /// in Ramadan.
    private let zone: TimeZone

    /// `zone` is an IANA name; an unknown one means UTC.
    init(zone: String?) {
        self.zone = zone.flatMap(TimeZone.init(identifier:)) ?? .gmt
    }

    /// The instant that `text` names; nil where it names none.
    func date(_ text: String) -> Date? {
        guard text.utf8.count < 256 else { return nil }
        if let fields = MailDate.fields(text) { return fields.date(in: zone) }
        let tokens = DateTokens(text)
        guard let fields = ISODate.fields(tokens.text) ?? WordedDate(tokens).fields else {
            return UnixTime.date(tokens.text)
        }
        return fields.date(in: zone)
    }
}

/// The parts of a date as read.
struct DateFields: Sendable, Hashable {
    var year: Int
    var month = 1
    var day = 1
    /// Nil where the date is a day: its instant is midnight in Greenwich, which is the same day
    /// in Morocco and Europe.
    var hour: Int?
    var minute = 0
    var second = 0
    /// Seconds east of Greenwich; nil where none is stated.
    var offset: Int?

    /// Nil for a day or hour that does not exist. 24:00 is the next day's start, and a leap
    /// second counts as the second after it.
    func date(in zone: TimeZone) -> Date? {
        let (hour, offset) = (hour ?? 0, hour == nil ? offset ?? 0 : offset)
        guard (1...12).contains(month), (0...24).contains(hour), (0...59).contains(minute),
            (0...61).contains(second), (1...9999).contains(year),
            (1...Self.length(of: month, year)).contains(day)
        else { return nil }
        if hour == 24, minute > 0 || second > 0 { return nil }
        let local = Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
        if let offset { return Date(timeIntervalSince1970: Double(local - offset)) }
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        let first = Date(timeIntervalSince1970: Double(local - guess))
        let second = zone.secondsFromGMT(for: first)
        return Date(timeIntervalSince1970: Double(local - second))
    }

    static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1 January 1970, by the proleptic Gregorian calendar.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Two digits are of the years 1970 to 2069 (RFC 2822 §4.3 draws the line at 50; feeds
    /// are younger), three are years since 1900.
    static func year(_ value: Int, digits: Int) -> Int {
        switch digits {
        case 1, 2: value < 70 ? 2000 + value : 1900 + value
        case 3: 1900 + value
        default: value
        }
    }
}

/// Seconds or milliseconds since 1970.
enum UnixTime {
    static func date(_ text: String) -> Date? {
        let whole = text.prefix { $0 != "." }
        guard let value = Double(whole), whole.allSatisfy(\.isNumber) else { return nil }
        switch whole.utf8.count {
        case 9, 10: return Date(timeIntervalSince1970: value)
        case 12, 13: return Date(timeIntervalSince1970: (value / 1000).rounded(.down))
        default: return nil
        }
    }
}
