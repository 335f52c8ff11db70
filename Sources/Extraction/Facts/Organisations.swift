import News

/// Bodies, services, courts and companies that the text names.
///
/// Of names inside one another the longest counts, and with it the body that the longer one is
/// part of (a brigade whose name holds that of its police). A name that a foreign demonym
/// follows is not that of the Moroccan body. Acronyms that the text itself explains count from
/// there on.
struct Organisations: Sendable {
    func findings(in scan: Scan, _ around: Surroundings) -> [Organisation] {
        var gathered = Gathered<Int>()
        let hits = mentions(in: scan)
        for hit in hits { gathered.add(scan.mention(hit), of: hit.entry) }
        let pairs = AcronymPairs(scan, organisations: hits, around)
        for pair in pairs.ofLexicon { gathered.add(pair.mention, of: pair.entry) }
        let known = gathered.order.map { number in
            let entry = scan.lexicon.entries[number]
            return Organisation(
                id: entry.id, name: entry.name(in: scan.language),
                acronym: entry.attributes["acronym"], country: entry.attributes["country"],
                mentions: gathered.mentions(of: number))
        }
        return known + pairs.ofText
    }

    /// The hits that count, in the order of the text.
    func mentions(in scan: Scan) -> [EntryHit] {
        let hits = scan.all(.organisations)
        guard !hits.isEmpty else { return [] }
        let adjectives = Organisations.demonyms(scan)
        let ranked =
            hits
            .filter { !Organisations.isForeign($0, adjectives, scan) }
            .sorted { ($0.first, $1.last, $0.entry) < ($1.first, $0.last, $1.entry) }
        var kept: [EntryHit] = []
        /// Those kept that reach to the present word.
        var open: [EntryHit] = []
        for hit in ranked {
            open.removeAll { $0.last < hit.first }
            guard open.allSatisfy({ isPart($0, ofWhole: hit, scan) }) else { continue }
            kept.append(hit)
            open.append(hit)
        }
        return kept
    }

    /// Whether the inner hit names a body that the outer one is part of.
    private func isPart(_ outer: EntryHit, ofWhole inner: EntryHit, _ scan: Scan) -> Bool {
        guard outer.entry != inner.entry, outer.words != inner.words, inner.last <= outer.last
        else { return false }
        let whole = scan.traits(inner).id
        var parent = scan.traits(outer).within
        // Bounded, for the lexicon may hold a circle.
        for _ in 0..<8 {
            guard let id = parent else { return false }
            if id == whole { return true }
            parent = scan.lexicon.entry(.organisations, id)?.attributes["within"]
        }
        return false
    }

    /// The codes of the states whose demonyms begin at a word.
    private static func demonyms(_ scan: Scan) -> [Int: Set<String>] {
        var found: [Int: Set<String>] = [:]
        for hit in scan.all(.countries) where hit.key == .demonyms && scan.hasAdjectiveForm(hit) {
            found[hit.first, default: []].insert(scan.traits(hit).id)
        }
        return found
    }

    /// «الشرطة القضائية الإسبانية» is not the Moroccan judicial police.
    private static func isForeign(
        _ hit: EntryHit, _ demonyms: [Int: Set<String>], _ scan: Scan
    ) -> Bool {
        guard let codes = demonyms[hit.last + 1], let own = scan.traits(hit).country,
            scan.text.tokens[hit.last + 1].gap == .space
        else { return false }
        return !codes.contains(own)
    }
}

extension Scan {
    /// Whether a demonym has no proclitic, so that it can be the adjective of the word before.
    fileprivate func hasAdjectiveForm(_ hit: EntryHit) -> Bool {
        start(of: hit.first) == hit.start
    }
}
