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
    private var byFirst: [Int: Noun] = [:]
    private var byLast: [Int: Noun] = [:]
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
            byFirst[hit.first] = noun
            byLast[hit.last] = noun
            list.append(noun)
        }
    }

    func starting(at word: Int) -> Noun? { byFirst[word] }
    func ending(at word: Int) -> Noun? { byLast[word] }
    func drug(startingAt word: Int) -> EntryHit? { drugs.starting(at: word) }

    private static func noun(_ hit: EntryHit, _ scan: Scan) -> Noun {
        let entry = scan.entry(hit)
        let isUnit = entry.knownKind == .units
        return Noun(
            hit: hit, id: entry.id, kind: entry.attributes["of-kind"] ?? "",
            factor: isUnit ? entry.attributes["factor"].flatMap(Double.init) ?? 1 : nil)
    }
}
