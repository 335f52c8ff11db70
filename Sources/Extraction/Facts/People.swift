import News

/// People whom the text names: those of the lexicon, and those whom a title names.
///
/// A later surname behind a title, or a name repeated, joins the person; a surname that two
/// people share joins neither. Whoever is not in the lexicon has no id. A name that the paper
/// withholds but for an initial (« le dénommé Rachid T. ») counts as it stands behind a title, and
/// without one is nobody.
struct People: Sendable {
    private let scan: Scan
    private let titles: TitleReader
    /// The lexicon's people, in the order of the text.
    private let known: [EntryHit]
    private let knownAt: HitIndex
    /// Where each title begins behind its proclitics, by first word.
    private let titleStarts: [Int: Int]
    private var people: [Draft] = []
    private var draftOfEntry: [Int: Int] = [:]
    private var draftOfName: [String: Int] = [:]
    private(set) var taken: TakenWords

    /// A person under way.
    private struct Draft {
        var entry: Int?
        var name: String
        var mentions: [ClosedRange<Int>]
        var role: String?
        var title: Title.Rank?
        var from = ""
        var isGiven: Bool
        /// Words of the longest mention.
        var full: ClosedRange<Int>
    }

    init(_ scan: Scan, _ cues: Cues) {
        self.scan = scan
        let words = NameWords(scan)
        let namedAfter = NamedAfter(scan, cues)
        known = scan.longest(.people).filter {
            !People.isNamesake($0, scan, words)
                && !namedAfter.holds($0.words, isRoyal: scan.entry($0).attributes["rank"] == "1")
        }
        knownAt = HitIndex(known)
        titleStarts = Dictionary(
            scan.all(.titles).map { ($0.first, $0.start) }, uniquingKeysWith: max)
        taken = TakenWords(known.map(\.words))
        titles = TitleReader(scan, words, cues, known: known)
        takeKnown()
        let appointed = Appointments(scan, words, cues, titles).found()
        for person in appointed { take(person, words, "the appointment that names them") }
        let appointees = Set(appointed.map(\.name))
        let found = titles.found().filter {
            // `Prince Moulay Abdellah Stadium` is read as one name.
            !namedAfter.isInFrontOfHead(
                $0.title.isRoyal ? $0.name.lowerBound : $0.name.upperBound)
                // «عين الملك سمير الراجي عاملا».
                && !($0.title.isRoyal && appointees.contains($0.name))
        }
        for person in found where person.isKnown || person.name.count > 1 {
            take(person, words)
        }
        for person in titles.foundBeforeOffices(words, namedAfter) {
            take(person, words, "the office behind the name")
        }
        if !people.isEmpty || !found.isEmpty { joinLater(found, words) }
    }

    /// Whether another given name stands in front of a surname: «ليلى الحموشي» is someone else.
    private static func isNamesake(_ hit: EntryHit, _ scan: Scan, _ words: NameWords) -> Bool {
        let isSurname = hit.first == hit.last || words.isParticle(hit.first)
        guard isSurname, hit.last - hit.first < 2, hit.first > 0,
            scan.text.tokens[hit.first].gap == .space, scan.start(of: hit.first) == hit.start
        else { return false }
        return words.isGiven(hit.first - 1)
    }

    // MARK: Taking

    private mutating func takeKnown() {
        for hit in known {
            if let draft = draftOfEntry[hit.entry] {
                people[draft].mentions.append(hit.words)
                continue
            }
            draftOfEntry[hit.entry] = people.count
            let name = scan.entry(hit).name(in: scan.language)
            people.append(
                Draft(
                    entry: hit.entry, name: name, mentions: [hit.words], isGiven: true,
                    full: hit.words))
        }
        for hit in known {
            guard let draft = draftOfEntry[hit.entry] else { continue }
            if people[draft].role == nil { setRole(titles.role(behind: hit.words), draft) }
        }
    }

