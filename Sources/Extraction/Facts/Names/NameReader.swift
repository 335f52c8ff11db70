import News

/// Reads a person's name from its first word to where it stops.
///
/// An Arabic name is given names, بن and father's names, and one surname; it stops at a verb, a
/// preposition, a comma. A Latin one is a run of capitalised words with particles between them.
struct NameReader: Sendable {
    let words: NameWords
    private var scan: Scan { words.scan }

    init(_ words: NameWords) { self.words = words }

    /// Words that a name may have at most.
    private static let longest = 7

    /// - Parameter takesAny: whether a name may begin with a word that is no known given name,
    ///   and be one word, as it may behind السيد or « M. ».
    /// - Returns: nil where no name begins at the word.
    func name(at word: Int, takesAny: Bool) -> ClosedRange<Int>? {
        guard scan.text.tokens.indices.contains(word) else { return nil }
        switch scan.text.tokens[word].script {
        case .arabic: return arabicName(at: word, takesAny: takesAny)
        case .latin: return latinName(at: word, takesAny: takesAny)
        default: return nil
        }
    }

    // MARK: Arabic

    /// Words that stand before a given name and are written with it.
    private static let honours: Set<String> = [
        "الحاج", "الحاجه", "مولاي", "مولاتي", "سيدي", "سي", "لاله", "للا",
    ]
    /// Words that make one given name with the next: عبد الله.
    private static let givenHeads: Set<String> = ["عبد", "ابو", "ابا", "ابي", "ام"]
    /// Words behind which the surname follows.
    private static let surnameHeads: Set<String> = [
        "ال", "ايت", "ولد", "بو", "ماء", "لو", "دي", "دو", "فان", "فون",
    ]
    private static let sons: Set<String> = ["بن", "ابن", "بنت"]

    private func arabicName(at start: Int, takesAny: Bool) -> ClosedRange<Int>? {
        var next = start
        var hasGiven = false
        var hasSurname = false
        var hasFather = false
        while next - start < NameReader.longest, goesOn(next, from: start), !hasSurname {
            let letters = scan.folded(next)
            if words.isParticle(next), NameReader.honours.contains(letters) {
                next += 1
            } else if words.isParticle(next), let end = compound(at: next) {
                let isGiven = NameReader.givenHeads.contains(letters)
                guard isGiven || hasGiven || takesAny else { break }
                hasSurname = isSurname(letters, end)
                hasFather = hasFather || NameReader.sons.contains(letters)
                hasGiven = hasGiven || isGiven
                next = end + 1
            } else if words.isGiven(next) {
                hasGiven = true
                next += 1
            } else if words.canBeName(next), hasGiven || takesAny, !isRegnal(next, from: start),
                !hasFather || letters.hasPrefix("ال"), !isHead(next)
            {
                // Behind a title the first word may be a foreign given name.
                hasSurname = hasGiven
                hasGiven = true
                next += 1
            } else {
                break
            }
            if isTail(next, from: start) { next += 1 }
        }
        if hasSurname, isSecondSurname(next, from: start) { next += 1 }
        if !hasSurname, hasGiven, next > start, isInitial(next), goesOn(next, from: start) {
            next += 1
        }
        // «محمد بن زايد آل نهيان».
        if hasFather, next > start, goesOn(next, from: start), words.isParticle(next),
            scan.folded(next) == "ال", let end = compound(at: next)
        {
            next = end + 1
        }
        if next > start, hasGiven, isRegnal(next, from: start) { next += 1 }
        guard next > start, takesAny || hasGiven && next - start >= 2 else { return nil }
        return start...(next - 1)
    }

    private static let tails = WordSet(["الله", "الدين"])

    /// What makes one name with the word in front of it: «عبيد الله», «نصر الله», «سعد الدين».
    private func isTail(_ word: Int, from start: Int) -> Bool {
        goesOn(word, from: start) && scan.text.tokens[word].gap == .space
            && scan.isWord(word, among: NameReader.tails)
    }

    /// Surnames of which families bear two: «العلوي المدغري», «الفاسي الفهري».
    private static let lineages = WordSet([
        "العلوي", "الإسماعيلي", "المدغري", "الإدريسي", "الادريسي", "الفاسي", "الفهري", "الطالبي",
        "العلمي", "الصقلي", "الحسني", "الحسيني", "القادري", "البوتشيشي", "الودغيري", "الكتاني",
        "الوزاني", "العمراني", "اليملاحي", "السجلماسي", "البلغيتي", "السباعي", "الطاهري", "الجوطي",
        "السعدي", "البقالي", "الريسوني", "المريني", "العراقي", "الأنصاري", "اليوبي", "البلغيثي",
    ])
    private static let sonOf = ElementForms.folded("أو")

