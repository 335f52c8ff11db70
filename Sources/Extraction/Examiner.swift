package import News

#if DEBUG
    import Synchronization
#endif

/// The one door of extraction: document in, report out.
///
/// The daemon and the seed corpus use the same. Pure and `Sendable`: one examiner serves all
/// cores. Any text will do; what is not understood is not reported.
package struct Examiner: Sendable {
    package private(set) var lexicon: Lexicon
    let matcher: Matcher
    /// The patterns whose hits rules and company ask for.
    private let askedFor: BitSet
    private(set) var topics: Topics
    let extractors = Extractors()
    /// How many different terms it looks for.
    package let patternCount: Int

    /// Compiles lexicon and rules. What cannot be compiled is in `problems`, with its place;
    /// the examiner works without it.
    package init(lexicon entries: [LexiconEntry], topics rules: TopicSettings) {
        var builder = Lexicon.builder(for: entries)
        let lexicon = Lexicon(entries, into: &builder)
        let topics = Topics(rules, lexicon: lexicon, into: &builder)
        self.init(
            lexicon, topics, builder.build(), askedFor: Examiner.askedFor([topics], lexicon),
            patternCount: builder.count)
    }

    private init(
        _ lexicon: Lexicon, _ topics: Topics, _ matcher: Matcher, askedFor: BitSet,
        patternCount: Int
    ) {
        self.lexicon = lexicon
        self.topics = topics
        self.matcher = matcher
        self.askedFor = askedFor
        self.patternCount = patternCount
    }

    /// Two sets of rules over one lexicon and in one matcher.
    static func pair(
        over entries: [LexiconEntry], _ present: TopicSettings, _ other: TopicSettings
    ) -> (Examiner, Examiner) {
        var builder = Lexicon.builder(for: entries)
        let lexicon = Lexicon(entries, into: &builder)
        let topics = [present, other].map { Topics($0, lexicon: lexicon, into: &builder) }
        let matcher = builder.build()
        let askedFor = askedFor(topics, lexicon)
        let examiners = topics.map { topics in
            Examiner(
                lexicon, topics, matcher, askedFor: askedFor, patternCount: builder.count)
        }
        return (examiners[0], examiners[1])
    }

    private static func askedFor(_ topics: [Topics], _ lexicon: Lexicon) -> BitSet {
        var askedFor = BitSet()
        for topics in topics { askedFor.formUnion(topics.patterns) }
        for company in lexicon.companies {
            for pattern in company.patterns { askedFor.insert(Int(pattern)) }
        }
        return askedFor
    }

    /// The same examiner without the lists that only compiling, explaining and tuning read: for
    /// a program that examines for weeks.
    package func lean() -> Examiner {
        var lean = self
        lean.lexicon = lexicon.withoutTerms()
        lean.topics = topics.lean()
        return lean
    }

    /// What could not be compiled, in the order of the settings.
    package var problems: [SettingsProblem] { topics.problems }

    var compiledRules: [CompiledRule] { topics.compiledRules }

    /// Whether a rule counts anything in a document, wherever in it.
    func holds(_ rule: CompiledRule, in document: Document) -> Bool {
        let scan = scan(document)
        return topics.holds(rule, scan, JudgedFacts(scan, Names(scan)))
    }

    /// - Parameters:
    ///   - withText: the report carries the document's text.
    ///   - withParagraphs: it carries the language of each paragraph.
    package func examine(
        _ document: Document, withText: Bool = false, withParagraphs: Bool = false
    ) -> Report {
        let scan = scan(document)
        let facts = extractors.facts(in: scan)
        return report(
            of: scan, facts, topics.judge(scan, JudgedFacts(facts)), withText: withText,
            withParagraphs: withParagraphs)
    }

    func report(
        of scan: Scan, _ facts: Facts, _ judgement: Judgement, withText: Bool = false,
        withParagraphs: Bool = false
    ) -> Report {
        let document = scan.document
        var facts = facts
        facts.leaveOutBodies(at: judgement.strangeBodies, of: lexicon)
        return Report(
            id: document.id, source: document.source, language: scan.language,
            isDarija: scan.isDarija,
            paragraphs: withParagraphs ? paragraphs(of: scan) : nil, published: document.published,
            title: scan.layout.title.map {
                Examiner.trimmed(scan.quote($0.lowerBound, $0.upperBound))
            },
            isRelevant: judgement.isRelevant, score: judgement.score, topics: judgement.topics,
            relevance: judgement.relevance, facts: facts, boilerplate: scan.layout.chrome,
            text: withText ? document.text : nil)
    }

    /// What an archive keeps of an item: facts are looked for only where it is a match or a near
    /// miss, which few of the items of a paper are.
    package func examination(of document: Document) -> Examination {
        let reading = reading(of: document)
        let words = reading.text.searchable(before: document.titleLength ?? 0)
        return Examination(
            report: reportOfMatch(document, reading),
            searchText: words.before + "\n" + words.behind)
    }

    private func reportOfMatch(_ document: Document, _ reading: Reading) -> Report? {
        guard topics.mayConcern(reading.hits) else { return nil }
        let scan = scan(document, reading)
        let names = Names(scan)
        let judgement = topics.judge(scan, JudgedFacts(scan, names))
        guard judgement.isRelevant || judgement.score > 0 else { return nil }
        return report(of: scan, extractors.facts(in: scan, names), judgement)
    }

    /// What the rules say of a document, and nothing else of it: facts that no rule asks for are
    /// not looked for.
    package func verdict(on document: Document) -> Verdict {
        let reading = reading(of: document)
        guard topics.mayConcern(reading.hits) else { return .unconcerned }
        let scan = scan(document, reading)
        return Verdict(topics.judge(scan, JudgedFacts(scan, Names(scan))))
    }

    /// The same of two sets of rules that share lexicon and matcher.
    ///
    /// - Parameter same: by number of a topic of the other rules, that of the same one of these.
    func verdicts(
        on document: Document, beside other: Examiner, same: [Int: Int]
    ) -> (Verdict, Verdict) {
        let reading = reading(of: document)
        guard topics.mayConcern(reading.hits) || other.topics.mayConcern(reading.hits) else {
            return (.unconcerned, .unconcerned)
        }
        let scan = scan(document, reading)
        let sums = TopicSums(topics, scan, JudgedFacts(scan, Names(scan)))
        let others = TopicSums(other.topics, beside: sums, same: same)
        return (Verdict(topics.judgement(by: sums)), Verdict(other.topics.judgement(by: others)))
    }

    /// All terms in a text, whatever they are terms of.
    func hits(in text: FoldedText) -> [Hit] { matcher.hits(in: text) }

    /// How much work the matcher has with a text: words read and phrases followed.
    func steps(in text: FoldedText) -> Int { matcher.steps(in: text) }

    #if DEBUG
        /// How much work a document is: how often extractors, and then topics, look at a word,
        /// its sentence and its part.
        func looks(at document: Document) -> (extractors: Int, topics: Int) {
            let scan = scan(document)
            let facts = extractors.facts(in: scan)
            let looks = scan.text.looks.load(ordering: .relaxed)
            _ = topics.judge(scan, JudgedFacts(facts))
            return (looks, scan.text.looks.load(ordering: .relaxed) - looks)
        }
    #endif

    /// Reads a document once: folding, sentences, chrome, language, all hits.
    func scan(_ document: Document) -> Scan { scan(document, reading(of: document)) }

    typealias Reading = (text: FoldedText, hits: [Hit])

    func reading(of document: Document) -> Reading {
        let text = FoldedText(document.text, abbreviations: lexicon.abbreviations)
        return (text, matcher.hits(in: text))
    }

    func scan(_ document: Document, _ reading: Reading) -> Scan {
        let (text, hits) = reading
        let sentences = Sentences(of: text)
        let lines = Line.lines(of: text)
        let chrome = Chrome(
            text: text, lines: lines, isPage: document.titleLength == nil,
            titleLength: document.titleLength, phrases: chromePhrases(hits),
            recurring: Set(document.recurringLines))
        let layout = Layout(
            of: text, lines: lines, sentences: sentences, titleLength: document.titleLength,
            kinds: chrome.kinds, titleLine: chrome.titleLine)
        return Scan(
            document: document, lexicon: lexicon, text: text, sentences: sentences,
            layout: layout, language: language(of: text, hits, layout, document.language),
            hits: hits, askedFor: askedFor)
    }

    private func chromePhrases(_ hits: [Hit]) -> [Chrome.Phrase] {
        var phrases: [Chrome.Phrase] = []
        for hit in hits where lexicon.isSign(hit.pattern) {
            for number in lexicon.owners(of: hit.pattern) {
                let owner = lexicon.owner(number)
                guard case .chrome(let kind) = owner.sign else { continue }
                phrases.append(
                    Chrome.Phrase(
                        hit: hit, key: owner.key, kind: kind, endsInMark: owner.endsInMark))
            }
        }
        return phrases
    }

    private func language(
        of text: FoldedText, _ hits: [Hit], _ layout: Layout, _ declared: String?
    ) -> Languages.Finding {
        var signs = Languages.Signs()
        for hit in hits where lexicon.isSign(hit.pattern) && !layout.isChrome(hit) {
            for number in lexicon.owners(of: hit.pattern) {
                switch lexicon.owner(number).sign {
                case .french: signs.french += 1
                case .english: signs.english += 1
                case .darija: signs.darija += 1
                default: break
                }
            }
        }
        return Languages.find(in: text, signs: signs, declared: declared)
    }

    private static func trimmed(_ title: String) -> String {
        var view = title.unicodeScalars[...]
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}

/// Whether a document concerns the police, and what it is about: as in its ``Report``.
package struct Verdict: Sendable, Hashable {
    package var isRelevant: Bool
    package var score: Double
    package var topics: [TopicFinding]

    init(isRelevant: Bool, score: Double, topics: [TopicFinding]) {
        self.isRelevant = isRelevant
        self.score = score
        self.topics = topics
    }

    init(_ judgement: Judgement) {
        self.init(
            isRelevant: judgement.isRelevant, score: judgement.score, topics: judgement.topics)
    }

    /// Of a document in which nothing counts.
    static let unconcerned = Verdict(isRelevant: false, score: 0, topics: [])
}