    private mutating func take(
        _ found: TitleReader.Found, _ words: NameWords,
        _ from: String = "the title in front of the name"
    ) {
        if found.isKnown {
            guard let hit = knownHit(of: found.name),
                let draft = draftOfEntry[hit.entry], people[draft].role == nil
            else { return }
            return setRole(found.role, draft)
        }
        let key = key(of: found.name)
        guard !taken.overlaps(found.name) else {
            // A second title before the same name: «معالي رئيس الجهاز، السيد …».
            if let draft = draftOfName[key], people[draft].role == nil {
                setRole(found.role, draft)
            }
            return
        }
        taken.take(found.name)
        if let draft = draftOfName[key] {
            people[draft].mentions.append(found.name)
            if people[draft].role == nil { setRole(found.role, draft) }
            return
        }
        draftOfName[key] = people.count
        people.append(
            Draft(
                name: mention(found.name).quote, mentions: [found.name],
                title: found.title.rank, from: from,
                isGiven: words.beginsGiven(found.name.lowerBound),
                full: found.name))
        setRole(titles.role(behind: found.name) ?? found.role, people.count - 1)
    }

    private mutating func setRole(_ words: ClosedRange<Int>?, _ draft: Int) {
        guard let words else { return }
        let role = scan.quote(titleStart(of: words), scan.end(of: words.upperBound))
        // «للمراقب العام»: the ل is the sentence's.
        people[draft].role = role.hasPrefix("لل") ? "ا" + role.dropFirst() : role
    }

    /// Without و or ل in front: «للمدير العام» keeps its letters, «والمدير العام» loses one.
    private func titleStart(of words: ClosedRange<Int>) -> Int {
        titleStarts[words.lowerBound] ?? scan.start(of: words.lowerBound)
    }

    private func knownHit(of words: ClosedRange<Int>) -> EntryHit? {
        knownAt.starting(at: words.lowerBound).flatMap { $0.words == words ? $0 : nil }
    }

    private func key(of words: ClosedRange<Int>) -> String {
        words.map(scan.folded).joined(separator: " ")
    }

    // MARK: Later mentions

    /// Names repeated without a title, surnames behind one.
    private mutating func joinLater(_ found: [TitleReader.Found], _ words: NameWords) {
        let surnames = surnameOwners()
        for person in found where !person.isKnown && person.name.count == 1 {
            guard !taken.overlaps(person.name) else { continue }
            if case .one(let draft)? = surnames[surname(person.name.lowerBound)] {
                taken.take(person.name)
                people[draft].mentions.append(person.name)
                if people[draft].role == nil { setRole(person.role, draft) }
            } else if surnames[surname(person.name.lowerBound)] == nil, isSurnameAlone(person) {
                take(person, words)
            }
        }
        let named = people.indices.filter { people[$0].full.count > 1 }
        guard !named.isEmpty else { return }
        let arabic = ArabicSurnames(scan, words, named.map { people[$0].full.upperBound })
        let firsts = HashTable(
            named.flatMap { draft -> [(key: UInt64, value: Int32)] in
                let full = people[draft].full
                return [full.lowerBound, max(full.lowerBound, full.upperBound - 1)]
                    .map { (scan.text.tokens[$0].hash, 0) }
            })
        let pairs = surnamePairs(named, words)
        let lengths = Set(named.map { people[$0].full.count } + (pairs.isEmpty ? [] : [2]))
            .sorted(by: >)
        let byName = Dictionary(
            named.map { (key(of: people[$0].full), $0) } + pairs,
            uniquingKeysWith: { first, _ in first })
        for word in scan.text.tokens.indices
        where !taken.contains(word) && !scan.layout.isChrome(word: word) {
            if firsts[scan.text.tokens[word].hash] >= 0 {
                joinRepeated(at: word, lengths, byName)
            }
            joinSurname(at: word, surnames, arabic)
        }
    }

    /// «بن جدو» of «لطفي بن جدو»: surnames of two words, which no two people share.
    private func surnamePairs(_ named: [Int], _ words: NameWords) -> [(String, Int)] {
        let pairs = named.compactMap { draft -> (String, Int)? in
            let full = people[draft].full
            guard full.count > 2, words.isParticle(full.upperBound - 1) else { return nil }
            return (key(of: full.upperBound - 1...full.upperBound), draft)
        }
        let counts = pairs.reduce(into: [String: Int]()) { $0[$1.0, default: 0] += 1 }
        return pairs.filter { counts[$0.0] == 1 }
    }

