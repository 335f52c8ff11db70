import News

/// A named event in a text, with what its own phrase says of it.
struct EventMention: Sendable {
    var hit: EntryHit
    /// With the edition before it and the year behind it.
    var words: ClosedRange<Int>
    var start: Int
    var end: Int
    var edition: Int?
    /// The year in its name: `IGEF 2025`.
    var year: Int?
    /// The name begins with الذكرى, `anniversaire`: a date in it is a date.
    var beginsWithHead = false
}

/// The events of the lexicon that a text names, with their editions and years.
///
/// An edition is an ordinal beside a word that heads one (`edition-head` of the event): «الدورة
/// السادسة من أيام الأبواب المفتوحة», «الذكرى التاسعة والستين لتأسيس …», `la 6e édition des …`,
/// «المعرض، في نسخته الثالثة».
struct EventMentions: Sendable {
    private(set) var list: [EventMention] = []
    private(set) var anniversaries: [Anniversary] = []

    init(in scan: Scan, _ numbers: Numbers) {
        let named = scan.longest(.events).filter { $0.key == .terms }
        guard !named.isEmpty else { return }
        let editions = Editions(scan, numbers, of: Set(named.map(\.entry)))
        for (index, hit) in named.enumerated() {
            let next = index + 1 < named.count ? named[index + 1].first : scan.text.tokens.count
            list.append(editions.mention(of: hit, before: next))
        }
        anniversaries = list.compactMap { EventMentions.anniversary($0, scan) }
    }

    private static func anniversary(_ mention: EventMention, _ scan: Scan) -> Anniversary? {
        guard let number = mention.edition,
            let text = scan.entry(mention.hit).attributes["founded"],
            let founded = CivilDay(iso: text)
        else { return nil }
        return Anniversary(
            founded: founded, number: number, quote: scan.quote(mention.start, mention.end))
    }
}

extension CivilDay {
    /// `1956-05-16`; nil for anything else.
    init?(iso text: String) {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2]
        else { return nil }
        self.init(year, month, day)
    }
}

/// Reads editions and years around the names of events.
private struct Editions {
    let scan: Scan
    let numbers: Numbers
    /// The heads of editions by the event's entry.
    private var heads: [Int: HitIndex] = [:]

    /// - Parameter entries: those that the text names; many events share the word دورة.
    init(_ scan: Scan, _ numbers: Numbers, of entries: Set<Int>) {
        self.scan = scan
        self.numbers = numbers
        let hits = scan.all(.events).filter {
            $0.key == .editionHead && entries.contains($0.entry)
        }
        heads = Dictionary(grouping: hits, by: \.entry).mapValues { HitIndex($0) }
    }

    /// - Parameter next: where the next event's name begins.
    func mention(of hit: EntryHit, before next: Int) -> EventMention {
        var mention = EventMention(hit: hit, words: hit.words, start: hit.start, end: hit.end)
        mention.beginsWithHead = heads[hit.entry]?.starting(at: hit.first) != nil
        if let inside = inside(hit) {
            mention.edition = inside.whole
        } else if let front = front(hit) {
            mention.edition = front.edition
            mention.words = front.first...hit.last
            mention.start = front.start
        } else {
            mention.edition = behind(hit, before: next)
        }
        takeYear(&mention)
        return mention
    }

    private func isEdition(_ number: Number) -> Bool {
        number.form != .vague && !number.isArticle
            && number.whole.map { (1...250).contains($0) } ?? false
    }

    /// «الذكرى التاسعة والستين لتأسيس …», where the name runs over the ordinal.
    private func inside(_ hit: EntryHit) -> Number? {
        guard let heads = heads[hit.entry] else { return nil }
        for word in hit.words {
            guard let number = numbers.starting(at: word), number.last <= hit.last,
                isEdition(number),
                heads.ending(at: number.lead - 1) != nil
                    || heads.starting(at: number.last + 1) != nil
            else { continue }
            return number
        }
        return nil
    }

    /// «الدورة السادسة من …», `6e édition des …`, `69e` before `anniversaire …`.
    private func front(_ hit: EntryHit) -> (edition: Int, first: Int, start: Int)? {
        guard let heads = heads[hit.entry], scan.joins(hit.first) else { return nil }
        var word = hit.first - 1
        if heads.starting(at: hit.first) != nil, let number = edition(endingAt: word) {
            let head = scan.joins(number.lead) ? heads.ending(at: number.lead - 1) : nil
            return (
                number.whole ?? 0, head?.first ?? number.lead, head?.start ?? number.start
            )
        }
        for _ in 0..<3 where scan.joins(word + 1) && scan.isDateWord(word, [.of, .the]) {
            word -= 1
        }
        guard scan.joins(word + 1) else { return nil }
        if let head = heads.ending(at: word), scan.joins(head.first),
            let number = edition(endingAt: head.first - 1)
        {
            return (number.whole ?? 0, number.lead, number.start)
        }
        guard let number = edition(endingAt: word), scan.joins(number.lead),
            let head = heads.ending(at: number.lead - 1)
        else { return nil }
        return (number.whole ?? 0, head.first, head.start)
    }

    private func edition(endingAt word: Int) -> Number? {
        numbers.ending(at: word).flatMap { isEdition($0) ? $0 : nil }
    }

    /// «…، في دورتها السادسة», `…, dont la 6e édition`, within six words.
    private func behind(_ hit: EntryHit, before next: Int) -> Int? {
        guard let heads = heads[hit.entry] else { return nil }
        let end = min(hit.last + 7, next, scan.sentences.range(around: hit.last).upperBound)
        for word in (hit.last + 1)..<max(end, hit.last + 1) {
            guard let head = heads.starting(at: word) else { continue }
            if scan.isArabic(word) {
                let number = numbers.starting(at: head.last + 1)
                return number.flatMap { isEdition($0) && scan.joins($0.lead) ? $0.whole : nil }
            }
            guard scan.joins(word) else { continue }
            return edition(endingAt: word - 1)?.whole
        }
        return nil
    }

    /// The year right behind the name, or its last word.
    private func takeYear(_ mention: inout EventMention) {
        let hit = mention.hit
        if let number = numbers.ending(at: hit.last), let year = year(number) {
            mention.year = year
            return
        }
        var word = hit.last + 1
        guard scan.joins(word) else { return }
        if scan.isLatin(word), scan.isDateWord(word, .of), scan.joins(word + 1) { word += 1 }
        guard let number = numbers.starting(at: word), number.lead == number.first,
            let year = year(number)
        else { return }
        mention.year = year
        mention.words = mention.words.lowerBound...number.last
        mention.end = number.end
    }

    private func year(_ number: Number) -> Int? {
        number.plainDigits.flatMap { (1900...2100).contains($0) ? $0 : nil }
    }
}
