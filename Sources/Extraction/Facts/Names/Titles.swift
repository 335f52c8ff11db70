import News

/// A title in the text: «السيد», « commissaire », «وزير الداخلية», or a word for one of the same
/// office («نظيره»).
struct Title: Sendable {
    enum Rank: Sendable {
        /// Says an office, which is the person's role.
        case office
        /// Says nothing of an office, and any name may follow: السيد, « Mme ».
        case courtesy
        /// Says nothing of an office: معالي, الراحل, المتهم.
        case epithet
        /// نظيره, « son homologue ».
        case counterpart
    }

    var words: ClosedRange<Int>
    var rank: Rank

    /// The titles of a text, the longest where several overlap, in order.
    static func titles(of scan: Scan) -> [Title] {
        var found = scan.longest(.titles).map {
            Title(words: $0.words, rank: rank(of: scan.entry($0).id))
        }
        for hit in scan.all(.cues) where scan.entry(hit).id == "counterpart" {
            found.append(Title(words: hit.words, rank: .counterpart))
        }
        return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private static func rank(of id: String) -> Rank {
        switch id {
        case "mr": .courtesy
        case "excellency", "martyr", "detainee", "doctor": .epithet
        default: .office
        }
    }
}

/// Joins titles to the names behind them, and offices to the names in front of them.
struct TitleReader: Sendable {
    private let scan: Scan
    private let reader: NameReader
    private let cues: Cues
    private let titles: [Title]
    private let titleAt: [Int: Title]
    /// The lexicon's people by the first word of each mention.
    private let known: [Int: EntryHit]
    /// Words that no office holds: verbs of saying and acts.
    private let verbs: Set<Int>
    private let stopWords: Set<Int>
    private let demonyms: Set<Int>
    private let bodies: TakenWords

    /// Words between a title and a name that no comma parts from it.
    private static let longestComplement = 8

    /// A name and the title that led to it.
    struct Found: Sendable {
        var name: ClosedRange<Int>
        var title: Title
        /// The office as the text states it, in words.
        var role: ClosedRange<Int>?
        /// Whether the name is that of someone in the lexicon.
        var isKnown: Bool
    }

    init(_ scan: Scan, _ words: NameWords, _ cues: Cues, known: [EntryHit]) {
        self.scan = scan
        self.cues = cues
        reader = NameReader(words)
        titles = Title.titles(of: scan)
        titleAt = Dictionary(titles.map { ($0.words.lowerBound, $0) }, uniquingKeysWith: { $1 })
        let titled = Set(titles.map(\.words.lowerBound))
        self.known = Dictionary(
            known.filter { !titled.contains($0.first) || $0.words.count > 1 }
                .map { ($0.first, $0) }, uniquingKeysWith: { $1 })
        verbs = Set(scan.all(.speech).map(\.first))
        stopWords = Set(scan.all(.stopwords).map(\.first))
        demonyms = Set(scan.all(.countries).filter { $0.key == .demonyms }.map(\.last))
        bodies = TakenWords(
            scan.all(.organisations).map(\.words) + scan.all(.police).map(\.words))
    }

    /// All names that a title leads to, in the order of their titles.
    func found() -> [Found] { titles.compactMap(found) }

    private func found(behind title: Title) -> Found? {
        let sentence = scan.sentences.range(around: title.words.lowerBound)
        let first = title.words.lowerBound
        var next = title.words.upperBound + 1
        var commas = 0
        while next < sentence.upperBound, next - title.words.upperBound <= 14 {
            let gap = scan.text.tokens[next].gap
            if gap > .quote {
                guard gap == .comma, commas == 0 else { return nil }
                commas += 1
                return behindComma(next, title, sentence)
            }
            let isDirect =
                next == title.words.upperBound + 1 && title.rank != .counterpart
            if let name = nameHere(next, title, isDirect: isDirect) {
                guard next - title.words.upperBound <= TitleReader.longestComplement else {
                    return nil
                }
                return found(name, title, roleEnd: next - 1, first: first)
            }
            if let inner = titleAt[next] {
                guard inner.rank != .office else { return passOver(inner, title, sentence) }
                return behindCourtesy(inner, title, sentence, roleEnd: next - 1)
            }
            guard belongsToOffice(next, title) else { return nil }
            next += 1
        }
        return nil
    }

