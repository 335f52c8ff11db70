import News

/// Places below the state: regions, provinces, towns, districts, venues, crossings, capitals.
///
/// A commune that is also a common word counts only behind مدينة, إقليم, جماعة, « ville de »…,
/// or in a list behind one that does. Among places of one name the word in front decides, then
/// the surroundings that the text names, then rank; where several villages remain, none is
/// reported. A capital that stands for its state is not a place, nor is the name of a street, nor
/// a hamlet or a quarter, which may be named like a commune or a capital far away. A town that is told of as a province,
/// prefecture or commune throughout is of that kind.
struct Places: Sendable {
    func findings(in scan: Scan, _ around: Surroundings, countries: [Countries.Reading]) -> [Place]
    {
        let groups = scan.candidates(.places)
        guard !groups.isEmpty else { return [] }
        let states = TakenWords(countries.filter { $0.kind != .demonym }.map(\.hit.words))
        let named = Set(groups.flatMap { $0 }.map(\.entry))
        let quarters = Quarters(scan, groups)
        var gathered = Gathered<Int>()
        var unsure: Set<Int> = []
        /// What each is called where it is named.
        var calledKinds: [Int: Set<String>] = [:]
        var called = ""
        var lastTriggered = -1
        for group in groups {
            let words = group[0].words
            guard !around.takes(words), !states.cover(words), !Places.isSite(words, scan),
                !around.isStreet(words), !Places.isHamlet(words, scan, around.cues)
            else { continue }
            let trigger = PlaceTrigger(in: scan, around.cues, before: words.lowerBound)
            let isListed =
                lastTriggered >= 0 && lastTriggered == words.lowerBound - 1
                && Places.isListed(words.lowerBound, scan)
            let allowed = group.filter {
                scan.isWrittenAsName($0.words)
                    && (trigger != nil || isListed || !scan.traits($0).needsTrigger)
                    && quarters.canBe($0, around)
            }
            guard let hit = Places.choice(of: allowed, trigger, named, scan) else { continue }
            if trigger != nil || isListed { lastTriggered = words.upperBound }
            if !isListed || trigger != nil {
                called = PlaceTrigger.kindSaid(of: words, in: scan, around.cues)
            }
            calledKinds[hit.entry, default: []].insert(called)
            gathered.add(Places.mention(of: hit, scan), of: hit.entry)
            if Places.haveRivals(allowed), !Places.areOneAbroad(allowed, scan) {
                unsure.insert(hit.entry)
            }
        }
        return gathered.order.map { entry in
            Places.place(scan.lexicon.entries[entry], gathered.mentions(of: entry), scan)
                .called(calledKinds[entry] ?? [])
                .unsure(unsure.contains(entry))
        }
    }

    /// «طنجة24» is a paper.
    private static func isSite(_ words: ClosedRange<Int>, _ scan: Scan) -> Bool {
        let next = words.upperBound + 1
        return scan.text.tokens.indices.contains(next) && scan.text.tokens[next].gap == .none
            && scan.text.tokens[next].script == .digit
    }

    /// «دوار تمزموط».
    private static func isHamlet(_ words: ClosedRange<Int>, _ scan: Scan, _ cues: Cues) -> Bool {
        scan.joins(words.lowerBound) && cues.words(.hamlet, before: words.lowerBound) != nil
    }

    /// «جماعات أيت ملول والدراركة», « Salé, Témara ».
    private static func isListed(_ word: Int, _ scan: Scan) -> Bool {
        scan.hasWaw(word) || scan.text.tokens[word].gap == .comma
    }

    private static func choice(
        of hits: [EntryHit], _ trigger: PlaceTrigger?, _ named: Set<Int>, _ scan: Scan
    ) -> EntryHit? {
        guard let first = hits.first else { return nil }
        guard haveRivals(hits) else { return hits.max { $0.start < $1.start } ?? first }
        if let trigger {
            let fitting = hits.filter {
                trigger.fits(scan.traits($0).ofKind ?? "")
            }
            if !fitting.isEmpty, !haveRivals(fitting) { return fitting.first }
        }
        if areOneAbroad(hits, scan) {
            return hits.last { scan.traits($0).ofKind == "city" } ?? first
        }
        let near = hits.filter { hit in
            guard let whole = scan.traits(hit).within else { return false }
            return scan.lexicon.number(.places, whole).map(named.contains) ?? false
        }
        if !near.isEmpty, !haveRivals(near) { return near.first }
        let large = hits.filter { scan.traits($0).ofKind != "commune" }
        return haveRivals(large) ? nil : large.first
    }

