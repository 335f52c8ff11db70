import News

/// Turns written dates into ISO 8601 values, against the day of publication where they need it.
///
/// الجاري is the month or year of publication, الماضي the latest before, المقبل the first after.
/// A day without a year is the latest one where its sentence tells of the past, the first to come
/// where it tells of the future, else the one nearest to publication, which is less sure the
/// farther it lies; without a publication date it stays a day of every year (`--05-16`), and what
/// needs one has no value.
struct DateResolver {
    let anchor: DateAnchor

    /// What a date comes to.
    struct Resolution: Sendable, Hashable {
        var value: String?
        var kind: String
        var confidence: Double?
        var from: String?
    }

    /// Nil where the date cannot be: the 31st of June.
    func resolve(_ phrase: DatePhrase) -> Resolution? {
        guard isPossible(phrase.from), phrase.to.map(isPossible) ?? true else { return nil }
        var phrase = phrase
        phrase.completeFromEnd()
        let last = phrase.to ?? phrase.from
        if last.isHijri { return hijri(phrase, last) }
        if last.year != nil { return written(phrase) }
        if phrase.relation == nil, let month = last.month, let day = last.day,
            let anniversary = anchor.anniversary(month: month, day: day)
        {
            return written(phrase, year: anniversary.day.year, from: anniversary.note)
        }
        guard let year = year(of: phrase) else { return unresolved(phrase) }
        return written(
            phrase, year: year, confidence: confidence(phrase, year),
            from: anchor.publicationNote)
    }

    private func isPossible(_ date: WrittenDate) -> Bool {
        guard let month = date.month else { return true }
        guard (1...12).contains(month) else { return false }
        guard let day = date.day else { return true }
        if date.isHijri { return (1...30).contains(day) }
        return CivilDay(date.year ?? 2024, month, day) != nil
    }

    /// How many days from the publication a day without a year is read as the nearest, whatever
    /// the verb, and is as sure where there is none.
    private static let near = 60

    private func confidence(_ phrase: DatePhrase, _ year: Int) -> Double {
        if phrase.relation != nil { return 0.95 }
        guard phrase.tense == nil, let published = anchor.published,
            let month = (phrase.to ?? phrase.from).month
        else { return 0.8 }
        return distance(month, phrase, year, published) > DateResolver.near ? 0.5 : 0.8
    }

    // MARK: Years

    /// The year of the last day of a date that says none.
    private func year(of phrase: DatePhrase) -> Int? {
        guard let published = anchor.published, let month = (phrase.to ?? phrase.from).month
        else { return nil }
        if phrase.relatesToYear, let relation = phrase.relation {
            return published.year + relation.step
        }
        let years = [published.year, published.year - 1, published.year + 1]
        switch phrase.relation {
        case .last: return years.filter { isBefore(phrase, $0, published) }.max()
        case .next: return years.filter { isAfter(phrase, $0, published) }.min()
        case .this, nil:
            let agreeing = years.filter { agrees(phrase.from.weekday, phrase.from, year: $0) }
            let isFree = phrase.relation == nil && !agreeing.isEmpty
            let candidates = told(isFree ? agreeing : years, phrase, published)
            return candidates.min {
                distance(month, phrase, $0, published) < distance(month, phrase, $1, published)
            }
        }
    }

    /// The years that the tense of the sentence allows; all where it allows none, and where one
    /// lies near: what is announced for next month is often told with a verb of the past.
    private func told(_ years: [Int], _ phrase: DatePhrase, _ published: CivilDay) -> [Int] {
        guard phrase.relation == nil, let tense = phrase.tense else { return years }
        let month = (phrase.to ?? phrase.from).month ?? 1
        let isNear = years.contains {
            distance(month, phrase, $0, published) <= DateResolver.near
        }
        guard tense == .since || !isNear else { return years }
        let allowed = years.filter { year in
            tense == .future
                ? !isBefore(phrase, year, published) : !isAfter(phrase, year, published)
        }
        return allowed.isEmpty ? years : allowed
    }

    private func isBefore(_ phrase: DatePhrase, _ year: Int, _ published: CivilDay) -> Bool {
        let date = phrase.to ?? phrase.from
        guard let month = date.month else { return false }
        guard let day = date.day else { return (year, month) < (published.year, published.month) }
        return CivilDay(year, month, day).map { $0 < published } ?? false
    }

    private func isAfter(_ phrase: DatePhrase, _ year: Int, _ published: CivilDay) -> Bool {
        let date = phrase.from
        guard let month = date.month else { return false }
        guard let day = date.day else { return (year, month) > (published.year, published.month) }
        return CivilDay(year, month, day).map { $0 > published } ?? false
    }

