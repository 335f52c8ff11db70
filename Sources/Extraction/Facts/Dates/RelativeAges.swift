/// Dates told by how long ago they were: «قبل 69 سنة», «منذ 10 سنوات», `il y a trois mois`,
/// `three years ago`.
///
/// The value is as fine as the unit: a year for years, a month for months. Without a
/// publication date, years are counted from the year that the text's own anniversary gives.
struct RelativeAges {
    let dates: RelativeDates
    private let comparators: HitIndex

    init(_ dates: RelativeDates) {
        self.dates = dates
        comparators = HitIndex(dates.scan.all(.comparators))
    }

    private static let rounds = Array("journees".utf8)

    func findings() -> [RelativeDates.Finding] {
        dates.scan.longest(.units).compactMap(finding)
    }

    private func finding(_ unit: EntryHit) -> RelativeDates.Finding? {
        let scan = dates.scan
        // The « sept journées » of a league are no days.
        guard let amount = amount(of: unit), !scan.begins(unit.first, with: RelativeAges.rounds)
        else { return nil }
        var front = amount.lead - 1
        var isAbout = false
        if let comparator = comparators.ending(at: front), scan.joins(amount.lead) {
            front = comparator.first - 1
            isAbout = true
        }
        let words: ClosedRange<Int>
        let start: Int
        if scan.joins(front + 1), let ago = dates.relative(endingAt: front, "ago"),
            !isFuture(behind: unit.last)
        {
            words = ago.first...unit.last
            start = scan.dateWordStart(ago.first)
        } else if scan.joins(unit.last + 1), scan.isDateWord(unit.last + 1, .ago),
            scan.isLatin(unit.last + 1)
        {
            words = amount.lead...(unit.last + 1)
            start = amount.start
        } else {
            return nil
        }
        let value = value(amount.value, scan.traits(unit).id)
        var found = dates.finding(words, start, value.text)
        found.from = value.from
        if isAbout, found.value != nil { found.confidence = 0.6 }
        return found
    }

    private func amount(of unit: EntryHit) -> (value: Int, lead: Int, start: Int)? {
        if unit.key == .dual { return (2, unit.first, unit.start) }
        guard dates.scan.joins(unit.first), let number = dates.numbers.ending(at: unit.first - 1),
            let value = number.whole, number.form == .cardinal, value > 0, value < 10_000
        else { return nil }
        return (value, number.lead, number.start)
    }

    /// «قبل يومين من المباراة» is before something else.
    private func isFuture(behind word: Int) -> Bool {
        dates.scan.joins(word + 1) && dates.scan.isDateWord(word + 1, .of)
    }

    private func value(_ amount: Int, _ unit: String) -> (text: String?, from: String?) {
        let note = dates.anchor.publicationNote
        guard let published = dates.anchor.published else {
            guard unit == "year", let anniversary = dates.anchor.anniversary else {
                return (nil, nil)
            }
            let year = anniversary.day.year
            return (String(year - amount), "\(year) - \(amount); \(anniversary.note)")
        }
        switch unit {
        case "year": return (String(published.year - amount), note)
        case "month":
            let months = published.year * 12 + published.month - 1 - amount
            return ("\(months / 12)-\(CivilDay.text(months % 12 + 1))", note)
        case "week": return (published.adding(-7 * amount).text, note)
        case "day": return (published.adding(-amount).text, note)
        default: return (nil, nil)
        }
    }
}
