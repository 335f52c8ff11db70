import News

/// The dates that a text states, in Arabic, French and English.
///
/// Four readers look for them, the surest first, and none reads words that another took: dates
/// that name a month, dates in digits, years behind a word that makes them one, and dates seen
/// from the day of publication. Years inside the names of events («كأس العالم 2030») belong to
/// the event and are no dates here.
struct Dates: Sendable {
    func findings(in scan: Scan) -> [DateFact] {
        let numbers = Numbers(in: scan)
        return findings(in: scan, numbers, EventMentions(in: scan, numbers))
    }

    /// - Parameters:
    ///   - numbers: those of the text.
    ///   - events: the events that it names, whose anniversaries give years.
    func findings(in scan: Scan, _ numbers: Numbers, _ events: EventMentions) -> [DateFact] {
        let anchor = DateAnchor(scan.document, anniversaries: events.anniversaries)
        var found = Found(scan)
        found.take(events)
        let resolver = DateResolver(anchor: anchor)
        if !scan.longest(.months).isEmpty {
            for phrase in CalendarDates(scan, numbers).phrases() { found.take(phrase, resolver) }
        }
        for phrase in NumericDates(scan: scan).phrases() { found.take(phrase, resolver) }
        if !numbers.list.isEmpty {
            for phrase in YearDates(scan, numbers).phrases() { found.take(phrase, resolver) }
        }
        if RelativeDates.kinds.contains(where: { !scan.longest($0).isEmpty }) {
            for finding in RelativeDates(scan, numbers, anchor).findings() { found.take(finding) }
        }
        return found.facts.sorted { $0.start < $1.start }
    }

    /// The facts so far and the words that they took.
    private struct Found {
        let scan: Scan
        var facts: [DateFact] = []
        private var taken = BitSet()

        init(_ scan: Scan) { self.scan = scan }

        /// With the tense of its sentence where the year hangs on it.
        private func told(_ phrase: DatePhrase) -> DatePhrase {
            let last = phrase.to ?? phrase.from
            guard last.year == nil, last.month != nil, phrase.relation == nil else {
                return phrase
            }
            var phrase = phrase
            phrase.tense = Tenses(scan: scan).tense(of: phrase.words)
            return phrase
        }

        /// The days and years in the names of events are taken.
        mutating func take(_ events: EventMentions) {
            for mention in events.list where !mention.beginsWithHead {
                taken.formUnion(mention.hit.words)
            }
        }

        mutating func take(_ phrase: DatePhrase, _ resolver: DateResolver) {
            guard isFree(phrase.words), let resolution = resolver.resolve(told(phrase)) else {
                return
            }
            taken.formUnion(phrase.words)
            facts.append(
                DateFact(
                    quote: scan.quote(phrase.start, phrase.end), start: phrase.start,
                    end: phrase.end, value: resolution.value, kind: resolution.kind,
                    confidence: resolution.confidence, from: resolution.from))
        }

        mutating func take(_ finding: RelativeDates.Finding) {
            guard isFree(finding.words) else { return }
            taken.formUnion(finding.words)
            facts.append(
                DateFact(
                    quote: scan.quote(finding.start, finding.end), start: finding.start,
                    end: finding.end, value: finding.value, kind: "relative",
                    confidence: finding.confidence, from: finding.from))
        }

        private func isFree(_ words: ClosedRange<Int>) -> Bool {
            taken.isDisjoint(with: words) && !scan.layout.isChrome(word: words.lowerBound)
        }
    }
}
