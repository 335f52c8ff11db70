import News

/// What the facts of a story answer.
package enum FactKind: String, Sendable, Hashable, CaseIterable, Decodable,
    CodingKeyRepresentable
{
    case who, event, place, country, time, quantity
}

/// The facts of one kind.
package struct FactLine: Sendable, Hashable {
    package var kind: FactKind
    package var entries: [FactEntry]
    /// How many more there are.
    package var more = 0
}

/// A fact as shown.
package struct FactEntry: Sendable, Hashable {
    package var text: String
    /// A person's role, an organisation's acronym.
    package var note: String?
    /// True for what was resolved or concluded rather than stated.
    package var isInferred: Bool
    /// What it was inferred from, as written.
    package var source: String?
    /// What the text is in where it stands as printed: `ar`, `fr`, `en`, or `und` where nobody
    /// knows; nil where the digest has its own words.
    package var language: String?
    /// The same for the note, and for what it was inferred from.
    package var noteLanguage: String?
    package var sourceLanguage: String?
}

/// Gathers what the articles of a story state: who, where, when and how much.
///
/// What has an id in the lexicon is joined across articles. People who have none are taken
/// from the quoted article alone: nobody is followed from one article into another.
struct FactLines {
    static let limit = 6
    static let bodyLimit = 4

    private let quoted: Report
    /// The quoted article's words come first, so that names are shown as it has them.
    private let reports: [Report]
    private let phrasing: Phrasing

    init(quoted: Report, others: [Report], phrasing: Phrasing) {
        self.quoted = quoted
        reports = [quoted] + others
        self.phrasing = phrasing
    }

    var lines: [FactLine] {
        [
            line(.who, people, and: organisations), line(.event, events), line(.place, places),
            line(.country, countries), line(.time, dates), line(.quantity, quantities),
        ].filter { !$0.entries.isEmpty }
    }

    private var people: [FactEntry] {
        let known = joined(reports.flatMap(\.facts.people).filter { $0.id != nil }) {
            ($0.id ?? "", $0.mentions.count)
        }
        return (known + quoted.facts.people.filter { $0.id == nil })
            .map { person in
                var entry = entry(
                    person.id.flatMap { phrasing.name(.people, $0) }, orAsPrinted: person.name,
                    note: person.role, from: person.from)
                if !entry.isInferred { entry.noteLanguage = person.role.map(language) }
                return entry
            }
    }

    private var organisations: [FactEntry] {
        joined(reports.flatMap(\.facts.organisations)) { ($0.id, $0.mentions.count) }
            .map { body in
                // «…police criminelle (Interpol)» says it already.
                let name = phrasing.name(.organisations, body.id)
                let isSaid = name?.hasSuffix(")") ?? false
                return entry(
                    name, orAsPrinted: body.name, note: isSaid ? nil : body.acronym,
                    from: body.from)
            }
    }

    private var events: [FactEntry] {
        joined(reports.flatMap(\.facts.events)) { ($0.id, $0.mentions.count) }
            .map { event in
                let days = event.start.flatMap { start in
                    phrasing.date(
                        iso: event.end.flatMap { $0 == start ? nil : "\(start)/\($0)" } ?? start)
                }
                return entry(
                    phrasing.name(.events, event.id), orAsPrinted: event.name, note: days,
                    from: event.from)
            }
    }

    private var places: [FactEntry] {
        joined(reports.flatMap(\.facts.places)) { ($0.id, $0.mentions.count) }
            .map { entry(phrasing.name(.places, $0.id), orAsPrinted: $0.name, from: $0.from) }
    }

    /// States that are named, which is not to say that anything happened there. The one where
    /// the press is at home goes without saying.
    private var countries: [FactEntry] {
        joined(reports.flatMap(\.facts.countries).filter { $0.code != "MA" }) {
            ($0.code, $0.mentions.count)
        }.map { entry(phrasing.country($0.code), orAsPrinted: $0.code, from: $0.from) }
    }

    /// Dates come from the quoted article: another's «yesterday» may be another day.
    private var dates: [FactEntry] {
        unique(
            quoted.facts.dates.map { date in
                let text = date.value.flatMap(phrasing.date(iso:))
                let isInferred = date.from != nil || date.kind == "relative" && text != nil
                var entry = entry(
                    text, orAsPrinted: date.quote, from: isInferred ? date.quote : nil)
                if isInferred { entry.sourceLanguage = language(of: date.quote) }
                return entry
            })
    }

