import News

/// Capitals that stand for their states: «بين الرباط وأنقرة», « l'axe Rabat-Madrid », « la
/// coopération avec Rabat », a capital that refuses or demands. A journey between two capitals
/// leaves them cities.
struct CapitalsAsStates: Sendable {
    private let scan: Scan
    /// The capitals that act, by first word.
    private var acting: Set<Int> = []

    init(_ scan: Scan, groups: [[EntryHit]], cues: Cues) {
        self.scan = scan
        for (index, group) in groups.enumerated() {
            guard CapitalsAsStates.isCapital(group) else {
                if index + 1 < groups.count { takePair(groups[index + 1], after: group, cues) }
                continue
            }
            if isSubject(group[0], cues) || isPartner(group[0], cues) {
                acting.insert(group[0].first)
            }
            if index + 1 < groups.count { takePair(groups[index + 1], after: group, cues) }
        }
    }

    /// The capitals' readings in a group that names no state otherwise.
    func readings(of group: [EntryHit]) -> [Countries.Reading] {
        guard acting.contains(group[0].first) else { return [] }
        return group.filter { $0.key == .capitals }.prefix(1)
            .map { Countries.Reading(hit: $0, kind: .capital, rivals: 1) }
    }

    private static func isCapital(_ group: [EntryHit]) -> Bool {
        group.contains { $0.key == .capitals }
    }

    /// Two capitals behind بين, or a capital and a state's name.
    private mutating func takePair(_ second: [EntryHit], after first: [EntryHit], _ cues: Cues) {
        guard isState(first), isState(second),
            CapitalsAsStates.isCapital(first) || CapitalsAsStates.isCapital(second),
            areJoined(first[0], second[0])
        else { return }
        if isSubject(first[0], second[0], cues) {
            acting.insert(first[0].first)
            acting.insert(second[0].first)
            return
        }
        guard
            let between = cues.words(.between, before: first[0].first)
                ?? cues.words(.axis, before: first[0].first)
        else { return }
        let sentence = scan.sentences.range(around: first[0].first)
        let before = max(sentence.lowerBound, between.lowerBound - 6)
        let behind = min(sentence.upperBound, second[0].last + 4)
        guard !cues.has(.journey, in: before..<behind) else { return }
        acting.insert(first[0].first)
        acting.insert(second[0].first)
    }

    private func isState(_ group: [EntryHit]) -> Bool {
        group.contains { $0.key == .capitals || $0.key == .terms }
    }

    /// «الرباط وأنقرة», « Rabat et Madrid », « Rabat-Madrid ».
    private func areJoined(_ first: EntryHit, _ second: EntryHit) -> Bool {
        switch second.first - first.last {
        case 1: return scan.hasWaw(second.first) || scan.text.tokens[second.first].gap == .hyphen
        case 2: return scan.isWord(first.last + 1, among: CapitalsAsStates.ands)
        default: return false
        }
    }

    private static let ands = WordSet(["et", "and", "و"])

    /// «وقعت الرباط وواشنطن», « Rabat et Madrid ont signé ».
    private func isSubject(_ first: EntryHit, _ second: EntryHit, _ cues: Cues) -> Bool {
        guard scan.start(of: first.first) == first.start else { return false }
        return scan.isArabic(first.first)
            ? cues.words(.stateVerbs, before: first.first) != nil
            : cues.words(.stateVerbs, at: second.last + 1) != nil
    }

    /// «التعاون الأمني مع الرباط», « la coopération sécuritaire avec Rabat ».
    private func isPartner(_ hit: EntryHit, _ cues: Cues) -> Bool {
        guard scan.joins(hit.first), scan.start(of: hit.first) == hit.start,
            let with = cues.words(.with, before: hit.first)
        else { return false }
        let first = scan.sentences.range(around: hit.first).lowerBound
        return cues.has(.dealings, in: max(first, with.lowerBound - 3)..<with.lowerBound)
    }

    /// «رفضت الرباط», « Paris refuse ».
    private func isSubject(_ hit: EntryHit, _ cues: Cues) -> Bool {
        guard scan.start(of: hit.first) == hit.start else { return false }
        if scan.text.tokens[hit.first].script == .arabic {
            // A headline has the capital in front: «الرباط ترفض».
            if scan.sentences.range(around: hit.first).lowerBound == hit.first {
                return cues.words(.stateVerbs, at: hit.last + 1) != nil
                    && scan.text.tokens[hit.last + 1].gap == .space
            }
            return cues.words(.stateVerbs, before: hit.first) != nil
                && scan.text.tokens[hit.first].gap == .space
        }
        return cues.words(.stateVerbs, at: hit.last + 1) != nil
            && scan.text.tokens[hit.last + 1].gap == .space
    }
}
