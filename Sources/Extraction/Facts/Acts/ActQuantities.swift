/// How much or how many an act met.
extension ActReader {
    /// Those in the place of its object; else those right in front of it, which come first in
    /// the passive. « 12 arrestations » and « trois interpellés » hold their own number.
    func quantities(_ kind: ActKind) -> [ActParts.Part] {
        if kind == .arrest, let own { return [own] }
        let fits: (ActParts.Part) -> Bool = { part in
            guard case .quantity(let unit, let ofKind, let isDrug) = part.role else { return false }
            return kind.takes(unit, ofKind: ofKind, isDrug: isDrug)
        }
        let earlier = subjects(fits)
        if isPassive, !earlier.isEmpty { return earlier }
        let later = objects(kind, fits)
        return later.isEmpty ? earlier : later
    }

    /// Those that a passive or « 3 kg saisis » has in front.
    private func subjects(_ fits: (ActParts.Part) -> Bool) -> [ActParts.Part] {
        // « six suspects après l'arrestation »: a noun has nothing in front.
        if scan.isLatin(hit.first), scan.isDateWord(hit.first - 1, [.the, .of]) { return [] }
        let near = scan.isArabic(hit.first) ? 1 : 8
        let head = scan.sentences.range(around: hit.first).lowerBound
        return front.filter { part in
            let between = part.words.upperBound..<hit.first
            guard fits(part) else { return false }
            guard between.count > near else {
                return isPassive || !hasComma(between: part.words.upperBound, and: hit.first)
            }
            // « Deux frères, recherchés depuis janvier, ont été arrêtés ».
            return isPassive && part.words.lowerBound - head <= 1
                && scan.text.tokens[part.words.upperBound].gap == .comma
                && !cues.has(
                    .passive, in: between.lowerBound..<max(between.lowerBound, hit.first - 3))
        }
    }

    /// The first one behind the act, and what a list goes on with.
    private func objects(
        _ kind: ActKind, _ fits: (ActParts.Part) -> Bool
    ) -> [ActParts.Part] {
        var found: [ActParts.Part] = []
        for part in back where fits(part) && !isWorth(part) {
            guard part.words.lowerBound < clause.objectsEnd, !isSubjectBehind(part) else { break }
            if let last = found.last {
                let goesOn =
                    kind == .seizure
                    ? isListed(part, from: last.words.upperBound)
                    : part.words.lowerBound - last.words.upperBound <= 14 && isAdded(part)
                guard goesOn else { break }
            } else {
                guard isObject(part, kind) else { break }
            }
            found.append(part)
        }
        return found
    }

    private static let governing = WordSet([
        "مع", "ضد", "لدى", "بين", "عند", "رفقة", "برفقة", "حق", "طرف", "أصل", "أمام", "لفائدة",
        "par", "avec", "contre", "chez", "entre", "sur", "with", "by", "against", "among",
        "between", "from", "for",
    ])

    /// Whether the first quantity behind an act is its object: no preposition in front of it, and
    /// for an arrest nobody in between who is arrested himself, without being counted.
    private func isObject(_ part: ActParts.Part, _ kind: ActKind) -> Bool {
        let word = part.words.lowerBound
        if word > hit.last + 1, scan.isWord(word - 1, among: ActReader.governing) { return false }
        if kind == .arrest, isOfOtherNoun(word) { return false }
        guard kind == .arrest, let other = lastUncounted(before: word) else {
            return kind != .arrest || !isFor(part)
        }
        return word - other <= 5 && isAdded(part)
    }

    /// « le chef d'un gang de six hommes », not « l'arrestation à Fès de six hommes ».
    private func isOfOtherNoun(_ word: Int) -> Bool {
        guard scan.isLatin(word - 1), word - 1 > hit.last, scan.isDateWord(word - 1, .of) else {
            return false
        }
        return word - 2 > hit.last && scan.joins(word - 1)
            && !back.contains { $0.words.contains(word - 2) }
    }

