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
        let grounds = Grounds(scan, facts)
        for hit in scan.longest(.organisations) where PoliceMentions.isPolice(scan.entry(hit)) {
            let entry = scan.entry(hit)
            mentions.append(
                PoliceMention(
                    span: Span(hit.hit), country: grounds.country(ofName: entry, hit),
                    entry: hit.entry, standing: .named))
        }
        let named = mentions.map(\.span)
        for hit in scan.longest(.police) {
            let span = Span(hit.hit)
            guard !named.contains(where: { $0.first <= span.last && span.first <= $0.last }) else {
                continue
            }
            let isWeak = scan.entry(hit).attributes["strength"] == "weak"
            mentions.append(
                PoliceMention(
                    span: span, country: grounds.country(ofGeneral: hit), entry: hit.entry,
                    standing: isWeak ? .weak : .strong))
        }
        mentions.sort { $0.span.first < $1.span.first }
    }

    private static func isPolice(_ entry: LexiconEntry) -> Bool {
        let kind = entry.attributes["of-kind"]
        return kind == "police" || kind == "intelligence"
    }
}

/// Where a text's sentences take place.
///
/// Landmarks are names of places and countries, forces whose name is theirs alone, and the
/// adjectives of institutions («السلطات البريطانية», « la justice espagnole »). Demonyms of
/// people are none: people of one country do things in another.
struct Grounds: Sendable {
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
    private let demonyms: [Landmark]
    /// The outlet's country; nil for outlets of no single country.
    private let home: String?

    init(_ scan: Scan, _ facts: Facts) {
        self.scan = scan
        let country = scan.document.country
        home = country.flatMap { $0.count == 2 ? $0 : nil } ?? (country == nil ? "MA" : nil)
        let persons = Grounds.wordsForPersons(scan)
        let places = facts.places.flatMap { place in
            place.mentions.compactMap { Grounds.landmark($0, place.country, scan, persons) }
        }
        let forces = scan.longest(.organisations).compactMap { hit -> Landmark? in
            let entry = scan.entry(hit)
            guard !Grounds.isAmbiguous(entry), let country = entry.attributes["country"] else {
                return nil
            }
            return Landmark(
                first: hit.first, last: hit.last, country: country, isPerson: false, isForce: true)
        }
        let countries = facts.countries.flatMap { country in
            country.mentions.compactMap { Grounds.landmark($0, country.code, scan, persons) }
        }
        let adjectives = facts.countries.flatMap { country in
            country.mentions.filter { $0.kind == .demonym }.compactMap {
                Grounds.landmark($0, country.code, scan, persons)
            }
        }
        demonyms = adjectives.sorted { $0.first < $1.first }
        landmarks = (places + forces + countries).sorted { $0.first < $1.first }
    }

    private static func landmark(
        _ mention: Mention, _ country: String?, _ scan: Scan, _ persons: Set<Int>
    ) -> Landmark? {
        guard let country, let words = scan.words(from: mention.start, to: mention.end) else {
            return nil
        }
        return Landmark(
            first: words.lowerBound, last: words.upperBound, country: country,
            isPerson: mention.kind == .demonym
                && (!isInstitutional(mention.quote) || persons.contains(words.lowerBound - 1)))
    }

    /// A name that several countries' forces bear.
    private static func isAmbiguous(_ entry: LexiconEntry) -> Bool {
        entry.attributes["ambiguous"] == "true"
    }

    /// The feminine adjective of a definite noun is an institution's, a town's or a paper's.
    private static func isInstitutional(_ word: String) -> Bool {
        if word.hasPrefix("ال") { return word.hasSuffix("ية") || word.hasSuffix("يه") }
        guard let first = word.first, first.isLowercase else { return false }
        return word.hasSuffix("e") || word.hasSuffix("es")
    }

    /// Nouns of people, whose adjective is no institution's: « deux touristes britanniques ».
    private static func wordsForPersons(_ scan: Scan) -> Set<Int> {
        Set(
            scan.all(.counted).filter { scan.entry($0).attributes["of-kind"] == "person" }
                .map(\.last))
    }

    // MARK: Names

    /// A named force is its own country's; but one whose name others bear too is read like a
    /// general word, and outside the Moroccan press a Moroccan one wants Morocco in the text.
    func country(ofName entry: LexiconEntry, _ hit: EntryHit) -> String? {
        guard let own = entry.attributes["country"] else { return nil }
        if let adjective = demonym(behind: hit) { return adjective }
        guard own == "MA" else { return own }
        guard home == "MA" else { return isAboutMorocco(apartFrom: hit) ? own : home }
        return Grounds.isAmbiguous(entry) ? country(ofGeneral: hit) : own
    }

    private func isAboutMorocco(apartFrom hit: EntryHit) -> Bool {
        landmarks.contains {
            $0.country == "MA" && !$0.isForce && !hit.words.contains($0.first)
        }
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
        demonyms.first { landmark in
            (1...2).contains(landmark.first - hit.last)
                && scan.sentences.number(of: landmark.first) == scan.sentences.number(of: hit.first)
        }?.country
    }

    private func nearest(to hit: EntryHit, in words: Range<Int>) -> String? {
        landmarks.filter {
            words.contains($0.first) && !$0.isPerson && !hit.words.contains($0.first)
        }
        .min { distance($0, hit) < distance($1, hit) }?.country
    }

    private func distance(_ landmark: Landmark, _ hit: EntryHit) -> Int {
        landmark.first > hit.last ? landmark.first - hit.last : hit.first - landmark.last
    }

    /// The last landmark of the two sentences before.
    private func last(before hit: EntryHit, sentence: Int) -> String? {
        let start = scan.sentences.ranges[max(0, sentence - 2)].lowerBound
        return landmarks.last { $0.first < hit.first && $0.first >= start && !$0.isPerson }?.country
    }

    private var title: String? {
        landmarks.first { !$0.isPerson && scan.part(of: $0.first) == .title }?.country
    }

    /// What the text names most, the outlet's own country where it is named at all; persons'
    /// demonyms only where there is nothing else.
    private var usual: String? {
        let firm = landmarks.filter { !$0.isPerson }
        let counts = Dictionary(grouping: firm.isEmpty ? landmarks : firm, by: \.country)
            .mapValues(\.count)
        if let home, counts[home] != nil, !firm.isEmpty { return home }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? home
    }
}
