import News

/// States, by name, by demonym, by their title (المملكة) and by a capital that acts for them.
///
/// What a homograph means its conditions in the lexicon decide; what still fits two states is
/// reported for both, with half the confidence. Nothing is found inside a person's name, nor
/// inside the name of a company, of a paper, of a club, of a street or of a quarter; nor are coins
/// from where they are struck.
struct Countries: Sendable {
    /// A mention that was read as a state.
    struct Reading: Sendable {
        var hit: EntryHit
        var kind: Mention.Kind
        /// How many states these words fit.
        var rivals: Int
    }

    /// The mentions in the order of the text.
    func readings(in scan: Scan, _ around: Surroundings) -> [Reading] {
        let groups = scan.candidates(.countries)
        guard !groups.isEmpty else { return [] }
        let capitals = CapitalsAsStates(scan, groups: groups, cues: around.cues)
        let demonyms = Adjectives(scan, groups: groups)
        var readings: [Reading] = []
        for group in groups {
            let words = group[0].words
            guard !around.takes(words), !around.isQuarter(words) else { continue }
            let named = Countries.named(group, around)
            if named.isEmpty {
                readings += capitals.readings(of: group)
                continue
            }
            let states = Countries.entries(of: named)
            for state in states {
                let hits = named.filter { $0.entry == state }
                let kind = demonyms.kind(of: hits)
                if kind == .demonym, !around.tellsOrigin(words) { continue }
                if kind == .name, around.places.enclose(words) || around.isStreet(words) {
                    continue
                }
                let hit = hits.max { $0.start < $1.start } ?? hits[0]
                readings.append(Reading(hit: hit, kind: kind, rivals: states.count))
            }
        }
        return Countries.withoutOtherKingdoms(readings, scan)
            .sorted { ($0.hit.start, $0.hit.entry) < ($1.hit.start, $1.hit.entry) }
    }

    /// States that their own press calls «المملكة» alone.
    private static let kingdoms: Set<String> = ["SA", "JO", "BH"]

    /// «المملكة» alone is Morocco; where the text names another kingdom and Morocco nowhere, only
    /// in a sentence without that kingdom and with somebody or some body of Morocco.
    private static func withoutOtherKingdoms(_ readings: [Reading], _ scan: Scan) -> [Reading] {
        let codes = readings.map { scan.traits($0.hit).id }
        guard codes.contains(where: kingdoms.contains),
            !zip(readings, codes).contains(where: { $1 == "MA" && $0.kind != .stateTitle })
        else { return readings }
        let strange = Set(
            zip(readings, codes).filter { kingdoms.contains($1) }
                .map { scan.sentences.number(of: $0.0.hit.first) })
        let moroccan = Set(
            (scan.longest(.organisations) + scan.longest(.people))
                .filter { scan.traits($0).country == "MA" }
                .map { scan.sentences.number(of: $0.first) })
        return zip(readings, codes).filter { reading, code in
            let sentence = scan.sentences.number(of: reading.hit.first)
            return code != "MA" || !strange.contains(sentence) && moroccan.contains(sentence)
        }.map(\.0)
    }

    /// What some hits are of, each once.
    private static func entries(of hits: [EntryHit]) -> [Int] {
        hits.reduce(into: []) { if !$0.contains($1.entry) { $0.append($1.entry) } }
    }

    /// The hits that name the state itself, none where the city is meant: العاصمة تونس.
    private static func named(_ group: [EntryHit], _ around: Surroundings) -> [EntryHit] {
        let named = group.filter {
            $0.key != .capitals
                // "turkey" and "china" are no states.
                && ($0.key != .terms || around.isWrittenAsName($0.words))
        }
        guard named.count < group.count || around.places.cover(group[0].words) else {
            return named
        }
        return around.cues.words(.city, before: group[0].first) == nil ? named : []
    }

    /// A state under way.
    private struct Draft {
        var state: Int
        var mentions: [Mention]
        /// The fewest states that one of the mentions fits.
        var rivals: Int
        var isOnlyCapital: Bool
    }

    /// The readings by state.
    static func facts(_ readings: [Reading], _ scan: Scan) -> [Country] {
        var drafts: [Draft] = []
        for reading in readings {
            let mention = scan.mention(reading.hit, as: reading.kind)
            let isCapital = reading.kind == .capital
            guard let place = drafts.firstIndex(where: { $0.state == reading.hit.entry }) else {
                drafts.append(
                    Draft(
                        state: reading.hit.entry, mentions: [mention], rivals: reading.rivals,
                        isOnlyCapital: isCapital))
                continue
            }
            drafts[place].mentions.append(mention)
            drafts[place].rivals = min(drafts[place].rivals, reading.rivals)
            drafts[place].isOnlyCapital = drafts[place].isOnlyCapital && isCapital
        }
        return drafts.map { fact($0, scan) }
    }

    private static func fact(_ draft: Draft, _ scan: Scan) -> Country {
        var country = Country(code: scan.lexicon.traits[draft.state].id, mentions: draft.mentions)
        if draft.rivals > 1 {
            country.confidence = 1 / Double(draft.rivals)
            country.from = "‘\(draft.mentions[0].quote)’ names \(draft.rivals) states"
        } else if draft.isOnlyCapital {
            country.confidence = 0.8
            country.from = "the capital as its state"
        }
        return country
    }
}

/// Tells a name from an adjective where both are written alike: السعودية, الشيلي.
private struct Adjectives {
    private let scan: Scan
    /// The words that end a demonym, and those that end another name of a state.
    private var demonymEnds = BitSet()
    private var nameEnds = BitSet()

    init(_ scan: Scan, groups: [[EntryHit]]) {
        self.scan = scan
        for group in groups {
            if group.allSatisfy({ $0.key == .demonyms }) {
                demonymEnds.insert(group[0].last)
            } else if !group.contains(where: { $0.key == .demonyms }) {
                nameEnds.insert(group[0].last)
            }
        }
    }

    func kind(of hits: [EntryHit]) -> Mention.Kind {
        let hasDemonym = hits.contains { $0.key == .demonyms }
        if hits.contains(where: { $0.key == .terms }) {
            if isAccusative(hits[0]) { return .demonym }
            let canBeAdjective = hasDemonym || scan.endsInYa(hits[0].last)
            return canBeAdjective && isAdjective(hits[0]) ? .demonym : .name
        }
        return hasDemonym ? .demonym : .stateTitle
    }

    /// «مواطنا غينيا» is a Guinean, not Guinea: a noun in the accusative stands right in front.
    private func isAccusative(_ hit: EntryHit) -> Bool {
        hit.first > 0 && hit.first == hit.last && scan.text.tokens[hit.first].gap == .space
            && scan.start(of: hit.first) == hit.start && scan.endsInYaAlef(hit.first)
            && scan.isAccusative(hit.first - 1) && !nameEnds.contains(hit.first - 1)
    }

    /// Behind a word with the article, or joined by و to an adjective: السفير الشيلي، الخبرات
    /// المغربية والسعودية. Behind a preposition or a bare noun it is the name.
    private func isAdjective(_ hit: EntryHit) -> Bool {
        guard hit.first > 0, scan.text.tokens[hit.first].gap == .space else { return false }
        let before = hit.first - 1
        guard scan.start(of: hit.first) == hit.start else {
            return scan.hasWaw(hit.first) && demonymEnds.contains(before)
        }
        if demonymEnds.contains(before) { return true }
        return scan.hasArticle(before) && !nameEnds.contains(before)
    }
}
