/// Who takes part in an act of two sides: a visit, a meeting, an agreement, an appointment.
extension ActReader {
    /// Who visits and what: «قاد حموشي وفدا في زيارة إلى تركيا»; for a reception who receives whom.
    func visit() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        if cues.has(.reception, in: hit.first..<(hit.last + 1)) { return reception() }
        guard let agent = personActing() else { return ([], []) }
        let later = back.filter { $0.words.lowerBound > agent.words.lowerBound }
        let goal = later.first { part in
            part.isState && isNear(part, 12)
                && (isGoal(part) || part.words.lowerBound == agent.words.upperBound)
        }
        return ([agent], goal.map { [$0] } ?? [])
    }

    /// «إلى تركيا», «للمغرب», « en Turquie », or right behind the act: «زار تركيا».
    func isGoal(_ part: ActParts.Part) -> Bool {
        let word = part.words.lowerBound
        if word == hit.last + 1 || cues.words(.towards, before: word) != nil { return true }
        let token = scan.text.tokens[word]
        return token.script == .arabic && scan.text.letters[Int(token.start)] == Alphabet.lam
            && (part.start > scan.start(of: word)
                || scan.text.letters[Int(token.start) + 1] == Alphabet.lam)
    }

    /// The person in front of the act, nearest first, else the one right behind the verb.
    private func personActing() -> ActParts.Part? {
        front.last { $0.isPerson && !isCompany($0) }
            ?? back.first { $0.isPerson && isNear($0, 5) && !isCompany($0) }
    }

    func meeting() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let pair = partiesBetween()
        if pair.count == 2 { return (Array(pair.prefix(1)), Array(pair.suffix(1))) }
        guard let agent = personActing() ?? bodyActing() else { return ([], []) }
        let people = back.filter {
            $0.isPerson && $0.value != agent.value && !isCompany($0)
        }
        let all = partiesWith().filter { $0.value != agent.value }
        guard agent.isPerson, let met = people.first(where: { isNear($0, 12) }) else {
            return ([agent], all)
        }
        return ([agent], [met] + those(joinedTo: met, among: people))
    }

    /// «بكل من السيد دمرجي والسيد الراجي», « M. Tazi et Mme Alami ».
    private func those(
        joinedTo first: ActParts.Part, among people: [ActParts.Part]
    ) -> [ActParts.Part] {
        var found = [first]
        for person in people where person.words.lowerBound >= first.words.upperBound {
            guard let last = found.last?.words.upperBound, person.words.lowerBound - last <= 3,
                scan.joins(last), scan.hasWaw(last) || scan.isDateWord(last, .and)
            else { break }
            found.append(person)
        }
        return Array(found.dropFirst())
    }

    /// «عقدت المديرية العامة للأمن الوطني اجتماعا»: bodies meet, too.
    private func bodyActing() -> ActParts.Part? {
        front.last { $0.isBody && hit.first - $0.words.upperBound <= 5 }
            ?? back.first { $0.isBody && isNear($0, 2) }
    }

    /// Where the first such cue close behind the act begins, in its sentence.
    private func word(of cue: Cue) -> Int? {
        let end = min(scan.sentences.range(around: hit.first).upperBound, hit.last + 9)
        return ((hit.last + 1)..<max(end, hit.last + 1)).first { cues.words(cue, at: $0) != nil }
    }

    /// The parties that «مع», « avec », "with" introduces behind the act, in a list.
    private func partiesWith() -> [ActParts.Part] {
        guard let with = word(of: .with) else { return [] }
        var found: [ActParts.Part] = []
        for part in back where part.isParty && part.words.lowerBound > with {
            let last = found.last.map { $0.words.upperBound - 1 } ?? with
            guard part.words.lowerBound - last <= (found.isEmpty ? 5 : 2) else { break }
            found.append(part)
        }
        return found
    }

    /// The two that «بين», « entre », "between" stands in front of; none where it does not.
    private func partiesBetween() -> [ActParts.Part] {
        guard let between = word(of: .between) else { return [] }
        let pair = outermost(back.filter { $0.isParty && $0.words.lowerBound > between }).prefix(2)
        guard pair.count == 2, let first = pair.first, let last = pair.last,
            first.words.lowerBound - between <= 4,
            last.words.lowerBound - first.words.upperBound <= 3
        else { return [] }
        return Array(pair)
    }

    /// The two of «وقع المغرب وإسبانيا اتفاقية», « La DGSN et la CNSS ont signé ».
    private func partiesSigning() -> [ActParts.Part] {
        guard cues.has(.signing, in: max(0, hit.first - 12)..<(hit.last + 1)) else { return [] }
        let before = outermost(front.filter(\.isParty)).suffix(2)
        guard before.count == 2, let first = before.first, let last = before.last,
            first.value != last.value, hit.first - last.words.upperBound <= 4,
            isJoined(last, to: first)
        else { return [] }
        return [first, last]
    }

    func agreement() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let pair = partiesBetween()
        if !pair.isEmpty { return (pair, []) }
        let objects = outermost(partiesWith())
        guard let first = objects.first?.words.lowerBound else { return (partiesSigning(), []) }
        guard
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

    /// Whom an appointment is of: behind «تعيين» and « le Roi a nommé », in front of « a été
    /// nommé ». Where the King is named, it is he who appoints.
    func appointment() -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let words = hit.first..<(hit.last + 1)
        let before = front.last {
            $0.isPerson && (hit.first - $0.words.upperBound <= 5 || isBeforeApposition($0))
        }
        if isPassive {
            guard cues.has(.appointed, in: words) else { return ([], []) }
            return ([], before.map { [$0] } ?? [])
        }
        guard cues.has(.appointing, in: words) else { return ([], []) }
        let behind = back.filter { $0.isPerson && isNear($0, 9) }
        let king = behind.first { $0.value == ActReader.king }
        let reach = king == nil ? 5 : 9
        guard
            let named = behind.first(where: { $0.value != ActReader.king && isNear($0, reach) })
        else { return ([], []) }
        let agent = king ?? (scan.isLatin(hit.first) ? before : nil)
        return (agent.map { [$0] } ?? [], [named])
    }

    /// « Karim Tazi, préfet de police de Safi, a été nommé ».
    private func isBeforeApposition(_ person: ActParts.Part) -> Bool {
        isPassive && hit.first - person.words.upperBound <= 18
            && scan.text.tokens[person.words.upperBound].gap == .comma
            && hasComma(between: max(person.words.upperBound + 1, hit.first - 3), and: hit.first)
    }

    private static let king = "mohammed-vi"
}
