import News

/// Says of conditions whether they hold in a scanned document, and where.
///
/// Lives as long as one document is judged, and remembers what its groups of terms came to:
/// many rules share their lists.
final class ConditionJudge {
    let scan: Scan
    let facts: JudgedFacts
    let police: PoliceMentions
    private let groups: TermGroups
    private let matches: TermGroups.Matches
    private var spansOfGroup: Memo<[Span]>
    private var outcomeOfReference: Memo<Outcome>
    private var outcomeOfAlternatives: Memo<Outcome>
    /// Which topics reached their threshold.
    var holdsTopic: (String) -> Bool = { _ in false }

    init(
        scan: Scan, facts: JudgedFacts, police: PoliceMentions, groups: TermGroups,
        referenceCount: Int
    ) {
        self.scan = scan
        self.facts = facts
        self.police = police
        self.groups = groups
        matches = groups.matches(in: scan.table)
        spansOfGroup = Memo(count: groups.count)
        outcomeOfReference = Memo(count: referenceCount)
        outcomeOfAlternatives = Memo(count: groups.alternativesCount)
    }

    func outcome(of condition: CompiledCondition) -> Outcome {
        switch condition {
        case .term(let term, _): return outcome(of: term)
        case .reference(let reference, let number, _):
            return outcome(of: reference, number: number)
        case .list(_, let condition): return outcome(of: condition)
        case .any(let alternatives): return any(of: alternatives)
        case .all(let conditions): return atLeast(conditions.count, conditions)
        case .none(let alternatives):
            return Outcome(holds: !any(of: alternatives).holds, spans: [])
        case .atLeast(let count, let conditions): return atLeast(count, conditions)
        case .near(let groups, let near): return outcome(of: groups, near)
        }
    }

    private func outcome(of term: CompiledTerm) -> Outcome {
        guard scan.table.has(term.pattern) else { return .fails }
        return Outcome(scan.table.hits(of: term).map(Span.init))
    }

    private func spans(of group: Int) -> [Span] {
        guard matches.has(group) else { return [] }
        if let known = spansOfGroup[group] { return known }
        let spans = groups.spans(of: group, matches, in: scan.table)
        spansOfGroup.keep(spans, as: group)
        return spans
    }

    private func any(of alternatives: Alternatives) -> Outcome {
        guard !alternatives.asksTopics else { return freshAny(of: alternatives) }
        if let known = outcomeOfAlternatives[alternatives.number] { return known }
        let outcome = freshAny(of: alternatives)
        outcomeOfAlternatives.keep(outcome, as: alternatives.number)
        return outcome
    }

    private func freshAny(of alternatives: Alternatives) -> Outcome {
        var joined = Outcome.fails
        for step in alternatives.steps {
            switch step {
            case .group(let group): joined.add(Outcome(spans(of: group)))
            case .condition(let condition): joined.add(outcome(of: condition))
            }
        }
        return joined
    }

    private func atLeast(_ count: Int, _ conditions: [CompiledCondition]) -> Outcome {
        var spans: [Span] = []
        var missing = count
        for (index, condition) in conditions.enumerated() {
            guard conditions.count - index >= missing else { return .fails }
            let outcome = outcome(of: condition)
            guard outcome.holds else { continue }
            missing -= 1
            spans += outcome.spans
        }
        return missing <= 0 ? Outcome(holds: true, spans: spans) : .fails
    }

    // MARK: Nearness

    private func outcome(of groups: [Alternatives], _ near: Condition.Near) -> Outcome {
        var spans: [[Span]] = []
        for group in groups {
            let found = any(of: group).spans
            guard !found.isEmpty else { return .fails }
            spans.append(found)
        }
        guard let first = spans.first else { return .fails }
        let others = spans.dropFirst().map { SpanIndex($0, sentences: scan.sentences) }
        return Outcome(first.compactMap { chain(from: $0, others, near) })
    }

    /// The stretch from a span over the nearest of each further group; nil where one is too far.
    private func chain(from start: Span, _ groups: [SpanIndex], _ near: Condition.Near) -> Span? {
        var whole = start
        var last = start
        for group in groups {
            guard let nearest = group.nearest(to: last, near) else { return nil }
            whole = whole.joined(with: nearest)
            if near.isOrdered { last = nearest }
        }
        return whole
    }

