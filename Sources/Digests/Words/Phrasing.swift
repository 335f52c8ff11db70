import Foundation

/// How a digest speaks: the words of its language, and dates and numbers as Morocco writes them.
///
/// Formatters are made once, and what they said is remembered.
final class Phrasing: Sendable {
    let language: DigestLanguage
    let words: Words
    let timeZone: TimeZone
    private let names: [NamedThing: [String: String]]
    private let memo = Memo()
    private let calendar: Calendar
    private let longDay: Date.FormatStyle
    private let mediumDay: Date.FormatStyle
    private let shortDay: Date.FormatStyle
    private let yearlyDay: Date.FormatStyle
    private let month: Date.FormatStyle
    private let points: FloatingPointFormatStyle<Double>

    init(
        language: DigestLanguage, timeZone: TimeZone, names: [NamedThing: [String: String]] = [:]
    ) {
        self.language = language
        self.names = names
        words = language.words
        self.timeZone = timeZone
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        calendar.locale = language.locale
        self.calendar = calendar
        let style = Date.FormatStyle(
            locale: language.locale, calendar: calendar, timeZone: timeZone)
        longDay = style.weekday(.wide).day().month(.wide).year()
        mediumDay = style.day().month(.wide).year()
        shortDay = style.day().month(.abbreviated)
        yearlyDay = style.day().month(.wide)
        month = style.month(.wide).year()
        points = FloatingPointFormatStyle(locale: language.locale)
            .precision(.fractionLength(0...1))
    }

    /// What a thing is called in the digest's language; as the article has it where nobody
    /// knows better.
    func name(_ kind: NamedThing.Kind, _ id: String?, as written: String) -> String {
        id.flatMap { name(kind, $0) } ?? written
    }

    /// Nil for what the lexicon does not know. Whoever reads English can read a French name.
    func name(_ kind: NamedThing.Kind, _ id: String) -> String? {
        guard let names = names[NamedThing(kind, id)] else { return nil }
        return names[language.rawValue] ?? (language == .en ? names["fr"] : nil)
    }

    /// `Friday, 21 November 2025`.
    func longDay(_ date: Date) -> String {
        memo.text(.longDay(localSeconds(date) / 86_400)) {
            ordinal(CleanText.line(date.formatted(longDay)))
        }
    }

    /// `Friday, 21 November 2025` for `2025-11-21`; nil for what is no day.
    func longDay(iso value: String) -> String? {
        let numbers = value.split(separator: "-").map { Int($0) }
        guard value.count == 10, numbers.count == 3 else { return nil }
        return date(numbers[0], numbers[1], numbers[2]).map(longDay)
    }

    /// `21 November 2025`.
    func day(_ date: Date) -> String {
        memo.text(.day(localSeconds(date) / 86_400)) {
            ordinal(CleanText.line(date.formatted(mediumDay)))
        }
    }

    /// `21 Nov`.
    func shortDay(_ date: Date) -> String {
        memo.text(.shortDay(localSeconds(date) / 86_400)) {
            ordinal(CleanText.line(date.formatted(shortDay)))
        }
    }

    /// `07:05`.
    func time(_ date: Date) -> String {
        let minutes = localSeconds(date) % 86_400 / 60
        return Phrasing.twoDigits(minutes / 60) + ":" + Phrasing.twoDigits(minutes % 60)
    }

    /// Seconds on the wall clock of the digest's time zone, counted from before the year 0001,
    /// so that they are positive whatever moment a feed claims.
    private func localSeconds(_ date: Date) -> Int {
        let moment = min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
        let seconds = Int(moment.rounded(.down))
        return seconds + 62_135_683_200 + memo.offset(of: timeZone, at: seconds)
    }

    /// `2025-11-21`.
    func isoDay(_ date: Date) -> String {
        let offset = Double(timeZone.secondsFromGMT(for: date))
        return String(Timestamp(date.addingTimeInterval(offset)).description.prefix(10))
    }

    /// `21 November 2025, 07:05`.
    func moment(_ date: Date) -> String { day(date) + words.comma + time(date) }

    /// `Friday, 21 November 2025, 07:05`.
    func longMoment(_ date: Date) -> String { longDay(date) + words.comma + time(date) }

    func number(_ number: Int) -> String {
        memo.text(.number(number)) { number.formatted(.number.locale(language.locale)) }
    }

    /// Points of a score, to one decimal.
    func points(_ number: Double) -> String { number.formatted(points) }

    /// A phrase with the number in it.
    func count(_ number: Int, _ plural: Plural) -> String {
        plural.phrase(for: number, in: language)
            .replacing("{}", with: self.number(number))
    }

