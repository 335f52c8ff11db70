import News

/// A place where a term of a rule was found, in the company that it wants.
package struct TermHit: Sendable, Hashable {
    /// As the editor wrote it.
    package var term: String
    package var place: SettingsPlace
    /// The rule that lists it, itself or through a list.
    package var rule: String
    /// The folded letters of its first word, with all that is written onto it.
    package var firstWord: String
    package var quote: String
    /// It is part of what its rule counted.
    package var isCounted: Bool

    package init(
        term: String, place: SettingsPlace, rule: String, firstWord: String, quote: String,
        isCounted: Bool = true
    ) {
        self.isCounted = isCounted
        self.term = term
        self.place = place
        self.rule = rule
        self.firstWord = firstWord
        self.quote = quote
    }
}

extension TopicSums {
    /// What the terms of a topic's rules find, whether or not their rules come to anything. Rules
    /// that take points away are left out, and terms that must not be there.
    func termHits(of topic: CompiledTopic) -> [TermHit] {
        topic.rules.filter { $0.rule.weight > 0 }.flatMap { rule in
            let counted = account(of: rule)?.hits ?? []
            return rule.condition.wantedTerms.flatMap { compiled, term in
                scan.table.hits(of: compiled).map { hit in
                    TermHit(
                        term: term.text, place: term.place, rule: rule.rule.id,
                        firstWord: scan.text.searchable(Int(hit.first)),
                        quote: scan.quote(Int(hit.start), Int(hit.end)),
                        isCounted: counted.contains { $0.start <= hit.start && hit.end <= $0.end })
                }
            }
        }
    }
}

extension CompiledCondition {
    /// The terms that make it hold; those that must not be there are left out.
    var wantedTerms: [(CompiledTerm, Term)] {
        switch self {
        case .term(let compiled, let written): [(compiled, written.term)]
        case .reference, .none: []
        case .list(_, let condition): condition.wantedTerms
        case .any(let alternatives): alternatives.conditions.flatMap(\.wantedTerms)
        case .all(let conditions), .atLeast(_, let conditions):
            conditions.flatMap(\.wantedTerms)
        case .near(let groups, _): groups.flatMap { $0.conditions.flatMap(\.wantedTerms) }
        }
    }
}
