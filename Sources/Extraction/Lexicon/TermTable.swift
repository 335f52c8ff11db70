/// A term as compiled: its pattern and the company that its hits must keep, as patterns.
struct CompiledTerm: Sendable {
    var pattern: Int32
    /// Shared, so that a term is copied at the cost of one reference.
    private var shared: SharedCompany?

    var company: Company? { shared?.company }

    struct Company: Sendable {
        var onlyNear: [Int32]
        var unlessNear: [Int32]
        var after: [Int32]
        var notAfter: [Int32]
        var before: [Int32]
        var notBefore: [Int32]
        var within: Int32
    }

    private final class SharedCompany: Sendable {
        let company: Company
        init(_ company: Company) { self.company = company }
    }

    /// Nil where the term folds to nothing.
    init?(_ term: Term, in builder: inout MatcherBuilder) {
        guard let pattern = builder.add(term.text) else { return nil }
        self.pattern = pattern
        guard let given = term.company else { return }
        func patterns(_ terms: [Term]) -> [Int32] { terms.compactMap { builder.add($0.text) } }
        shared = SharedCompany(
            Company(
                onlyNear: patterns(given.onlyNear), unlessNear: patterns(given.unlessNear),
                after: patterns(given.after), notAfter: patterns(given.notAfter),
                before: patterns(given.before), notBefore: patterns(given.notBefore),
                within: Int32(given.within)))
    }
}

/// The hits of one text by pattern, for questions about what stands near what.
struct HitTable: Sendable {
    /// Hits grouped by pattern, each group in the order of the text.
    private let hits: [Hit]
    /// The patterns that were found, in ascending order.
    let patterns: [Int32]
    /// Where the hits of each of ``patterns`` begin.
    private let starts: [Int32]
    /// A bit for each pattern.
    private let isFound: [UInt64]
    private let sentences: Sentences

    init(_ given: [Hit], sentences: Sentences) {
        hits = given.sorted { ($0.pattern, $0.first) < ($1.pattern, $1.first) }
        self.sentences = sentences
        var patterns: [Int32] = []
        var starts: [Int32] = []
        var isFound = [UInt64](repeating: 0, count: Int(hits.last?.pattern ?? 0) / 64 + 1)
        for (index, hit) in hits.enumerated() where hit.pattern != patterns.last {
            patterns.append(hit.pattern)
            starts.append(Int32(index))
            isFound[Int(hit.pattern) / 64] |= 1 << UInt64(hit.pattern % 64)
        }
        starts.append(Int32(hits.count))
        self.patterns = patterns
        self.starts = starts
        self.isFound = isFound
    }

    /// Whether a pattern was found at all.
    func has(_ pattern: Int32) -> Bool {
        let word = Int(pattern) / 64
        return word < isFound.count && isFound[word] >> UInt64(pattern % 64) & 1 == 1
    }

    /// All hits of a pattern, in the order of the text.
    func hits(of pattern: Int32) -> ArraySlice<Hit> {
        guard has(pattern) else { return [] }
        var low = 0
        var high = patterns.count - 1
        while low < high {
            let middle = (low + high) / 2
            if patterns[middle] < pattern { low = middle + 1 } else { high = middle }
        }
        return hits[Int(starts[low])..<Int(starts[low + 1])]
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

    /// Whether one of the patterns stands beside a hit with at most so many words between, in its
    /// sentence and outside of it.
    func isNear(_ patterns: [Int32], _ hit: Hit, within: Int32) -> Bool {
        patterns.contains { pattern in
            hits(of: pattern).contains { other in
                guard isSameSentence(other, hit) else { return false }
                if other.first > hit.last { return other.first - hit.last - 1 <= within }
                if other.last < hit.first { return hit.first - other.last - 1 <= within }
                return false
            }
        }
    }

    func isSameSentence(_ one: Hit, _ other: Hit) -> Bool {
        sentences.number(of: Int(one.first)) == sentences.number(of: Int(other.first))
    }
}