    /// «أما لأربعة أطفال»: for them, not they.
    private func isFor(_ part: ActParts.Part) -> Bool {
        let token = scan.text.tokens[part.words.lowerBound]
        return token.script == .arabic && scan.start(of: part.words.lowerBound) < part.start
            && scan.text.letters[Int(token.start)] == Alphabet.lam
    }

    /// Behind the last person between the act and a word who is not counted: «شخصا», « un
    /// homme », an indefinite noun in the accusative; and whoever is named.
    private func lastUncounted(before word: Int) -> Int? {
        let between = (hit.last + 1)..<word
        let named = back.last { $0.isPerson && $0.words.upperBound <= word }?.words.upperBound
        let indefinite = between.last { candidate in
            scan.isAccusative(candidate) && !isAdverb(candidate)
                && !back.contains { $0.words.contains(candidate) }
        }
        let sign = signs.lastSomebody(in: between)
        return [named, indefinite.map { $0 + 1 }, sign].compactMap { $0 }.max()
    }

    private static let adverbs = WordSet([
        "مؤخرا", "حاليا", "يوميا", "فورا", "رسميا", "أيضا", "صباحا", "ليلا", "نهارا", "تباعا",
        "سابقا", "لاحقا", "أخيرا", "استنادا", "نظرا", "وفقا", "طبقا", "تقريبا", "تحديدا",
        "زوالا", "ظهرا", "عصرا", "فجرا", "ميدانيا", "هذا", "كلما", "ربما", "مما", "هنا", "إجمالا",
        "معا", "جميعا",
    ])

    /// «مؤخرا», and «مصالحها», whose ending is a pronoun.
    private func isAdverb(_ word: Int) -> Bool {
        let letters = scan.text.letters[scan.text.tokens[word].letters]
        return letters.suffix(2) == [Alphabet.ha, Alphabet.alef]
            || scan.isWord(word, among: ActReader.adverbs)
    }

    /// « …, et 8 policiers ont été blessés »: the subject of another verb.
    private func isSubjectBehind(_ part: ActParts.Part) -> Bool {
        scan.isLatin(part.words.lowerBound)
            && cues.words(.passive, at: part.words.upperBound) != nil
    }

    private static let among = WordSet([
        "بينهم", "بينهما", "بينها", "منهم", "منها", "ضمنهم", "ضمنها", "et", "and", "dont",
        "including", "plus", "و",
    ])
    private static let fillers = WordSet([
        "de", "d", "des", "environ", "quelque", "près", "some", "about", "over", "another",
        "autres", "other", "also", "également", "حوالي", "نحو", "زهاء", "قرابة",
    ])

    /// Whether «و», a comma, «بينهم», « ainsi que » or the like stands right in front.
    private func isAdded(_ part: ActParts.Part) -> Bool {
        var word = part.words.lowerBound
        let token = scan.text.tokens[word]
        if scan.start(of: word) < part.start, token.script == .arabic,
            scan.text.letters[Int(token.start)] == Alphabet.waw
        {
            return true
        }
        for _ in 0..<2 where scan.joins(word) && scan.isWord(word - 1, among: ActReader.fillers) {
            word -= 1
        }
        return scan.text.tokens[word].gap == .comma
            || scan.isWord(word - 1, among: ActReader.among)
            || cues.words(.adding, before: word) != nil
            || scan.isArabic(word) && scan.hasWaw(word) && word < part.words.lowerBound
    }

    /// Whether a list of things goes on up to a quantity: «200 قرص ومبلغ مالي قدره 5 آلاف درهم».
    private func isListed(_ part: ActParts.Part, from last: Int) -> Bool {
        isAdded(part)
            || (last..<max(last, part.words.lowerBound)).contains {
                scan.text.tokens[$0].gap == .comma || scan.hasWaw($0)
                    || scan.isWord($0, among: ActReader.among)
                    || cues.words(.adding, at: $0) != nil
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
    var isPassive: Bool {
        cues.has(.passive, in: max(0, hit.first - 3)..<(hit.first + 1))
    }

    func hasComma(between first: Int, and last: Int) -> Bool {
        (first..<max(first, last + 1)).contains { scan.text.tokens[$0].gap > .quote }
    }
}
