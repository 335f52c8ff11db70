import News

/// A mention of a police force, with the country whose force it is.
struct PoliceMention: Sendable, Hashable {
    var span: Span
    /// ISO 3166-1 alpha-2; nil where the text does not tell.
    var country: String?
    /// The lexicon entry.
    var entry: Int
    var standing: Reference.Standing
}

/// Every mention of police in a text, attributed to a country.
///
/// A name belongs to its country, unless the outlet is at home where another force bears the
/// same one. A general word belongs to the demonym right behind it («الشرطة الإسبانية»), else
/// to the nearest country or place of its sentence, else to that of the headline or the
/// sentence before, else to the outlet's own country.
struct PoliceMentions: Sendable {
    private(set) var mentions: [PoliceMention] = []

    init(_ scan: Scan, _ facts: Facts) {
        let names = scan.longest(.organisations).filter { PoliceMentions.isPolice($0, scan) }
        let words = scan.longest(.police)
        guard !names.isEmpty || !words.isEmpty else { return }
        let grounds = Grounds(scan, facts)
        var named = BitSet()
        for hit in names {
            named.formUnion(hit.words)
            mentions.append(
                PoliceMention(
                    span: Span(hit.hit), country: grounds.country(ofName: hit),
                    entry: hit.entry, standing: .named))
        }
        for hit in words where named.isDisjoint(with: hit.words) {
            mentions.append(
                PoliceMention(
                    span: Span(hit.hit), country: grounds.country(ofGeneral: hit),
                    entry: hit.entry, standing: scan.traits(hit).isWeak ? .weak : .strong))
        }
        mentions.sort { $0.span.first < $1.span.first }
    }

    private static func isPolice(_ hit: EntryHit, _ scan: Scan) -> Bool {
        let kind = scan.traits(hit).ofKind
        return kind == "police" || kind == "intelligence"
    }
}

/// Where a text's sentences take place.
///
/// Landmarks are names of places and countries, forces whose name is theirs alone, and the
/// adjectives of institutions («السلطات البريطانية», « la justice espagnole »). Demonyms of
/// people are none: people of one country do things in another.
final class Grounds {
    private struct Landmark {
        var first: Int
        var last: Int
        var country: String
        /// A demonym that may be a person's.
        var isPerson: Bool
        var isForce = false
    }

    private let scan: Scan
    private let landmarks: [Landmark]
    /// Those that are no person's.
    private let firm: [Landmark]
    private let demonyms: [Landmark]
    /// The first words of what names Morocco, forces aside.
    private let moroccan: [Int]
    /// The outlet's country; nil for outlets of no single country.
    private let home: String?

    init(_ scan: Scan, _ facts: Facts) {
        self.scan = scan
        let country = scan.document.country
        home = country.flatMap { $0.count == 2 ? $0 : nil } ?? (country == nil ? "MA" : nil)
        let persons = Grounds.wordsForPersons(scan)
        var landmarks: [Landmark] = []
        for place in facts.places {
            guard let country = place.country else { continue }
            for mention in place.mentions {
                Grounds.landmark(mention, country, scan, persons).map { landmarks.append($0) }
            }
        }
        for hit in scan.longest(.organisations) where !scan.traits(hit).isAmbiguous {
            guard let country = scan.traits(hit).country else { continue }
            landmarks.append(
                Landmark(
                    first: hit.first, last: hit.last, country: country, isPerson: false,
                    isForce: true))
        }
        var demonyms: [Landmark] = []
        for country in facts.countries {
            for mention in country.mentions {
                guard let landmark = Grounds.landmark(mention, country.code, scan, persons) else {
                    continue
                }
                landmarks.append(landmark)
                if mention.kind == .demonym { demonyms.append(landmark) }
            }
        }
        landmarks.sort { $0.first < $1.first }
        self.landmarks = landmarks
        self.demonyms = demonyms.sorted { $0.first < $1.first }
        firm = landmarks.filter { !$0.isPerson }
        moroccan = landmarks.filter { $0.country == "MA" && !$0.isForce }.map(\.first)
    }

    private static func landmark(
        _ mention: Mention, _ country: String, _ scan: Scan, _ persons: BitSet
    ) -> Landmark? {
        guard let words = scan.words(from: mention.start, to: mention.end) else { return nil }
        return Landmark(
            first: words.lowerBound, last: words.upperBound, country: country,
            isPerson: mention.kind == .demonym
                && (!isInstitutional(mention.quote) || persons.contains(words.lowerBound - 1)))
    }

