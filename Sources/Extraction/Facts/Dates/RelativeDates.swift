import News

/// Dates seen from the day of publication: أمس, «الثلاثاء الماضي», «الأسبوع المقبل», `mardi`,
/// `hier`, `last year`, «قبل 69 سنة», `il y a trois mois`.
///
/// اليوم and `aujourd'hui` mean "nowadays" as often as today, and count only beside a weekday or
/// where something is reported; a weekday alone is the latest one up to publication, or the next
/// one where the sentence tells of the future, and is less sure. Limits: hours are no dates,
/// plural periods («السنوات المقبلة») neither, «بعد 3 أيام» is not read.
struct RelativeDates {
    let scan: Scan
    let numbers: Numbers
    let anchor: DateAnchor
    private let weekdays: HitIndex
    private let relatives: HitIndex

    init(_ scan: Scan, _ numbers: Numbers, _ anchor: DateAnchor) {
        self.scan = scan
        self.numbers = numbers
        self.anchor = anchor
        weekdays = HitIndex(scan.all(.weekdays))
        relatives = HitIndex(scan.all(.relative))
    }

    /// Without hits of these there is nothing to find.
    static let kinds: [LexiconKind] = [.relative, .units, .weekdays]

    /// A finding with the words that it takes.
    struct Finding {
        var words: ClosedRange<Int>
        var start: Int
        var end: Int
        var value: String?
        var confidence: Double?
        var from: String?
    }

    func findings() -> [Finding] {
        scan.longest(.relative).compactMap(finding) + RelativeAges(self).findings()
            + scan.longest(.weekdays).compactMap(weekdayAlone)
    }

    func relative(endingAt word: Int, _ id: String) -> EntryHit? {
        relatives.ending(at: word).flatMap { scan.traits($0).id == id ? $0 : nil }
    }

    func relative(startingAt word: Int, _ id: String) -> EntryHit? {
        relatives.starting(at: word).flatMap { scan.traits($0).id == id ? $0 : nil }
    }

    func finding(_ words: ClosedRange<Int>, _ start: Int, _ value: String?) -> Finding {
        Finding(
            words: words, start: start, end: scan.end(of: words.upperBound), value: value,
            from: value == nil ? nil : anchor.publicationNote)
    }

    private func finding(_ hit: EntryHit) -> Finding? {
        let id = scan.traits(hit).id
        if let relation = DateRelation(rawValue: id) { return period(hit, relation) }
        guard let step = RelativeDates.steps[id] else { return nil }
        return day(hit, id, step)
    }

    // MARK: Days

    private static let steps = [
        "today": 0, "this-morning": 0, "tonight": 0, "yesterday": -1, "last-night": -1,
        "day-before-yesterday": -2, "tomorrow": 1, "day-after-tomorrow": 2,
    ]

    private func day(_ hit: EntryHit, _ id: String, _ step: Int) -> Finding? {
        let weekday = weekdayBeside(hit)
        let isTold = weekday != nil || id != "today" || Todays(scan: scan).isReported(hit)
        guard isTold, !isAnotherDay(hit), isWhole(hit) else { return nil }
        let last = max(weekday?.last ?? hit.last, hit.last)
        let day = anchor.published?.adding(step)
        var found = finding(hit.first...last, hit.start, day?.text)
        if let weekday, let day, Int(scan.traits(weekday).id) != day.weekday {
            found.confidence = 0.5
        }
        return found
    }

    /// «أمس الثلاثاء», «اليوم (الثلاثاء)», `hier mardi`.
    private func weekdayBeside(_ hit: EntryHit) -> EntryHit? {
        guard let weekday = weekdays.starting(at: hit.last + 1), isWhole(weekday) else {
            return nil
        }
        let gap = scan.text.tokens[weekday.first].gap
        return gap.joinsPhrase || gap == .bracket ? weekday : nil
    }

    /// Nothing but و is written onto it: the «فلامس» of a name is no أمس.
    private func isWhole(_ hit: EntryHit) -> Bool {
        scan.proclitics(of: hit).allSatisfy { $0 == Alphabet.waw }
    }

    private static let amsAndGhad =
        ["الأمس", "بالأمس", "الغد", "بالغد", "للغد"].map(ElementForms.folded)

    /// «بالأمس» and «الغد» are the past and the future; «la veille» is the day before another.
    private func isAnotherDay(_ hit: EntryHit) -> Bool {
        let token = scan.text.tokens[hit.last]
        let letters = scan.text.letters[token.letters]
        if letters.elementsEqual("veille".utf8) { return true }
        return hit.first == hit.last
            && RelativeDates.amsAndGhad.contains { $0.elementsEqual(letters) }
    }

    // MARK: Weekdays and periods with الماضي, المقبل, الجاري

