import News

/// Says how near a rule came to adding something, and which part of it failed.
struct ShortfallFinder {
    let sums: TopicSums
    let judge: ConditionJudge
    let lookAlikes: LookAlikes

    /// How near a condition came, from 0 to 1, and what is missing of it.
    struct Miss {
        var closeness: Double
        var reasons: [String] = []
        var lookAlikes: [LookAlike] = []
    }

    func shortfall(of compiled: CompiledRule) -> Shortfall {
        let rule = compiled.rule
        let miss = miss(of: compiled)
        return Shortfall(
            rule: rule.id, weight: rule.weight,
            closeness: Topics.rounded(miss.closeness), reasons: miss.reasons,
            lookAlikes: Array(miss.lookAlikes.prefix(3)))
    }

    private func miss(of compiled: CompiledRule) -> Miss {
        let rule = compiled.rule
        let outcome = judge.outcome(of: compiled.condition)
        guard sums.isFor(rule) else {
            return Miss(
                closeness: outcome.holds ? 0.9 : 0,
                reasons: ["is for other languages, countries, feeds or tags only"])
        }
        guard outcome.holds else { return miss(of: compiled.condition) }
        guard let span = outcome.spans.first else {
            return Miss(closeness: 0.9, reasons: ["holds, but nothing of it stands in a part"])
        }
        return Miss(closeness: 0.9, reasons: [refusal(of: span, compiled)])
    }

    /// Why a hit of a rule does not count.
    private func refusal(of span: Span, _ compiled: CompiledRule) -> String {
        let rule = compiled.rule
        let found = quote(span)
        let part = sums.scan.part(of: span.first)
        if !rule.counts(in: part) {
            let wanted = rule.parts.map(\.rawValue).sorted().joined(separator: ", ")
            return "\(found) stands in the \(part.rawValue), the rule counts in: \(wanted)"
        }
        if let near = rule.onlyNear,
            !judge.index(of: compiled.onlyNear).hasNeighbour(of: span, within: near.within)
        {
            return "\(found) has none of its only-near words within \(near.within) words"
        }
        let within = rule.unlessNear?.within ?? 0
        let culprit = compiled.unlessNear.conditions.first {
            judge.isNear($0, span, within: within)
        }
        return "\(found) stands near \(culprit?.words ?? "a word of unless-near")"
    }

    // MARK: Conditions

    private func miss(of condition: CompiledCondition) -> Miss {
        switch condition {
        case .term(let compiled, let written): return miss(of: compiled, written.term)
        case .reference(let reference, _, let written):
            return miss(of: reference, written.term)
        case .list(let term, let condition):
            var miss = miss(of: condition)
            if miss.closeness < 0.6 { miss.reasons = ["nothing of \(term.text) is there"] }
            return miss
        case .any(let any): return best(of: any.conditions)
        case .all(let conditions): return together(conditions, wanted: conditions.count)
        case .atLeast(let count, let conditions): return together(conditions, wanted: count)
        case .none(let any): return unwanted(any.conditions)
        case .near(let groups, let near): return miss(of: groups.map(\.conditions), near)
        }
    }

    private func best(of conditions: [CompiledCondition]) -> Miss {
        let misses = conditions.map(miss)
        guard let best = misses.max(by: { $0.closeness < $1.closeness }), best.closeness > 0
        else {
            let words = CompiledCondition.joined(inOwnScript(conditions), by: "or")
            return Miss(closeness: 0, reasons: ["nothing of \(words) is there"])
        }
        var whole = best
        whole.lookAlikes = Array(
            misses.filter { $0.closeness == best.closeness }.flatMap(\.lookAlikes).prefix(3))
        return whole
    }

    /// Those first that a text in this language could hold: of long lists only some are told.
    private func inOwnScript(_ conditions: [CompiledCondition]) -> [CompiledCondition] {
        let isArabic = sums.scan.language == "ar"
        func isOwn(_ condition: CompiledCondition) -> Bool {
            guard case .term(_, let term) = condition else { return true }
            return isArabic
                == term.text.unicodeScalars.contains { (0x600..<0x700).contains($0.value) }
        }
        return conditions.filter(isOwn) + conditions.filter { !isOwn($0) }
    }

    /// Several conditions of which so many are wanted.
    private func together(_ conditions: [CompiledCondition], wanted: Int) -> Miss {
        let failing = conditions.filter { !judge.outcome(of: $0).holds }
        let misses = failing.map(miss).sorted { $0.closeness > $1.closeness }
            .prefix(wanted - (conditions.count - failing.count))
        let met = Double(wanted - misses.count)
        return Miss(
            closeness: 0.95 * (met + misses.reduce(0) { $0 + $1.closeness }) / Double(wanted),
            reasons: present(
                conditions.compactMap { judge.outcome(of: $0).spans.first },
                misses.flatMap(\.reasons)), lookAlikes: misses.flatMap(\.lookAlikes))
    }

