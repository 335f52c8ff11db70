/// Years that stand alone, and parts of them: `سنة 2025`, `en 2025`, `منذ 2015`, `بين 2015 و2020`,
/// `saison 2024-2025`, «النصف الأول من سنة 2025».
///
/// A year is a date only behind a word that makes it one: `كأس العالم 2030` is a name, `2000` in
/// «في 2000 قرص» an amount.
struct YearDates {
    let scan: Scan
    let numbers: Numbers
    private let counted: HitIndex
    private let parts: YearParts

    init(_ scan: Scan, _ numbers: Numbers) {
        self.scan = scan
        self.numbers = numbers
        counted = HitIndex(scan.all(.units) + scan.all(.counted))
        parts = YearParts(scan, numbers)
    }

    func phrases() -> [DatePhrase] {
        var phrases: [DatePhrase] = []
        for number in numbers.list {
            guard let year = year(number),
                phrases.last.map({ $0.words.upperBound < number.lead }) ?? true
            else { continue }
            if let head = head(of: number) { phrases.append(phrase(number, year, head)) }
        }
        return phrases
    }

    private func year(_ number: Number) -> Int? {
        guard let value = number.whole, (1900...2100).contains(value), number.form == .cardinal
        else { return nil }
        if number.plainDigits != nil { return value }
        let isSpelt = number.words.count > 1 && scan.isDateWord(number.lead - 1, .year)
        return isSpelt && scan.digits(number.first).isEmpty ? value : nil
    }

    // MARK: What makes it a date

    private enum Head {
        /// The word that is quoted with the year.
        case quoted(Int)
        case unquoted
    }

    private func head(of number: Number) -> Head? {
        let before = number.lead - 1
        guard scan.joins(number.lead) else { return nil }
        let next = number.last + 1
        if scan.joins(next), scan.isDateWord(next, .hijri) { return nil }
        if !isAmount(number), parts.part(before: number.lead) != nil { return .unquoted }
        guard let meaning = scan.dateWord(before) else { return nil }
        if !meaning.isDisjoint(with: [.year, .years]) { return .quoted(before) }
        guard !isAmount(number) else { return nil }
        if meaning.contains(.since) { return .quoted(before) }
        if meaning.contains(.inside) { return .unquoted }
        if !meaning.isDisjoint(with: [.from, .between]) || meaning.contains(.of),
            rangeEnd(of: number) != nil
        {
            return .quoted(before)
        }
        return nil
    }

    /// A number of things rather than a year: something countable follows, or it is as round as
    /// an estimate.
    private func isAmount(_ number: Number) -> Bool {
        let next = number.last + 1
        if scan.joins(next), counted.starting(at: next) != nil { return true }
        guard let value = number.whole else { return true }
        return value % 100 == 0 && scan.joins(next) && !scan.isDateWord(next, [.to, .and])
    }

    // MARK: Phrases

    private func phrase(_ number: Number, _ year: Int, _ head: Head) -> DatePhrase {
        var phrase = DatePhrase(
            words: number.words, start: number.start, end: number.end,
            from: WrittenDate(year: year))
        if case .quoted(let word) = head {
            phrase.words = word...number.last
            phrase.start = scan.dateWordStart(word)
        }
        if let part = parts.part(before: phrase.words.lowerBound) {
            phrase.from.month = part.months.lowerBound
            phrase.to = WrittenDate(year: year, month: part.months.upperBound)
            phrase.words = part.first...number.last
            phrase.start = part.start
        } else if let end = rangeEnd(of: number), let last = self.year(end) {
            phrase.to = WrittenDate(year: last)
            phrase.words = phrase.words.lowerBound...end.last
            phrase.end = end.end
        }
        return phrase
    }

    /// The later year of «2015 إلى 2020», «2015 و2020», `2024-2025`, `2024/2025`.
    private func rangeEnd(of number: Number) -> Number? {
        let next = number.last + 1
        guard scan.text.tokens.indices.contains(next), let first = year(number) else {
            return nil
        }
        let gap = scan.text.tokens[next].gap
        let meaning = scan.joins(next) ? scan.dateWord(next) : nil
        let isBetween = scan.isDateWord(number.lead - 1, [.between, .years])
        let end: Number?
        if gap == .hyphen || gap == .slash {
            end = numbers.starting(at: next)
        } else if meaning?.contains(.to) ?? false {
            let limit = scan.isDateWord(next + 1, .limit) ? 2 : 1
            end = numbers.starting(at: next + limit)
        } else if isBetween {
            let isAnd = meaning?.contains(.and) ?? false
            end = numbers.starting(at: next) ?? (isAnd ? numbers.starting(at: next + 1) : nil)
        } else {
            end = nil
        }
        guard let end, let last = year(end), last > first else { return nil }
        return isBetween && scan.isDateWord(number.lead - 1, .years) && last != first + 1
            ? nil : end
    }
}
