import News

/// What the rules say of a document.
struct Judgement: Sendable {
    var isRelevant = false
    var score = 0.0
    var topics: [TopicFinding] = []
    var relevance: [Evidence] = []
    /// Where mentions of bodies begin that bear a Moroccan body's name and are another country's.
    var strangeBodies: Set<Int> = []
}

/// All topics, compiled; judges a scanned document.
///
/// A rule counts its first hit fully and each further one half, up to twice its weight; a hit
/// in the title counts one and a half times. A topic counts when its sum reaches its threshold,
/// all that it requires holds and nothing that it vetoes does, unless it stands back behind a
/// stronger one. Topics are judged only where the document is relevant.
final class Topics: Sendable {
    let rules: [TopicRules]
    let problems: [SettingsProblem]
    let topics: [CompiledTopic]
    let relevance: CompiledTopic
    /// By number: relevance is behind the topics.
    let all: [CompiledTopic]
    /// The numbers of topics by id.
    let numbers: [String: Int]
    let groups: TermGroups
    let wakers: RuleWakers
    /// Patterns without which no rule of relevance holds; nil where one may hold without any.
    private let patternsOfRelevance: BitSet?
    /// How many different references the rules make.
    let referenceCount: Int
    /// The patterns whose hits the rules ask for.
    let patterns: BitSet

    init(_ settings: TopicSettings, lexicon: Lexicon, into builder: inout MatcherBuilder) {
        var compiler = TopicCompiler(settings, lexicon: lexicon)
        topics = settings.topics.enumerated().map { number, topic in
            compiler.compile(topic, number: number, in: &builder)
        }
        relevance = compiler.compile(settings.relevance, number: topics.count, in: &builder)
        all = topics + [relevance]
        numbers = Dictionary(
            topics.map { ($0.topic.id, $0.number) }, uniquingKeysWith: { first, _ in first })
        problems = compiler.problems
        groups = compiler.groups.finished()
        wakers = RuleWakers(compiler.conditions, compiler.references, lexicon)
        let first = relevance.firstRule
        patternsOfRelevance =
            settings.relevance.threshold > 0
            ? wakers.patterns(waking: first..<(first + relevance.rules.count)) : nil
        referenceCount = compiler.references.count
        patterns = compiler.patterns
        rules = settings.topics
    }

    /// The same for judging alone (``LeanRules``).
    func lean() -> Topics { Topics(leanOf: self) }

    private init(leanOf other: Topics) {
        var lean = LeanRules()
        topics = other.topics.map { lean.topic($0) }
        relevance = lean.topic(other.relevance)
        all = topics + [relevance]
        rules = []
        problems = other.problems
        numbers = other.numbers
        groups = other.groups
        wakers = other.wakers
        patternsOfRelevance = other.patternsOfRelevance
        referenceCount = other.referenceCount
        patterns = other.patterns
    }

    /// Whether a document with some hits can come to any score at all.
    func mayConcern(_ hits: [Hit]) -> Bool {
        guard let patternsOfRelevance else { return true }
        return hits.contains { patternsOfRelevance.contains(Int($0.pattern)) }
    }

    func judge(_ scan: Scan, _ facts: JudgedFacts) -> Judgement {
        guard mayConcern(scan.hits) else {
            return Judgement(strangeBodies: Grounds(scan, facts).strangeBodies)
        }
        return judgement(by: TopicSums(self, scan, facts))
    }

    /// What the sums of a document come to.
    func judgement(by sums: TopicSums) -> Judgement {
        let relevant = sums.sum(of: relevance)
        var judgement = Judgement()
        judgement.isRelevant = relevant.isReached
        judgement.relevance = relevant.evidence
        judgement.score = Topics.rounded(relevant.score)
        judgement.strangeBodies = sums.judge.police.grounds.strangeBodies
        guard judgement.isRelevant else { return judgement }
        let reached = topics.filter { sums.sum(of: $0).isReached }
        judgement.topics =
            reached.filter { sums.stronger(than: $0, among: reached) == nil }
            .map { finding(of: $0, sums) }
            .sorted { ($1.score, $0.id) < ($0.score, $1.id) }
        return judgement
    }