    /// A second office inside the first: «مدير ديوان وزير الداخلية، السيد …» is the first's
    /// where a comma follows; without a comma the nearer title has the name.
    private func passOver(_ inner: Title, _ title: Title, _ sentence: Range<Int>) -> Found? {
        guard title.rank != .courtesy, !scan.hasWaw(inner.words.lowerBound),
            !scan.hasArticle(inner.words.lowerBound - 1)
        else { return nil }
        var next = inner.words.upperBound + 1
        while next < sentence.upperBound, next - title.words.upperBound <= 14 {
            let gap = scan.text.tokens[next].gap
            if gap == .comma { return behindComma(next, title, sentence) }
            guard gap <= .quote, titleAt[next] == nil, belongsToOffice(next, title),
                nameHere(next, title, isDirect: false) == nil
            else { return nil }
            next += 1
        }
        return nil
    }

    /// «…، السيد عبد اللطيف», «نظيره التركي، محمود».
    private func behindComma(_ word: Int, _ title: Title, _ sentence: Range<Int>) -> Found? {
        if let inner = titleAt[word] {
            guard inner.rank == .courtesy || inner.rank == .epithet else { return nil }
            return behindCourtesy(inner, title, sentence, roleEnd: word - 1)
        }
        if let name = nameHere(word, title, isDirect: title.rank == .counterpart) {
            return found(name, title, roleEnd: word - 1, first: title.words.lowerBound)
        }
        guard scan.isCapitalised(word), let name = reader.name(at: word, takesAny: true),
            name.count >= 2, isClosed(name.upperBound + 1)
        else { return nil }
        return found((name, false), title, roleEnd: word - 1, first: title.words.lowerBound)
    }

    private func behindCourtesy(
        _ inner: Title, _ title: Title, _ sentence: Range<Int>, roleEnd: Int
    ) -> Found? {
        var inner = inner
        // «معالي السيد»: one more.
        if let more = titleAt[inner.words.upperBound + 1], more.rank == .courtesy { inner = more }
        guard let name = nameHere(inner.words.upperBound + 1, inner, isDirect: true) else {
            return nil
        }
        return found(name, title, roleEnd: roleEnd, first: title.words.lowerBound)
    }

    private func found(
        _ name: (words: ClosedRange<Int>, isKnown: Bool), _ title: Title, roleEnd: Int, first: Int
    ) -> Found {
        Found(
            name: name.words, title: title,
            role: title.rank == .office && roleEnd >= first ? first...roleEnd : nil,
            isKnown: name.isKnown)
    }

    private func nameHere(
        _ word: Int, _ title: Title, isDirect: Bool
    ) -> (words: ClosedRange<Int>, isKnown: Bool)? {
        guard scan.text.tokens.indices.contains(word), !scan.layout.isChrome(word: word) else {
            return nil
        }
        if let hit = known[word], titleAt[word] == nil { return (hit.words, true) }
        let takesAny = isDirect && (title.rank == .courtesy || title.rank == .counterpart)
        let isLatinOffice = isDirect && scan.text.tokens[word].script == .latin
        guard titleAt[word] == nil,
            let name = reader.name(at: word, takesAny: takesAny || isLatinOffice)
        else { return nil }
        return (name, false)
    }

    /// Whether a word may stand inside a stated office.
    private func belongsToOffice(_ word: Int, _ title: Title) -> Bool {
        guard !verbs.contains(word), cues.words("name-ends", at: word) == nil else { return false }
        // «الخبير في شؤون …», but not «الوكيل العام بالدار البيضاء في قضية …».
        if scan.folded(word) == "في" { return word == title.words.upperBound + 1 }
        if stopWords.contains(word) { return cues.words("office-links", at: word) != nil }
        let token = scan.text.tokens[word]
        if token.script == .arabic { return true }
        guard token.script == .latin else { return false }
        if cues.words("office-links", at: word) != nil { return true }
        if cues.words("office-adjectives", at: word) != nil || demonyms.contains(word) {
            return true
        }
        return scan.isCapitalised(word) || bodies.contains(word)
            || cues.words("office-links", at: word - 1) != nil
    }

    /// Whether what is in front of a word ends there: a comma, a bracket, a full stop.
    private func isClosed(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word) else { return true }
        return scan.text.tokens[word].gap > .quote
    }

    /// The office behind a name: «…، المدير العام للشرطة الوطنية،».
    func role(behind name: ClosedRange<Int>) -> ClosedRange<Int>? {
        let word = name.upperBound + 1
        guard scan.text.tokens.indices.contains(word), let title = titleAt[word],
            title.rank == .office, !scan.hasWaw(word),
            [.comma, .bracket, .hyphen].contains(scan.text.tokens[word].gap)
        else { return nil }
        var next = title.words.upperBound + 1
        while !isClosed(next) {
            guard next - word <= 14, belongsToOffice(next, title), known[next] == nil else {
                return nil
            }
            next += 1
        }
        return word...(next - 1)
    }
}
