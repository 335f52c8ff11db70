import News

/// Bodies, services, courts and companies that the text names.
///
/// Of names inside one another the longest counts, and with it the body that the longer one is
/// part of (a brigade whose name holds that of its police); two names of one body that overlap
/// are one («مصالح الدرك الملكي»). A name that a foreign demonym follows is not that of the
/// Moroccan body; one that a street bears is nobody. Acronyms that the text itself explains count
/// from there on.
struct Organisations: Sendable {
    func findings(in scan: Scan, _ around: Surroundings) -> [Organisation] {
        var gathered = Gathered<Int>()
        let hits = mentions(in: scan).filter { !around.isStreet($0.words) }
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
        let offices = Organisations.offices(scan)
        let ranked =
            hits
            .filter {
                !Organisations.isForeign($0, adjectives, scan)
                    && !Organisations.isInOffice($0, offices, scan)
            }
            .sorted { ($0.first, $1.last, $0.entry) < ($1.first, $0.last, $1.entry) }
        var kept: [EntryHit] = []
        /// Those kept that reach to the present word.
        var open: [EntryHit] = []
        for hit in ranked {
            open.removeAll { $0.last < hit.first }
            if let other = open.last, let joined = other.joined(with: hit) {
                if let place = kept.lastIndex(of: other) { kept[place] = joined }
                open[open.count - 1] = joined
                continue
            }
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

    /// People of the lexicon whom more than a word names, by each of these words.
    private static func offices(_ scan: Scan) -> [Int: EntryHit] {
        scan.longest(.people).reduce(into: [:]) { found, person in
            guard person.words.count > 1 else { return }
            for word in person.words { found[word] = person }
        }
    }

    /// Whether the body of one state stands in the office of somebody of another: whose judicial
    /// police he heads is known.
    private static func isInOffice(
        _ hit: EntryHit, _ offices: [Int: EntryHit], _ scan: Scan
    ) -> Bool {
        guard let person = offices[hit.first], person.last >= hit.last,
            let own = scan.traits(person).country, let country = scan.traits(hit).country
        else { return false }
        return own != country
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

extension EntryHit {
    /// From the first word to the last of another hit of the same entry that begins inside this
    /// one and ends behind it.
    fileprivate func joined(with other: EntryHit) -> EntryHit? {
        guard entry == other.entry, words.contains(other.first), other.last > last else {
            return nil
        }
        var joined = self
        joined.hit.last = other.hit.last
        joined.hit.end = other.hit.end
        return joined
    }
}

extension Scan {
    /// Whether a demonym has no proclitic, so that it can be the adjective of the word before.
    fileprivate func hasAdjectiveForm(_ hit: EntryHit) -> Bool {
        start(of: hit.first) == hit.start
    }
}
