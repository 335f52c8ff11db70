import News

/// Words that say that there was an act where nobody is named and nothing counted: «توقيف شخص
/// بفاس», « démantèle un réseau ». They are not told with it.
struct ActSigns: Sendable {
    enum Kind: Sendable {
        /// A word for a person: شخص, « un homme », «فرنسي».
        case somebody
        case police
        /// A network or a cell.
        case ring
        /// An act, or what else is done to people: a rescue, a death, a complaint.
        case act
    }

    private struct Sign: Sendable {
        var kind: Kind
        var words: Range<Int>
        /// Somebody whom an act can meet: a person who is no number's and no force's noun.
        var isAlone = false
    }

    /// In the order of the text.
    private let all: [Sign]

    init(_ scan: Scan, _ facts: Facts) {
        var found: [Sign] = []
        let counted = ActSigns.wordsCounted(scan, facts)
        for hit in scan.all(.counted) {
            let traits = scan.traits(hit)
            let words = hit.first..<(hit.last + 1)
            if traits.ofKind == "person" {
                let isAlone = !ActSigns.crews.contains(traits.id) && !counted.contains(hit.first)
                found.append(Sign(kind: .somebody, words: words, isAlone: isAlone))
            }
            if ActSigns.rings.contains(traits.id), ActSigns.isOne(hit, scan) {
                found.append(Sign(kind: .ring, words: words))
            }
        }
        for country in facts.countries {
            for mention in country.mentions where mention.kind == .demonym {
                let words = scan.wordRange(mention.start, mention.end)
                let isAlone =
                    scan.isArabic(words.lowerBound)
                    ? !scan.hasArticle(words.lowerBound)
                    : scan.isCapitalised(words.lowerBound) && !counted.contains(words.lowerBound)
                found.append(Sign(kind: .somebody, words: words, isAlone: isAlone))
            }
        }
        for hit in scan.longest(.acts) where ActSigns.isOfPeople(scan.traits(hit).id) {
            found.append(Sign(kind: .act, words: hit.first..<(hit.last + 1)))
        }
        for hit in scan.longest(.police) {
            found.append(Sign(kind: .police, words: hit.first..<(hit.last + 1)))
        }
        all = found.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private static let others: Set<String> = [
        "referral", "extradition", "use-of-weapon", "death", "injury", "attack", "rescue",
        "complaint",
    ]

    private static func isOfPeople(_ act: String) -> Bool {
        ActKind(rawValue: act) != nil || others.contains(act)
    }

    /// Of police and soldiers an act is told who did it: «عناصر الشرطة».
    private static let crews: Set<String> = ["officer", "soldier", "member"]

    private static func wordsCounted(_ scan: Scan, _ facts: Facts) -> Set<Int> {
        facts.quantities.reduce(into: []) { words, quantity in
            words.formUnion(scan.wordRange(quantity.start, quantity.end))
        }
    }

    private static let rings: Set<String> = ["network", "cell"]
    private static let theMany = WordSet(["les", "des", "the", "ces", "these"])

    /// Not «الشبكات», « les réseaux », of which one speaks in general.
    private static func isOne(_ hit: EntryHit, _ scan: Scan) -> Bool {
        scan.isArabic(hit.first)
            ? !scan.hasArticle(hit.first) : !scan.isWord(hit.first - 1, among: theMany)
    }

    /// Whether one begins among some words.
    func has(_ kind: Kind, in words: Range<Int>) -> Bool {
        found(in: words).contains { $0.kind == kind }
    }

    /// Behind the last person among some words, who is counted by none of them.
    func lastSomebody(in words: Range<Int>) -> Int? {
        found(in: words).last { $0.isAlone && $0.words.upperBound <= words.upperBound }?
            .words.upperBound
    }

    /// Those that begin among some words; by bisection.
    private func found(in words: Range<Int>) -> ArraySlice<Sign> {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].words.lowerBound < words.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return all[low...].prefix { $0.words.lowerBound < words.upperBound }
    }
}