    private func period(_ hit: EntryHit, _ relation: DateRelation) -> Finding? {
        if hit.last > hit.first, let unit = periodWord(hit.last) {
            return finding(hit.words, hit.start, value(unit, relation))
        }
        if scan.joins(hit.first), let found = periodBefore(hit, relation) { return found }
        guard scan.language == "en", scan.joins(hit.last + 1) else { return nil }
        if let weekday = weekdays.starting(at: hit.last + 1) {
            return finding(hit.first...weekday.last, hit.start, value(weekday, relation))
        }
        return periodWord(hit.last + 1).map {
            finding(hit.first...(hit.last + 1), hit.start, value($0, relation))
        }
    }

    private func periodBefore(_ hit: EntryHit, _ relation: DateRelation) -> Finding? {
        if let weekday = weekdays.ending(at: hit.first - 1) {
            return pair(weekday, hit, relation)
                ?? finding(weekday.first...hit.last, weekday.start, value(weekday, relation))
        }
        let head = hit.first - 1
        if relation == .this, let day = dayAlone(before: hit.first) {
            let value = month(relation).flatMap { CivilDay($0.year, $0.month, day.value)?.text }
            return finding(day.number.first...hit.last, day.number.start, value)
        }
        guard let unit = periodWord(head), !isGeneral(head) else { return nil }
        if unit == .month, let day = dayOfMonth(before: head) {
            let value = month(relation).flatMap { CivilDay($0.year, $0.month, day.value)?.text }
            return finding(day.number.first...hit.last, day.number.start, value)
        }
        if unit == .year, let part = YearParts(scan, numbers).part(before: head) {
            let year = anchor.published.map { $0.year + relation.step }
            return finding(part.first...hit.last, part.start, year.map(part.value))
        }
        return finding(head...hit.last, scan.dateWordStart(head), value(unit, relation))
    }

    /// Two days in a row: «الأربعاء والخميس الماضيين», « mercredi et jeudi derniers ».
    private func pair(
        _ second: EntryHit, _ hit: EntryHit, _ relation: DateRelation
    ) -> Finding? {
        let isAnd = scan.isLatin(second.first) && scan.isDateWord(second.first - 1, .and)
        let last = second.first - (isAnd ? 2 : 1)
        guard isAnd || scan.hasWaw(second.first), scan.joins(last + 1), scan.joins(second.first),
            let first = weekdays.ending(at: last), let from = Int(scan.traits(first).id),
            let to = Int(scan.traits(second).id), (to - from + 7) % 7 == 1
        else { return nil }
        // The first of two days to come, the second of two that were.
        let known = relation == .next ? first : second
        let day = day(known, relation)
        let value = day.map { day in
            relation == .next
                ? "\(day.text)/\(day.adding(1).text)" : "\(day.adding(-1).text)/\(day.text)"
        }
        return finding(first.first...hit.last, first.start, value)
    }

    /// « le 2 courant ».
    private func dayAlone(before word: Int) -> (number: Number, value: Int)? {
        guard scan.isLatin(word), let number = numbers.ending(at: word - 1),
            let value = number.whole, (1...31).contains(value), !number.isArticle,
            scan.isDateWord(number.lead - 1, .the), scan.joins(number.lead)
        else { return nil }
        return (number, value)
    }

    /// «17 من الشهر الجاري», `le 17 du mois courant`.
    private func dayOfMonth(before head: Int) -> (number: Number, value: Int)? {
        var word = head - 1
        while scan.joins(word + 1), scan.isDateWord(word, [.of, .the]) { word -= 1 }
        guard word < head - 1, let number = numbers.ending(at: word),
            let value = number.whole, (1...31).contains(value), !number.isArticle
        else { return nil }
        return (number, value)
    }

    private func periodWord(_ word: Int) -> DateWord? {
        guard let meaning = scan.dateWord(word) else { return nil }
        return [DateWord.week, .month, .year].first { meaning.contains($0) }
    }

    private static let general = ElementForms.folded("العام")

    /// The العام of «الأمين العام المقبل» is no year.
    private func isGeneral(_ word: Int) -> Bool {
        guard scan.joins(word), scan.isArabic(word - 1), !scan.isDateWord(word - 1, .since)
        else { return false }
        return scan.isWord(word, RelativeDates.general)
            && scan.begins(word - 1, with: [Alphabet.alef, Alphabet.lam])
    }

    // MARK: Values

    private func month(_ relation: DateRelation) -> (year: Int, month: Int)? {
        anchor.published.map { published in
            let months = published.year * 12 + published.month - 1 + relation.step
            return (months / 12, months % 12 + 1)
        }
    }

    private func value(_ unit: DateWord, _ relation: DateRelation) -> String? {
        guard let published = anchor.published else { return nil }
        switch unit {
        case .year: return String(published.year + relation.step)
        case .month:
            return month(relation).map { "\($0.year)-\(CivilDay.text($0.month))" }
        default:
            let monday = published.adding(1 - published.weekday + 7 * relation.step)
            return "\(monday.text)/\(monday.adding(6).text)"
        }
    }

