import News

/// A condition whose terms are patterns and whose references are resolved.
indirect enum CompiledCondition: Sendable {
    /// As compiled, and as the editor wrote it.
    case term(CompiledTerm, Term)
    case reference(Reference, Term)
    /// What a `$list` holds.
    case list(Term, CompiledCondition)
    case any(Alternatives)
    case all([CompiledCondition])
    case none(Alternatives)
    case atLeast(Int, [CompiledCondition])
    case near(groups: [Alternatives], Condition.Near)
}

/// Conditions of which any will do.
struct Alternatives: Sendable {
    /// One by one, in the order of the rule.
    let conditions: [CompiledCondition]
    /// The same with terms that follow each other put into one group.
    let steps: [Step]

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
    }
}

/// A rule ready to be judged. A class, so that it is passed on at the cost of one reference.
final class CompiledRule: Sendable {
    let rule: Rule
    let condition: CompiledCondition
    let unlessNear: Alternatives
    let onlyNear: Alternatives

    init(
        rule: Rule, condition: CompiledCondition, unlessNear: Alternatives, onlyNear: Alternatives
    ) {
        self.rule = rule
        self.condition = condition
        self.unlessNear = unlessNear
        self.onlyNear = onlyNear
    }

    /// The same, in whatever part of a document.
    var anywhere: CompiledRule {
        var rule = rule
        rule.parts = []
        return CompiledRule(
            rule: rule, condition: condition, unlessNear: unlessNear, onlyNear: onlyNear)
    }
}

/// A topic ready to be judged.
struct CompiledTopic: Sendable {
    var topic: TopicRules
    /// The number of its first rule; the others follow.
    var firstRule: Int
    var requires: [CompiledCondition]
    var vetoes: [CompiledCondition]
    var rules: [CompiledRule]
}

/// Compiles topics' rules into patterns, collecting what cannot be used.
struct TopicCompiler {
    let lexicon: Lexicon
    let lists: [String: [Condition]]
    let topicIDs: Set<String>
    private(set) var problems: [SettingsProblem] = []
    private(set) var groups = TermGroups()
    private(set) var wakers = RuleWakers()
    /// What lists came to, so that all rules that name one share its groups.
    private var knownLists: [String: CompiledCondition] = [:]
    /// Lists under way, to see a list that names itself.
    private var openLists: [String] = []

    init(_ settings: TopicSettings, lexicon: Lexicon) {
        self.lexicon = lexicon
        lists = settings.lists
        topicIDs = Set(settings.topics.map(\.id))
    }

    mutating func compile(_ topic: TopicRules, in builder: inout MatcherBuilder) -> CompiledTopic {
        var compiled = CompiledTopic(
            topic: topic, firstRule: wakers.ruleCount,
            requires: compile(topic.requires, in: &builder),
            vetoes: compile(topic.vetoes, in: &builder), rules: [])
        for rule in topic.rules {
            guard let rule = compile(rule, in: &builder) else { continue }
            wakers.add(rule.condition)
            compiled.rules.append(rule)
        }
        return compiled
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
            return .term(compiled, term)
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
        return .reference(reference, term)
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
                SettingsProblem("there is no list ‘\(term.text)’\(hint)", at: term.place))
            return nil
        }
        openLists.append(name)
        defer { openLists.removeLast() }
        knownLists[name] = compile(.any(list), in: &builder).map { .list(term, $0) }
        return knownLists[name]
    }
}
