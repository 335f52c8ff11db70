/// Grounds, schools, foundations and streets that bear a person's name: «ملعب الأمير مولاي عبد الله»,
/// « complexe Mohammed VI », `Mohammed VI Foundation`. Whoever lent the name is not told of.
///
/// A sovereign's name or a prince's stands behind such a word with the article, an adjective or
/// `du` too («المركب الرياضي الأمير …»); behind «رئيس الجامعة» and `la fondation` any other name is
/// that of somebody at work there.
struct NamedAfter: Sendable {
    private let scan: Scan
    private let cues: Cues

    init(_ scan: Scan, _ cues: Cues) {
        self.scan = scan
        self.cues = cues
    }

    /// Whether some words, a name or its title, name such a thing.
    func holds(_ words: ClosedRange<Int>, isRoyal: Bool) -> Bool {
        isBehindHead(words.lowerBound, isRoyal: isRoyal) || isInFrontOfHead(words.upperBound)
    }

    func isBehindHead(_ first: Int, isRoyal: Bool) -> Bool {
        guard cues.has(.namedAfter) || cues.has(.street) else { return false }
        var word = first
        while scan.joins(word),
            scan.isWord(word - 1, among: isRoyal ? NamedAfter.royalLinks : NamedAfter.links)
        {
            word -= 1
        }
        guard scan.joins(word) else { return false }
        if cues.words(.street, before: word) != nil { return true }
        if let head = cues.words(.namedAfter, before: word) {
            return isRoyal || scan.isArabic(head.lowerBound) && !scan.hasArticle(head.lowerBound)
        }
        guard isRoyal else { return false }
        for _ in 0..<2 {
            guard isAdjective(word - 1), scan.joins(word - 1) else { return false }
            word -= 1
            if cues.words(.namedAfter, before: word) != nil { return true }
        }
        return false
    }

    private static let links = WordSet(["du", "de", "d", "la"])
    private static let royalLinks = WordSet([
        "du", "de", "d", "la", "roi", "prince", "princesse", "king",
    ])

    /// الرياضي of «المركب الرياضي», `militaire` of « hôpital militaire ».
    private func isAdjective(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word) else { return false }
        return scan.isArabic(word)
            ? scan.hasArticle(word) : scan.isLatin(word) && scan.text.tokens[word].count > 3
    }

    /// `Mohammed VI Football Complex`.
    func isInFrontOfHead(_ last: Int) -> Bool {
        guard cues.has(.namedAfter), scan.isLatin(last) else { return false }
        for word in (last + 1)...(last + 3) {
            guard scan.joins(word), scan.isCapitalised(word) else { return false }
            if cues.words(.namedAfter, at: word) != nil { return true }
        }
        return false
    }
}