    /// الماضي: the latest before; المقبل: the first after; الجاري: of this week.
    private func value(_ weekday: EntryHit, _ relation: DateRelation) -> String? {
        day(weekday, relation)?.text
    }

    private func day(_ weekday: EntryHit, _ relation: DateRelation) -> CivilDay? {
        guard let published = anchor.published, let wanted = Int(scan.traits(weekday).id) else {
            return nil
        }
        let ahead = (wanted - published.weekday + 7) % 7
        switch relation {
        case .this: return published.adding(wanted - published.weekday)
        case .next: return published.adding(ahead == 0 ? 7 : ahead)
        case .last: return published.adding(ahead - 7)
        }
    }

    // MARK: Weekdays alone

    private func weekdayAlone(_ hit: EntryHit) -> Finding? {
        guard isOneDay(hit), let wanted = Int(scan.traits(hit).id) else { return nil }
        let isAhead = Tenses(scan: scan).tense(of: hit.words) == .future
        let day = anchor.published.map { published in
            isAhead
                ? published.adding((wanted - published.weekday + 7) % 7)
                : published.adding(-((published.weekday - wanted + 7) % 7))
        }
        var found = night(endingOn: hit, day) ?? finding(hit.words, hit.start, day?.text)
        if day != nil { found.confidence = 0.7 }
        return found
    }

    /// `dans la nuit du mardi au mercredi`: one date of two days.
    private func night(endingOn hit: EntryHit, _ day: CivilDay?) -> Finding? {
        guard let first = weekdayInFront(of: hit), let weekday = Int(scan.traits(first).id),
            let last = Int(scan.traits(hit).id)
        else { return nil }
        let start = day?.adding(-((last - weekday + 7) % 7))
        let value = start.flatMap { start in day.map { "\(start.text)/\($0.text)" } }
        return finding(first.first...hit.last, first.start, value)
    }

    private func weekdayInFront(of hit: EntryHit) -> EntryHit? {
        let between = hit.first - 1
        guard scan.joins(hit.first), scan.joins(between), scan.isDateWord(between, .to) else {
            return nil
        }
        return weekdays.ending(at: between - 1)
    }

    /// The first of two days, which the second one's date holds.
    private func beginsNight(_ hit: EntryHit) -> Bool {
        guard let last = weekdays.starting(at: hit.last + 2) else { return false }
        return weekdayInFront(of: last) == hit
    }

    /// «يوم الثلاثاء», «مساء الجمعة», «أعلنت، الثلاثاء، أن», `mardi`; but not «كل ثلاثاء»,
    /// «صلاة الجمعة», `le mardi`, `Fridays`.
    private func isOneDay(_ hit: EntryHit) -> Bool {
        guard !beginsNight(hit) else { return false }
        let before = hit.first - 1
        let joins = scan.joins(hit.first)
        let token = scan.text.tokens[hit.last]
        if token.script == .arabic {
            guard joins, scan.isDateWord(before, [.day, .dayPart]) else {
                return standsAlone(hit, joins: joins)
            }
            return !scan.isDateWord(before - 1, .each)
        }
        guard scan.text.letters[Int(token.end) - 1] != 0x73 else { return false }
        return !joins || !scan.isDateWord(before, [.each, .the, .days])
    }

    /// Words in front of a weekday, and colours behind it, that make a name of the two.
    private static let ofWeekdays = WordSet(
        ["صلاة", "خطبة", "عطلة", "درس", "قناة", "مسجد", "جمعة", "حصة", "لصلاة", "وصلاة", "جامع"])
    private static let namedDays = WordSet(
        ["الأسود", "السوداء", "البيضاء", "الأبيض", "العظيمة", "الحزينة", "الدامي", "الكبير"])

    /// An Arabic weekday without يوم: «قالت الثلاثاء إن», «، الأحد،»; not of a week's plan («من
    /// الاثنين إلى الجمعة»), and الاثنين, which are two as well, only between marks or at أن.
    private func standsAlone(_ hit: EntryHit, joins: Bool) -> Bool {
        let before = hit.first - 1
        let next = hit.last + 1
        guard scan.start(of: hit.first) == hit.start, scan.hasArticle(hit), before >= 0,
            weekdays.ending(at: before) == nil, weekdays.starting(at: next) == nil,
            !(scan.joins(next) && scan.isWord(next, among: RelativeDates.namedDays))
        else { return false }
        if joins {
            let plan: DateWord = [.each, .from, .to, .between, .days, .inside]
            guard !scan.isDateWord(before, plan),
                !scan.isWord(before, among: RelativeDates.ofWeekdays)
            else { return false }
        }
        guard scan.traits(hit).id == "1" else { return true }
        return scan.isWord(next, among: RelativeDates.that) || !joins && !scan.joins(next)
    }

    private static let that = WordSet(
        ["أن", "إن", "أنه", "أنها", "أنهم", "إنه", "إنها", "بأن", "عن"])
}
