/// What became of people who are counted: «لقي 27 شخصا مصرعهم» are dead, « 2.913 autres ont été
/// blessées » injured.
///
/// The weekly toll of the roads is told so, and a bare `person` would count the dead among those
/// arrested. Limits: only what stands right in front of the number or behind its noun.
struct Fates {
    let scan: Scan

    /// `dead` or `injured`; nil where the words around some say neither.
    func fate(of words: ClosedRange<Int>, lead: Int) -> String? {
        fate(behind: words.upperBound) ?? fate(before: lead, words.upperBound)
    }

    // MARK: Behind

    private static let deaths = WordSet(
        [
            "مصرعهم", "مصرعهما", "مصرعه", "مصرعها", "حتفهم", "حتفهما", "حتفه", "tué", "tués",
            "tuée", "tuées", "mort", "morts", "morte", "mortes", "décédé", "décédés", "décédée",
            "décédées", "péri", "vie", "killed", "died", "lives",
        ])
    private static let injuries = WordSet(
        ["blessé", "blessés", "blessée", "blessées", "injured", "wounded", "hurt"])
    /// What may stand between the people and their fate.
    private static let between = WordSet(
        [
            "آخرين", "آخرون", "autres", "others", "ont", "a", "été", "sont", "avaient", "furent",
            "trouvé", "perdu", "la", "were", "was", "have", "has", "had", "been", "lost", "their",
        ])

    private func fate(behind last: Int) -> String? {
        for word in (last + 1)..<(last + 5) {
            guard scan.joins(word) else { return nil }
            if scan.isWord(word, among: Fates.deaths) { return "dead" }
            if scan.isWord(word, among: Fates.injuries) { return "injured" }
            guard scan.isWord(word, among: Fates.between) else { return nil }
        }
        return nil
    }

    // MARK: In front

    private static let killing = WordSet(
        [
            "مصرع", "ومصرع", "بمصرع", "وفاة", "ووفاة", "بوفاة", "مقتل", "ومقتل", "بمقتل", "killed",
            "killing", "tuant",
        ])
    private static let injuring = WordSet(
        ["injured", "injuring", "wounded", "wounding", "blessant", "وجرح", "جرح"])
    /// Of these an illness may be said too.
    private static let hit = WordSet(
        ["أصيب", "وأصيب", "إصابة", "وإصابة", "إصابات", "وإصابات", "بإصابة", "بإصابات"])
    private static let wounds = WordSet(
        [
            "بجروح", "جروح", "بجراح", "بكسور", "برضوض", "بليغة", "خفيفة", "متفاوتة", "مصرعهم",
            "مصرعهما", "مصرعه", "حتفهم", "مصرع", "سير",
        ])
    private static let deathsOf = WordSet(["mort", "décès", "death", "deaths"])

    private func fate(before lead: Int, _ last: Int) -> String? {
        let front = lead - 1
        guard front >= 0, scan.joins(lead) else { return nil }
        if scan.isWord(front, among: Fates.killing) { return "dead" }
        if scan.isWord(front, among: Fates.injuring) { return "injured" }
        if scan.isWord(front, among: Fates.hit) { return isWounded(around: last) ? "injured" : nil }
        return scan.isDateWord(front, .of) && scan.isWord(front - 1, among: Fates.deathsOf)
            ? "dead" : nil
    }

    /// Whether the sentence tells of wounds or of deaths.
    private func isWounded(around word: Int) -> Bool {
        let words = max(0, word - 15)..<min(scan.text.tokens.count, word + 10)
        return words.contains {
            scan.isSameSentence($0, word) && scan.isWord($0, among: Fates.wounds)
        }
    }

    // MARK: People who are not named

    private static let others = WordSet(
        ["آخرون", "آخرين", "أخرى", "منهم", "منهما", "autres", "others"])
    private static let manners = WordSet(["grièvement", "gravement", "légèrement"])
    private static let ofThem = WordSet(["dont", "parmi"])

    /// «وأصيب 2843 آخرون بجروح», « 2.500 ont été blessées », « dont 94 grièvement », `injured
    /// 2,650`: the fate, and the last word that it takes.
    func others(_ number: Number) -> (fate: String, last: Int)? {
        let next = number.last + 1
        let isOthers = scan.joins(next) && scan.isWord(next, among: Fates.others)
        let last = isOthers ? next : number.last
        if scan.joins(next), scan.isWord(next, among: Fates.manners),
            scan.isWord(number.lead - 1, among: Fates.ofThem)
        {
            return ("injured", number.last)
        }
        guard isOthers || !scan.isArabic(next) || !scan.joins(next) else { return nil }
        if let fate = fate(behind: number.last) { return (fate, last) }
        let isEnd = !scan.joins(next) || scan.isDateWord(next, .inside)
        guard isOthers || isEnd, let fate = fate(before: number.lead, last) else { return nil }
        return (fate, last)
    }
}