    private func distance(
        _ month: Int, _ phrase: DatePhrase, _ year: Int, _ published: CivilDay
    ) -> Int {
        let day = (phrase.to ?? phrase.from).day ?? 15
        guard let date = CivilDay(year, month, min(day, CivilDay.length(of: month, in: year)))
        else { return .max }
        return abs(date.number - published.number)
    }

    private func agrees(_ weekday: Int?, _ date: WrittenDate, year: Int) -> Bool {
        guard let weekday, let month = date.month, let day = date.day else { return true }
        return CivilDay(year, month, day)?.weekday == weekday
    }

    // MARK: Values

    private func unresolved(_ phrase: DatePhrase) -> Resolution {
        let kind = phrase.to != nil ? "range" : phrase.from.day == nil ? "month" : "recurring"
        guard phrase.relation == nil, let first = recurring(phrase.from) else {
            return Resolution(value: nil, kind: phrase.to == nil ? "relative" : kind)
        }
        guard let to = phrase.to else { return Resolution(value: first, kind: kind) }
        return Resolution(value: recurring(to).map { "\(first)/\($0)" }, kind: kind)
    }

    private func recurring(_ date: WrittenDate) -> String? {
        guard let month = date.month, let day = date.day else { return nil }
        return "--\(CivilDay.text(month))-\(CivilDay.text(day))"
    }

    private func written(
        _ phrase: DatePhrase, year: Int? = nil, confidence: Double? = nil, from: String? = nil
    ) -> Resolution? {
        let last = phrase.to ?? phrase.from
        guard let lastYear = last.year ?? year, let end = text(last, lastYear) else { return nil }
        var resolution = Resolution(
            value: end, kind: kind(last), confidence: confidence, from: from)
        if !agrees(last.weekday, last, year: lastYear) { resolution.confidence = 0.5 }
        guard phrase.to != nil else { return resolution }
        let firstYear = phrase.from.year ?? firstYear(phrase, lastYear)
        guard let start = text(phrase.from, firstYear), start <= end else { return nil }
        resolution.value = "\(start)/\(end)"
        resolution.kind = "range"
        return resolution
    }

    /// «من 28 دجنبر إلى 3 يناير 2026» begins in 2025.
    private func firstYear(_ phrase: DatePhrase, _ lastYear: Int) -> Int {
        guard let first = phrase.from.month, let last = phrase.to?.month else { return lastYear }
        return first > last ? lastYear - 1 : lastYear
    }

    private func kind(_ date: WrittenDate) -> String {
        date.day != nil ? "day" : date.month != nil ? "month" : "year"
    }

    private func text(_ date: WrittenDate, _ year: Int) -> String? {
        guard let month = date.month else { return String(year) }
        guard let day = date.day else { return "\(year)-\(CivilDay.text(month))" }
        return CivilDay(year, month, day)?.text
    }

    // MARK: Hijri

    private func hijri(_ phrase: DatePhrase, _ last: WrittenDate) -> Resolution? {
        guard let month = last.month else { return nil }
        guard let year = last.year ?? hijriYear(phrase, last, month) else {
            return Resolution(value: nil, kind: "hijri")
        }
        let length = HijriCalendar.length(of: month)
        guard let end = HijriCalendar.day(year, month, last.day ?? length),
            let start = HijriCalendar.day(
                phrase.from.year ?? year, phrase.from.month ?? month, phrase.from.day ?? 1),
            start <= end
        else { return nil }
        let note = last.year == nil ? anchor.publicationNote.map { ", \($0)" } ?? "" : ""
        return Resolution(
            value: start == end ? end.text : "\(start.text)/\(end.text)", kind: "hijri",
            confidence: 0.6, from: "tabular Hijri calendar, ±1 day\(note)")
    }

    private func hijriYear(_ phrase: DatePhrase, _ date: WrittenDate, _ month: Int) -> Int? {
        guard let published = anchor.published else { return nil }
        let middle = HijriCalendar.year(around: published.year)
        let days = ((middle - 1)...(middle + 2)).compactMap { year in
            HijriCalendar.day(year, month, date.day ?? 15).map { (year, $0) }
        }
        switch phrase.relation {
        case .last: return days.filter { $0.1 < published }.map(\.0).max()
        case .next: return days.filter { $0.1 > published }.map(\.0).min()
        case .this, nil:
            return days.min {
                abs($0.1.number - published.number) < abs($1.1.number - published.number)
            }?.0
        }
    }
}

extension DatePhrase {
    /// «من 17 إلى 21 ماي» says the month once.
    fileprivate mutating func completeFromEnd() {
        guard let to else { return }
        if from.month == nil { from.month = to.month }
        from.isHijri = to.isHijri
        if to.isHijri, from.year == nil { from.year = to.year }
    }
}