    /// What is missing, with what is there.
    private func present(_ spans: [Span], _ missing: [String]) -> [String] {
        guard !spans.isEmpty, let first = missing.first else { return missing }
        let found = spans.prefix(3).map(quote).joined(separator: ", ")
        return ["\(found) is there, but \(first)"] + missing.dropFirst()
    }

    private func unwanted(_ conditions: [CompiledCondition]) -> Miss {
        let found = conditions.first { judge.outcome(of: $0).holds }
        let span = found.flatMap { judge.outcome(of: $0).spans.first }
        let what = span.map(quote) ?? found?.words ?? "something"
        return Miss(closeness: 0.7, reasons: ["\(what) is there and must not be"])
    }

    // MARK: Terms and references

    private func miss(of compiled: CompiledTerm, _ term: Term) -> Miss {
        if let hit = sums.scan.table.hits(of: compiled.pattern).first {
            return Miss(closeness: 0.8, reasons: [company(of: hit, compiled, term)])
        }
        let alike = lookAlikes.of(term.text)
        guard !alike.isEmpty else {
            return Miss(closeness: 0, reasons: ["‘\(term.text)’ is not there"])
        }
        return Miss(
            closeness: 0.5, reasons: ["‘\(term.text)’ is not there, only something like it"],
            lookAlikes: alike)
    }

    /// Which company refuses a hit of a term.
    private func company(of hit: Hit, _ compiled: CompiledTerm, _ term: Term) -> String {
        let found = quote(Span(hit))
        guard let company = compiled.company, let given = term.company else { return found }
        typealias Company = CompiledTerm.Company
        let within = company.within
        let clauses: [(name: String, Company, [Term])] = [
            ("after", Company(after: company.after, within: within), given.after),
            ("before", Company(before: company.before, within: within), given.before),
            ("not-after", Company(notAfter: company.notAfter, within: within), given.notAfter),
            ("not-before", Company(notBefore: company.notBefore, within: within), given.notBefore),
            ("only-near", Company(onlyNear: company.onlyNear, within: within), given.onlyNear),
            (
                "unless-near", Company(unlessNear: company.unlessNear, within: within),
                given.unlessNear
            ),
        ]
        for (name, single, terms) in clauses {
            guard !sums.scan.table.isInCompany(hit, single) else { continue }
            let words = terms.prefix(4).map(\.text).joined(separator: ", ")
            return "\(found) is there, but refused by \(name): \(words)"
        }
        return found
    }

    private func miss(of reference: Reference, _ term: Term) -> Miss {
        guard case .police(_, let standing) = reference else {
            return Miss(closeness: 0, reasons: ["nothing of \(term.text) is there"])
        }
        let others = judge.police.mentions.filter { standing == nil || $0.standing == standing }
        guard let other = others.first else {
            return Miss(closeness: 0, reasons: ["no \(term.text) is there"])
        }
        let country = other.country ?? "no country in particular"
        return Miss(
            closeness: 0.6,
            reasons: [
                "no \(term.text) is there; \(quote(other.span)) is taken for police of \(country)"
            ])
    }

    // MARK: Nearness

    private func miss(of groups: [[CompiledCondition]], _ near: Condition.Near) -> Miss {
        let spans = groups.map { group in group.flatMap { judge.outcome(of: $0).spans } }
        let missing = groups.indices.filter { spans[$0].isEmpty }
        guard missing.isEmpty else {
            let misses = missing.map { best(of: groups[$0]) }
            let met = Double(groups.count - missing.count)
            let closeness = met + misses.reduce(0) { $0 + $1.closeness }
            return Miss(
                closeness: 0.9 * closeness / Double(groups.count),
                reasons: present(spans.compactMap(\.first), misses.flatMap(\.reasons)),
                lookAlikes: misses.flatMap(\.lookAlikes))
        }
        return Miss(closeness: 0.9, reasons: [distance(spans, near)])
    }

    private func distance(_ spans: [[Span]], _ near: Condition.Near) -> String {
        let pairs = zip(spans, spans.dropFirst()).flatMap { ones, others in
            ones.flatMap { one in others.filter { $0 != one }.map { (one, $0) } }
        }
        let together = pairs.filter { near.crossesSentences || judge.isSameSentence($0, $1) }
        guard
            let (one, other) = together.min(by: {
                $0.0.distance(to: $0.1) < $1.0.distance(to: $1.1)
            })
        else {
            guard let (one, other) = pairs.first else { return "one place cannot be both" }
            return "\(quote(one)) and \(quote(other)) stand in different sentences"
        }
        let between = one.distance(to: other)
        guard between <= near.within else {
            return "\(quote(one)) and \(quote(other)) are \(between) words apart, "
                + "\(near.within) at most are allowed"
        }
        return near.isOrdered
            ? "\(quote(one)) and \(quote(other)) stand in another order"
            : "\(quote(one)) and \(quote(other)) are near, but not all the others"
    }

    private func quote(_ span: Span) -> String { "«\(sums.scan.quote(span.start, span.end))»" }
}
