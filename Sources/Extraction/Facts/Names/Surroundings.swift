/// What the extractors of names share: cues, and which words other names hold.
final class Surroundings: Sendable {
    private let scan: Scan
    let cues: Cues
    /// The longest place names.
    let places: TakenWords
    /// Words of people's names, in which no state and no town is found.
    let people: TakenWords
    /// Words of companies' and papers' names, in which none is found either.
    let brands: TakenWords

    init(_ scan: Scan, cues: Cues, people: TakenWords) {
        self.scan = scan
        self.cues = cues
        self.people = people
        places = TakenWords(scan.longest(.places).map(\.words))
        brands = TakenWords(
            scan.longest(.organisations).filter {
                let kind = scan.traits($0).ofKind
                return kind == "media" || kind == "company"
            }.map(\.words))
    }

    func isWrittenAsName(_ words: ClosedRange<Int>) -> Bool { scan.isWrittenAsName(words) }

    /// Whether a person, company or paper holds these words.
    func takes(_ words: ClosedRange<Int>) -> Bool {
        people.overlaps(words) || brands.cover(words)
    }
}
