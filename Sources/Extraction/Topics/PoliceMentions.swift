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

    init(_ scan: Scan) {
        let grounds = Grounds(scan)
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
struct Grounds: Sendable {
    private struct Landmark {
        var first: Int
        var last: Int
        var country: String
        var isDemonym: Bool
    }

    private let scan: Scan
    private let landmarks: [Landmark]
    private let home: String?

    init(_ scan: Scan) {
        self.scan = scan
        let country = scan.document.country
        home = country.flatMap { $0.count == 2 ? $0 : nil } ?? (country == nil ? "MA" : nil)
        let places = scan.longest(.places).compactMap { hit -> Landmark? in
            scan.entry(hit).attributes["country"].map {
                Landmark(first: hit.first, last: hit.last, country: $0, isDemonym: false)
            }
        }
        let countries = scan.longest(.countries).map { hit in
            Landmark(
                first: hit.first, last: hit.last, country: scan.entry(hit).id,
                isDemonym: hit.key == .demonyms)
        }
        landmarks = (places + countries).sorted { $0.first < $1.first }
    }

    /// A named force: of its own country, unless the outlet's press means its own by that name.
    func country(ofName entry: LexiconEntry, _ hit: EntryHit) -> String? {
        guard let own = entry.attributes["country"] else { return nil }
        if let adjective = demonym(behind: hit) { return adjective }
        guard own == "MA", entry.attributes["ambiguous"] == "true" else { return own }
        if let near = nearest(to: hit, in: scan.sentences.range(around: hit.first)) { return near }
        return home == "MA" || home == nil ? own : home
    }

    func country(ofGeneral hit: EntryHit) -> String? {
        if let adjective = demonym(behind: hit) { return adjective }
        let sentence = scan.sentences.number(of: hit.first)
        if let near = nearest(to: hit, in: scan.sentences.ranges[sentence]) { return near }
        if let title = landmarks.first(where: { scan.part(of: $0.first) == .title }) {
            return title.country
        }
        if sentence > 0, let near = nearest(to: hit, in: scan.sentences.ranges[sentence - 1]) {
            return near
        }
        return landmarks.first?.country ?? home
    }

    /// «الشرطة القضائية الإسبانية», « la police judiciaire française ».
    private func demonym(behind hit: EntryHit) -> String? {
        landmarks.first { landmark in
            landmark.isDemonym && (1...2).contains(landmark.first - hit.last)
                && scan.sentences.number(of: landmark.first) == scan.sentences.number(of: hit.first)
        }?.country
    }

    private func nearest(to hit: EntryHit, in words: Range<Int>) -> String? {
        landmarks.filter { words.contains($0.first) && !$0.isDemonym }
            .min { distance($0, hit) < distance($1, hit) }?.country
    }

    private func distance(_ landmark: Landmark, _ hit: EntryHit) -> Int {
        landmark.first > hit.last ? landmark.first - hit.last : hit.first - landmark.last
    }
}
