import Foundation

/// A moment as RFC 3339 has it, in UTC and whole seconds: `2025-11-21T06:05:00Z`.
///
/// Worked out by hand, for a formatter costs more than all else that is said of an article.
struct Timestamp: CustomStringConvertible {
    let description: String

    /// Days before year 0 and after 9999, which RFC 3339 cannot say, become its first and last.
    init(_ date: Date) {
        let seconds = Int(
            min(max(date.timeIntervalSince1970, -62_167_219_200), 253_402_300_799).rounded(.down))
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        let (year, month, dayOfMonth) = Timestamp.civil(fromDays: day)
        var text: [UInt8] = []
        text.reserveCapacity(20)
        for (number, count, sign) in [
            (year, 4, "-"), (month, 2, "-"), (dayOfMonth, 2, "T"), (rest / 3600, 2, ":"),
            (rest / 60 % 60, 2, ":"), (rest % 60, 2, "Z"),
        ] {
            Timestamp.append(number, count, to: &text)
            text += sign.utf8
        }
        description = String(decoding: text, as: UTF8.self)
    }

    /// Year, month and day of a day counted from 1 January 1970, by eras of 400 years that begin
    /// on 1 March, so that the leap day is the last of its year.
    private static func civil(fromDays days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func append(_ number: Int, _ digits: Int, to text: inout [UInt8]) {
        if digits > 1 { append(number / 10, digits - 1, to: &text) }
        text.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
