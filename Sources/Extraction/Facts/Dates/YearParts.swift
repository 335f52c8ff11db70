/// Parts of a year in front of it: «النصف الأول من», «الأشهر التسعة الأولى من», `premier
/// semestre`, `first nine months of`.
///
/// Without these, a year would stand for a part of it.
struct YearParts {
    let scan: Scan
    let numbers: Numbers

    init(_ scan: Scan, _ numbers: Numbers) {
        self.scan = scan
        self.numbers = numbers
    }

    /// Some months of a year, and where they are told.
    struct Part {
        var first: Int
        var start: Int
        var months: ClosedRange<Int>

        /// ISO 8601: `2025-01/2025-06`.
        func value(_ year: Int) -> String {
            "\(year)-\(CivilDay.text(months.lowerBound))/\(year)-\(CivilDay.text(months.upperBound))"
        }
    }

    private static let halves = WordSet(
        ["النصف", "بالنصف", "للنصف", "والنصف", "الأسدس", "السداسي", "semestre", "half"])
    private static let quarters = WordSet(["الفصل", "الربع", "بالربع", "trimestre", "quarter"])
    private static let monthNames = WordSet(
        ["الأشهر", "الشهور", "أشهر", "شهور", "mois", "months"])
    private static let firsts = WordSet(["الأولى", "premiers", "first"])

    /// The part that ends right in front of a word, but for من, `de`, `of the year`.
    func part(before word: Int) -> Part? {
        var last = word - 1
        for _ in 0..<3 where scan.joins(last + 1) && scan.isDateWord(last, [.of, .the, .year]) {
            last -= 1
        }
        guard scan.joins(last + 1), last > 0 else { return nil }
        return share(endingAt: last) ?? months(endingAt: last)
    }

    /// «النصف الأول», `premier trimestre`, `second half`.
    private func share(endingAt last: Int) -> Part? {
        let isArabic = scan.isArabic(last)
        let head = isArabic ? last - 1 : last
        let place = isArabic ? last : last - 1
        guard scan.joins(last), let number = numbers.ending(at: place),
            number.form == .ordinal, let which = number.whole
        else { return nil }
        let length: Int
        if scan.isWord(head, among: YearParts.halves), which <= 2 {
            length = 6
        } else if scan.isWord(head, among: YearParts.quarters), which <= 4 {
            length = 3
        } else {
            return nil
        }
        let first = isArabic ? head : number.first
        return Part(
            first: first, start: scan.start(of: first),
            months: (length * (which - 1) + 1)...(length * which))
    }

    /// «الأشهر التسعة الأولى», «التسعة أشهر الأولى», `neuf premiers mois`, `first nine months`.
    private func months(endingAt last: Int) -> Part? {
        let words = (last - 2)...last
        guard words.lowerBound >= 0, scan.joins(last), scan.joins(last - 1),
            words.contains(where: { scan.isWord($0, among: YearParts.monthNames) }),
            words.contains(where: { scan.isWord($0, among: YearParts.firsts) }),
            let number = words.lazy.compactMap({ self.numbers.ending(at: $0) })
                .first(where: { $0.form == .cardinal }),
            let count = number.whole, (2...11).contains(count)
        else { return nil }
        let first = min(words.lowerBound, number.lead)
        return Part(first: first, start: scan.start(of: first), months: 1...count)
    }
}
