/// Where the clause of an act ends. What stands behind another verb, a relative word or a
/// conjunction is told of something else, and is neither when, nor where, nor whom the act met:
/// «توقيف سائق تسبب في وفاة ثلاثة تلاميذ», « l'auteur d'un meurtre commis le 3 mars ».
struct ActClause: Sendable {
    /// The first word behind the act that begins another clause.
    let end: Int
    /// The first one that begins another clause, or tells why, after what or what somebody did.
    /// The place of the act may stand behind it: «توقيف سائق دهس طفلا بسلا».
    let mainEnd: Int
    /// The first one behind which what is counted is not what the act met.
    let objectsEnd: Int
    private let scan: Scan
    private let cues: Cues

    /// - Parameters:
    ///   - parts: those behind the act, in the order of the text; their words begin no clause.
    ///   - limit: the word behind the last one that is looked at.
    init(
        _ scan: Scan, _ cues: Cues, _ signs: ActSigns, of hit: EntryHit,
        parts: [ActParts.Part], limit: Int
    ) {
        self.scan = scan
        self.cues = cues
        var index = 0
        var word = hit.last + 1
        var reason: Int?
        var act: Int?
        while word < limit {
            while index < parts.count, parts[index].words.upperBound <= word { index += 1 }
            if index < parts.count, parts[index].words.lowerBound <= word,
                !parts[index].isQuantity
            {
                word = parts[index].words.upperBound
                continue
            }
            if ActClause.begins(at: word, scan, cues) { break }
            if reason == nil, ActClause.tellsWhy(at: word, scan, cues) { reason = word }
            if act == nil, signs.has(.act, in: word..<(word + 1)) { act = word }
            word += 1
        }
        end = min(word, limit)
        mainEnd = min(reason ?? end, end)
        objectsEnd = min(act ?? mainEnd, mainEnd)
    }

    private static func begins(at word: Int, _ scan: Scan, _ cues: Cues) -> Bool {
        cues.words(.relative, at: word) != nil || cues.words(.clause, at: word) != nil
            || scan.isReflexive(word)
    }

    private static func tellsWhy(at word: Int, _ scan: Scan, _ cues: Cues) -> Bool {
        cues.words(.reason, at: word) != nil || cues.words(.harm, at: word) != nil
            || scan.hasFormOfVerb(word)
    }

    /// Whether what stands in front of the act is told of something else: «الشرطة، التي أعلنت
    /// أمس …»; for dates «أعلنت أمس أن …» and « le braquage du 3 mars » too.
    func isElsewhere(inFront part: ActParts.Part, of hit: EntryHit) -> Bool {
        var word = part.words.lowerBound
        for _ in 0..<ActClause.governed where scan.joins(word) {
            word -= 1
            if cues.words(.relative, at: word) != nil { return true }
        }
        guard part.isDate else { return false }
        return cues.has(.announcing, in: part.words.upperBound..<hit.first) || isOfNoun(part)
    }

    /// How far in front of a date or place the relative word stands that it belongs to.
    private static let governed = 6
    private static let times = WordSet([
        "nuit", "soirée", "matinée", "journée", "après-midi", "midi", "courant", "cours",
        "début", "fin", "soir", "matin", "mois", "compter", "partir", "aube", "date",
        "night", "morning", "evening", "afternoon", "day",
    ])

    /// « le braquage du 3 mars », not « la nuit du 3 mars ».
    private func isOfNoun(_ date: ActParts.Part) -> Bool {
        let word = date.words.lowerBound
        guard scan.isLatin(word - 1), scan.joins(word), scan.isDateWord(word - 1, .of) else {
            return false
        }
        return !scan.isWord(word - 2, among: ActClause.times)
    }
}
