/// What a word tells an extractor of those beside it, by its name in
/// `config/lexicon/cues.yaml`.
enum Cue: String, Sendable, CaseIterable {
    // States and places.
    case between, axis, journey, city, commune, province, prefecture, region, district, at
    case stateVerbs = "state-verbs"
    case street, hamlet, dealings
    case origin, settings, strangers
    case boundFor = "bound-for"
    case askedBy = "asked-by"
    case fromOrTo = "from-or-to"
    case noSettings = "no-settings"
    // People and bodies.
    case body, counterpart
    case officeLinks = "office-links"
    case officeAdjectives = "office-adjectives"
    case nameEnds = "name-ends"
    case currency
    case namedAfter = "named-after"
    case asOffice = "as-office"
    case workTitle = "work-title"
    case held
    // What is said and done.
    case slogan, negation, by, source, with, towards, reception, appointing, appointed, passive
    case purpose, unsure, harm, signing
    case looseActs = "loose-acts"
    // What parts an act from another clause, and what joins.
    case relative, clause, announcing, reason, adding, former
    case denial, company, leaning
    case calledOff = "called-off"

    /// Its place among all cues: an enumeration without values is kept as that number.
    fileprivate var number: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }
}

/// Some cues: a bit for each.
private struct CueSet: Sendable {
    private var bits: UInt64 = 0

    mutating func insert(_ cue: Cue) { bits |= 1 << cue.number }
    func contains(_ cue: Cue) -> Bool { bits >> cue.number & 1 == 1 }
}

/// The words of a text that tell an extractor how to read what stands beside them: بين before
/// two capitals, مدينة before a town, « sous le slogan » before a slogan.
///
/// They are the entries of kind `cues`.
final class Cues: Sendable {
    private struct Found: Sendable {
        var cue: Cue
        var first: Int
        var last: Int
    }

    /// In the order of their last and of their first words.
    private let byLast: [Found]
    private let byFirst: [Found]
    /// Those that the text has.
    private let present: CueSet

    /// - Parameter hits: those of entries of kind `cues`.
    init(_ hits: ArraySlice<EntryHit>, _ lexicon: Lexicon) {
        var found: [Found] = []
        found.reserveCapacity(hits.count)
        for hit in hits {
            guard let cue = lexicon.traits[hit.entry].cue else { continue }
            found.append(Found(cue: cue, first: hit.first, last: hit.last))
        }
        byLast = found.sorted { ($0.last, $0.first) < ($1.last, $1.first) }
        byFirst = found.sorted { ($0.first, $1.last) < ($1.first, $0.last) }
        present = found.reduce(into: CueSet()) { $0.insert($1.cue) }
    }

    /// Whether there is such a cue anywhere.
    func has(_ cue: Cue) -> Bool { present.contains(cue) }

    /// The words of the longest such cue that ends right in front of a word.
    func words(_ cue: Cue, before word: Int) -> ClosedRange<Int>? {
        guard has(cue) else { return nil }
        var index = Cues.place(in: byLast) { $0.last < word - 1 }
        while index < byLast.count, byLast[index].last == word - 1 {
            if byLast[index].cue == cue { return byLast[index].first...(word - 1) }
            index += 1
        }
        return nil
    }

    /// The words of the longest such cue that begins at a word.
    func words(_ cue: Cue, at word: Int) -> ClosedRange<Int>? {
        guard has(cue) else { return nil }
        var index = Cues.place(in: byFirst) { $0.first < word }
        while index < byFirst.count, byFirst[index].first == word {
            if byFirst[index].cue == cue { return word...byFirst[index].last }
            index += 1
        }
        return nil
    }

    /// Whether such a cue begins within some words.
    func has(_ cue: Cue, in words: Range<Int>) -> Bool {
        guard has(cue) else { return false }
        var index = Cues.place(in: byFirst) { $0.first < words.lowerBound }
        while index < byFirst.count, byFirst[index].first < words.upperBound {
            if byFirst[index].cue == cue { return true }
            index += 1
        }
        return false
    }

    /// The first cue of which something no longer holds; by bisection.
    private static func place(in cues: [Found], before holds: (Found) -> Bool) -> Int {
        var low = 0
        var high = cues.count
        while low < high {
            let middle = (low + high) / 2
            if holds(cues[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