    /// What of a stretch that made a condition hold it asks for, where that is not all of it.
    func terms(of rule: CompiledRule, within stretch: Span) -> [Evidence.Term]? {
        guard rule.hasNearness, stretch.first < stretch.last else { return nil }
        var terms: [Evidence.Term] = []
        let found = spans(of: rule.condition, within: stretch)
        for span in found.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            guard let last = terms.last, span.start <= last.end else {
                terms.append(Evidence.Term(start: span.start, end: span.end))
                continue
            }
            terms[terms.count - 1].end = max(last.end, span.end)
        }
        return terms.isEmpty || terms[0].end - terms[0].start == stretch.end - stretch.start
            ? nil : terms
    }

    /// What its terms and references found there.
    private func spans(of condition: CompiledCondition, within stretch: Span) -> [Span] {
        switch condition {
        case .term, .reference: outcome(of: condition).spans.filter(stretch.holds)
        case .list(_, let condition): spans(of: condition, within: stretch)
        case .any(let alternatives): spans(of: alternatives, within: stretch)
        case .all(let conditions), .atLeast(_, let conditions):
            conditions.flatMap { spans(of: $0, within: stretch) }
        case .near(let groups, _): groups.flatMap { spans(of: $0, within: stretch) }
        case .none: []
        }
    }

    private func spans(of alternatives: Alternatives, within stretch: Span) -> [Span] {
        alternatives.steps.flatMap { step in
            switch step {
            case .group(let group): spans(of: group).filter(stretch.holds)
            case .condition(let condition): spans(of: condition, within: stretch)
            }
        }
    }

    func isSameSentence(_ one: Span, _ other: Span) -> Bool {
        scan.sentences.number(of: one.first) == scan.sentences.number(of: other.first)
    }

    /// What meets one of some conditions, for questions of what stands near what.
    func index(of alternatives: Alternatives) -> SpanIndex {
        SpanIndex(any(of: alternatives).spans, sentences: scan.sentences)
    }

    /// Whether a condition is met within so many words of a span, in its sentence.
    func isNear(_ condition: CompiledCondition, _ span: Span, within: Int) -> Bool {
        SpanIndex(outcome(of: condition).spans, sentences: scan.sentences)
            .hasNeighbour(of: span, within: within)
    }

    // MARK: References

    private func outcome(of reference: Reference, number: Int) -> Outcome {
        // Whether a topic holds may depend on which one asks.
        if case .topic(let id) = reference { return Outcome(holds: holdsTopic(id), spans: []) }
        if let known = outcomeOfReference[number] { return known }
        let outcome = freshOutcome(of: reference)
        outcomeOfReference.keep(outcome, as: number)
        return outcome
    }

    private func freshOutcome(of reference: Reference) -> Outcome {
        switch reference {
        case .entries(let numbers):
            return Outcome(
                numbers.flatMap { number in
                    scan.all(scan.lexicon.kinds[number]).filter { $0.entry == number }
                        .map { Span($0.hit) }
                })
        case .kind(let kind): return Outcome(scan.longest(kind).map { Span($0.hit) })
        case .country(let scope):
            return Outcome(
                scan.longest(.countries).filter { scope.covers(scan.traits($0).id) }
                    .map { Span($0.hit) })
        case .place(let kind, let scope): return places(kind, scope)
        case .police(let scope, let standing):
            return Outcome(
                police.mentions.filter { mention in
                    scope.covers(mention.country)
                        && (standing == nil || standing == mention.standing)
                }.map(\.span))
        case .setting(let scope):
            return Outcome(police.grounds.settings(scope.covers).map(span))
        case .act(let id):
            return Outcome(
                scan.longest(.acts).filter { scan.traits($0).id == id }.map { Span($0.hit) })
        case .quantity(let unit): return quantities(unit)
        case .topic(let id): return Outcome(holds: holdsTopic(id), spans: [])
        }
    }

    private func places(_ kind: String?, _ scope: Reference.Scope) -> Outcome {
        Outcome(
            facts.places.filter { (kind == nil || $0.kind == kind) && scope.covers($0.country) }
                .flatMap(\.mentions)
                .compactMap { scan.words(from: $0.start, to: $0.end).map(span) })
    }

    private func span(of words: ClosedRange<Int>) -> Span {
        Span(
            first: words.lowerBound, last: words.upperBound,
            start: scan.start(of: words.lowerBound), end: scan.end(of: words.upperBound))
    }

    private func quantities(_ unit: String?) -> Outcome {
        Outcome(
            facts.quantities.filter { quantity in
                unit == nil || quantity.unit == unit || kindOfUnit(quantity.unit) == unit
                    || unit == "drug" && measuresDrug(quantity)
            }.compactMap { quantity in
                scan.words(from: quantity.start, to: quantity.end).map { words in
                    Span(
                        first: words.lowerBound, last: words.upperBound, start: quantity.start,
                        end: quantity.end)
                }
            })
    }

    /// «15 كيلوغراما من الشيرا»: the unit is the kilogramme, the drug is what is weighed.
    private func measuresDrug(_ quantity: Quantity) -> Bool {
        guard quantity.of != nil,
            let words = scan.words(from: quantity.start, to: quantity.end)
        else { return false }
        return scan.longest(.drugs).contains {
            $0.first >= words.lowerBound && $0.first <= words.upperBound + 3
        }
    }

    private func kindOfUnit(_ unit: String?) -> String? {
        guard let unit else { return nil }
        if scan.lexicon.entry(.drugs, unit) != nil { return "drug" }
        let entry = scan.lexicon.entry(.counted, unit) ?? scan.lexicon.entry(.units, unit)
        return entry?.attributes["of-kind"]
    }
}

extension Scan {
    /// The words that lie between two scalar offsets; nil where there are none.
    func words(from start: Int, to end: Int) -> ClosedRange<Int>? {
        let first = firstWord { Int($0.scalarEnd) > start }
        let behind = firstWord { Int($0.scalarStart) >= end }
        return first < behind ? first...(behind - 1) : nil
    }

    /// The first word of which something holds that holds of all behind it; the count where
    /// none is.
    private func firstWord(_ holds: (Token) -> Bool) -> Int {
        var low = 0
        var high = text.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if holds(text.tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