    /// The second of two surnames: one of lineage behind another, or أوحتيت of «أوعلا أوحتيت».
    private func isSecondSurname(_ word: Int, from start: Int) -> Bool {
        guard word > start, goesOn(word, from: start), words.canBeName(word),
            scan.text.tokens[word].gap == .space
        else { return false }
        if scan.isWord(word - 1, among: NameReader.lineages),
            scan.isWord(word, among: NameReader.lineages)
        {
            return true
        }
        if isOfOrigin(word - 1), isOfOrigin(word), isClosed(word + 1) { return true }
        return [word - 1, word].allSatisfy {
            scan.text.tokens[$0].count > 4 && scan.begins($0, with: NameReader.sonOf)
        }
    }

    /// الإدريسي, القيطوني.
    private func isOfOrigin(_ word: Int) -> Bool {
        scan.text.tokens[word].count > 5 && scan.endsInYa(word)
            && scan.begins(word, with: [Alphabet.alef, Alphabet.lam])
    }

    /// Whether a mark ends what is in front of a word.
    private func isClosed(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word) else { return true }
        return scan.text.tokens[word].gap > .quote
    }

    private static let regnals = WordSet(
        ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن"])

    /// «محمد الخامس», «عبد الله الثاني».
    private func isRegnal(_ word: Int, from start: Int) -> Bool {
        guard goesOn(word, from: start), scan.text.tokens[word].gap == .space else { return false }
        return scan.isWord(word, among: NameReader.regnals)
    }

    /// «بن محمد» goes on to a surname, «بن كيران» is one.
    private func isSurname(_ head: String, _ end: Int) -> Bool {
        if NameReader.surnameHeads.contains(head) { return true }
        return NameReader.sons.contains(head) && !words.isGiven(end)
            && !NameReader.givenHeads.contains(scan.folded(end - 1))
    }

    /// The last word of a particle and what it needs behind it: «بن عبد الله», «آل ثاني».
    private func compound(at word: Int) -> Int? {
        guard word + 1 < scan.text.tokens.count, goesOn(word + 1, from: word) else { return nil }
        let letters = scan.folded(word)
        let isHead =
            NameReader.givenHeads.contains(letters) || NameReader.sons.contains(letters)
            || NameReader.surnameHeads.contains(letters)
        guard isHead else { return nil }
        if letters == "ال" { return scan.text.tokens[word + 1].count >= 3 ? word + 1 : nil }
        let inner = scan.folded(word + 1)
        if NameReader.givenHeads.contains(inner), words.isParticle(word + 1),
            goesOn(word + 2, from: word), words.canBeName(word + 2)
        {
            return word + 2
        }
        // «آيت الطالب»: behind آيت a word that names something else elsewhere.
        let isOrigin = NameReader.origins.contains(letters) && scan.hasArticle(word + 1)
        return isOrigin || words.canBeName(word + 1) || words.isGiven(word + 1) ? word + 1 : nil
    }

    private static let origins: Set<String> = ["ايت", "ولد"]

    /// What never ends a name.
    private func isHead(_ word: Int) -> Bool {
        words.isParticle(word) && NameReader.origins.contains(scan.folded(word))
    }

    // MARK: Latin

    private func latinName(at start: Int, takesAny: Bool) -> ClosedRange<Int>? {
        guard scan.isCapitalised(start), takesAny || words.isGiven(start) || isInitial(start) else {
            return nil
        }
        var end: Int?
        var next = start
        while next - start < NameReader.longest, goesOn(next, from: start) {
            if words.isParticle(next), next + 1 < scan.text.tokens.count,
                goesOn(next + 1, from: start), scan.isCapitalised(next + 1),
                words.canBeName(next + 1), next > start || scan.isCapitalised(next)
            {
                end = next + 1
                next += 2
            } else if words.canBeName(next) && scan.isCapitalised(next) || isInitial(next) {
                if !isInitial(next) { end = next }
                next += 1
            } else {
                break
            }
        }
        // « Rachid T. »
        if let last = end, next - 1 > last, scan.scalar(at: scan.end(of: next - 1)) == "." {
            end = next - 1
        }
        return end.map { start...$0 }
    }

    /// « J. Dupont », « M'hidia », «محمد ب.».
    private func isInitial(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word), scan.text.tokens[word].count == 1 else {
            return false
        }
        guard scan.isArabic(word) else { return scan.isCapitalised(word) }
        let behind = scan.scalar(at: scan.end(of: word))
        return behind.map(NameReader.closing.contains) ?? true
    }

    private static let closing = Set(".،,)»\"”\n".unicodeScalars)

    private func goesOn(_ word: Int, from start: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word), !scan.layout.isChrome(word: word),
            scan.text.tokens[word].script == scan.text.tokens[start].script
        else { return false }
        guard word > start else { return true }
        let gap = scan.text.tokens[word].gap
        return gap == .space || gap == .hyphen || gap == .apostrophe || gap == .none
    }
}