    var compiledRules: [CompiledRule] { all.flatMap(\.rules) }

    /// Whether a rule counts anything, its part of the document aside.
    func holds(_ compiled: CompiledRule, _ scan: Scan, _ facts: JudgedFacts) -> Bool {
        TopicSums(self, scan, facts).account(of: compiled.anywhere).map { $0.points != 0 } ?? false
    }

    private func finding(of topic: CompiledTopic, _ sums: TopicSums) -> TopicFinding {
        let sum = sums.sum(of: topic)
        let rules = topic.topic
        return TopicFinding(
            id: rules.id, score: Topics.rounded(sum.score), threshold: rules.threshold,
            grade: rules.grade(of: sum.score), evidence: sum.evidence)
    }

    static func rounded(_ score: Double) -> Double { (score * 100).rounded() / 100 }
}

extension TopicRules {
    /// What a finding of a score is called.
    func grade(of score: Double) -> String {
        score >= primary ? "primary" : score >= secondary ? "secondary" : "mention"
    }
}

/// The arithmetic of one topic in one document.
struct TopicSum: Sendable {
    var score = 0.0
    var isReached = false
    /// The rules that counted.
    var rules: [RuleAccount] = []

    var evidence: [Evidence] { rules.flatMap(\.hits) }
}

/// Adds up topics for one document, each once.
final class TopicSums {
    let scan: Scan
    let judge: ConditionJudge
    private let topics: Topics
    private let isAwake: [Bool]
    /// Topics under way, by number; one that asks for itself does not hold.
    private var open: [Int] = []
    /// By number of the topic, sums in which no topic under way had a part.
    private var known: [TopicSum?]
    /// How far down in ``open`` the topic lies that a sum asked for in vain.
    private var lowestAsked = Int.max
    /// The sums of other rules, and by number of a topic that of the same one there.
    private let twins: (sums: TopicSums, numbers: [Int: Int])?

    init(_ topics: Topics, _ scan: Scan, _ facts: JudgedFacts) {
        self.topics = topics
        self.scan = scan
        known = Array(repeating: nil, count: topics.topics.count + 1)
        judge = ConditionJudge(
            scan: scan, facts: facts, police: PoliceMentions(scan, facts), groups: topics.groups,
            referenceCount: topics.referenceCount)
        isAwake = topics.wakers.awake(by: scan.hits)
        twins = nil
        judge.holdsTopic = { [unowned self] id in holds(id) }
    }

    /// Of the same document by other rules.
    ///
    /// - Parameter same: by number of a topic, that of a topic beside whose sum is the same.
    init(_ topics: Topics, beside sums: TopicSums, same: [Int: Int]) {
        self.topics = topics
        scan = sums.scan
        known = Array(repeating: nil, count: topics.topics.count + 1)
        judge = ConditionJudge(
            scan: scan, facts: sums.judge.facts, police: sums.judge.police,
            groups: topics.groups, referenceCount: topics.referenceCount)
        isAwake = topics.wakers.awake(by: scan.hits)
        twins = (sums, same)
        judge.holdsTopic = { [unowned self] id in holds(id) }
    }

    func sum(of topic: CompiledTopic) -> TopicSum {
        if let sum = known[topic.number] { return sum }
        if let twins, let twin = twins.numbers[topic.number] {
            return twins.sums.sum(of: twins.sums.topics.all[twin])
        }
        let outer = lowestAsked
        lowestAsked = .max
        open.append(topic.number)
        let sum = freshSum(of: topic)
        open.removeLast()
        if lowestAsked >= open.count {
            known[topic.number] = sum
            lowestAsked = .max
        }
        lowestAsked = min(lowestAsked, outer)
        return sum
    }

    private func holds(_ id: String) -> Bool {
        guard let number = topics.numbers[id] else { return false }
        if let place = open.firstIndex(of: number) {
            lowestAsked = min(lowestAsked, place)
            return false
        }
        return sum(of: topics.topics[number]).isReached
    }

