/// Whether a quarter of some name lies where the text says: «حي القدس ببرشيد» not in Palestine, «حي
/// الرياض بمكناس» not in Rabat.
struct Quarters {
    private let scan: Scan
    /// What may be named at a word, by the first one.
    private let groups: [Int: [EntryHit]]

    init(_ scan: Scan, _ groups: [[EntryHit]]) {
        self.scan = scan
        self.groups = Dictionary(
            groups.map { ($0[0].first, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func canBe(_ hit: EntryHit, _ around: Surroundings) -> Bool {
        let traits = scan.traits(hit)
        if around.isQuarter(hit.words), traits.country != "MA" { return false }
        guard traits.ofKind == "district" || traits.ofKind == "arrondissement",
            let town = town(behind: hit.last)
        else { return true }
        let around = wholes(of: hit)
        return around.isEmpty || town.contains { around.contains($0.entry) }
    }

    /// What «بمكناس», « à Meknès » behind a word may name.
    private func town(behind word: Int) -> [EntryHit]? {
        guard scan.joins(word + 1) else { return nil }
        let isAt = scan.isLatin(word + 1) && scan.isWord(word + 1, among: Quarters.at)
        guard isAt || scan.begins(word + 1, with: [Alphabet.ba]),
            let group = groups[isAt ? word + 2 : word + 1],
            isAt || scan.start(of: group[0].first) < group[0].start
        else { return nil }
        return group
    }

    /// What a place lies in, and what that lies in.
    private func wholes(of hit: EntryHit) -> Set<Int> {
        var found: Set<Int> = []
        var whole = scan.traits(hit).within
        while let id = whole, let number = scan.lexicon.number(.places, id),
            found.insert(number).inserted
        {
            whole = scan.lexicon.traits[number].within
        }
        return found
    }

    private static let at = WordSet(["à", "in", "at"])
}