    func phrase(_ pattern: String, _ value: String) -> String {
        pattern.replacing("{}", with: value)
    }

    func phrase(_ pattern: String, _ first: String, _ second: String) -> String {
        let parts = pattern.split(separator: "{1}", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return pattern }
        return parts[0].replacing("{2}", with: second) + first
            + parts[1].replacing("{2}", with: second)
    }

    /// The name of a country by its ISO 3166-1 code; the code where there is none.
    func country(_ code: String) -> String {
        memo.text(.country(code)) {
            words.countries[code] ?? language.locale.localizedString(forRegionCode: code) ?? code
        }
    }

    /// The last day that a period tells of: one that begins at seven ends at seven, and its last
    /// day is then the one before.
    func lastDay(since: Date, until: Date) -> Date {
        let last = until.addingTimeInterval(-1)
        let isWhole = localSeconds(last) % 86_400 >= localSeconds(since) % 86_400
        return isWhole ? last : calendar.date(byAdding: .day, value: -1, to: last) ?? last
    }

    /// Days for a heading: `17–22 November 2026`, `30 November – 6 December 2026`, `November 2026`.
    func span(_ first: Date, _ last: Date) -> String {
        let parts: Set<Calendar.Component> = [.year, .month, .day]
        let (from, to) = (
            calendar.dateComponents(parts, from: first), calendar.dateComponents(parts, from: last)
        )
        guard from.year == to.year else { return phrase(words.span, day(first), day(last)) }
        guard from.month == to.month else {
            return phrase(words.span, dayOfYear(first), day(last))
        }
        if from.day == 1, to.day == calendar.range(of: .day, in: .month, for: last)?.count {
            return last.formatted(month)
        }
        if from.day == to.day { return longDay(last) }
        return phrase(words.spanInMonth, ordinal(number(from.day ?? 1)), day(last))
    }

    /// `20–26 October 2025` for `2025-W43` (ISO 8601); nil for what is no week.
    func week(iso value: String) -> String? {
        let parts = value.components(separatedBy: "-W").map { Int($0) }
        var weeks = Calendar(identifier: .iso8601)
        weeks.timeZone = timeZone
        guard parts.count == 2, let year = parts[0], let week = parts[1], (1...53).contains(week),
            let monday = weeks.date(
                from: DateComponents(weekday: 2, weekOfYear: week, yearForWeekOfYear: year)),
            let sunday = weeks.date(byAdding: .day, value: 6, to: monday)
        else { return nil }
        return span(monday, sunday)
    }

    private func dayOfYear(_ date: Date) -> String { ordinal(date.formatted(yearlyDay)) }

    /// In French the first of a month is `1er`; Unicode's patterns have it `1`.
    private func ordinal(_ day: String) -> String {
        guard language == .fr else { return day }
        return day.split(separator: " ").map { $0 == "1" ? "1er" : $0 }.joined(separator: " ")
    }

    /// A date as the facts hold it, in words: `17 to 21 May 2025`; nil for what is no date.
    func date(iso value: String) -> String? {
        let text = memo.text(.date(value)) { words(iso: value) ?? "" }
        return text.isEmpty ? nil : text
    }

    private func words(iso value: String) -> String? {
        let ends = value.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return single(iso: ends[0]) }
        guard let from = single(iso: ends[0]), let to = single(iso: ends[1]) else { return nil }
        return phrase(words.range, sameMonth(ends[0], ends[1]) ?? from, to)
    }

    /// The day alone where both ends lie in one month: `from 17 to 21 May 2025`.
    private func sameMonth(_ from: Substring, _ to: Substring) -> String? {
        guard from.count == 10, to.count == 10, from.prefix(7) == to.prefix(7) else {
            return nil
        }
        return Int(from.suffix(2)).map { ordinal(String($0)) }
    }

    /// `2025-05-16`, `2025-11`, `2025`, or `--05-16` for a day of every year.
    private func single(iso value: Substring) -> String? {
        let isYearly = value.hasPrefix("--")
        let numbers = value.drop { $0 == "-" }.split(separator: "-").map { Int($0) }
        switch (numbers.count, isYearly) {
        case (1, false): return numbers[0].map(String.init)
        case (2, false): return date(numbers[0], numbers[1], 1)?.formatted(month)
        case (3, false): return date(numbers[0], numbers[1], numbers[2]).map(day)
        case (2, true):
            return date(2000, numbers[0], numbers[1]).map(dayOfYear)
        default: return nil
        }
    }

    private func date(_ year: Int?, _ month: Int?, _ day: Int?) -> Date? {
        guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return calendar.date(from: DateComponents(year: year, month: month, day: day))
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0" + String(number) : String(number)
    }
}
