/// Dates that name their month: `16 ماي`, `من 17 إلى 21 ماي 2025`, `du 28 avril au 3 mai`,
/// `May 17–21, 2025`, `نونبر 2025`, `8 فبراير الجاري`.
///
/// A month alone is no date: it needs a day, a year, شهر, منذ or الجاري beside it, for ماي is a
/// surname too and مارس, سبتمبر, رجب have other meanings.
struct CalendarDates {
    let scan: Scan
    let numbers: Numbers
    private let months: [MonthSpan]
    private let relatives: HitIndex
    private let names: HitIndex
    private let days: WrittenDays

    init(_ scan: Scan, _ numbers: Numbers) {
        self.scan = scan
        self.numbers = numbers
        months = MonthSpan.all(in: scan)
        relatives = HitIndex(scan.all(.relative))
        names = HitIndex(scan.all(.dateNames))
        days = WrittenDays(scan, numbers)
    }

    /// In the order of the text; ranges are joined, months alone left out.
    func phrases() -> [DatePhrase] {
        var phrases: [DatePhrase] = []
        for month in months {
            for phrase in self.phrases(around: month) {
                if let last = phrases.last, last.words.overlaps(phrase.words) { continue }
                if let last = phrases.last, let joined = days.joined(last, phrase) {
                    phrases[phrases.count - 1] = joined
                } else {
                    phrases.append(phrase)
                }
            }
        }
        return phrases.filter { !$0.isBareMonth && !isName($0) }
    }

    /// «شارع 16 نونبر», «avenue du 16 novembre».
    private func isName(_ phrase: DatePhrase) -> Bool {
        var word = phrase.words.lowerBound - 1
        if scan.isDateWord(word, [.of, .the]) { word -= 1 }
        return phrase.from.day != nil && names.ending(at: word) != nil
    }

    // MARK: One month

    private func phrases(around month: MonthSpan) -> [DatePhrase] {
        var tail = tail(behind: month, hasDay: false)
        var list = days.before(month)
        if list == nil, !scan.isArabic(month.first), let behind = days.behind(month, tail.last) {
            tail = self.tail(behind: month, from: behind.last, hasDay: true)
            list = behind
        } else if list != nil {
            tail = self.tail(behind: month, hasDay: true)
        }
        guard let list else { return [monthAlone(month, tail)] }
        return list.spans.map { span in
            let isLast = span == list.spans.last
            let last = isLast ? max(tail.last, span.words.upperBound, month.last) : nil
            return DatePhrase(
                words: span.words.lowerBound...(last ?? span.words.upperBound),
                start: span.start, end: last.map { end(of: $0, month) } ?? span.end,
                from: date(month, tail, day: span.first, weekday: span.weekday),
                to: span.last.map { date(month, tail, day: $0) },
                relation: tail.relation, relatesToYear: tail.relatesToYear)
        }
    }

    private func date(
        _ month: MonthSpan, _ tail: Tail, day: Int?, weekday: Int? = nil
    ) -> WrittenDate {
        WrittenDate(
            year: tail.year, month: month.value, day: day, weekday: weekday,
            isHijri: month.isHijri)
    }

    private func monthAlone(_ month: MonthSpan, _ tail: Tail) -> DatePhrase {
        let hasHead =
            scan.isDateWord(month.first - 1, [.month, .since]) && scan.joins(month.first)
        let isSaid = tail.year != nil || tail.relation != nil
        let first = hasHead && !isSaid ? month.first - 1 : month.first
        let start = first == month.first ? month.start : scan.dateWordStart(first)
        return DatePhrase(
            words: first...tail.last, start: start, end: end(of: tail.last, month),
            from: date(month, tail, day: nil), relation: tail.relation,
            relatesToYear: tail.relatesToYear,
            isBareMonth: !isSaid && (!hasHead && !isInside(month) || month.isHijri))
    }

    /// « en février », «نهاية أبريل», `mid-September`; English "in May" is too often something
    /// else.
    private func isInside(_ month: MonthSpan) -> Bool {
        guard scan.joins(month.first), let word = scan.dateWord(month.first - 1),
            word.contains(.inside)
        else { return false }
        return scan.language != "en" || !word.contains(.at)
    }

