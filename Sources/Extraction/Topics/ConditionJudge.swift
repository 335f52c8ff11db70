import News

/// Says of conditions whether they hold in a scanned document, and where.
///
/// Lives as long as one document is judged, and remembers what its groups of terms came to:
/// many rules share their lists.
final class ConditionJudge {
    let scan: Scan
    let facts: Facts
    let police: PoliceMentions
    private let groups: TermGroups
    let matches: TermGroups.Matches
    private var spansOfGroup: [Int: [Span]] = [:]
    /// Which topics reached their threshold.
    var holdsTopic: (String) -> Bool = { _ in false }

    init(scan: Scan, facts: Facts, police: PoliceMentions, groups: TermGroups) {
        self.scan = scan
        self.facts = facts
        self.police = police
        self.groups = groups
        matches = groups.matches(in: scan.table)
    }

    func outcome(of condition: CompiledCondition) -> Outcome {
        switch condition {
        case .terms(let group): return Outcome(spans(of: group))
        case .reference(let reference): return outcome(of: reference)
        case .any(let conditions): return any(conditions)
        case .all(let conditions): return atLeast(conditions.count, conditions)
        case .none(let conditions):
            return Outcome(holds: !conditions.contains { outcome(of: $0).holds }, spans: [])
        case .atLeast(let count, let conditions): return atLeast(count, conditions)
        case .near(let groups, let near): return outcome(of: groups, near)
        }
    }

    private func spans(of group: Int) -> [Span] {
        guard matches.has(group) else { return [] }
        if let known = spansOfGroup[group] { return known }
        let spans = groups.spans(of: group, matches, in: scan.table)
        spansOfGroup[group] = spans
        return spans
    }

    private func any(_ conditions: [CompiledCondition]) -> Outcome {
        var joined = Outcome.fails
        for condition in conditions {
            let outcome = outcome(of: condition)
            joined.holds = joined.holds || outcome.holds
            joined.spans += outcome.spans
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

    private func outcome(
        of groups: [[CompiledCondition]], _ near: CompiledCondition.Nearness
    ) -> Outcome {
        var spans: [[Span]] = []
        for group in groups {
            spans.append(any(group).spans)
            guard let last = spans.last, !last.isEmpty else { return .fails }
        }
        guard let first = spans.first else { return .fails }
        return Outcome(first.compactMap { chain(from: $0, spans.dropFirst(), near) })
    }

    /// The stretch from a span over the nearest of each further group; nil where one is too far.
    private func chain(
        from start: Span, _ groups: ArraySlice<[Span]>, _ near: CompiledCondition.Nearness
    ) -> Span? {
        var whole = start
        var last = start
        for group in groups {
            guard let nearest = nearest(to: last, in: group, near) else { return nil }
            whole = whole.joined(with: nearest)
            if near.isOrdered { last = nearest }
        }
        return whole
    }

    private func nearest(
        to last: Span, in group: [Span], _ near: CompiledCondition.Nearness
    ) -> Span? {
        var nearest: Span?
        var least = near.within + 1
        for span in group where last.distance(to: span) < least {
            guard span != last, !near.isOrdered || span.first > last.last,
                near.crossesSentences || isSameSentence(last, span)
            else { continue }
            nearest = span
            least = last.distance(to: span)
        }
        return nearest
    }

    private func isSameSentence(_ one: Span, _ other: Span) -> Bool {
        scan.sentences.number(of: one.first) == scan.sentences.number(of: other.first)
    }

    /// Whether one of the conditions is met within so many words of a span, in its sentence.
    func isNear(_ conditions: [CompiledCondition], _ span: Span, within: Int) -> Bool {
        conditions.contains { condition in
            outcome(of: condition).spans.contains { other in
                other != span && isSameSentence(span, other)
                    && span.distance(to: other) <= within
            }
        }
    }

    // MARK: References

    private func outcome(of reference: Reference) -> Outcome {
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
                scan.longest(.countries).filter { scope.covers(scan.entry($0).id) }
                    .map { Span($0.hit) })
        case .place(let kind, let scope):
            return Outcome(
                scan.longest(.places).filter { hit in
                    let entry = scan.entry(hit)
                    return (kind == nil || entry.attributes["of-kind"] == kind)
                        && scope.covers(entry.attributes["country"])
                }.map { Span($0.hit) })
        case .police(let scope, let standing):
            return Outcome(
                police.mentions.filter { mention in
                    scope.covers(mention.country)
                        && (standing == nil || standing == mention.standing)
                }.map(\.span))
        case .act(let id):
            return Outcome(
                scan.longest(.acts).filter { scan.entry($0).id == id }.map { Span($0.hit) })
        case .quantity(let unit): return quantities(unit)
        case .topic(let id): return Outcome(holds: holdsTopic(id), spans: [])
        }
    }

    private func quantities(_ unit: String?) -> Outcome {
        Outcome(
            facts.quantities.filter { quantity in
                unit == nil || quantity.unit == unit || kindOfUnit(quantity.unit) == unit
            }.compactMap { quantity in
                scan.words(from: quantity.start, to: quantity.end).map { words in
                    Span(
                        first: words.lowerBound, last: words.upperBound, start: quantity.start,
                        end: quantity.end)
                }
            })
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
