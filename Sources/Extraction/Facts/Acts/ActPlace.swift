/// Where and when an act happened.
extension ActReader {
    /// The place where it happened: the next one behind the act in its clause, or the one in
    /// front of it where that is much nearer; not one that somebody comes from or goes to, and
    /// not a court's.
    func place(_ kind: ActKind, excluding: [ActParts.Part]) -> ActParts.Part? {
        func fits(_ part: ActParts.Part) -> Bool {
            part.isPlace && !excluding.contains { $0.words == part.words } && !isOfCourt(part)
                && (!isElsewhere(part) || kind == .visit && isGoal(part))
        }
        let isBound = kind.isOfForces || kind == .appointment
        let behind = placeBehind {
            fits($0) && (!isBound || $0.words.lowerBound < clause.end)
                && (isOfAct($0) || kind == .visit && isGoal($0))
        }
        if kind == .appointment {
            return behind.flatMap { place in
                let between = hit.first..<place.words.lowerBound
                return cues.has(.former, in: between) ? nil : place
            }
        }
        let before = front.last { fits($0) && !clause.isElsewhere(inFront: $0, of: hit) }
        guard let behind, let before else { return behind ?? before }
        let distance = behind.words.lowerBound - hit.last
        return distance > 8 && !isWhere(behind) && hit.first - before.words.upperBound < distance
            ? before : behind
    }

    /// Of «عبر مليلية … بجماعة بني انصار» the second.
    private func placeBehind(_ fits: (ActParts.Part) -> Bool) -> ActParts.Part? {
        let all = back.filter(fits)
        guard let first = all.first, isOnTheWay(first) else { return all.first }
        return all.first { isWhere($0) && !isOnTheWay($0) } ?? first
    }

    private static let ways = WordSet(["عبر", "via", "par", "through"])

    private func isOnTheWay(_ part: ActParts.Part) -> Bool {
        scan.isWord(part.words.lowerBound - 1, among: ActReader.ways)
    }

    /// Behind ب, في, `à` or `in`: « … a saisi, samedi à Meknès ».
    func isWhere(_ part: ActParts.Part) -> Bool {
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
    /// «بكل من طنجة وفاس».
    private static let each = WordSet(["كل", "بكل", "وكل"])
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
                && !scan.isWord(word - 2, among: ActReader.each)
    }

    /// «أمام النيابة العامة بوجدة», « le parquet de Fès »: where somebody is brought.
    private func isOfCourt(_ place: ActParts.Part) -> Bool {
        let word = place.words.lowerBound
        return (front + back).contains { part in
            part.isCourt && part.words.lowerBound <= word
                && (part.words.upperBound > word
                    || word - part.words.upperBound <= 2 && !hasStop(part.words.upperBound, word))
        }
    }

    private func hasStop(_ first: Int, _ last: Int) -> Bool {
        (first...last).contains { scan.text.tokens[$0].gap >= .comma }
    }

    /// Whether a French or English place behind the act is one of it, and not what « alerte » or
    /// « vise » has for its object.
    private func isOfAct(_ part: ActParts.Part) -> Bool {
        let word = part.words.lowerBound
        guard scan.isLatin(word) else { return true }
        return isWhere(part) || scan.isDateWord(word - 1, [.of, .and]) || !scan.joins(word)
            || cues.words(.city, before: word) != nil
    }

    /// When it happened. What police did is done: a later day is a hearing's, a date behind
    /// another verb or a reason is the crime's.
    func date(_ kind: ActKind) -> ActParts.Part? {
        guard kind.isOfForces else {
            return back.first(where: \.isDate) ?? front.last(where: \.isDate)
        }
        func fits(_ part: ActParts.Part) -> Bool {
            guard part.isDate else { return false }
            return published.map { part.value.prefix($0.count) <= $0 } ?? true
        }
        return back.first { fits($0) && $0.words.lowerBound < clause.mainEnd }
            ?? front.last { fits($0) && !clause.isElsewhere(inFront: $0, of: hit) }
    }
}
