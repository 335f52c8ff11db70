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
    }

    private struct Sign: Sendable {
        var kind: Kind
        var words: Range<Int>
    }

    /// In the order of the text.
    private let all: [Sign]

    init(_ scan: Scan, _ facts: Facts) {
        var found: [Sign] = []
        for hit in scan.all(.counted) {
            let traits = scan.traits(hit)
            let words = hit.first..<(hit.last + 1)
            if traits.ofKind == "person" { found.append(Sign(kind: .somebody, words: words)) }
            if ActSigns.rings.contains(traits.id), ActSigns.isOne(hit, scan) {
                found.append(Sign(kind: .ring, words: words))
            }
        }
        for country in facts.countries {
            for mention in country.mentions where mention.kind == .demonym {
                let words = scan.wordRange(mention.start, mention.end)
                found.append(Sign(kind: .somebody, words: words))
            }
        }
        for hit in scan.longest(.police) {
            found.append(Sign(kind: .police, words: hit.first..<(hit.last + 1)))
        }
        all = found.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private static let rings: Set<String> = ["network", "cell"]
    private static let theMany = WordSet(["les", "des", "the", "ces", "these"])

    /// Not «الشبكات», « les réseaux », of which one speaks in general.
    private static func isOne(_ hit: EntryHit, _ scan: Scan) -> Bool {
        scan.isArabic(hit.first)
            ? !scan.hasArticle(hit.first) : !scan.isWord(hit.first - 1, among: theMany)
    }

    /// Whether one begins among some words; by bisection.
    func has(_ kind: Kind, in words: Range<Int>) -> Bool {
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
            .contains { $0.kind == kind }
    }
}