    /// « M. Benjelloun » names a person whom nothing else names; «السيد الوزير» does not.
    private func isSurnameAlone(_ found: TitleReader.Found) -> Bool {
        found.title.rank == .courtesy && scan.isCapitalised(found.name.lowerBound)
            && scan.text.tokens[found.name.lowerBound].count > 3
    }

    private enum Owner { case one(Int), several }

    private func surnameOwners() -> [String: Owner] {
        var owners: [String: Owner] = [:]
        for (draft, person) in people.enumerated() {
            let full = person.mentions.max { $0.count < $1.count } ?? person.full
            guard full.count > 1 else { continue }
            let surname = surname(full.upperBound)
            owners[surname] = owners[surname] == nil ? .one(draft) : .several
        }
        return owners
    }

    /// A surname without its article: العلوي and علوي are one.
    private func surname(_ word: Int) -> String {
        let letters = scan.folded(word)
        return letters.hasPrefix("ال") && letters.count > 4
            ? String(letters.dropFirst(2)) : letters
    }

    private mutating func joinRepeated(
        at word: Int, _ lengths: [Int], _ byName: [String: Int]
    ) {
        for length in lengths where word + length <= scan.text.tokens.count {
            let name = word...(word + length - 1)
            guard let draft = byName[key(of: name)], !taken.overlaps(name),
                name.dropFirst().allSatisfy(scan.joins)
            else { continue }
            taken.take(name)
            people[draft].mentions.append(name)
            return
        }
    }

    /// A surname alone.
    private mutating func joinSurname(
        at word: Int, _ surnames: [String: Owner], _ arabic: ArabicSurnames
    ) {
        guard !taken.contains(word), scan.text.tokens[word].count > 3,
            arabic.isOne(word) || scan.isCapitalised(word) && !touchesCapital(word),
            case .one(let draft)? = surnames[surname(word)]
        else { return }
        taken.take(word...word)
        people[draft].mentions.append(word...word)
    }

    /// Whether the word is part of a longer run of capitalised words: someone else's name.
    private func touchesCapital(_ word: Int) -> Bool {
        let tokens = scan.text.tokens
        let before =
            word > 0 && tokens[word].gap <= .hyphen && scan.isCapitalised(word - 1)
            && scan.sentences.range(around: word).lowerBound < word - 1
        let behind =
            word + 1 < tokens.count && tokens[word + 1].gap <= .hyphen
            && scan.isCapitalised(word + 1)
        return before || behind
    }

    // MARK: Giving

    /// In the order of their first mentions.
    var findings: [Person] {
        people.map(finding).filter { !$0.mentions.isEmpty }
            .sorted { $0.mentions[0].start < $1.mentions[0].start }
    }

    private func finding(_ draft: Draft) -> Person {
        let mentions = draft.mentions.map(mention).sorted { $0.start < $1.start }
        guard let number = draft.entry else {
            return Person(
                name: draft.name, role: draft.role, mentions: mentions,
                confidence: draft.isGiven ? 0.8 : 0.6, from: draft.from)
        }
        let entry = scan.lexicon.entries[number]
        return Person(
            id: entry.id, name: draft.name, role: draft.role ?? entry.role(in: scan.language),
            mentions: mentions)
    }

    private func mention(_ words: ClosedRange<Int>) -> Mention {
        let start = knownHit(of: words)?.start ?? scan.start(of: words.lowerBound)
        var end = scan.end(of: words.upperBound)
        // The point of « Nadia R. » is the name's.
        if scan.text.tokens[words.upperBound].count == 1, scan.scalar(at: end) == "." { end += 1 }
        return Mention(quote: scan.quote(start, end), start: start, end: end)
    }
}

extension LexiconEntry {
    /// The office in a language, else in Arabic, French or English.
    func role(in language: String) -> String? {
        for key in ["role.\(language)", "role.ar", "role.fr", "role.en", "role"] {
            if let role = attributes[key] { return role }
        }
        return nil
    }
}