    /// With the bracket that closes «ماي (مايو)».
    private func end(of word: Int, _ month: MonthSpan) -> Int {
        let end = scan.end(of: word)
        return month.isBracketed && word == month.last && scan.scalar(at: end) == ")"
            ? end + 1 : end
    }

    // MARK: Behind the month

    /// The year, الجاري or «من السنة الماضية» behind a month.
    private struct Tail {
        var last: Int
        var year: Int?
        var relation: DateRelation?
        var relatesToYear = false
    }

    private func tail(behind month: MonthSpan, from last: Int? = nil, hasDay: Bool) -> Tail {
        var tail = Tail(last: last ?? month.last)
        var word = tail.last + 1
        if let year = year(at: word, month, afterComma: hasDay && scan.isLatin(month.first)) {
            tail.year = year.value
            tail.last = year.last
            return tail
        }
        var heads: DateWord = []
        var lastHead = tail.last
        for _ in 0..<4 {
            guard scan.joins(word), let meaning = scan.dateWord(word),
                !meaning.isDisjoint(with: [.of, .the, .this, .year, .month])
            else { break }
            heads.formUnion(meaning.intersection([.this, .year, .month]))
            if !meaning.isDisjoint(with: .year) { lastHead = word }
            word += 1
        }
        if let year = year(at: word, month, afterComma: false) {
            tail.year = year.value
            tail.last = year.last
        } else if scan.joins(word), let hit = relatives.starting(at: word),
            let relation = DateRelation(rawValue: scan.traits(hit).id)
        {
            tail.relation = relation
            tail.relatesToYear = heads.contains(.year)
            tail.last = hit.last
        } else if heads.contains(.this), heads.contains(.year) {
            tail.relation = .this
            tail.relatesToYear = true
            tail.last = lastHead
        }
        return tail
    }

    private func year(
        at word: Int, _ month: MonthSpan, afterComma: Bool
    ) -> (value: Int, last: Int)? {
        guard let number = numbers.starting(at: word), let value = number.whole,
            number.form == .cardinal, !number.isJoined, !number.hasPreposition
        else { return nil }
        let isBehindBracket = month.isBracketed && scan.text.tokens[word].gap == .bracket
        let isJoined = scan.joins(word) || isBehindBracket
        let isBehindComma = afterComma && scan.text.tokens[word].gap == .comma
        guard isJoined || isBehindComma else { return nil }
        let years = month.isHijri ? 1300...1500 : 1900...2100
        guard years.contains(value), number.plainDigits != nil || number.words.count > 1 else {
            return nil
        }
        let mark: DateWord = month.isHijri ? .hijri : .gregorian
        let next = number.last + 1
        let hasMark =
            scan.text.tokens.indices.contains(next) && scan.text.tokens[next].gap <= .space
            && scan.isDateWord(next, mark)
        return (value, hasMark ? next : number.last)
    }
}

/// A month's name, or two names of the same month: `ماي (مايو)`, `نونبر/نوفمبر`.
struct MonthSpan: Sendable, Hashable {
    var first: Int
    var last: Int
    var start: Int
    var value: Int
    var isHijri: Bool
    var isBracketed = false

    static func all(in scan: Scan) -> [MonthSpan] {
        var spans: [MonthSpan] = []
        for hit in scan.longest(.months) {
            let entry = scan.entry(hit)
            guard let value = Int(entry.id) else { continue }
            let isHijri = entry.attributes["calendar"] == "hijri"
            let gap = scan.text.tokens[hit.first].gap
            if let before = spans.last, before.last == hit.first - 1, before.value == value,
                before.isHijri == isHijri, gap != .comma, gap <= .bracket
            {
                spans[spans.count - 1].last = hit.last
                spans[spans.count - 1].isBracketed = gap == .bracket
            } else {
                spans.append(
                    MonthSpan(
                        first: hit.first, last: hit.last, start: hit.start, value: value,
                        isHijri: isHijri))
            }
        }
        return spans
    }
}
