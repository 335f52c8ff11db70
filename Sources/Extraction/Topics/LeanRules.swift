import News

/// Rules for judging alone: without what editors wrote, which explaining and tuning read, and
/// which is more than what judges need of it.
struct LeanRules {
    /// By number, those that are lean already: lists are shared by many rules.
    private var known: [Int: Alternatives] = [:]

    mutating func topic(_ topic: CompiledTopic) -> CompiledTopic {
        var rules = topic.topic
        rules.requires = []
        rules.vetoes = []
        rules.rules = []
        return CompiledTopic(
            topic: rules, number: topic.number, firstRule: topic.firstRule,
            requires: topic.requires.map { condition($0) },
            vetoes: topic.vetoes.map { condition($0) }, rules: topic.rules.map { rule($0) })
    }

    private mutating func rule(_ compiled: CompiledRule) -> CompiledRule {
        var rule = compiled.rule
        rule.condition = .any([])
        rule.unlessNear?.terms = []
        rule.onlyNear?.terms = []
        rule.note = nil
        rule.examples = Rule.Examples()
        return CompiledRule(
            rule: rule, condition: condition(compiled.condition),
            unlessNear: alternatives(compiled.unlessNear),
            onlyNear: alternatives(compiled.onlyNear))
    }

    private mutating func condition(_ condition: CompiledCondition) -> CompiledCondition {
        switch condition {
        case .term(let term, _): .term(term, .forgotten)
        case .reference(let reference, let number, _):
            .reference(reference, number: number, .forgotten)
        // What it is called is told of alone.
        case .list(_, let condition): self.condition(condition)
        case .any(let any): .any(alternatives(any))
        case .all(let conditions): .all(conditions.map { self.condition($0) })
        case .none(let none): .none(alternatives(none))
        case .atLeast(let count, let conditions):
            .atLeast(count, conditions.map { self.condition($0) })
        case .near(let groups, let near):
            .near(groups: groups.map { alternatives($0) }, near.withoutGroups)
        }
    }

    private mutating func alternatives(_ alternatives: Alternatives) -> Alternatives {
        if let lean = known[alternatives.number] { return lean }
        let lean = alternatives.withSteps(
            alternatives.steps.map { step in
                if case .condition(let condition) = step {
                    .condition(self.condition(condition))
                } else {
                    step
                }
            })
        known[alternatives.number] = lean
        return lean
    }
}

extension Written {
    fileprivate static let forgotten = Written(Term(""))
}

extension Condition.Near {
    /// They are compiled beside it.
    fileprivate var withoutGroups: Condition.Near {
        var near = self
        near.groups = []
        return near
    }
}