    /// Whether some hits are one town abroad under two entries, or it and the region around it.
    private static func areOneAbroad(_ hits: [EntryHit], _ scan: Scan) -> Bool {
        let states = Set(hits.map { scan.traits($0).country })
        return states.count == 1 && states != ["MA"]
    }

    /// Whether some hits are of different entries.
    private static func haveRivals(_ hits: [EntryHit]) -> Bool {
        hits.contains { $0.entry != hits[0].entry }
    }

    /// Without a proclitic that belongs to the term: بالجديدة is quoted as الجديدة.
    private static func mention(of hit: EntryHit, _ scan: Scan) -> Mention {
        var mention = scan.mention(hit)
        let letters = Array(mention.quote.unicodeScalars.prefix(3))
        if letters.count == 3, "وفبك".unicodeScalars.contains(letters[0]), letters[1] == "ا",
            letters[2] == "ل"
        {
            mention.start += 1
            mention.quote = scan.quote(mention.start, mention.end)
        }
        return mention
    }

    private static func place(
        _ entry: LexiconEntry, _ mentions: [Mention], _ scan: Scan
    ) -> Place {
        Place(
            id: entry.id, name: entry.name(in: scan.language),
            kind: entry.attributes["of-kind"] ?? "city", country: entry.attributes["country"],
            mentions: mentions)
    }
}

extension Place {
    /// A town of the kind that all its mentions say, where they say one.
    fileprivate func called(_ kinds: Set<String>) -> Place {
        guard kind == "city", kinds.count == 1, let said = kinds.first, !said.isEmpty else {
            return self
        }
        var place = self
        place.kind = said
        return place
    }

    /// With half the confidence where another place bears the same name.
    fileprivate func unsure(_ isUnsure: Bool) -> Place {
        guard isUnsure else { return self }
        var place = self
        place.confidence = 0.6
        place.from = "one of several places of this name"
        return place
    }
}

/// The word in front of a place that says what kind of place it is: إقليم, « ville de ».
struct PlaceTrigger: Sendable {
    private let kinds: Set<String>

    private static let kindsOfCue: [(cue: Cue, kinds: Set<String>)] = [
        (.city, ["city", "commune", "capital"]), (.commune, ["commune", "city"]),
        (.province, ["province"]), (.prefecture, ["prefecture"]), (.region, ["region"]),
        (.district, ["district", "arrondissement"]), (.at, []),
    ]

    /// Nil where no such word stands right in front.
    init?(in scan: Scan, _ cues: Cues, before word: Int) {
        guard word > 0, scan.text.tokens[word].gap.joinsPhrase else { return nil }
        let found = PlaceTrigger.kindsOfCue.filter { cues.words($0.cue, before: word) != nil }
        guard !found.isEmpty else { return nil }
        kinds = found.reduce(into: []) { $0.formUnion($1.kinds) }
    }

    func fits(_ kind: String) -> Bool { kinds.contains(kind) }

    /// What words beside a town call it, where that is more than a town: «إقليم سطات», `Ouarzazate
    /// province`; empty otherwise.
    static func kindSaid(of words: ClosedRange<Int>, in scan: Scan, _ cues: Cues) -> String {
        let first = words.lowerBound
        if scan.joins(first) {
            if cues.words(.province, before: first) != nil { return "province" }
            if cues.words(.prefecture, before: first) != nil { return "prefecture" }
            if let cue = cues.words(.commune, before: first),
                scan.isWord(cue.lowerBound, among: communes)
            {
                return "commune"
            }
        }
        return scan.joins(words.upperBound + 1)
            && scan.isWord(words.upperBound + 1, among: provinces)
            && scan.isLatin(words.upperBound) ? "province" : ""
    }

    private static let provinces = WordSet(["province"])
    private static let communes = WordSet([
        "جماعة", "بجماعة", "لجماعة", "وجماعة", "جماعات", "الجماعة", "بالجماعة", "للجماعة",
        "commune", "communes", "municipality",
    ])
}
