import News

/// What the rules say of a document.
struct Judgement: Sendable {
    var isRelevant = false
    var score = 0.0
    var topics: [TopicFinding] = []
    var relevance: [Evidence] = []
}

/// All topics, compiled; judges a scanned document.
///
/// A rule counts its first hit fully and each further one half, up to twice its weight; a hit
/// in the title counts one and a half times. A topic counts when its sum reaches its threshold,
/// all that it requires holds and nothing that it vetoes does. Topics are judged only where the
/// document is relevant.
struct Topics: Sendable {
    let rules: [TopicRules]
    let problems: [SettingsProblem]
    let topics: [CompiledTopic]
    let relevance: CompiledTopic

    init(_ settings: TopicSettings, lexicon: Lexicon, into builder: inout MatcherBuilder) {
        var compiler = TopicCompiler(settings, lexicon: lexicon)
        topics = settings.topics.map { compiler.compile($0, in: &builder) }
        relevance = compiler.compile(settings.relevance, in: &builder)
        problems = compiler.problems
        rules = settings.topics
    }

    func judge(_ scan: Scan, _ facts: Facts) -> Judgement {
        let police = PoliceMentions(scan, facts)
        let sums = TopicSums(topics: topics, scan: scan, facts: facts, police: police)
        let relevant = sums.sum(of: relevance)
        var judgement = Judgement()
        judgement.isRelevant = relevant.isReached
        judgement.relevance = relevant.evidence
        judgement.score = Topics.rounded(relevant.score)
        guard judgement.isRelevant else { return judgement }
        judgement.topics = topics.compactMap { finding(of: $0, sums) }
            .sorted { ($1.score, $0.id) < ($0.score, $1.id) }
        return judgement
    }

    var compiledRules: [CompiledRule] { (topics + [relevance]).flatMap(\.rules) }

    /// Whether a rule counts anything, its part of the document aside.
    func holds(_ compiled: CompiledRule, _ scan: Scan, _ facts: Facts) -> Bool {
        var anywhere = compiled
        anywhere.rule.parts = []
        let sums = TopicSums(
            topics: topics, scan: scan, facts: facts, police: PoliceMentions(scan, facts))
        var topic = relevance
        topic.rules = [anywhere]
        return sums.sum(of: topic).score != 0
    }

    private func finding(of topic: CompiledTopic, _ sums: TopicSums) -> TopicFinding? {
        let sum = sums.sum(of: topic)
        guard sum.isReached else { return nil }
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

/// Adds up topics for one document.
struct TopicSums {
    let topics: [CompiledTopic]
    let scan: Scan
    let facts: Facts
    let police: PoliceMentions

    func sum(of topic: CompiledTopic) -> TopicSum { sum(of: topic, open: []) }

    /// - Parameter open: topics under way; one that asks for itself does not hold.
    private func sum(of topic: CompiledTopic, open: [String]) -> TopicSum {
        let judge = judge(of: topic, open: open)
        var sum = TopicSum()
        sum.rules = topic.rules.compactMap { account(of: $0, judge) }
        sum.score = sum.rules.reduce(0) { $0 + $1.points }
        sum.isReached =
            sum.score >= topic.topic.threshold
            && topic.requires.allSatisfy { judge.outcome(of: $0).holds }
            && !topic.vetoes.contains { judge.outcome(of: $0).holds }
        return sum
    }

    /// Judges a topic's conditions, other topics among them.
    func judge(of topic: CompiledTopic, open: [String] = []) -> ConditionJudge {
        ConditionJudge(scan: scan, facts: facts, police: police) { id in
            guard !open.contains(id), let other = topics.first(where: { $0.topic.id == id }) else {
                return false
            }
            return self.sum(of: other, open: open + [topic.topic.id]).isReached
        }
    }

    /// What a rule adds; nil where it adds nothing.
    private func account(of compiled: CompiledRule, _ judge: ConditionJudge) -> RuleAccount? {
        let rule = compiled.rule
        guard isFor(rule) else { return nil }
        let outcome = judge.outcome(of: compiled.condition)
        guard outcome.holds else { return nil }
        var account = RuleAccount(rule: rule.id, weight: rule.weight)
        guard !outcome.spans.isEmpty else {
            guard rule.parts.isEmpty else { return nil }
            account.points = rule.weight
            return account
        }
        let counted = counted(outcome.spans, compiled, judge)
        guard !counted.isEmpty else { return nil }
        account.hits = counted.prefix(3).enumerated().map { number, span in
            hit(span, number: number, of: rule)
        }
        account.uncounted = max(0, counted.count - 3)
        account.points = account.hits.reduce(0) { $0 + $1.points }
        return account
    }

    private func hit(_ span: Span, number: Int, of rule: Rule) -> Evidence {
        let part = scan.part(of: span.first)
        return Evidence(
            rule: rule.id,
            points: rule.weight * (number == 0 ? 1 : 0.5) * (part == .title ? 1.5 : 1),
            quote: scan.quote(span.start, span.end), start: span.start, end: span.end, part: part)
    }

    func isFor(_ rule: Rule) -> Bool {
        let document = scan.document
        return (rule.languages.isEmpty || rule.languages.contains(scan.language))
            && (rule.countries.isEmpty || rule.countries.contains(document.country ?? "MA"))
            && (rule.feeds.isEmpty || rule.feeds.contains(document.source))
            && (rule.tags.isEmpty || !rule.tags.isDisjoint(with: document.tags))
    }

    /// The spans that count, those in the title first, overlapping ones once.
    private func counted(
        _ spans: [Span], _ compiled: CompiledRule, _ judge: ConditionJudge
    ) -> [Span] {
        let rule = compiled.rule
        let fitting = Set(spans).filter { span in
            guard rule.counts(in: scan.part(of: span.first)) else { return false }
            if let near = rule.onlyNear,
                !judge.isNear(compiled.onlyNear, span, within: near.within)
            {
                return false
            }
            guard let near = rule.unlessNear else { return true }
            return !judge.isNear(compiled.unlessNear, span, within: near.within)
        }
        let ordered = fitting.sorted {
            (scan.part(of: $0.first).rank, $0.first, $1.last)
                < (scan.part(of: $1.first).rank, $1.first, $0.last)
        }
        var taken: [Span] = []
        for span in ordered
        where !taken.contains(where: { $0.first <= span.last && span.first <= $0.last }) {
            taken.append(span)
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
