import News

/// What in a text tells where something takes place.
struct Landmark: Sendable {
    enum Standing: Sendable {
        /// A place or state where things happen, a force whose name is its country's alone, the
        /// adjective of an institution («السلطات البريطانية», « la justice espagnole »).
        case firm
        /// Adjectives of people, and office holders: they may be anywhere, but are mostly at home.
        case loose
        /// Where somebody or something is from, bound for or wanted, so not where it happens:
        /// «مواطن غيني», « originaire de Turin », « destiné à l'Espagne ».
        case elsewhere
    }

    enum Source: Sendable {
        /// A place, a state where something happens («بالجزائر»), a word of its public life.
        case scene
        /// A state named otherwise, an adjective: they may be those of a partner.
        case state
        /// A body whose name no other country's bear.
        case body
        /// An office holder by name.
        case person
    }

    var first: Int
    var last: Int
    /// ISO 3166-1 alpha-2.
    var country: String
    var standing: Standing
    var source = Source.scene

    var isFirm: Bool { standing == .firm }
}

/// The landmarks of a text, and the adjectives of states.
struct Landmarks: Sendable {
    /// In the order of the text.
    let all: [Landmark]
    /// The countries of adjectives, by their first and by their last word.
    private let adjectivesByFirst: [Int: String]
    private let adjectivesByLast: [Int: String]

    init(_ scan: Scan, _ facts: JudgedFacts) {
        let reader = LandmarkReader(scan, facts)
        let places = facts.places.flatMap { place in
            place.mentions.compactMap { reader.landmark(of: $0, in: place.country) }
        }
        var states: [Landmark] = []
        var demonyms: [Landmark] = []
        for state in facts.countries {
            for mention in state.mentions {
                guard let landmark = reader.landmark(of: mention, in: state.code) else { continue }
                states.append(landmark)
                if mention.kind == .demonym { demonyms.append(landmark) }
            }
        }
        adjectivesByFirst = Dictionary(
            demonyms.map { ($0.first, $0.country) }, uniquingKeysWith: { one, _ in one })
        adjectivesByLast = Dictionary(
            demonyms.map { ($0.last, $0.country) }, uniquingKeysWith: { one, _ in one })
        all = (places + states + reader.bodies + reader.people + reader.publicLife)
            .sorted { $0.first < $1.first }
    }

    func adjective(beginningAt word: Int) -> String? { adjectivesByFirst[word] }
    func adjective(endingAt word: Int) -> String? { adjectivesByLast[word] }

    /// Those that begin within some words; by bisection.
    func within(_ words: Range<Int>) -> ArraySlice<Landmark> {
        all[place(of: words.lowerBound)..<place(of: words.upperBound)]
    }

    /// The number of the first landmark that begins at or behind a word.
    private func place(of word: Int) -> Int {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].first < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Says of each mention how firmly it tells where a text takes place.
private struct LandmarkReader {
    private let scan: Scan
    private let cues: Cues
    /// The last words of nouns of people.
    private let personWords: Set<Int>
    /// Whether «المملكة» is Morocco: not where another kingdom is in the text or at home.
    private let titleIsMoroccos: Bool

    init(_ scan: Scan, _ facts: JudgedFacts) {
        self.scan = scan
        let home = scan.document.country ?? "MA"
        titleIsMoroccos =
            home == "MA"
            && !facts.countries.contains { LandmarkReader.kingdoms.contains($0.code) }
        cues = scan.cues
        personWords = Set(
            scan.all(.counted).filter { scan.traits($0).ofKind == "person" }.map(\.last))
    }

    private static let kingdoms: Set<String> = ["SA", "JO", "BH", "GB"]

    // MARK: Bodies and people

    /// Bodies whose name no other country's bear.
    var bodies: [Landmark] {
        scan.longest(.organisations).compactMap { hit in
            guard let country = scan.traits(hit).country, scan.traits(hit).bearers == nil else {
                return nil
            }
            return Landmark(
                first: hit.first, last: hit.last, country: country, standing: .firm, source: .body)
        }
    }

    /// Office holders stand for their state, wherever they are.
    var people: [Landmark] {
        scan.longest(.people).compactMap { hit in
            guard let country = scan.traits(hit).country else { return nil }
            return Landmark(
                first: hit.first, last: hit.last, country: country, standing: .loose,
                source: isByOffice(hit) ? .state : .person)
        }
    }

