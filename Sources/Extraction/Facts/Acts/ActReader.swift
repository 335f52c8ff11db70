import News

/// Reads from one sentence who did an act, to whom, where, when and how much.
///
/// In front of the act stands who did it (SVO, and «تمكنت … من توقيف»), behind a verb that opens
/// the sentence too (VSO); behind the act stands whom and what it met. In « 3 kg saisis » the
/// quantity is in front.
struct ActReader: Sendable {
    private let scan: Scan
    private let cues: Cues
    private let hit: EntryHit
    /// What stands in front of the act within reach, and behind it, in the order of the text.
    private let front: [ActParts.Part]
    private let back: [ActParts.Part]

    /// How far from the act its agents, and what it met, may stand; French says much in between.
    private static let reach = 25
    private static let frenchReach = 32
    /// More parts than this on one side are not looked at, so that a text without a full stop
    /// costs no more than any other.
    private static let mostParts = 40

    /// - Parameter parts: those of the act's sentence, in the order of the text.
    init(_ scan: Scan, _ cues: Cues, parts: [ActParts.Part], of hit: EntryHit) {
        self.scan = scan
        self.cues = cues
        self.hit = hit
        let end = ActReader.firstPart(of: parts, from: hit.first)
        let reach = scan.isLatin(hit.first) ? ActReader.frenchReach : ActReader.reach
        front = parts[max(0, end - ActReader.mostParts)..<end].filter {
            $0.words.upperBound <= hit.first && hit.first - $0.words.upperBound < reach
        }
        back = Array(
            parts[ActReader.firstPart(of: parts, from: hit.last + 1)...]
                .prefix(ActReader.mostParts)
                .prefix { $0.words.lowerBound - hit.last <= ActReader.reach })
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
        let quantities = quantities(kind)
        guard suffices(kind, joined.agents, joined.objects, quantities) else { return nil }
        return act(kind, joined.agents, joined.objects, quantities)
    }

    private func suffices(
        _ kind: ActKind, _ agents: [ActParts.Part], _ objects: [ActParts.Part],
        _ quantities: [ActParts.Part]
    ) -> Bool {
        switch kind {
        case .seizure: !quantities.isEmpty || !agents.isEmpty && !isOfPeopleToo
        case .arrest, .dismantling, .foiling:
            !agents.isEmpty || !objects.isEmpty || !quantities.isEmpty
        case .visit:
            !agents.isEmpty
                && (!objects.isEmpty || !quantities.isEmpty
                    || back.contains { $0.isPlace && isNear($0, 12) && isGoal($0) })
        case .meeting: !agents.isEmpty && !objects.isEmpty
        case .agreement: agents.count + objects.count >= 2
        case .appointment: !objects.isEmpty
        }
    }

