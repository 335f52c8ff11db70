import News

/// The one or two sentences of a match that stand for it: the first of its body, and the one
/// with the most points of evidence where that is another.
///
/// They are quoted as printed and shown as two passages, never joined. Page furniture is left
/// out. Lengths are in scalars.
struct Quoting {
    static let leadLimit = 380
    static let bestLimit = 300

    /// The headline, with what matched in it.
    let headline: Passage
    let excerpts: [Passage]

    init(_ match: Match, fallback: String) {
        let document = Document(
            id: match.item.id, source: match.key.feed, title: match.item.title,
            body: match.item.text)
        let evidence = match.report.topics.flatMap(\.evidence) + match.report.relevance
        let text = MarkedText(
            document.text, language: match.report.language,
            matches: evidence.filter { $0.points > 0 }.flatMap(\.matches),
            names: match.report.facts.ranges)
        let titleEnd = min(document.titleLength ?? 0, text.scalars.count)
        let title = text.passage(0..<titleEnd, limit: CleanText.headlineLimit)
        headline =
            title.isEmpty
            ? Passage(fallback, language: match.report.language) : title
        excerpts = Quoting.excerpts(of: match.report, evidence: evidence, in: text, after: titleEnd)
    }

    private static func excerpts(
        of report: Report, evidence: [Evidence], in text: MarkedText, after titleEnd: Int
    ) -> [Passage] {
        let title = text.plain(0..<titleEnd)
        let sentences = Sentences(text.scalars).ranges(in: titleEnd..<text.scalars.count)
            .filter {
                isArticle($0, report) && ($0.count > titleEnd + 4 || text.plain($0) != title)
            }
        guard let lead = sentences.first(where: { $0.count >= 40 }) ?? sentences.first else {
            return []
        }
        var chosen = [text.passage(lead, limit: leadLimit)]
        let others = sentences.filter { $0.lowerBound > lead.lowerBound }
        let scored = others.map { (range: $0, points: points(in: $0, evidence)) }
        if let best = scored.max(by: { $0.points < $1.points }), best.points > 0,
            best.points >= points(in: lead, evidence) / 2
        {
            chosen.append(text.passage(best.range, limit: bestLimit))
        }
        return chosen
    }

    private static func isArticle(_ range: Range<Int>, _ report: Report) -> Bool {
        !report.boilerplate.contains { $0.start < range.upperBound && range.lowerBound < $0.end }
    }

    private static func points(in range: Range<Int>, _ evidence: [Evidence]) -> Double {
        evidence.reduce(0) { sum, hit in
            hit.start >= range.lowerBound && hit.end <= range.upperBound && hit.end > hit.start
                ? sum + max(0, hit.points) : sum
        }
    }
}

extension Evidence {
    /// What is shown as matched: the terms, not what lies between them.
    fileprivate var matches: [Range<Int>] {
        (terms?.map { ($0.start, $0.end) } ?? [(start, end)]).filter { $0.1 > $0.0 }
            .map { $0.0..<$0.1 }
    }
}

extension Facts {
    /// Where the text names or counts something.
    fileprivate var ranges: [Range<Int>] {
        let mentions =
            people.flatMap(\.mentions) + organisations.flatMap(\.mentions)
            + countries.flatMap(\.mentions) + places.flatMap(\.mentions)
            + events.flatMap(\.mentions)
        let places =
            mentions.map { ($0.start, $0.end) } + dates.map { ($0.start, $0.end) }
            + quantities.map { ($0.start, $0.end) }
        return places.filter { $0.0 < $0.1 }.map { $0.0..<$0.1 }
    }
}
