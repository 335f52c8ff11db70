/// The days in front of a month: one, a range, or several.
struct WrittenDays {
    let scan: Scan
    let numbers: Numbers
    private let weekdays: HitIndex
    private let relatives: HitIndex

    init(_ scan: Scan, _ numbers: Numbers) {
        self.scan = scan
        self.numbers = numbers
        weekdays = HitIndex(scan.all(.weekdays))
        relatives = HitIndex(scan.all(.relative))
    }

    /// A day or a range of days as written, without its month.
    struct Span: Sendable, Hashable {
        var words: ClosedRange<Int>
        var start: Int
        var end: Int
        var first: Int
        var last: Int?
        var weekday: Int?
    }

    struct List: Sendable {
        var spans: [Span]
        /// The last word of all.
        var last: Int
    }

    // MARK: In front of the month

    /// Nil where no day stands there.
    func before(_ month: MonthSpan) -> List? {
        guard scan.joins(month.first) else { return nil }
        var word = month.first - 1
        for _ in 0..<3 where scan.joins(word) && scan.isDateWord(word, [.of, .month]) {
            word -= 1
        }
        guard let last = day(endingAt: word) else { return nil }
        if let first = rangeStart(before: last) {
            return List(spans: [range(first, last)], last: word)
        }
        var days = [last]
        while let earlier = listed(before: days[0], isFirst: days.count == 1) {
            days.insert(earlier, at: 0)
        }
        return list(days)
    }

    private struct Day {
        var words: ClosedRange<Int>
        var lead: Int
        var start: Int
        var end: Int
        var value: Int
        var isJoined = false
    }

    private func day(endingAt word: Int) -> Day? {
        if scan.isDateWord(word, .firstDay) {
            return Day(
                words: word...word, lead: word, start: scan.start(of: word),
                end: scan.end(of: word), value: 1)
        }
        guard let number = numbers.ending(at: word) else { return nil }
        return day(number)
    }

    private func day(_ number: Number) -> Day? {
        guard let value = number.whole, (1...31).contains(value), !number.isArticle else {
            return nil
        }
        if scan.isLatin(number.first), value != 1 { return nil }
        if let digits = number.plainDigits, digits != value { return nil }
        return Day(
            words: number.words, lead: number.lead, start: number.start, end: number.end,
            value: value, isJoined: number.isJoined)
    }

    /// The first day of a range that ends in a day: `17-21`, `17 إلى 21`, «بين 17 و21».
    private func rangeStart(before last: Day) -> Day? {
        let gap = scan.text.tokens[last.words.lowerBound].gap
        if gap == .hyphen || gap == .slash, last.lead == last.words.lowerBound {
            return ordered(day(endingAt: last.lead - 1), last)
        }
        guard scan.joins(last.lead) || last.lead < last.words.lowerBound else { return nil }
        var word = skipDayHeads(from: last.lead - 1)
        if scan.isDateWord(word, .limit) { word -= 1 }
        if scan.isDateWord(word, .to), scan.joins(word + 1), scan.joins(word) {
            return ordered(day(endingAt: word - 1), last)
        }
        guard let earlier = listed(before: last, isFirst: true) else { return nil }
        let front = skipDayHeads(from: earlier.lead - 1)
        return scan.isDateWord(front, .between) ? ordered(earlier, last) : nil
    }

    private func ordered(_ first: Day?, _ last: Day) -> Day? {
        first.flatMap { $0.value < last.value ? $0 : nil }
    }

    /// يوم, le, a weekday in front of a day.
    private func skipDayHeads(from start: Int) -> Int {
        var word = start
        for _ in 0..<3 {
            if let weekday = weekdays.ending(at: word), scan.joins(word + 1) {
                word = weekday.first - 1
            } else if scan.isDateWord(word, [.day, .the]), scan.joins(word + 1) {
                word -= 1
            }
        }
        return word
    }

    /// The day before و, `et` or a comma in a list of days.
    private func listed(before day: Day, isFirst: Bool) -> Day? {
        if day.isJoined { return self.day(endingAt: day.lead - 1) }
        var word = day.lead - 1
        if !isFirst, scan.text.tokens[day.words.lowerBound].gap == .comma {
            return self.day(endingAt: word)
        }
        if scan.isDateWord(word, .the) { word -= 1 }
        guard scan.isDateWord(word, .and), scan.joins(word + 1), scan.joins(word) else {
            return nil
        }
        return self.day(endingAt: word - 1)
    }

    // MARK: Spans

    private func range(_ first: Day, _ last: Day) -> Span {
        let front = front(of: first, isRange: true)
        return Span(
            words: front.word...last.words.upperBound, start: front.start, end: last.end,
            first: first.value, last: last.value)
    }

    /// Days in a row are a range; others are each a date.
    private func list(_ days: [Day]) -> List {
        let last = days[days.count - 1]
        let isRow = zip(days, days.dropFirst()).allSatisfy { $1.value == $0.value + 1 }
        if days.count > 1, isRow {
            return List(spans: [range(days[0], last)], last: last.words.upperBound)
        }
        let spans = days.map { day in
            let front = front(of: day, isRange: false)
            return Span(
                words: front.word...day.words.upperBound, start: front.start, end: day.end,
                first: day.value, weekday: front.weekday)
        }
        return List(spans: spans, last: last.words.upperBound)
    }

