import News

/// A condition whose terms are patterns and whose references are resolved.
indirect enum CompiledCondition: Sendable {
    /// One of the terms of a group, by its number in ``TermGroups``.
    case terms(Int)
    case reference(Reference)
    case any([CompiledCondition])
    case all([CompiledCondition])
    case none([CompiledCondition])
    case atLeast(Int, [CompiledCondition])
    case near(groups: [[CompiledCondition]], Nearness)

    /// How near is near.
    struct Nearness: Sendable {
        /// In words.
        var within: Int
        /// In the order of the groups.
        var isOrdered: Bool
        var crossesSentences: Bool
    }
}

/// A rule ready to be judged.
struct CompiledRule: Sendable {
    var rule: Rule
    var condition: CompiledCondition
    var unlessNear: [CompiledCondition]
    var onlyNear: [CompiledCondition]
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
    /// Lists under way, to see a list that names itself.
    private var openLists: [String] = []
    /// What lists came to, so that all rules that name one share its groups.
    private var knownLists: [String: CompiledCondition] = [:]

    init(_ settings: TopicSettings, lexicon: Lexicon) {
        self.lexicon = lexicon
        lists = settings.lists
        topicIDs = Set(settings.topics.map(\.id))
    }

    mutating func compile(_ topic: TopicRules, in builder: inout MatcherBuilder) -> CompiledTopic {
        var compiled = CompiledTopic(
            topic: topic, firstRule: wakers.ruleCount,
            requires: each(topic.requires, in: &builder),
            vetoes: each(topic.vetoes, in: &builder), rules: [])
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
                    at: rule.place))
            return nil
        }
        return CompiledRule(
            rule: rule, condition: condition,
            unlessNear: merged(rule.unlessNear?.terms ?? [], in: &builder),
            onlyNear: merged(rule.onlyNear?.terms ?? [], in: &builder))
    }

    /// Conditions that are counted one by one.
    private mutating func each(
        _ conditions: [Condition], in builder: inout MatcherBuilder
    ) -> [CompiledCondition] {
        conditions.compactMap { compile($0, in: &builder) }
    }

    /// Conditions of which any will do: terms that follow each other are one group.
    private mutating func merged(
        _ conditions: [Condition], in builder: inout MatcherBuilder
    ) -> [CompiledCondition] {
        var compiled: [CompiledCondition] = []
        var run: [CompiledTerm] = []
        for condition in conditions {
            if case .term(let term) = condition, TopicCompiler.isPlain(term) {
                if let term = plain(term, in: &builder) { run.append(term) }
            } else if let other = compile(condition, in: &builder) {
                if !run.isEmpty { compiled.append(.terms(groups.add(run))) }
                run = []
                compiled.append(other)
            }
        }
        if !run.isEmpty { compiled.append(.terms(groups.add(run))) }
        return compiled
    }

    private mutating func compile(
        _ condition: Condition, in builder: inout MatcherBuilder
    ) -> CompiledCondition? {
        switch condition {
        case .term(let term): return compile(term, in: &builder)
        case .any(let conditions):
            let compiled = merged(conditions, in: &builder)
            return compiled.isEmpty ? nil : .any(compiled)
        case .all(let conditions):
            let compiled = each(conditions, in: &builder)
            return compiled.count == conditions.count ? .all(compiled) : nil
        case .none(let conditions): return .none(merged(conditions, in: &builder))
        case .atLeast(let count, let conditions):
            let compiled = each(conditions, in: &builder)
            return compiled.count >= count ? .atLeast(count, compiled) : nil
        case .near(let near):
            let groups = near.groups.map { merged($0, in: &builder) }
            guard !groups.contains(where: \.isEmpty) else { return nil }
            return .near(
                groups: groups,
                CompiledCondition.Nearness(
                    within: near.within, isOrdered: near.isOrdered,
                    crossesSentences: near.crossesSentences))
        }
    }

    /// Neither a reference nor a list.
    private static func isPlain(_ term: Term) -> Bool {
        switch term.text.first {
        case "@", "#", "$": false
        default: true
        }
    }

    private mutating func compile(
        _ term: Term, in builder: inout MatcherBuilder
    ) -> CompiledCondition? {
        switch term.text.first {
        case "@", "#": return reference(term)
        case "$": return list(term, in: &builder)
        default: return plain(term, in: &builder).map { .terms(groups.add([$0])) }
        }
    }

    private mutating func plain(_ term: Term, in builder: inout MatcherBuilder) -> CompiledTerm? {
        guard let compiled = CompiledTerm(term, in: &builder) else {
            problems.append(
                SettingsProblem("‘\(term.text)’ holds no word to look for", at: term.place))
            return nil
        }
        return compiled
    }

    private mutating func reference(_ term: Term) -> CompiledCondition? {
        guard let reference = Reference(term.text, lexicon: lexicon) else {
            problems.append(
                SettingsProblem("‘\(term.text)’ names nothing in the lexicon", at: term.place))
            return nil
        }
        if case .topic(let id) = reference, !topicIDs.contains(id) {
            problems.append(SettingsProblem("‘\(term.text)’ names no topic", at: term.place))
            return nil
        }
        return .reference(reference)
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
            problems.append(SettingsProblem("there is no list ‘\(term.text)’", at: term.place))
            return nil
        }
        openLists.append(name)
        defer { openLists.removeLast() }
        knownLists[name] = compile(.any(list), in: &builder)
        return knownLists[name]
    }
}
