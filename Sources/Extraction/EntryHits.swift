/// The hits of lexicon entries in a text, by kind: one array, whose stretches are the kinds.
struct EntryHits: Sendable {
    private let hits: [EntryHit]
    /// Where each kind begins, and where the last one ends.
    private let starts: [Int32]

    /// Those of some hits that keep their company, in the order given.
    init(_ given: [Hit], _ lexicon: Lexicon, _ table: HitTable) {
        var found: [(kind: UInt8, hit: EntryHit)] = []
        found.reserveCapacity(given.count + given.count / 2)
        var starts = [Int32](repeating: 0, count: LexiconKind.allCases.count + 1)
        for hit in given {
            for number in lexicon.owners(of: hit.pattern) {
                let owner = lexicon.owner(number)
                if owner.company >= 0,
                    !table.isInCompany(hit, lexicon.companies[Int(owner.company)])
                {
                    continue
                }
                starts[Int(owner.kind) + 1] += 1
                found.append(
                    (owner.kind, EntryHit(hit: hit, key: owner.key, entry: Int(owner.entry))))
            }
        }
        for kind in 1..<starts.count { starts[kind] += starts[kind - 1] }
        self.starts = starts
        hits = EntryHits.byKind(found, starts)
    }

    /// Puts each where the next of its kind stands.
    private static func byKind(
        _ found: [(kind: UInt8, hit: EntryHit)], _ starts: [Int32]
    ) -> [EntryHit] {
        guard let any = found.first?.hit else { return [] }
        var places = starts
        var hits = [EntryHit](repeating: any, count: found.count)
        for (kind, hit) in found {
            hits[Int(places[Int(kind)])] = hit
            places[Int(kind)] += 1
        }
        return hits
    }

    /// Everything of a kind, in the order of the text, overlapping hits included.
    func all(_ kind: LexiconKind) -> ArraySlice<EntryHit> {
        hits[Int(starts[kind.number])..<Int(starts[kind.number + 1])]
    }

    /// The longest of a kind where several overlap, then those read least freely; none of the
    /// words that only reading goes by.
    func longest(_ kind: LexiconKind) -> ArraySlice<EntryHit> {
        let hits = all(kind)
        guard !EntryHits.readingKinds.contains(kind.number) else { return [] }
        guard EntryHits.overlap(hits) else { return hits }
        let ranked = hits.sorted { one, other in
            (other.last - other.first, one.hit.liberty, one.first)
                < (one.last - one.first, other.hit.liberty, other.first)
        }
        let lastWord = hits.reduce(0) { max($0, $1.last) }
        var taken = BitSet(below: lastWord + 1)
        var longest: ArraySlice<EntryHit> = []
        for hit in ranked where taken.isDisjoint(with: hit.words) {
            longest.append(hit)
            taken.formUnion(hit.words)
        }
        longest.sort { $0.first < $1.first }
        return longest
    }

    /// Whether some of the hits share a word; they are in the order of their last words.
    private static func overlap(_ hits: ArraySlice<EntryHit>) -> Bool {
        for index in hits.indices.dropFirst() where hits[index].first <= hits[index - 1].last {
            return true
        }
        return false
    }

    private static let readingKinds: BitSet = {
        let kinds: [LexiconKind] = [
            .stopwords, .darija, .abbreviations, .protected, .variants, .chrome,
        ]
        return kinds.reduce(into: BitSet()) { $0.insert($1.number) }
    }()
}
