/// Who receives whom.
extension ActReader {
    /// «استقبل حموشي السيد دمرجي», « M. Tazi a été reçu par le Roi »: not those who are only
    /// there, and nobody for the receiver who stands where the guest does.
    func reception() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let ahead = front.filter { $0.isPerson && !isCompany($0) }
        let behind = back.filter { $0.isPerson && !isCompany($0) }
        if let host = behind.first(where: { cues.words(.by, before: firstWord(of: $0)) != nil }) {
            let guest =
                ahead.last ?? behind.first { $0.value != host.value && isNear($0, 12) }
            return ([host], guest.map { [$0] } ?? [])
        }
        let opener = behind.first { isNear($0, 7) && !isGuest($0) }
        guard let host = isVerbFirst ? opener : ahead.last else { return ([], []) }
        let guest =
            behind.first { $0.value != host.value && $0.words.lowerBound > host.words.lowerBound }
            ?? back.first { $0.isBody && isNear($0, 6) }
        // «عين الملك …، كما استقبل السيد الراجي»: the King, who is not named again.
        if isVerbFirst, guest == nil, !ahead.isEmpty { return ([], []) }
        return ([host], guest.map { [$0] } ?? [])
    }

    /// Arabic puts the verb first: «استقبل», «كما استقبل», «واستقبل», «…، استقبل».
    private var isVerbFirst: Bool {
        guard scan.isArabic(hit.first) else { return false }
        return scan.text.tokens[hit.first].gap >= .comma || scan.hasWaw(hit.first)
            || scan.isWord(hit.first - 1, among: ActReader.likewise)
            || hit.first - scan.sentences.range(around: hit.first).lowerBound <= 2
                && !front.contains(where: \.isParty)
    }

    private static let likewise = WordSet(["كما", "وكما", "وقد", "قد", "حيث", "ثم"])

    /// The first word of a person, or of the title in front.
    private func firstWord(of person: ActParts.Part) -> Int {
        var word = person.words.lowerBound
        for _ in 0..<6 where scan.joins(word) && cues.words(.by, before: word) == nil { word -= 1 }
        return cues.words(.by, before: word) != nil ? word : person.words.lowerBound
    }

    /// «نظيره …», « son homologue … ».
    private func isGuest(_ part: ActParts.Part) -> Bool {
        cues.has(
            .counterpart, in: max(hit.last + 1, part.words.lowerBound - 4)..<part.words.lowerBound)
    }
}
