/// Whether a sentence says that an act took place.
struct ActDenials: Sendable {
    let scan: Scan
    let cues: Cues

    /// Not «لم يتم توقيف», « n'a pas été arrêté », «لتوقيف», « en vue d'arrêter », «نفت … توقيف»;
    /// of police not « pourrait arrêter » or «طالبت بتوقيف» either; and not الموقوف, who was
    /// arrested before.
    ///
    /// - Parameter undone: the act right in front that is not done: «لضبط وتوقيف».
    func isDone(_ hit: EntryHit, _ kind: ActKind, undone: EntryHit?) -> Bool {
        let sentence = scan.sentences.range(around: hit.first)
        func isSaid(_ cue: Cue, within count: Int) -> Bool {
            cues.has(cue, in: max(sentence.lowerBound, hit.first - count)..<(hit.last + 1))
        }
        if isSaid(.negation, within: isOfNobody(hit) ? 9 : 3) || isSaid(.denial, within: 30) {
            return false
        }
        if kind.isOfForces {
            if isSaid(.unsure, within: 7), !beginsAnew(hit) { return false }
        } else if isCalledOff(hit, in: sentence) {
            return false
        }
        if cues.words(.purpose, before: hit.first) != nil || isOnlyLoose(hit) { return false }
        if isDeniedAtHead(hit, of: sentence) || isParticipleDenied(hit) { return false }
        if isJoined(hit), undone.map({ hit.first - $0.last <= 2 }) ?? false || isIntended(hit) {
            return false
        }
        if scan.isWord(hit.last + 1, among: ActDenials.papers) { return false }
        return !scan.proclitics(of: hit).contains(Alphabet.lam)
    }

    /// شراكة and بروتوكول alone; not «اتفاقية شراكة».
    private func isOnlyLoose(_ hit: EntryHit) -> Bool {
        cues.words(.looseActs, at: hit.first).map { $0.upperBound >= hit.last } ?? false
    }

    private static let nobody = WordSet(["أي", "أية", "أحد", "أحدا", "any", "anyone"])

    /// «لم يسفر التدخل عن توقيف أي شخص».
    private func isOfNobody(_ hit: EntryHit) -> Bool {
        ((hit.first - 1)...(hit.last + 3)).contains { scan.isWord($0, among: ActDenials.nobody) }
    }

    private static let none = WordSet([
        "aucun", "aucune", "nul", "nulle", "personne", "sans", "no", "none", "nobody", "neither",
        "without",
    ])

    /// « Aucun des trois suspects n'a été arrêté », "No arrests were made".
    private func isDeniedAtHead(_ hit: EntryHit, of sentence: Range<Int>) -> Bool {
        let head = sentence.lowerBound..<min(sentence.lowerBound + 2, hit.first)
        return hit.first - sentence.lowerBound <= 14
            && head.contains { scan.isWord($0, among: ActDenials.none) }
            && !(head.upperBound...hit.first).contains { scan.text.tokens[$0].gap >= .comma }
    }

    private static let not = WordSet(["ne", "n"])

    /// « n'a toujours pas encore été arrêté ».
    private func isParticipleDenied(_ hit: EntryHit) -> Bool {
        guard scan.isLatin(hit.first), cues.has(.passive, in: max(0, hit.first - 4)..<hit.first)
        else { return false }
        return (max(0, hit.first - 7)..<hit.first).contains {
            scan.isWord($0, among: ActDenials.not) && scan.isSameSentence($0, hit.first)
        }
    }

    /// «ألغى زيارته», « La visite … est reportée ».
    private func isCalledOff(_ hit: EntryHit, in sentence: Range<Int>) -> Bool {
        let words =
            max(sentence.lowerBound, hit.first - 14)..<min(sentence.upperBound, hit.last + 13)
        return cues.has(.calledOff, in: words)
    }

    private static let done = WordSet(["تم", "تمت", "جرى", "جرت"])
    private static let andDone = WordSet(["وتم", "وتمت", "وجرى", "وجرت"])

    /// «فشل في الفرار وتم توقيفه», « a échoué à fuir et a été arrêté ».
    private func beginsAnew(_ hit: EntryHit) -> Bool {
        (max(0, hit.first - 3)...hit.first).contains { word in
            if cues.words(.passive, at: word) != nil {
                return scan.isDateWord(word - 1, .and) || scan.text.tokens[word].gap == .comma
            }
            return word >= hit.first - 1
                && (scan.isWord(word, among: ActDenials.andDone)
                    || scan.isWord(word, among: ActDenials.done)
                        && scan.text.tokens[word].gap == .comma)
        }
    }

    private static let papers = WordSet(["warrant", "warrants"])

    /// «لتحديد هوية وتوقيف»: what is joined to a purpose is one too.
    private func isIntended(_ hit: EntryHit) -> Bool {
        (max(0, hit.first - 2)..<hit.first).contains { word in
            let token = scan.text.tokens[word]
            guard token.script == .arabic, token.count >= 5, scan.joins(hit.first) else {
                return false
            }
            let letters = scan.text.letters[token.letters]
            return letters.first == Alphabet.lam && !scan.hasArticle(word)
                && letters.dropFirst().first == Alphabet.ta
        }
    }

    /// Only و, "et" or "and" in between.
    private func isJoined(_ hit: EntryHit) -> Bool {
        scan.isArabic(hit.first)
            ? scan.hasWaw(hit.first) || scan.isWord(hit.first - 1, among: ActDenials.and)
            : scan.isDateWord(hit.first - 1, .and)
    }

    private static let and = WordSet(["و"])
}
