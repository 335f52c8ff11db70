import News

/// The dates and places around the names of events: what each event is given, and why.
struct EventSurroundings {
    struct Dates: Sendable {
        var start: String
        var end: String
        var confidence: Double?
        var from: String?
    }

    private let scan: Scan
    private let mentions: [EventMention]
    private let sites: [Site]
    private var dates: [Int: Dates] = [:]
    private var hosts: [Int: String] = [:]

    /// A place or country by the word at which it is named.
    private struct Site {
        var word: Int
        var start: Int
        var id: String
        /// A hall or quarter, which holds an event only where no town is named.
        var isVenue = false
    }

    init(
        _ scan: Scan, _ mentions: EventMentions, dates: [DateFact], places: [Place],
        countries: [Country]
    ) {
        self.scan = scan
        self.mentions = mentions.list
        let placed = places.flatMap { place in
            place.mentions.map { ($0.start, place.id, ["venue", "district"].contains(place.kind)) }
        }
        let named = countries.flatMap { country in
            country.mentions.filter { $0.kind == .name || $0.kind == .stateTitle }
                .map { ($0.start, country.code, false) }
        }
        sites = (placed + named.filter { one in !placed.contains { $0.0 == one.0 } })
            .map { Site(word: scan.word(at: $0.0), start: $0.0, id: $0.1, isVenue: $0.2) }
            .sorted { $0.start < $1.start }
        for date in dates { give(date) }
        for index in self.mentions.indices { hosts[index] = site(of: index)?.id }
    }

    func dates(of mention: Int) -> Dates? { dates[mention] }
    func host(of mention: Int) -> String? { hosts[mention] }

    // MARK: Dates

    private mutating func give(_ date: DateFact) {
        guard let value = date.value, ["day", "month", "range", "hijri"].contains(date.kind),
            !value.hasPrefix("--"), let owner = owner(of: date)
        else { return }
        let ends = value.split(separator: "/").map(String.init)
        guard let start = ends.first, let end = ends.last, dates[owner] == nil else { return }
        dates[owner] = Dates(
            start: start, end: end, confidence: date.confidence, from: date.from)
    }

    /// The mention that a date is told of.
    private func owner(of date: DateFact) -> Int? {
        let words = scan.wordRange(date.start, date.end)
        guard let first = words.first else { return nil }
        let sentence = scan.sentences.range(around: first)
        let next = mentions.partitioningIndex { $0.words.upperBound >= first }
        let before = next - 1
        if before >= 0, sentence.contains(mentions[before].words.lowerBound) {
            return reaches(mentions[before].words.upperBound, first, date) ? before : nil
        }
        if date.kind == "range", next < mentions.count,
            sentence.contains(mentions[next].words.lowerBound),
            (0...12).contains(mentions[next].words.lowerBound - words.upperBound)
        {
            return next
        }
        return date.kind == "range" ? resumed(before: first, in: sentence) : nil
    }

    /// A range belongs to what the sentence is about; a day may be that of an announcement.
    private func reaches(_ event: Int, _ date: Int, _ fact: DateFact) -> Bool {
        if fact.kind == "range" { return true }
        let isParted = (event + 1..<date + 1).contains { scan.text.tokens[$0].gap > .quote }
        guard date - event <= (isParted ? 3 : 12) else { return false }
        let speech = scan.all(.speech)
        let next = speech.partitioningIndex { $0.last > event }
        return next == speech.endIndex || speech[next].last >= date
    }

    /// The event that «هذه الدورة», «هذه التظاهرة» of a sentence goes on about: the last one of
    /// the sentence before.
    private func resumed(before date: Int, in sentence: Range<Int>) -> Int? {
        guard sentence.lowerBound > 0,
            (max(sentence.lowerBound, date - 30)..<date).contains(where: {
                scan.isDateWord($0, .gathering) && scan.isDateWord($0 - 1, .this)
            })
        else { return nil }
        let before = scan.sentences.range(around: sentence.lowerBound - 1)
        let last = mentions.partitioningIndex { $0.words.lowerBound >= sentence.lowerBound } - 1
        return last >= 0 && before.contains(mentions[last].words.lowerBound) ? last : nil
    }

    // MARK: Hosts

    private func site(of index: Int) -> Site? {
        let words = mentions[index].words
        let sentence = scan.sentences.range(around: words.lowerBound)
        let next =
            index + 1 < mentions.count ? mentions[index + 1].words.lowerBound : Int.max
        let limit = min(next, sentence.upperBound, words.upperBound + 13)
        let behind = sites(in: words.upperBound + 1..<max(limit, words.upperBound + 1))
            .filter { isLocated($0) && !isBehindColon($0, of: words.upperBound) }
        return hosting(words, sentence) ?? behind.first { !$0.isVenue } ?? behind.first
            ?? opening(index, sentence)
    }

    /// «انعقدت بمراكش، ما بين …، أشغال الدورة …»: behind the verb and its ب. What is held must be
    /// the event itself, and no meeting about it.
    private func opening(_ index: Int, _ sentence: Range<Int>) -> Site? {
        let event = mentions[index].words.lowerBound
        let previous = index > 0 ? mentions[index - 1].words.upperBound + 1 : 0
        let first = max(sentence.lowerBound, previous, event - 25)
        return sites(in: first..<max(first, event)).first { site in
            !site.isVenue && isLocated(site)
                && (0..<3).contains { scan.cues.words(.held, before: site.word - $0) != nil }
                && (site.word == event - 1 || scan.text.tokens[event].gap == .comma
                    || scan.isWord(event - 1, among: EventSurroundings.works))
        }
    }

    private static let works = WordSet(["أشغال", "فعاليات", "أعمال", "أنشطة"])

    /// « World Cup qualifiers: Zambia beaten in Fez ».
    private func isBehindColon(_ site: Site, of event: Int) -> Bool {
        (event + 1..<max(event + 1, site.word + 1)).contains {
            scan.text.tokens[$0].gap >= .comma && scan.separators(before: $0).contains(":")
        }
    }

    private func sites(in words: Range<Int>) -> ArraySlice<Site> {
        let first = sites.partitioningIndex { $0.word >= words.lowerBound }
        return sites[first...].prefix { $0.word < words.upperBound }
    }

    /// Behind ب, في, «بمدينة», `à`, `dans la ville de`.
    private func isLocated(_ site: Site) -> Bool {
        let token = scan.text.tokens[site.word]
        let front = token.letters.prefix { Int(scan.text.scalars[$0]) < site.start }
        if let last = front.last { return scan.text.letters[last] == Alphabet.ba }
        var word = site.word - 1
        while scan.joins(word + 1), scan.joins(word),
            scan.isDateWord(word, [.town, .the, .of])
        {
            word -= 1
        }
        return scan.joins(word + 1) && scan.isDateWord(word, .at)
    }

    /// «تحتضن مدينة الجديدة الدورة …», `El Jadida accueille la …`.
    private func hosting(_ words: ClosedRange<Int>, _ sentence: Range<Int>) -> Site? {
        let front = max(sentence.lowerBound, words.lowerBound - 12)..<words.lowerBound
        guard let verb = front.last(where: { scan.isDateWord($0, .hosts) }) else { return nil }
        return sites(in: verb - 3..<verb + 4).first { site in
            let isBehind = site.word > verb && site.word <= verb + 3 && site.word < words.lowerBound
            let isBefore = scan.isLatin(verb) && site.word < verb && site.word >= verb - 3
            return sentence.contains(site.word) && !site.isVenue && (isBehind || isBefore)
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element the predicate holds of, where it holds of all behind it too;
    /// the end where of none. By bisection.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