    private func freshSum(of topic: CompiledTopic) -> TopicSum {
        var sum = TopicSum()
        for index in topic.rules.indices where isAwake[topic.firstRule + index] {
            guard let account = account(of: topic.rules[index]) else { continue }
            sum.rules.append(account)
            sum.score += account.points
        }
        sum.isReached =
            sum.score >= topic.topic.threshold
            && topic.requires.allSatisfy { judge.outcome(of: $0).holds }
            && !topic.vetoes.contains { judge.outcome(of: $0).holds }
        return sum
    }

    /// What a rule adds; nil where it adds nothing.
    func account(of compiled: CompiledRule) -> RuleAccount? {
        guard compiled.isForAll || isFor(compiled.rule) else { return nil }
        let outcome = judge.outcome(of: compiled.condition)
        guard outcome.holds else { return nil }
        let rule = compiled.rule
        var account = RuleAccount(rule: rule.id, weight: rule.weight)
        guard !outcome.spans.isEmpty else {
            guard rule.parts.isEmpty else { return nil }
            account.points = rule.weight
            return account
        }
        let counted = counted(outcome.spans, compiled)
        guard !counted.isEmpty else { return nil }
        account.hits = counted.prefix(3).enumerated().map { number, span in
            hit(span, number: number, of: compiled)
        }
        account.uncounted = max(0, counted.count - 3)
        account.points = account.hits.reduce(0) { $0 + $1.points }
        return account
    }

    private func hit(_ span: Span, number: Int, of compiled: CompiledRule) -> Evidence {
        let rule = compiled.rule
        let part = scan.part(of: span.first)
        return Evidence(
            rule: rule.id,
            points: rule.weight * (number == 0 ? 1 : 0.5) * (part == .title ? 1.5 : 1),
            quote: scan.quote(span.start, span.end), start: span.start, end: span.end, part: part,
            terms: judge.terms(of: compiled, within: span))
    }

    func isFor(_ rule: Rule) -> Bool {
        let document = scan.document
        return (rule.languages.isEmpty || rule.languages.contains(scan.language))
            && (rule.countries.isEmpty || rule.countries.contains(document.country ?? "MA"))
            && (rule.feeds.isEmpty || rule.feeds.contains(document.source))
            && (rule.tags.isEmpty || !rule.tags.isDisjoint(with: document.tags))
    }

    /// The spans that count, those in the title first, overlapping ones once.
    private func counted(_ spans: [Span], _ compiled: CompiledRule) -> [Span] {
        let rule = compiled.rule
        if spans.count == 1, rule.onlyNear == nil, rule.unlessNear == nil {
            return rule.counts(in: scan.part(of: spans[0].first)) ? spans : []
        }
        let onlyNear = rule.onlyNear.map { (judge.index(of: compiled.onlyNear), $0.within) }
        let unlessNear = rule.unlessNear.map { (judge.index(of: compiled.unlessNear), $0.within) }
        let fitting = spans.filter { span in
            guard rule.counts(in: scan.part(of: span.first)) else { return false }
            if let (index, within) = onlyNear, !index.hasNeighbour(of: span, within: within) {
                return false
            }
            guard let (index, within) = unlessNear else { return true }
            return !index.hasNeighbour(of: span, within: within)
        }
        let ordered = fitting.sorted {
            (scan.part(of: $0.first).rank, $0.first, $1.last, $1.start)
                < (scan.part(of: $1.first).rank, $1.first, $0.last, $0.start)
        }
        return TopicSums.withoutOverlaps(ordered)
    }

    private static func withoutOverlaps(_ spans: [Span]) -> [Span] {
        guard spans.count > 1 else { return spans }
        var taken: [Span] = []
        taken.reserveCapacity(spans.count)
        var words = BitSet(below: spans.reduce(0) { max($0, $1.last) })
        for span in spans where words.isDisjoint(with: span.first...span.last) {
            taken.append(span)
            words.formUnion(span.first...span.last)
        }
        return taken
    }
}

extension Rule {
    /// Whether hits in a part count; the lead is part of the body.
    func counts(in part: Part) -> Bool {
        parts.isEmpty || parts.contains(part) || part == .lead && parts.contains(.body)
    }
}

extension Part {
    /// The title first.
    var rank: Int {
        switch self {
        case .title: 0
        case .lead: 1
        case .body: 2
        }
    }
}
