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
    /// A sovereign's or a prince's.
    var isRoyal = false

    /// The titles of a text, the longest where several overlap, in order.
    static func titles(of scan: Scan) -> [Title] {
        var found = scan.longest(.titles).map {
            let id = scan.traits($0).id
            return Title(
                words: $0.words, rank: rank(of: id), isRoyal: id == "king" || id == "prince")
        }
        for hit in scan.all(.cues) where scan.traits(hit).cue == .counterpart {
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
final class TitleReader: Sendable {
    let scan: Scan
    let reader: NameReader
    private let cues: Cues
    /// In the order of their first words.
    let titles: [Title]
    /// The lexicon's people whom no title begins at, in the order of the text.
    private let known: [EntryHit]
    /// Words that no office holds: verbs of saying and acts.
    private let verbs: BitSet
    private let stopWords: BitSet
    private let demonyms: BitSet
    private let bodies: BitSet
    let places: HitIndex

    private static let within = ElementForms.folded("في")

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
        let namedAfter = NamedAfter(scan, cues)
        let titles = Title.titles(of: scan).filter {
            !namedAfter.isBehindHead($0.words.lowerBound, isRoyal: $0.isRoyal)
        }
        self.titles = titles
        self.known = known.filter {
            $0.words.count > 1 || TitleReader.title(in: titles, at: $0.first) == nil
        }
        var verbs = BitSet()
        var stopWords = BitSet()
        var demonyms = BitSet()
        var bodies = BitSet()
        if !titles.isEmpty {
            for hit in scan.all(.speech) { verbs.insert(hit.first) }
            for hit in scan.all(.stopwords) { stopWords.insert(hit.first) }
            for hit in scan.all(.countries) where hit.key == .demonyms {
                demonyms.insert(hit.last)
            }
            for hit in scan.all(.organisations) { bodies.formUnion(hit.words) }
            for hit in scan.all(.police) { bodies.formUnion(hit.words) }
        }
        places = HitIndex(titles.isEmpty ? [] : scan.longest(.places))
        self.verbs = verbs
        self.stopWords = stopWords
        self.demonyms = demonyms
        self.bodies = bodies
    }

    private func titleBeginning(at word: Int) -> Title? { TitleReader.title(in: titles, at: word) }

    /// The last title that begins at a word; by bisection.
    private static func title(in titles: [Title], at word: Int) -> Title? {
        var low = 0
        var high = titles.count
        while low < high {
            let middle = (low + high) / 2
            if titles[middle].words.lowerBound <= word { low = middle + 1 } else { high = middle }
        }
        guard low > 0, titles[low - 1].words.lowerBound == word else { return nil }
        return titles[low - 1]
    }

    /// The lexicon's person whose mention begins at a word; by bisection.
    private func known(at word: Int) -> EntryHit? {
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle].first < word { low = middle + 1 } else { high = middle }
        }
        return low < known.count && known[low].first == word ? known[low] : nil
    }

    /// All names that a title leads to, in the order of their titles.
    func found() -> [Found] { titles.compactMap(found) }

    func found(behind title: Title) -> Found? {
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
            if let end = endOfPlace(at: next) {
                next = end + 1
                continue
            }
            let isDirect =
                next == title.words.upperBound + 1 && title.rank != .counterpart
            if let name = nameHere(next, title, isDirect: isDirect) {
                guard next - title.words.upperBound <= TitleReader.longestComplement else {
                    return nil
                }
                return found(name, title, roleEnd: next - 1, first: first)
            }
            if let inner = titleBeginning(at: next) {
                guard inner.rank != .office else { return passOver(inner, title, sentence) }
                return behindCourtesy(inner, title, sentence, roleEnd: next - 1)
            }
            if let name = foreignName(at: next, title) {
                return found((name, false), title, roleEnd: next - 1, first: first)
            }
            guard belongsToOffice(next, title) else { return nil }
            next += 1
        }
        return nil
    }

    /// Where a place ends that is named like a person: «رئيس جماعة سيدي سليمان», «عامل إقليم مولاي
    /// يعقوب»; nil where none begins.
    private func endOfPlace(at word: Int) -> Int? {
        guard scan.isArabic(word), let place = places.starting(at: word),
            PlaceTrigger(in: scan, cues, before: word) != nil
        else { return nil }
        return place.last
    }

    private static let sayings = Set(
        ["قال", "قالت", "يقول", "تقول", "صرح", "صرحت", "حسب", "بحسب", "وفق"].map(
            ElementForms.folded))

    /// A name of words that no lexicon has, behind «قال وزير العدل الفلاني» or «قال حاكم المنطقة،»:
    /// two to four words up to a comma or to أن.
    private func foreignName(at word: Int, _ title: Title) -> ClosedRange<Int>? {
        let before = title.words.lowerBound - 1
        guard title.rank == .office, scan.isArabic(word), before >= 0,
            scan.joins(title.words.lowerBound), word > title.words.upperBound + 1,
            scan.hasArticle(word - 1) || demonyms.contains(word - 1)
        else { return nil }
        var saying = Array(scan.text.letters[scan.text.tokens[before].letters])
        if let first = saying.first, Proclitics.isConjunction(first) { saying.removeFirst() }
        guard TitleReader.sayings.contains(saying) else { return nil }
        var last = word
        while last - word < 5, scan.isArabic(last), scan.text.tokens[last].count >= 3,
            !scan.hasArticle(last), reader.words.canBeName(last),
            last == word || scan.text.tokens[last].gap == .space
        {
            last += 1
        }
        guard (2...4).contains(last - word), isClosed(last) || stopWords.contains(last) else {
            return nil
        }
        return word...(last - 1)
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
            guard gap <= .quote, titleBeginning(at: next) == nil, belongsToOffice(next, title),
                nameHere(next, title, isDirect: false) == nil
            else { return nil }
            next += 1
        }
        return nil
    }

    /// «…، السيد عبد اللطيف», «نظيره التركي، محمود».
    private func behindComma(_ word: Int, _ title: Title, _ sentence: Range<Int>) -> Found? {
        if let inner = titleBeginning(at: word) {
            guard inner.rank == .courtesy || inner.rank == .epithet else { return nil }
            return behindCourtesy(inner, title, sentence, roleEnd: word - 1)
        }
        let foreign = foreignName(at: word, title)
        if let name = nameHere(word, title, isDirect: title.rank == .counterpart),
            name.isKnown || name.words.count >= foreign?.count ?? 0
        {
            return found(name, title, roleEnd: word - 1, first: title.words.lowerBound)
        }
        if let foreign {
            return found((foreign, false), title, roleEnd: word - 1, first: title.words.lowerBound)
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
        if let more = titleBeginning(at: inner.words.upperBound + 1), more.rank == .courtesy {
            inner = more
        }
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
            role: title.rank == .office && roleEnd >= first
                ? roleStart(of: first)...roleEnd : nil,
            isKnown: name.isKnown)
    }

    /// English puts the body, the state and the kind of office in front: `FBI Director`,
    /// `Spanish Interior Minister`, `Europol Executive Director`.
    private func roleStart(of title: Int) -> Int {
        guard scan.language != "fr", scan.isLatin(title) else { return title }
        var first = title
        while title - first < 5, scan.joins(first), scan.text.tokens[first].gap == .space,
            bodies.contains(first - 1) || demonyms.contains(first - 1)
                || cues.words(.officeAdjectives, at: first - 1) != nil
        {
            first -= 1
        }
        return first
    }

    private func nameHere(
        _ word: Int, _ title: Title, isDirect: Bool
    ) -> (words: ClosedRange<Int>, isKnown: Bool)? {
        guard scan.text.tokens.indices.contains(word), !scan.layout.isChrome(word: word),
            !scan.isLatin(word) || !scan.text.tokens[word].gap.isNoSpace
        else { return nil }
        if let hit = known(at: word), titleBeginning(at: word) == nil { return (hit.words, true) }
        let takesAny = isDirect && (title.rank == .courtesy || title.rank == .counterpart)
        let isLatinOffice = isDirect && scan.text.tokens[word].script == .latin
        guard titleBeginning(at: word) == nil,
            let name = reader.name(at: word, takesAny: takesAny || isLatinOffice)
        else { return nil }
        return (name, false)
    }

    /// Whether a word may stand inside a stated office.
    private func belongsToOffice(_ word: Int, _ title: Title) -> Bool {
        // «الرئيس الأسبق محمد …».
        if word == title.words.upperBound + 1, scan.isArabic(word), title.rank == .office,
            cues.words(.officeAdjectives, at: word) != nil
        {
            return true
        }
        guard !verbs.contains(word), !isPresent(word), cues.words(.nameEnds, at: word) == nil
        else { return false }
        // «الخبير في شؤون …», but not «الوكيل العام بالدار البيضاء في قضية …».
        if scan.isWord(word, TitleReader.within) { return word == title.words.upperBound + 1 }
        if stopWords.contains(word) { return cues.words(.officeLinks, at: word) != nil }
        let token = scan.text.tokens[word]
        if token.script == .arabic { return true }
        guard token.script == .latin else { return false }
        if cues.words(.officeLinks, at: word) != nil { return true }
        if cues.words(.officeAdjectives, at: word) != nil || demonyms.contains(word) {
            return true
        }
        return scan.isCapitalised(word) || bodies.contains(word)
            || cues.words(.officeLinks, at: word - 1) != nil
            || scan.isCapitalised(word - 1) && isAdjective(word)
    }

    /// يستقبل of «رئيس الحكومة يستقبل …», but not the يومية of «مدير يومية».
    private func isPresent(_ word: Int) -> Bool {
        let token = scan.text.tokens[word]
        return token.script == .arabic && token.count >= 4
            && scan.begins(word, with: [Alphabet.ya]) && !bodies.contains(word)
            && scan.scalar(at: scan.end(of: word) - 1) != "ة"
    }

    private static let adjectiveEndings = [
        "elle", "elles", "ale", "ales", "aux", "ique", "iques", "aire", "aires", "ive", "ieure",
    ].map { Array($0.utf8) }

    /// « l'Insertion professionnelle »: by its ending.
    private func isAdjective(_ word: Int) -> Bool {
        let letters = scan.text.letters[scan.text.tokens[word].letters]
        return TitleReader.adjectiveEndings.contains {
            letters.count > $0.count && letters.suffix($0.count).elementsEqual($0)
        }
    }

    /// Whether what is in front of a word ends there: a comma, a bracket, a full stop.
    private func isClosed(_ word: Int) -> Bool {
        guard scan.text.tokens.indices.contains(word) else { return true }
        return scan.text.tokens[word].gap > .quote
    }

    /// The office behind a name: «…، المدير العام للشرطة الوطنية،».
    func role(behind name: ClosedRange<Int>) -> ClosedRange<Int>? {
        let word = name.upperBound + 1
        guard scan.text.tokens.indices.contains(word), !scan.hasWaw(word),
            [.comma, .bracket, .hyphen].contains(scan.text.tokens[word].gap)
        else { return nil }
        return office(at: word)
    }

    /// Whether an office begins at a word.
    func isTitle(at word: Int) -> Bool { titleBeginning(at: word)?.rank == .office }

    /// The office that begins at a word and ends with a comma or the sentence.
    func office(at word: Int) -> ClosedRange<Int>? {
        guard let title = titleBeginning(at: word), title.rank == .office else { return nil }
        var next = title.words.upperBound + 1
        while !isClosed(next) {
            guard next - word <= 14, belongsToOffice(next, title), known(at: next) == nil else {
                return nil
            }
            next += 1
        }
        return word...(next - 1)
    }
}
