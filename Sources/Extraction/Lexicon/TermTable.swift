/// A term as compiled: its pattern and the company that its hits must keep, as patterns.
struct CompiledTerm: Sendable {
    var pattern: Int32
    var company: Company?

    struct Company: Sendable {
        var onlyNear: [Int32]
        var unlessNear: [Int32]
        var after: [Int32]
        var notAfter: [Int32]
        var before: [Int32]
        var notBefore: [Int32]
        var within: Int32
    }

    /// Nil where the term folds to nothing.
    init?(_ term: Term, in builder: inout MatcherBuilder) {
        guard let pattern = builder.add(term.text) else { return nil }
        self.pattern = pattern
        guard let given = term.company else { return }
        func patterns(_ terms: [Term]) -> [Int32] { terms.compactMap { builder.add($0.text) } }
        company = Company(
            onlyNear: patterns(given.onlyNear), unlessNear: patterns(given.unlessNear),
            after: patterns(given.after), notAfter: patterns(given.notAfter),
            before: patterns(given.before), notBefore: patterns(given.notBefore),
            within: Int32(given.within))
    }
}

/// The hits of one text by pattern, for questions about what stands near what.
struct HitTable: Sendable {
    /// Hits grouped by pattern, each group in the order of the text.
    private var hits: [Hit]
    private var groups: [Int32: Range<Int>] = [:]
    private let sentences: Sentences

    init(_ hits: [Hit], sentences: Sentences) {
        self.hits = hits.sorted { ($0.pattern, $0.first) < ($1.pattern, $1.first) }
        self.sentences = sentences
        var start = 0
        while start < self.hits.count {
            var end = start
            while end < self.hits.count, self.hits[end].pattern == self.hits[start].pattern {
                end += 1
            }
            groups[self.hits[start].pattern] = start..<end
            start = end
        }
    }

    /// All hits of a pattern, in the order of the text.
    func hits(of pattern: Int32) -> ArraySlice<Hit> {
        groups[pattern].map { hits[$0] } ?? []
    }

    /// The hits of a term that keep the company asked for.
    func hits(of term: CompiledTerm) -> [Hit] {
        hits(of: term.pattern).filter { isInCompany($0, term.company) }
    }

    func isInCompany(_ hit: Hit, _ company: CompiledTerm.Company?) -> Bool {
        guard let company else { return true }
        if !company.after.isEmpty, !ends(company.after, before: hit) { return false }
        if !company.before.isEmpty, !begins(company.before, behind: hit) { return false }
        if ends(company.notAfter, before: hit) { return false }
        if begins(company.notBefore, behind: hit) { return false }
        if !company.onlyNear.isEmpty, !isNear(company.onlyNear, hit, within: company.within) {
            return false
        }
        return !isNear(company.unlessNear, hit, within: company.within)
    }

    private func ends(_ patterns: [Int32], before hit: Hit) -> Bool {
        patterns.contains { pattern in
            hits(of: pattern).contains { $0.last == hit.first - 1 && isSameSentence($0, hit) }
        }
    }

    private func begins(_ patterns: [Int32], behind hit: Hit) -> Bool {
        patterns.contains { pattern in
            hits(of: pattern).contains { $0.first == hit.last + 1 && isSameSentence($0, hit) }
        }
    }

    /// Whether one of the patterns stands within so many words of a hit, in its sentence and
    /// outside of it.
    func isNear(_ patterns: [Int32], _ hit: Hit, within: Int32) -> Bool {
        patterns.contains { pattern in
            hits(of: pattern).contains { other in
                guard isSameSentence(other, hit) else { return false }
                if other.first > hit.last { return other.first - hit.last <= within }
                if other.last < hit.first { return hit.first - other.last <= within }
                return false
            }
        }
    }

    func isSameSentence(_ one: Hit, _ other: Hit) -> Bool {
        sentences.number(of: Int(one.first)) == sentences.number(of: Int(other.first))
    }
}