    private var quantities: [FactEntry] {
        let ofActs = Set(quoted.facts.acts.flatMap(\.quantities))
        return unique(
            quoted.facts.quantities.filter { $0.saysOfWhat || ofActs.contains($0.quote) }
                .map { entry(nil, orAsPrinted: $0.quote, from: $0.from) })
    }

    private func entry(
        _ text: String?, orAsPrinted printed: String, note: String? = nil, from: String?
    ) -> FactEntry {
        FactEntry(
            text: CleanText.line(text ?? printed, limit: CleanText.wordLimit),
            note: note.map { CleanText.line($0, limit: CleanText.wordLimit) },
            isInferred: from != nil,
            source: from.map { CleanText.line(name(of: $0), limit: CleanText.wordLimit) },
            language: text == nil ? language(of: printed) : nil)
    }

    /// What words of an article are in; a number alone reads in any language.
    private func language(of printed: String) -> String {
        let scripts = Scripts(of: printed)
        if scripts.hasArabic { return "ar" }
        guard scripts.hasOther else { return phrasing.language.rawValue }
        return ["fr", "en"].contains(quoted.language) ? quoted.language : "und"
    }

    /// What a fact was inferred from: by name where it is another fact's id.
    private func name(of source: String) -> String {
        for facts in reports.map(\.facts) {
            if let place = facts.places.first(where: { $0.id == source }) {
                return phrasing.name(.places, source, as: place.name)
            }
            if let event = facts.events.first(where: { $0.id == source }) {
                return phrasing.name(.events, source, as: event.name)
            }
            if let body = facts.organisations.first(where: { $0.id == source }) {
                return phrasing.name(.organisations, source, as: body.name)
            }
        }
        return sum(source) ?? source
    }

    /// `16 May 1956 + 69 years` for `1956-05-16 + 69`, by which an anniversary is reckoned.
    private func sum(_ source: String) -> String? {
        guard let plus = source.firstRange(of: " + "),
            let day = phrasing.date(iso: String(source[..<plus.lowerBound])),
            let years = Int(source[plus.upperBound...])
        else { return nil }
        return day + " + " + phrasing.count(years, phrasing.words.years)
    }

    /// One of each id, the most mentioned first; of equals the first stated.
    private func joined<Fact>(_ facts: [Fact], by key: (Fact) -> (String, Int)) -> [Fact] {
        var known: [String: Int] = [:]
        var found: [(place: Int, mentions: Int)] = []
        for (place, fact) in facts.enumerated() {
            let (id, mentions) = key(fact)
            let index = known[id] ?? found.count
            if index == found.count {
                known[id] = index
                found.append((place, 0))
            }
            found[index].mentions += max(1, mentions)
        }
        return found.sorted { ($1.mentions, $0.place) < ($0.mentions, $1.place) }
            .map { facts[$0.place] }
    }

    private func unique(_ entries: [FactEntry]) -> [FactEntry] {
        var seen: Set<String> = []
        return entries.filter { seen.insert($0.text).inserted }
    }

    private func line(
        _ kind: FactKind, _ entries: [FactEntry], and others: [FactEntry] = []
    ) -> FactLine {
        let entries = entries.filter { !$0.text.isEmpty }
        let others = others.filter { !$0.text.isEmpty }
        let shown = Array(entries.prefix(FactLines.limit) + others.prefix(FactLines.bodyLimit))
        return FactLine(
            kind: kind, entries: shown, more: entries.count + others.count - shown.count)
    }
}

extension Quantity {
    /// False for a bare measure, such as `360 degrees` or `12 %`: out of its sentence nobody knows
    /// of what, and often it is a figure of speech. Weights, sums and terms of years speak for
    /// themselves, and what is counted says what it is.
    fileprivate var saysOfWhat: Bool { of != nil || !Quantity.bareMeasures.contains(unit ?? "") }

    /// As the lexicon calls units.
    private static let bareMeasures: Set = [
        "%", "percentage-point", "degree", "km", "m", "cm", "mm", "mile", "nautical-mile", "m2",
        "km2", "ha", "km-h", "second", "minute", "hour", "day", "week",
    ]
}
