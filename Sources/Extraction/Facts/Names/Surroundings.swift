/// What the extractors of names share: cues, and which words other names hold.
final class Surroundings: Sendable {
    private let scan: Scan
    let cues: Cues
    /// The longest place names.
    let places: TakenWords
    /// Words of people's names, in which no state and no town is found.
    let people: TakenWords
    /// Words of companies', papers' and clubs' names, in which none is found either.
    let brands: TakenWords
    private let givenNames: BitSet

    init(_ scan: Scan, cues: Cues, people: TakenWords) {
        self.scan = scan
        self.cues = cues
        self.people = people
        places = TakenWords(scan.longest(.places).map(\.words))
        var givenNames = BitSet()
        for hit in scan.all(.givenNames) { givenNames.insert(hit.first) }
        self.givenNames = givenNames
        brands = TakenWords(
            scan.longest(.organisations).filter {
                let kind = scan.traits($0).ofKind
                return kind == "media" || kind == "company" || kind == "club"
            }.map(\.words))
    }

    func isWrittenAsName(_ words: ClosedRange<Int>) -> Bool { scan.isWrittenAsName(words) }

    /// Whether a state or town only lends a street its name: «شارع فلسطين», « rue d'Alger ».
    func isStreet(_ words: ClosedRange<Int>) -> Bool {
        if scan.joins(words.lowerBound), cues.words(.street, before: words.lowerBound) != nil {
            return true
        }
        let next = words.upperBound + 1
        return scan.joins(next) && scan.isCapitalised(next)
            && scan.isWord(next, among: Surroundings.englishStreets)
    }

    /// Whether a word for a quarter stands in front: «حي القدس», « quartier Palestine ».
    func isQuarter(_ words: ClosedRange<Int>) -> Bool {
        scan.joins(words.lowerBound) && cues.words(.district, before: words.lowerBound) != nil
    }

    private static let englishStreets = WordSet(["street", "avenue", "boulevard", "road"])

    /// Whether an adjective of origin says where somebody or something is from: not as a surname
    /// («محمد التونسي»), nor of coins (« roubles biélorusses »).
    func tellsOrigin(_ words: ClosedRange<Int>) -> Bool {
        let word = words.lowerBound
        guard scan.joins(word), scan.text.tokens[word].gap == .space else { return true }
        let isSurname =
            words.count == 1 && givenNames.contains(word - 1)
            && scan.begins(word, with: [Alphabet.alef, Alphabet.lam])
        return !isSurname && cues.words(.currency, before: word) == nil
    }

    /// Whether a person, company, paper or club holds these words.
    func takes(_ words: ClosedRange<Int>) -> Bool {
        people.overlaps(words) || brands.cover(words)
    }
}
