import News

/// A condition whose terms are patterns and whose references are resolved.
indirect enum CompiledCondition: Sendable {
    /// As compiled, and as the editor wrote it.
    case term(CompiledTerm, Written)
    /// With a number that all conditions of the same reference share.
    case reference(Reference, number: Int, Written)
    /// What a `$list` holds.
    case list(Written, CompiledCondition)
    case any(Alternatives)
    case all([CompiledCondition])
    case none(Alternatives)
    case atLeast(Int, [CompiledCondition])
    case near(groups: [Alternatives], Condition.Near)
}

/// A term as the editor wrote it. A class, for a judge passes by it a hundred times.
final class Written: Sendable {
    let term: Term
    init(_ term: Term) { self.term = term }
    var text: String { term.text }
}

/// Conditions of which any will do.
final class Alternatives: Sendable {
    /// One by one, in the order of the rule; none where they are only to be judged.
    let conditions: [CompiledCondition]
    /// The same with terms that follow each other put into one group.
    let steps: [Step]
    /// Its place among all alternatives.
    let number: Int
    /// Whether it depends on topics, which may hold or not by what asks for them.
    let asksTopics: Bool
    /// Whether one of them is a nearness, or holds one.
    let hasNearness: Bool

    enum Step: Sendable {
        /// The number of a group of ``TermGroups``.
        case group(Int)
        case condition(CompiledCondition)
    }

    init(_ conditions: [CompiledCondition], in groups: inout TermGroups) {
        self.conditions = conditions
        var steps: [Step] = []
        var run: [CompiledTerm] = []
        for condition in conditions {
            if case .term(let term, _) = condition {
                run.append(term)
                continue
            }
            if !run.isEmpty { steps.append(.group(groups.add(run))) }
            run = []
            steps.append(.condition(condition))
        }
        if !run.isEmpty { steps.append(.group(groups.add(run))) }
        self.steps = steps
        number = groups.nextAlternatives()
        asksTopics = conditions.contains(where: \.asksTopics)
        hasNearness = conditions.contains(where: \.hasNearness)
    }

    /// The same by other steps, which come to the same, and without its conditions one by one.
    func withSteps(_ steps: [Step]) -> Alternatives { Alternatives(self, steps) }

    private init(_ other: Alternatives, _ steps: [Step]) {
        conditions = []
        self.steps = steps
        number = other.number
        asksTopics = other.asksTopics
        hasNearness = other.hasNearness
    }
}

extension CompiledCondition {
    /// Whether what makes it hold may be a stretch of which it asks for parts alone.
    fileprivate var hasNearness: Bool {
        switch self {
        case .term, .reference, .none: false
        case .list(_, let condition): condition.hasNearness
        case .any(let alternatives): alternatives.hasNearness
        case .all(let conditions), .atLeast(_, let conditions):
            conditions.contains(where: \.hasNearness)
        case .near: true
        }
    }

    fileprivate var asksTopics: Bool {
        switch self {
        case .reference(.topic, _, _): true
        case .term, .reference: false
        case .list(_, let condition): condition.asksTopics
        case .any(let alternatives), .none(let alternatives): alternatives.asksTopics
        case .all(let conditions), .atLeast(_, let conditions):
            conditions.contains(where: \.asksTopics)
        case .near(let groups, _): groups.contains(where: \.asksTopics)
        }
    }
}

/// A rule ready to be judged. A class, so that it is passed on at the cost of one reference.
final class CompiledRule: Sendable {
    let rule: Rule
    let condition: CompiledCondition
    let unlessNear: Alternatives
    let onlyNear: Alternatives
    /// Whether its evidence may be a stretch of which it asks for parts alone.
    let hasNearness: Bool
    /// Whether it is for any document, whatever its language, outlet and feed.
    let isForAll: Bool

    init(
        rule: Rule, condition: CompiledCondition, unlessNear: Alternatives, onlyNear: Alternatives
    ) {
        self.rule = rule
        self.condition = condition
        hasNearness = condition.hasNearness
        self.unlessNear = unlessNear
        self.onlyNear = onlyNear
        isForAll =
            rule.languages.isEmpty && rule.countries.isEmpty && rule.feeds.isEmpty
            && rule.tags.isEmpty
    }

    /// The same, in whatever part of a document.
    var anywhere: CompiledRule {
        var rule = rule
        rule.parts = []
        return CompiledRule(
            rule: rule, condition: condition, unlessNear: unlessNear, onlyNear: onlyNear)
    }
}

/// A topic ready to be judged. A class, like its rules.
final class CompiledTopic: Sendable {
    let topic: TopicRules
    /// Its place among the topics; that of relevance is behind them.
    let number: Int
    /// The number of its first rule; the others follow.
    let firstRule: Int
    let requires: [CompiledCondition]
    let vetoes: [CompiledCondition]
    let rules: [CompiledRule]

    init(
        topic: TopicRules, number: Int, firstRule: Int, requires: [CompiledCondition],
        vetoes: [CompiledCondition], rules: [CompiledRule]
    ) {
        self.topic = topic
        self.number = number
        self.firstRule = firstRule
        self.requires = requires
        self.vetoes = vetoes
        self.rules = rules
    }
}

