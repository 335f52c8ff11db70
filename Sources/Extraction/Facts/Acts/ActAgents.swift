/// Who did what police do, and whom they arrested.
extension ActReader {
    func ofForces(
        _ kind: ActKind
    ) -> (agents: [ActParts.Part], objects: [ActParts.Part]) {
        let agents = actingForces()
        guard kind == .arrest else { return (agents, []) }
        let held = back.first {
            $0.isPerson && isNear($0, 10) && $0.words.lowerBound < clause.mainEnd
                && !isCompany($0)
        }
        return (agents, (held ?? personArrested).map { [$0] } ?? [])
    }

    /// « Karim Tazi a été arrêté ».
    private var personArrested: ActParts.Part? {
        guard isPassive, scan.isLatin(hit.first) else { return nil }
        return front.last {
            $0.isPerson && hit.first - $0.words.upperBound <= 3 && !isSource($0)
        }
    }

    /// The one behind «من طرف» or « par », else the subject right behind the verb, else the
    /// first in front; and a second one joined to it.
    private func actingForces() -> [ActParts.Part] {
        let byForce = back.first {
            isActing($0) && cues.words(.by, before: $0.words.lowerBound) != nil
        }
        let reach = opensSentence ? 5 : opensClause ? 3 : 0
        let subject = back.first { isActing($0) && isNear($0, reach) }
        guard let agent = byForce ?? subject ?? forceInFront else { return [] }
        let second = (front + back).first {
            $0.isForce && $0.words.lowerBound >= agent.words.upperBound && isJoined($0, to: agent)
        }
        return [agent] + (second.map { [$0] } ?? [])
    }

    /// A passive tells its agent behind it, if at all.
    private var forceInFront: ActParts.Part? {
        guard !isPassive, !isArabicPassive else { return nil }
        return front.first(where: isActing)
    }

    private static let done = WordSet(["تم", "تمت", "جرى", "جرت", "وتم", "وتمت", "وجرى", "وجرت"])

    private var isArabicPassive: Bool {
        ((hit.first - 1)...hit.first).contains { scan.isWord($0, among: ActReader.done) }
    }

    private var opensSentence: Bool {
        hit.first - scan.sentences.range(around: hit.first).lowerBound <= 3
    }

    /// Right behind a comma: «بناء على معلومات …، أوقفت الشرطة القضائية».
    private var opensClause: Bool { scan.text.tokens[hit.first].gap == .comma }

    private func isActing(_ part: ActParts.Part) -> Bool {
        part.isForce && !isSource(part)
            && cues.words(.askedBy, before: part.words.lowerBound) == nil
    }

    /// Whether the text only leans on a force: «بلاغ ل…», «معلومات وفرتها …», « selon la … »,
    /// « renseignements de la … ».
    ///
    /// Its acronym in brackets behind it leans as well.
    private func isSource(_ part: ActParts.Part) -> Bool {
        (front + back).contains { other in
            other.value == part.value && other.words.lowerBound <= part.words.lowerBound
                && part.words.lowerBound - other.words.upperBound <= 0
                && (cues.words(.source, before: other.words.lowerBound) != nil || isLeantOn(other))
        }
    }

    /// «معلومات دقيقة من …»: such a word in front, with no comma in between.
    private func isLeantOn(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        for _ in 0..<6 where scan.joins(word) {
            word -= 1
            if let cue = cues.words(.leaning, at: word) {
                return cue.upperBound < part.words.lowerBound
            }
        }
        return false
    }

    /// «بحضور …», «محفوفا ب…», « en présence de … »: somebody who is only there.
    func isCompany(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        for _ in 0..<8 where scan.joins(word) {
            word -= 1
            if cues.words(.company, at: word) != nil { return true }
        }
        return false
    }

    /// Whether only و or "and" stands between two, and an article.
    func isJoined(_ other: ActParts.Part, to part: ActParts.Part) -> Bool {
        let between = part.words.upperBound..<max(part.words.upperBound, other.words.lowerBound)
        guard scan.isLatin(other.words.lowerBound) else {
            return between.isEmpty && scan.hasWaw(other.words.lowerBound)
        }
        return (1...2).contains(between.count) && scan.isDateWord(between.lowerBound, .and)
    }
}