    /// The feminine adjective of a definite noun is an institution's, a town's or a paper's.
    private static func isInstitutional(_ word: String) -> Bool {
        if word.hasPrefix("ال") { return word.hasSuffix("ية") || word.hasSuffix("يه") }
        guard let first = word.first, first.isLowercase else { return false }
        return word.hasSuffix("e") || word.hasSuffix("es")
    }

    /// Nouns of people, whose adjective is no institution's: « deux touristes britanniques ».
    private static func wordsForPersons(_ scan: Scan) -> BitSet {
        scan.all(.counted).reduce(into: BitSet()) { words, hit in
            if scan.traits(hit).ofKind == "person" { words.insert(hit.last) }
        }
    }

    /// The first landmark of which something no longer holds; by bisection.
    private static func place(
        in landmarks: [Landmark], before holds: (Landmark) -> Bool
    ) -> Int {
        var low = 0
        var high = landmarks.count
        while low < high {
            let middle = (low + high) / 2
            if holds(landmarks[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Names

    /// A named force is its own country's; but one whose name others bear too is read like a
    /// general word, and outside the Moroccan press a Moroccan one wants Morocco in the text.
    func country(ofName hit: EntryHit) -> String? {
        guard let own = scan.traits(hit).country else { return nil }
        if let adjective = demonym(behind: hit) { return adjective }
        guard own == "MA" else { return own }
        guard home == "MA" else { return isAboutMorocco(apartFrom: hit) ? own : home }
        return scan.traits(hit).isAmbiguous ? country(ofGeneral: hit) : own
    }

    private func isAboutMorocco(apartFrom hit: EntryHit) -> Bool {
        guard let first = moroccan.first, let last = moroccan.last else { return false }
        return first < hit.first || last > hit.last
    }

    // MARK: General words

    func country(ofGeneral hit: EntryHit) -> String? {
        if let adjective = demonym(behind: hit) { return adjective }
        let sentence = scan.sentences.number(of: hit.first)
        if let near = nearest(to: hit, in: scan.sentences.ranges[sentence]) { return near }
        if let before = last(before: hit, sentence: sentence) { return before }
        return title ?? usual
    }

    /// «الشرطة القضائية الإسبانية», « la police judiciaire française ».
    private func demonym(behind hit: EntryHit) -> String? {
        let place = Grounds.place(in: demonyms) { $0.first <= hit.last }
        return demonyms[place...].prefix { $0.first <= hit.last + 2 }.first {
            scan.isSameSentence($0.first, hit.first)
        }?.country
    }

    /// The nearest of some words, the one in front where two are as near.
    private func nearest(to hit: EntryHit, in words: Range<Int>) -> String? {
        let behind = Grounds.place(in: firm) { $0.first <= hit.last }
        var nearest: (country: String, distance: Int)?
        if behind < firm.count, words.contains(firm[behind].first) {
            nearest = (firm[behind].country, firm[behind].first - hit.last)
        }
        for landmark in firm[..<behind].reversed() {
            let reach = hit.first - landmark.first - Grounds.longest
            guard words.contains(landmark.first), reach <= nearest?.distance ?? reach else { break }
            let distance = hit.first - landmark.last
            if landmark.first < hit.first, distance <= nearest?.distance ?? distance {
                nearest = (landmark.country, distance)
            }
        }
        return nearest?.country
    }

    /// No landmark has more words.
    private static let longest = 40

    /// The last landmark of the two sentences before.
    private func last(before hit: EntryHit, sentence: Int) -> String? {
        let start = scan.sentences.ranges[max(0, sentence - 2)].lowerBound
        let place = Grounds.place(in: firm) { $0.first < hit.first }
        return place > 0 && firm[place - 1].first >= start ? firm[place - 1].country : nil
    }

    private lazy var title = firm.first { scan.part(of: $0.first) == .title }?.country

    /// What the text names most, the outlet's own country where it is named at all; persons'
    /// demonyms only where there is nothing else.
    private lazy var usual: String? = {
        let counts = Dictionary(grouping: firm.isEmpty ? landmarks : firm, by: \.country)
            .mapValues(\.count)
        if let home, counts[home] != nil, !firm.isEmpty { return home }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? home
    }()
}
