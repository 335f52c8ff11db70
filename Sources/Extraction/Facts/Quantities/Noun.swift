/// What a number counts or measures: a unit or a counted thing of the lexicon.
struct Noun: Sendable {
    var hit: EntryHit
    /// The lexicon's id: `kg`, `MAD`, `year`, `person`, …
    var id: String
    /// `mass`, `money`, `time`, `person`, `drug`, …
    var kind: String
    /// How much of its kind's base it is; nil for counted things.
    var factor: Double?
    /// The word itself says two: طنين, شخصين.
    var isDual: Bool { hit.key == .dual }
    var isMeasure: Bool { factor != nil }
}

/// The nouns of a text by the word that they begin at.
struct Nouns: Sendable {
    /// In the order of the text, the longest of overlapping ones.
    private(set) var list: [Noun] = []
    private let drugs: HitIndex

    init(in scan: Scan) {
        drugs = HitIndex(scan.all(.drugs))
        let ranked = (scan.all(.units) + scan.all(.counted)).sorted {
            ($0.first, $1.last, $1.key == .dual ? 1 : 0)
                < ($1.first, $0.last, $0.key == .dual ? 1 : 0)
        }
        var free = 0
        for hit in ranked where hit.first >= free {
            let noun = Nouns.noun(hit, scan)
            free = hit.last + 1
            list.append(noun)
        }
    }

    /// By bisection.
    func starting(at word: Int) -> Noun? {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].hit.first < word { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low].hit.first == word ? list[low] : nil
    }

    func drug(startingAt word: Int) -> EntryHit? { drugs.starting(at: word) }

    private static func noun(_ hit: EntryHit, _ scan: Scan) -> Noun {
        let traits = scan.traits(hit)
        return Noun(hit: hit, id: traits.id, kind: traits.ofKind ?? "", factor: traits.factor)
    }
}