    /// «المدير العام للأمن الوطني»: other countries have one, too.
    private func isByOffice(_ person: EntryHit) -> Bool {
        scan.all(.organisations).contains {
            person.words.contains($0.first) && scan.traits($0).bearers != nil
        }
    }

    /// Words of one country's public life: وكيل الملك, « gilets jaunes », خادم الحرمين.
    var publicLife: [Landmark] {
        scan.all(.cues).compactMap { hit in
            guard let country = scan.traits(hit).country else { return nil }
            return Landmark(
                first: hit.first, last: hit.last, country: country,
                standing: standing(ofName: hit.words, isState: false))
        }
    }

    // MARK: Places and states

    /// Nil for places of no country.
    func landmark(of mention: Mention, in country: String?) -> Landmark? {
        guard let country, let words = scan.words(from: mention.start, to: mention.end) else {
            return nil
        }
        if mention.kind == .stateTitle, !titleIsMoroccos { return nil }
        let isState = mention.kind == .name || mention.kind == .stateTitle
        let isScene = mention.kind != .demonym && (!isState || isWhere(mention, words.lowerBound))
        return Landmark(
            first: words.lowerBound, last: words.upperBound, country: country,
            standing: mention.kind == .demonym
                ? standing(ofAdjective: words, mention.quote)
                : standing(ofName: words, isState: isState),
            source: isScene ? .scene : .state)
    }

    /// «بالجزائر», «في الجزائر», « au Cameroun », "in Tunisia", or a line's first words: « Algérie : ».
    private func isWhere(_ mention: Mention, _ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        if scan.start(of: word) < mention.start,
            scan.text.letters[Int(token.start)] == Alphabet.ba
        {
            return true
        }
        guard scan.joins(word) else { return true }
        return scan.isDateWord(word - 1, .at)
            || scan.isWord(word - 1, among: LandmarkReader.whereWords)
    }

    private static let whereWords = WordSet(["في", "en", "au", "aux", "in"])

    /// «المتحدر من مدينة الناظور», « originaire de Turin », «نحو إسبانيا» tell of no event there.
    private func standing(ofName words: ClosedRange<Int>, isState: Bool) -> Landmark.Standing {
        var word = words.lowerBound
        for _ in 0..<3 {
            if LandmarkReader.notHere.contains(where: { cues.words($0, before: word) != nil })
                || isState && cues.words(.fromOrTo, before: word) != nil
            {
                return .elsewhere
            }
            guard let before = lessWords(before: word) else { return .firm }
            word = before
        }
        return .firm
    }

    private static let notHere: [Cue] = [.origin, .boundFor, .askedBy]

    /// Without an article, a preposition or a word such as مدينة in front; nil where none is.
    private func lessWords(before word: Int) -> Int? {
        if scan.isWord(word - 1, among: LandmarkReader.smallWords) { return word - 1 }
        return LandmarkReader.kindsOfPlace.lazy
            .compactMap { cues.words($0, before: word)?.lowerBound }.first
    }

    private static let smallWords = WordSet(["la", "le", "les", "l", "the", "في", "سنة"])

    private static let kindsOfPlace: [Cue] = [
        .city, .commune, .province, .prefecture, .region, .district,
    ]

    /// An adjective tells of an institution or of a person by the noun in front of it.
    private func standing(
        ofAdjective words: ClosedRange<Int>, _ quote: String
    ) -> Landmark.Standing {
        let word = words.lowerBound
        if isStranger(before: word) || isAskedBy(word) { return .elsewhere }
        if cues.words(.settings, before: word) != nil { return .firm }
        guard LandmarkReader.isFeminine(quote), !personWords.contains(word - 1),
            cues.words(.noSettings, before: word) == nil
        else { return .loose }
        return .firm
    }

    /// «مواطن غيني», « deux touristes français ».
    private func isStranger(before word: Int) -> Bool {
        cues.words(.strangers, before: word) != nil
    }

    /// «مطلوب لدى السلطات الهولندية», « à la demande des autorités belges ».
    private func isAskedBy(_ word: Int) -> Bool {
        (max(0, word - 3)..<word).contains { cues.words(.askedBy, before: $0) != nil }
    }

    /// The feminine adjective of a definite noun is mostly an institution's, a town's or a paper's.
    private static func isFeminine(_ word: String) -> Bool {
        if word.hasPrefix("ال") { return word.hasSuffix("ية") || word.hasSuffix("يه") }
        guard let first = word.first, first.isLowercase, first.isASCII else { return false }
        return word.hasSuffix("e") || word.hasSuffix("es")
    }
}