    private static let loose = ["ضبط", "عثر", "تضبط"].map(ElementForms.folded)

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
        _ kind: ActKind, _ agents: [ActParts.Part],
        _ objects: [ActParts.Part], _ quantities: [ActParts.Part]
    ) -> Act {
        let place = place(excluding: objects)
        let date = nearest(\.isDate, excluding: [])
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

    // MARK: Who stands where

    private func nearest(
        _ isWanted: (ActParts.Part) -> Bool, excluding: [ActParts.Part]
    ) -> ActParts.Part? {
        func fits(_ part: ActParts.Part) -> Bool {
            isWanted(part) && !excluding.contains { $0.words == part.words }
        }
        return back.first { fits($0) } ?? front.last { fits($0) }
    }

    /// The place where it happened: the next one behind the act, or the one in front of it where
    /// that is much nearer; not one that somebody comes from or goes to.
    private func place(excluding: [ActParts.Part]) -> ActParts.Part? {
        func fits(_ part: ActParts.Part) -> Bool {
            part.isPlace && !excluding.contains { $0.words == part.words } && !isElsewhere(part)
        }
        let behind = back.first { fits($0) && isOfAct($0) }
        let before = front.last(where: fits)
        guard let behind, let before else { return behind ?? before }
        let distance = behind.words.lowerBound - hit.last
        return distance > 8 && !isWhere(behind) && hit.first - before.words.upperBound < distance
            ? before : behind
    }

    /// Behind ب, في, `à` or `in`: « … a saisi, samedi à Meknès ».
    private func isWhere(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        if let city = cues.words(.city, before: word) { word = city.lowerBound }
        let token = scan.text.tokens[word]
        if scan.isDateWord(word - 1, .the), scan.joins(word) { word -= 1 }
        if token.script == .arabic, scan.start(of: word) < part.start {
            return scan.text.letters[Int(token.start)] == Alphabet.ba
        }
        return scan.joins(word) && scan.isDateWord(word - 1, .at)
    }

    private static let away = WordSet(["من", "الي", "نحو", "باتجاه"])
    private static let ports = WordSet(["ميناء", "مطار", "محطة", "معبر"])

    /// «من مدينة طنجة», «إلى برشلونة», « en provenance de Tanger », « son homologue de Fès ».
    private func isElsewhere(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        if let city = cues.words(.city, before: word) { word = city.lowerBound }
        if scan.joins(word), scan.isWord(word - 1, among: ActReader.ports) { word -= 1 }
        let isOf = scan.isLatin(word) && scan.isDateWord(word - 1, .of)
        return cues.words(.origin, before: word) != nil
            || cues.words(.boundFor, before: word) != nil
            || isOf && cues.words(.askedBy, before: word - 1) != nil
            || scan.joins(word) && scan.isArabic(word) && scan.start(of: word) <= part.start
                && scan.isWord(word - 1, among: ActReader.away)
    }

    /// Whether a French or English place behind the act is one of it, and not what « alerte » or
    /// « vise » has for its object.
    private func isOfAct(_ part: ActParts.Part) -> Bool {
        let word = part.words.lowerBound
        guard scan.isLatin(word) else { return true }
        return isWhere(part) || scan.isDateWord(word - 1, [.of, .and]) || !scan.joins(word)
            || cues.words(.city, before: word) != nil
    }

    // MARK: Kinds

    private func ofForces(
        _ kind: ActKind
    ) -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let byForce = back.first { part in
            part.isForce && cues.words(.by, before: part.words.lowerBound) != nil
                && !isSource(part)
        }
        let opensSentence = hit.first - scan.sentences.range(around: hit.first).lowerBound <= 3
        let subject =
            opensSentence ? back.first { $0.isForce && isNear($0, 5) && !isSource($0) } : nil
        let agent = byForce ?? subject ?? front.first { $0.isForce && !isSource($0) }
        guard kind == .arrest else { return (agent.map { [$0] } ?? [], []) }
        let held = back.filter { $0.isPerson && isNear($0, 10) }.prefix(1)
        return (agent.map { [$0] } ?? [], Array(held))
    }

    /// Whether the text only leans on a force: «بلاغ ل…», «معلومات وفرتها …», « selon la … ».
    ///
    /// Its acronym in brackets behind it leans as well.
    private func isSource(_ part: ActParts.Part) -> Bool {
        (front + back).contains { other in
            other.value == part.value && other.words.lowerBound <= part.words.lowerBound
                && part.words.lowerBound - other.words.upperBound <= 0
                && cues.words(.source, before: other.words.lowerBound) != nil
        }
    }

    private func isNear(_ part: ActParts.Part, _ words: Int) -> Bool {
        part.words.lowerBound - hit.last <= words
    }

    /// Who visits and what: «قاد حموشي وفدا في زيارة إلى تركيا»; for a reception who receives whom.
    private func visit() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        guard let agent = personActing() else { return ([], []) }
        let later = back.filter { $0.words.lowerBound > agent.words.lowerBound }
        let isReception = cues.has(.reception, in: hit.first..<(hit.last + 1))
        let met = (front + back).first {
            $0.isPerson && $0.value != agent.value && $0.words.lowerBound > hit.last
        }
        if isReception { return ([agent], met.map { [$0] } ?? []) }
        let goal = later.first { part in
            part.isState && isNear(part, 12)
                && (isGoal(part) || part.words.lowerBound == agent.words.upperBound)
        }
        return ([agent], goal.map { [$0] } ?? [])
    }

    /// «إلى تركيا», «للمغرب», « en Turquie », or right behind the act: «زار تركيا».
    private func isGoal(_ part: ActParts.Part) -> Bool {
        let word = part.words.lowerBound
        if word == hit.last + 1 || cues.words(.towards, before: word) != nil { return true }
        let token = scan.text.tokens[word]
        return token.script == .arabic && scan.text.letters[Int(token.start)] == Alphabet.lam
            && (part.start > scan.start(of: word)
                || scan.text.letters[Int(token.start) + 1] == Alphabet.lam)
    }

    /// The person in front of the act, nearest first, else the one right behind the verb.
    private func personActing() -> ActParts.Part? {
        front.last(where: \.isPerson)
            ?? back.first { $0.isPerson && isNear($0, 5) }
    }

    private func meeting() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        guard let agent = personActing() else { return ([], []) }
        let people = back.filter { $0.isPerson && $0.value != agent.value }
        if let met = people.first(where: { isNear($0, 12) }) { return ([agent], [met]) }
        return ([agent], partiesWith().filter { $0.value != agent.value })
    }

    /// The parties that «مع», « avec », "with" introduces behind the act, in a list.
    private func partiesWith() -> [ActParts.Part] {
        let sentence = scan.sentences.range(around: hit.first)
        let end = min(sentence.upperBound, hit.last + 9)
        guard
            let with = ((hit.last + 1)..<max(end, hit.last + 1))
                .first(where: { cues.words(.with, at: $0) != nil })
        else { return [] }
        var found: [ActParts.Part] = []
        for part in back where part.isParty && part.words.lowerBound > with {
            let last = found.last.map { $0.words.upperBound - 1 } ?? with
            guard part.words.lowerBound - last <= (found.isEmpty ? 5 : 2) else { break }
            found.append(part)
        }
        return found
    }

    private func agreement() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let sentence = scan.sentences.range(around: hit.first)
        let end = min(sentence.upperBound, hit.last + 9)
        if let between = ((hit.last + 1)..<max(end, hit.last + 1))
            .first(where: { cues.words(.between, at: $0) != nil })
        {
            let pair = back.filter { $0.isParty && $0.words.lowerBound > between }
            let outer = outermost(pair).prefix(2)
            guard outer.count == 2, let first = outer.first, let last = outer.last,
                first.words.lowerBound - between <= 4,
                last.words.lowerBound - first.words.upperBound <= 3
            else { return ([], []) }
            return (Array(outer), [])
        }
        let objects = outermost(partiesWith())
        guard let first = objects.first?.words.lowerBound,
            let agent = back.first(where: {
                $0.isParty && isNear($0, 3) && $0.words.lowerBound < first
            })
                ?? front.last(where: { $0.isParty && hit.first - $0.words.upperBound <= 5 })
                ?? front.last(where: { $0.isPerson && hit.first - $0.words.upperBound <= 15 })
        else { return ([], []) }
        return ([agent], objects.filter { $0.value != agent.value })
    }

    /// Without parts that lie inside another.
    private func outermost(_ parts: [ActParts.Part]) -> [ActParts.Part] {
        parts.reduce(into: []) { kept, part in
            if kept.last.map({ part.words.lowerBound >= $0.words.upperBound }) ?? true {
                kept.append(part)
            }
        }
    }

    /// Whom an appointment is of: behind «تعيين», in front of « a été nommé ».
    private func appointment() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let words = hit.first..<(hit.last + 1)
        if cues.has(.appointing, in: words) {
            let named = back.first { $0.isPerson && isNear($0, 5) }
            return ([], named.map { [$0] } ?? [])
        }
        guard cues.has(.appointed, in: words),
            cues.has(.passive, in: max(0, hit.first - 3)..<(hit.first + 1))
        else { return ([], []) }
        let named = front.last { $0.isPerson && hit.first - $0.words.upperBound <= 5 }
        return ([], named.map { [$0] } ?? [])
    }

    // MARK: Quantities

    /// Those behind the act up to the next act; else those right in front of it.
    private func quantities(_ kind: ActKind) -> [ActParts.Part] {
        let fits: (ActParts.Part) -> Bool = { part in
            guard case .quantity(let unit, let ofKind, let isDrug) = part.role else { return false }
            return kind.takes(unit, ofKind: ofKind, isDrug: isDrug)
        }
        let later = back.filter { fits($0) && !isWorth($0) }
        if !later.isEmpty { return later }
        return front.filter {
            fits($0) && hit.first - $0.words.upperBound <= (scan.isArabic(hit.first) ? 1 : 8)
                && (isPassive || !hasComma(between: $0.words.upperBound, and: hit.first))
        }
    }

    private static let worth = Set(
        [
            "estime", "estimé", "estimée", "estimés", "évalué", "évaluée", "valeur", "valant",
            "worth", "valued", "estimated", "قيمة", "بقيمة", "قيمتها", "قيمته", "تقدر", "يقدر",
            "قدرت", "بقيمته",
        ].map(ElementForms.folded))

    /// Whether an amount of money is what something is worth, not what was seized.
    private func isWorth(_ part: ActParts.Part) -> Bool {
        guard case .quantity(_, "money", _) = part.role else { return false }
        return (max(hit.last + 1, part.words.lowerBound - 4)..<part.words.lowerBound).contains {
            ActReader.worth.contains(Array(scan.text.letters[scan.text.tokens[$0].letters]))
        }
    }

    /// « Trois individus, dont une femme, ont été arrêtés ».
    private var isPassive: Bool {
        cues.has(.passive, in: max(0, hit.first - 3)..<(hit.first + 1))
    }

    private func hasComma(between first: Int, and last: Int) -> Bool {
        (first..<max(first, last + 1)).contains { scan.text.tokens[$0].gap > .quote }
    }
}
