import News

/// Says of conditions whether they hold in a scanned document, and where.
struct ConditionJudge {
    let scan: Scan
    let facts: Facts
    let police: PoliceMentions
    /// Which topics reached their threshold.
    let holdsTopic: (String) -> Bool

    func outcome(of condition: CompiledCondition) -> Outcome {
        switch condition {
        case .term(let term, _): return Outcome(scan.table.hits(of: term).map(Span.init))
        case .reference(let reference, _): return outcome(of: reference)
        case .list(_, let condition): return outcome(of: condition)
        case .any(let conditions):
            let outcomes = conditions.map(outcome)
            return Outcome(
                holds: outcomes.contains(where: \.holds), spans: outcomes.flatMap(\.spans))
        case .all(let conditions): return atLeast(conditions.count, conditions)
        case .none(let conditions):
            return Outcome(holds: !conditions.contains { outcome(of: $0).holds }, spans: [])
        case .atLeast(let count, let conditions): return atLeast(count, conditions)
        case .near(let groups, let near): return outcome(of: groups, near)
        }
    }

    private func atLeast(_ count: Int, _ conditions: [CompiledCondition]) -> Outcome {
        let holding = conditions.map(outcome).filter(\.holds)
        guard holding.count >= count else { return .fails }
        return Outcome(holds: true, spans: holding.flatMap(\.spans))
    }

    // MARK: Nearness

    private func outcome(of groups: [[CompiledCondition]], _ near: Condition.Near) -> Outcome {
        let spans = groups.map { group in group.flatMap { outcome(of: $0).spans } }
        guard let first = spans.first, !spans.contains(where: \.isEmpty) else { return .fails }
        return Outcome(first.compactMap { chain(from: $0, spans.dropFirst(), near) })
    }

    /// The stretch from a span over the nearest of each further group; nil where one is too far.
    private func chain(
        from start: Span, _ groups: ArraySlice<[Span]>, _ near: Condition.Near
    ) -> Span? {
        var whole = start
        var last = start
        for group in groups {
            let fitting = group.filter { span in
                span != last && last.distance(to: span) <= near.within
                    && (!near.isOrdered || span.first > last.last)
                    && (near.crossesSentences || isSameSentence(last, span))
            }
            guard let nearest = fitting.min(by: { last.distance(to: $0) < last.distance(to: $1) })
            else { return nil }
            whole = whole.joined(with: nearest)
            if near.isOrdered { last = nearest }
        }
        return whole
    }

    func isSameSentence(_ one: Span, _ other: Span) -> Bool {
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
            return spans { numbers.contains($0.entry) }
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

    private func spans(_ isWanted: (EntryHit) -> Bool) -> Outcome {
        Outcome(
            LexiconKind.allCases.flatMap { scan.all($0) }.filter(isWanted).map { Span($0.hit) })
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