/// Compiles topics' rules into patterns, collecting what cannot be used.
struct TopicCompiler {
    let lexicon: Lexicon
    let lists: [String: [Condition]]
    let topicIDs: Set<String>
    private(set) var problems: [SettingsProblem] = []
    private(set) var groups = TermGroups()
    /// The conditions of all rules, by number.
    private(set) var conditions: [CompiledCondition] = []
    /// The patterns of all terms and of their company.
    private(set) var patterns = BitSet()
    /// The numbers of all references.
    private(set) var references: [Reference: Int] = [:]
    /// What lists came to, so that all rules that name one share its groups.
    private var knownLists: [String: CompiledCondition] = [:]
    /// Lists under way, to see a list that names itself.
    private var openLists: [String] = []

    init(_ settings: TopicSettings, lexicon: Lexicon) {
        self.lexicon = lexicon
        lists = settings.lists
        topicIDs = Set(settings.topics.map(\.id))
    }

    mutating func compile(
        _ topic: TopicRules, number: Int, in builder: inout MatcherBuilder
    ) -> CompiledTopic {
        let firstRule = conditions.count
        problems += problemsOfCompany(of: topic)
        let requires = compile(topic.requires, in: &builder)
        let vetoes = compile(topic.vetoes, in: &builder)
        var rules: [CompiledRule] = []
        for rule in topic.rules {
            guard let rule = compile(rule, in: &builder) else { continue }
            conditions.append(rule.condition)
            rules.append(rule)
        }
        return CompiledTopic(
            topic: topic, number: number, firstRule: firstRule, requires: requires,
            vetoes: vetoes, rules: rules)
    }

    private mutating func compile(_ rule: Rule, in builder: inout MatcherBuilder) -> CompiledRule? {
        guard let condition = compile(rule.condition, in: &builder) else {
            problems.append(
                SettingsProblem(
                    "rule ‘\(rule.id)’ can never hold: none of its terms can be used",
                    at: rule.place, isConsequence: true))
            return nil
        }
        return CompiledRule(
            rule: rule, condition: condition,
            unlessNear: alternatives(rule.unlessNear?.terms ?? [], in: &builder),
            onlyNear: alternatives(rule.onlyNear?.terms ?? [], in: &builder))
    }

    private mutating func alternatives(
        _ conditions: [Condition], in builder: inout MatcherBuilder
    ) -> Alternatives {
        Alternatives(compile(conditions, in: &builder), in: &groups)
    }

    private mutating func compile(
        _ conditions: [Condition], in builder: inout MatcherBuilder
    ) -> [CompiledCondition] {
        conditions.compactMap { compile($0, in: &builder) }
    }

    private mutating func compile(
        _ condition: Condition, in builder: inout MatcherBuilder
    ) -> CompiledCondition? {
        switch condition {
        case .term(let term): return compile(term, in: &builder)
        case .any(let conditions):
            let compiled = alternatives(conditions, in: &builder)
            return compiled.conditions.isEmpty ? nil : .any(compiled)
        case .all(let conditions):
            let compiled = compile(conditions, in: &builder)
            return compiled.count == conditions.count ? .all(compiled) : nil
        case .none(let conditions): return .none(alternatives(conditions, in: &builder))
        case .atLeast(let count, let conditions):
            let compiled = compile(conditions, in: &builder)
            return compiled.count >= count ? .atLeast(count, compiled) : nil
        case .near(let near):
            let groups = near.groups.map { alternatives($0, in: &builder) }
            return groups.contains(where: \.conditions.isEmpty)
                ? nil : .near(groups: groups, near)
        }
    }

    private mutating func compile(
        _ term: Term, in builder: inout MatcherBuilder
    ) -> CompiledCondition? {
        switch term.text.first {
        case "@", "#": return reference(term)
        case "$": return list(term, in: &builder)
        default:
            guard let compiled = CompiledTerm(term, in: &builder) else {
                problems.append(
                    SettingsProblem("‘\(term.text)’ holds no word to look for", at: term.place))
                return nil
            }
            patterns.insert(Int(compiled.pattern))
            for pattern in compiled.company?.patterns ?? [] { patterns.insert(Int(pattern)) }
            return .term(compiled, Written(term))
        }
    }

    private mutating func reference(_ term: Term) -> CompiledCondition? {
        guard let reference = Reference(term.text, lexicon: lexicon) else {
            problems.append(
                SettingsProblem(
                    "‘\(term.text)’ names nothing in the lexicon"
                        + Reference.suggestion(for: term.text, lexicon: lexicon),
                    at: term.place))
            return nil
        }
        if case .topic(let id) = reference, !topicIDs.contains(id) {
            let hint = Suggestion.question(for: id, among: topicIDs, sign: "#")
            problems.append(
                SettingsProblem("‘\(term.text)’ names no topic\(hint)", at: term.place))
            return nil
        }
        let number = references[reference] ?? references.count
        references[reference] = number
        return .reference(reference, number: number, Written(term))
    }

    private mutating func list(
        _ term: Term, in builder: inout MatcherBuilder
    ) -> CompiledCondition? {
        let name = String(term.text.dropFirst())
        if let known = knownLists[name] { return known }
        guard !openLists.contains(name) else {
            problems.append(
                SettingsProblem("the list ‘\(term.text)’ names itself", at: term.place))
            return nil
        }
        guard let list = lists[name] else {
            let hint = Suggestion.question(for: name, among: lists.keys, sign: "$")
            problems.append(
                SettingsProblem(
                    "there is no list ‘\(term.text)’\(hint)", at: term.place,
                    isConsequence: lists.isEmpty))
            return nil
        }
        openLists.append(name)
        defer { openLists.removeLast() }
        knownLists[name] = compile(.any(list), in: &builder).map { .list(Written(term), $0) }
        return knownLists[name]
    }
}