    /// Where a date begins: at its weekday, or, for a range, at من, يومي, `du`. The أمس or الماضي
    /// in front is taken with it, as it says the same day again.
    private func front(
        of day: Day, isRange: Bool
    ) -> (word: Int, start: Int, weekday: Int?) {
        var front = (word: day.lead, start: day.start, weekday: Int?.none)
        while let hit = again(before: front.word) {
            if let weekday = weekdays.ending(at: front.word - 1) {
                if !isRange, front.word == day.lead { front.weekday = Int(scan.traits(weekday).id) }
                if front.word == day.lead || isRange { front.start = weekday.start }
            }
            front.word = hit.first
        }
        if isRange, let word = rangeHead(before: front.word) {
            return (word, scan.dateWordStart(word), nil)
        }
        return front
    }

    /// A weekday, أمس or الماضي in front of a word.
    private func again(before word: Int) -> EntryHit? {
        guard scan.text.tokens.indices.contains(word), word > 0 else { return nil }
        let gap = scan.text.tokens[word].gap
        if let weekday = weekdays.ending(at: word - 1), gap.joinsPhrase || gap == .comma {
            return weekday
        }
        guard gap.joinsPhrase, let hit = relatives.ending(at: word - 1),
            WrittenDays.dayWords.contains(scan.traits(hit).id)
        else { return nil }
        return hit
    }

    private static let dayWords: Set<String> = [
        "today", "yesterday", "day-before-yesterday", "tomorrow", "day-after-tomorrow",
        "this-morning", "last-night", "tonight", "last", "next", "this",
    ]

    /// من, «ما بين», يومي, `du`, `entre le` in front of a range.
    private func rangeHead(before first: Int) -> Int? {
        guard scan.joins(first) else { return nil }
        var word = first - 1
        for _ in 0..<2
        where scan.isDateWord(word, [.the, .day]) && scan.joins(word)
            && scan.isDateWord(word - 1, [.from, .between, .days])
        {
            word -= 1
        }
        return scan.isDateWord(word, [.from, .between, .days]) ? word : nil
    }

    // MARK: Behind the month

    /// English: `May 17`, `May 17–21`, `May 17 to 21`, `between May 17 and 21`.
    func behind(_ month: MonthSpan, _ tail: Int) -> List? {
        guard scan.language == "en", scan.joins(month.last + 1),
            let number = numbers.starting(at: month.last + 1), let first = day(number)
        else { return nil }
        let front = month.first
        var span = Span(
            words: front...first.words.upperBound, start: month.start, end: first.end,
            first: first.value)
        if let hit = weekdays.ending(at: front - 1) {
            span.weekday = Int(scan.traits(hit).id)
            span.start = hit.start
            span.words = hit.first...first.words.upperBound
        }
        let isBetween = scan.joins(front) && scan.isDateWord(front - 1, .between)
        guard let last = rangeEnd(behind: first, isBetween: isBetween) else {
            return List(spans: [span], last: first.words.upperBound)
        }
        span.last = last.value
        span.end = last.end
        span.words = span.words.lowerBound...last.words.upperBound
        if isBetween {
            span.start = scan.start(of: front - 1)
            span.words = (front - 1)...last.words.upperBound
        }
        return List(spans: [span], last: last.words.upperBound)
    }

    /// - Parameter isBetween: `between` stands in front, so that `and` parts the days.
    private func rangeEnd(behind first: Day, isBetween: Bool) -> Day? {
        let next = first.words.upperBound + 1
        guard scan.text.tokens.indices.contains(next) else { return nil }
        let isTo = scan.isDateWord(next, isBetween ? .and : .to) && scan.joins(next)
        guard isTo || scan.text.tokens[next].gap == .hyphen,
            let number = numbers.starting(at: isTo ? next + 1 : next), let last = day(number),
            last.value > first.value
        else { return nil }
        return last
    }

    // MARK: Two dates

    /// One range from two dates: «من 28 أبريل إلى 3 ماي 2025»; nil where nothing joins them.
    func joined(_ first: DatePhrase, _ second: DatePhrase) -> DatePhrase? {
        let isFirm = !second.isBareMonth || rangeHead(before: first.words.lowerBound) != nil
        guard first.to == nil, second.to == nil, isFirm,
            (first.from.day == nil) == (second.from.day == nil),
            first.from.isHijri == second.from.isHijri,
            let head = rangeHead(first, second)
        else { return nil }
        var range = second
        range.words = head.word...second.words.upperBound
        range.start = head.start
        range.from = first.from
        range.to = second.from
        range.isBareMonth =
            second.from.year == nil && second.relation == nil
            && second.from.day == nil && rangeHead(before: first.words.lowerBound) == nil
        return range
    }

    private func rangeHead(
        _ first: DatePhrase, _ second: DatePhrase
    ) -> (word: Int, start: Int)? {
        let begin = first.words.lowerBound
        let next = second.words.lowerBound
        let front = rangeHead(before: begin)
        let start = front.map { scan.dateWordStart($0) } ?? first.start
        if first.words.upperBound + 1 == next, scan.text.tokens[next].gap == .hyphen {
            return (front ?? begin, start)
        }
        var word = skipDayHeads(from: next - 1)
        let isJoined = scan.text.letters[scan.text.tokens[next].letters].first == Alphabet.waw
        if front.map({ scan.isDateWord($0, .between) }) ?? false,
            scan.isDateWord(word, .and) && word - 1 == first.words.upperBound
                || isJoined && word == first.words.upperBound
        {
            return (front ?? begin, start)
        }
        if scan.isDateWord(word, .limit) { word -= 1 }
        guard scan.isDateWord(word, .to), word - 1 == first.words.upperBound, scan.joins(word)
        else { return nil }
        return (front ?? begin, start)
    }
}
