import News

/// Reads from one sentence who did an act, to whom, where, when and how much.
///
/// In front of the act stands who did it (SVO, and «تمكنت … من توقيف»), behind a verb that opens
/// the sentence too (VSO); behind the act stands whom and what it met. In « 3 kg saisis » the
/// quantity is in front.
struct ActReader: Sendable {
    let scan: Scan
    let cues: Cues
    let hit: EntryHit
    /// What stands in front of the act within reach, and behind it, in the order of the text.
    let front: [ActParts.Part]
    let back: [ActParts.Part]
    /// A quantity that the act's own word counts: « trois interpellés », « 12 arrestations ».
    let own: ActParts.Part?
    /// The day of publication as ISO 8601, where the document says it.
    let published: String?
    let clause: ActClause
    let signs: ActSigns

    /// How far from the act its agents, and what it met, may stand; French says much in between.
    private static let reach = 25
    private static let frenchReach = 32
    /// More parts than this on one side are not looked at, so that a text without a full stop
    /// costs no more than any other.
    private static let mostParts = 40

    /// - Parameter parts: those of the act's sentence, in the order of the text.
    init(
        _ scan: Scan, _ cues: Cues, parts: [ActParts.Part], published: String?,
        _ signs: ActSigns, of hit: EntryHit
    ) {
        self.scan = scan
        self.cues = cues
        self.signs = signs
        self.hit = hit
        self.published = published
        let end = ActReader.firstPart(of: parts, from: hit.first)
        let reach = scan.isLatin(hit.first) ? ActReader.frenchReach : ActReader.reach
        front = parts[max(0, end - ActReader.mostParts)..<end].filter {
            $0.words.upperBound <= hit.first && hit.first - $0.words.upperBound < reach
        }
        back = Array(
            parts[ActReader.firstPart(of: parts, from: hit.last + 1)...]
                .prefix(ActReader.mostParts)
                .prefix { $0.words.lowerBound - hit.last <= ActReader.reach })
        own = parts[max(0, end - 4)..<end].last { part in
            guard case .quantity(let unit, let kind, _) = part.role else { return false }
            return part.words.upperBound > hit.first && kind == "person"
                || part.words.upperBound == hit.first && unit.isEmpty
                    && scan.isLatin(hit.first) && scan.joins(hit.first)
        }
        let limit = min(
            scan.sentences.range(around: hit.first).upperBound, hit.last + ActReader.reach + 2)
        clause = ActClause(scan, cues, signs, of: hit, parts: back, limit: limit)
    }

