/// Which topics of two sets of rules come to the same in any text: those that are worded alike,
/// and all lists and topics that they name.
struct UnchangedTopics {
    /// The ids of topics; relevance by its own.
    let ids: Set<String>

    /// - Parameter presentTopics, otherTopics: over one lexicon.
    init(_ present: TopicSettings, _ other: TopicSettings) {
        let one = UnchangedTopics.wordings(of: present)
        let two = UnchangedTopics.wordings(of: other)
        var changed = Set(one.keys).union(two.keys).filter { one[$0] != two[$0] }
        var isGrowing = true
        while isGrowing {
            let reached = one.keys.filter { name in
                !changed.contains(name) && !(one[name]?.names.isDisjoint(with: changed) ?? true)
            }
            changed.formUnion(reached)
            isGrowing = !reached.isEmpty
        }
        let all = present.topics.map(\.id) + [present.relevance.id]
        ids = Set(all.filter { !changed.contains("#" + $0) && two["#" + $0] != nil })
    }

    /// What a topic or a list says, wherever it is written, and the lists and topics it names.
    private struct Wording: Hashable {
        var topic: TopicRules?
        var list: [Condition] = []
        var names: Set<String> = []
    }

    /// By `#topic` and `$list`.
    private static func wordings(of settings: TopicSettings) -> [String: Wording] {
        var wordings: [String: Wording] = [:]
        for topic in settings.topics + [settings.relevance] {
            var names: Set<String> = []
            let bare = topic.bare(&names)
            wordings["#" + topic.id] = Wording(topic: bare, names: names)
        }
        for (name, list) in settings.lists {
            var names: Set<String> = []
            let bare = list.map { $0.bare(&names) }
            wordings["$" + name] = Wording(list: bare, names: names)
        }
        return wordings
    }
}

// Each without what says where it is written and what is told of it; the lists and topics that it
// names are put among the names.

extension TopicRules {
    fileprivate func bare(_ names: inout Set<String>) -> TopicRules {
        var bare = TopicRules(
            id: id, threshold: threshold, primary: primary, secondary: secondary)
        bare.requires = requires.map { $0.bare(&names) }
        bare.vetoes = vetoes.map { $0.bare(&names) }
        bare.rules = rules.map { $0.bare(&names) }
        return bare
    }
}

extension Rule {
    fileprivate func bare(_ names: inout Set<String>) -> Rule {
        var bare = self
        bare.condition = condition.bare(&names)
        bare.onlyNear?.terms = onlyNear?.terms.map { $0.bare(&names) } ?? []
        bare.unlessNear?.terms = unlessNear?.terms.map { $0.bare(&names) } ?? []
        bare.note = nil
        bare.examples = Examples()
        bare.place = SettingsPlace()
        return bare
    }
}

extension Condition {
    fileprivate func bare(_ names: inout Set<String>) -> Condition {
        switch self {
        case .term(let term):
            if term.text.hasPrefix("#") || term.text.hasPrefix("$") { names.insert(term.text) }
            return .term(term.bare)
        case .any(let conditions): return .any(conditions.map { $0.bare(&names) })
        case .all(let conditions): return .all(conditions.map { $0.bare(&names) })
        case .none(let conditions): return .none(conditions.map { $0.bare(&names) })
        case .atLeast(let count, let conditions):
            return .atLeast(count, conditions.map { $0.bare(&names) })
        case .near(var near):
            near.groups = near.groups.map { $0.map { $0.bare(&names) } }
            return .near(near)
        }
    }
}

extension Term {
    fileprivate var bare: Term { Term(text, company: company?.bare) }
}

extension Term.Company {
    fileprivate var bare: Term.Company {
        var bare = self
        bare.onlyNear = onlyNear.map(\.bare)
        bare.unlessNear = unlessNear.map(\.bare)
        bare.after = after.map(\.bare)
        bare.notAfter = notAfter.map(\.bare)
        bare.before = before.map(\.bare)
        bare.notBefore = notBefore.map(\.bare)
        return bare
    }
}

extension LexiconEntry {
    /// Whether another says the same, wherever either is written.
    func isWorded(as other: LexiconEntry) -> Bool {
        kind == other.kind && id == other.id && names == other.names
            && attributes == other.attributes
            && terms.mapValues { $0.map(\.bare) } == other.terms.mapValues { $0.map(\.bare) }
    }
}