    /// The number of the first part that begins at or behind a word.
    private static func firstPart(of parts: [ActParts.Part], from word: Int) -> Int {
        var low = 0
        var high = parts.count
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].words.lowerBound < word { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Nil where nobody and nothing is joined to the act.
    func act(_ kind: ActKind) -> Act? {
        let joined: (agents: [ActParts.Part], objects: [ActParts.Part])
        switch kind {
        case .arrest, .seizure, .dismantling, .foiling: joined = ofForces(kind)
        case .visit: joined = visit()
        case .meeting: joined = meeting()
        case .agreement: joined = agreement()
        case .appointment: joined = appointment()
        }
        let place = place(kind, excluding: joined.objects)
        let quantities = quantities(kind).filter { !isOfOtherPlace($0, than: place) }
        guard suffices(kind, joined.agents, joined.objects, quantities) else { return nil }
        return act(kind, joined.agents, joined.objects, quantities, place)
    }

    /// «ثلاثة أشخاص بفاس وخمسة بمكناس»: the five are of another place.
    private func isOfOtherPlace(_ part: ActParts.Part, than place: ActParts.Part?) -> Bool {
        guard let place, place.words.lowerBound > hit.last,
            part.words.lowerBound >= place.words.upperBound
        else { return false }
        return back.contains {
            $0.isPlace && $0.value != place.value && isWhere($0)
                && $0.words.lowerBound >= part.words.upperBound
                && $0.words.lowerBound < clause.end
        }
    }

    private func suffices(
        _ kind: ActKind, _ agents: [ActParts.Part], _ objects: [ActParts.Part],
        _ quantities: [ActParts.Part]
    ) -> Bool {
        switch kind {
        case .seizure: !quantities.isEmpty || !agents.isEmpty && !isOfPeopleToo
        case .arrest, .dismantling, .foiling:
            !agents.isEmpty || !objects.isEmpty || !quantities.isEmpty || isOfSomebody(kind)
        case .visit:
            !agents.isEmpty
                && (!objects.isEmpty || !quantities.isEmpty
                    || back.contains { $0.isPlace && isNear($0, 12) && isGoal($0) })
        case .meeting: !agents.isEmpty && !objects.isEmpty
        case .agreement: agents.count + objects.count >= 2
        case .appointment: !objects.isEmpty
        }
    }

    /// «توقيف شخص بفاس», «ألقت عناصر الشرطة القبض على المتهم», « Un homme a été arrêté samedi »,
    /// « démantèle un réseau »: nobody is named or counted, and it is an act all the same.
    private func isOfSomebody(_ kind: ActKind) -> Bool {
        let sentence = scan.sentences.range(around: hit.first)
        let behind = hit.first..<max(hit.last + 1, min(hit.last + 7, sentence.upperBound))
        let before = max(sentence.lowerBound, hit.first - 5)..<hit.first
        let head = min(sentence.lowerBound + 2, hit.first)
        func says(_ kind: ActSigns.Kind) -> Bool {
            signs.has(kind, in: behind) || isPassive && signs.has(kind, in: before)
                || isPassive && signs.has(kind, in: sentence.lowerBound..<head)
                || scan.isLatin(hit.first)
                    && signs.has(kind, in: max(before.lowerBound, hit.first - 2)..<hit.first)
        }
        switch kind {
        case .arrest:
            let isByPolice = signs.has(.police, in: before) || signs.has(.police, in: behind)
            let isSomewhere = (front + back).contains { $0.isPlace || $0.isDate }
            return (says(.somebody) || isOfThem) && (isByPolice || isSomewhere)
        case .dismantling: return says(.ring)
        default: return false
        }
    }

    /// «توقيفه», «توقيفهما»: somebody told of before.
    private var isOfThem: Bool {
        let token = scan.text.tokens[hit.last]
        guard token.script == .arabic else { return false }
        return ActReader.pronouns.contains {
            scan.text.letters[token.letters].suffix($0.count) == $0[...]
        }
    }

    private static let pronouns = ["فه", "فها", "فهم", "فهما", "اله", "الها", "الهم", "الهما"]
        .map(ElementForms.folded)
    private static let loose = ["ضبط", "عثر", "عثور", "تضبط", "intercept"].map(ElementForms.folded)

    /// «ضبط أحد العناصر»: these words tell of a seizure only where it is said of what.
    private var isOfPeopleToo: Bool {
        let letters = scan.text.letters[scan.text.tokens[hit.first].letters]
        return ActReader.loose.contains { stem in
            letters.count >= stem.count
                && (0...min(2, letters.count - stem.count)).contains {
                    letters.dropFirst($0).starts(with: stem)
                }
        }
    }

    private func act(
        _ kind: ActKind, _ agents: [ActParts.Part], _ objects: [ActParts.Part],
        _ quantities: [ActParts.Part], _ place: ActParts.Part?
    ) -> Act {
        let date = date(kind)
        let used = agents + objects + quantities + [place, date].compactMap { $0 }
        let start = min(hit.start, used.map(\.start).min() ?? hit.start)
        let end = max(hit.end, used.map(\.end).max() ?? hit.end)
        return Act(
            kind: kind.rawValue, quote: scan.quote(start, end), start: start, end: end,
            agents: ActReader.values(agents), objects: ActReader.values(objects),
            place: place?.value, date: date?.value, quantities: ActReader.values(quantities),
            confidence: 0.7)
    }

    private static func values(_ parts: [ActParts.Part]) -> [String] {
        parts.reduce(into: []) { if !$0.contains($1.value) { $0.append($1.value) } }
    }

    func isNear(_ part: ActParts.Part, _ words: Int) -> Bool {
        part.words.lowerBound - hit.last <= words
    }
}
