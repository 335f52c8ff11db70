/// A term as compiled: its pattern and the company that its hits must keep.
struct CompiledTerm: Sendable {
    var pattern: Int32
    var company: Company?

    /// Patterns that must or must not stand around a hit. A class, so that a term is copied at the
    /// cost of one reference.
    final class Company: Sendable {
        let onlyNear: [Int32]
        let unlessNear: [Int32]
        let after: [Int32]
        let notAfter: [Int32]
        let before: [Int32]
        let notBefore: [Int32]
        let within: Int32

        init(
            onlyNear: [Int32] = [], unlessNear: [Int32] = [], after: [Int32] = [],
            notAfter: [Int32] = [], before: [Int32] = [], notBefore: [Int32] = [], within: Int32
        ) {
            self.onlyNear = onlyNear
            self.unlessNear = unlessNear
            self.after = after
            self.notAfter = notAfter
            self.before = before
            self.notBefore = notBefore
            self.within = within
        }

        var patterns: [Int32] { onlyNear + unlessNear + after + notAfter + before + notBefore }
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
final class HitTable: Sendable {
    /// Hits grouped by pattern, each group in the order of the text.
    private let hits: [Hit]
    /// The patterns that were found, in ascending order.
    let patterns: [Int32]
    /// Where the hits of each of ``patterns`` begin.
    private let starts: [Int32]
    private let isFound: BitSet
    private let sentences: Sentences
    /// How many words the longest hit reaches beyond its first.
    private let longest: Int32

    /// - Parameters:
    ///   - given: hits in the order of the text.
    ///   - askedFor: the patterns that rules and company ask for; hits of others are left out.
    init(_ given: [Hit], of askedFor: BitSet, sentences: Sentences) {
        hits = HitTable.byPattern(given, of: askedFor)
        self.sentences = sentences
        longest = hits.reduce(0) { max($0, $1.last - $1.first) }
        var patterns: [Int32] = []
        var starts: [Int32] = []
        patterns.reserveCapacity(hits.count)
        starts.reserveCapacity(hits.count + 1)
        var isFound = BitSet(below: Int(hits.last?.pattern ?? 0))
        var index: Int32 = 0
        for hit in hits {
            if hit.pattern != patterns.last {
                patterns.append(hit.pattern)
                starts.append(index)
                isFound.insert(Int(hit.pattern))
            }
            index += 1
        }
        starts.append(index)
        self.patterns = patterns
        self.starts = starts
        self.isFound = isFound
    }

    /// In the order of their patterns and first words; sorts plain numbers, which is faster than
    /// hits.
    private static func byPattern(_ given: [Hit], of askedFor: BitSet) -> [Hit] {
        var keys: [UInt64] = []
        keys.reserveCapacity(given.count)
        for index in given.indices where askedFor.contains(Int(given[index].pattern)) {
            keys.append(UInt64(given[index].pattern) << 32 | UInt64(index))
        }
        keys.sort()
        var hits = keys.map { given[Int($0 & 0xFFFF_FFFF)] }
        // Hits of one pattern come in the order of their last words; with gaps inside, that is
        // not always the order of their first.
        for index in hits.indices.dropFirst() {
            var place = index
            while place > 0, hits[place - 1].pattern == hits[place].pattern,
                hits[place - 1].first > hits[place].first
            {
                hits.swapAt(place - 1, place)
                place -= 1
            }
        }
        return hits
    }

    /// Whether a pattern was found at all.
    func has(_ pattern: Int32) -> Bool { isFound.contains(Int(pattern)) }

    /// All hits of one of ``patterns``, by its place there.
    func hits(at place: Int) -> ArraySlice<Hit> {
        hits[Int(starts[place])..<Int(starts[place + 1])]
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
        for pattern in patterns where has(pattern) {
            for other in hits(of: pattern, from: hit.first - 1 - longest, through: hit.first - 1)
            where other.last == hit.first - 1 && isSameSentence(other, hit) { return true }
        }
        return false
    }

    private func begins(_ patterns: [Int32], behind hit: Hit) -> Bool {
        for pattern in patterns where has(pattern) {
            for other in hits(of: pattern, from: hit.last + 1, through: hit.last + 1)
            where isSameSentence(other, hit) { return true }
        }
        return false
    }

    /// Whether one of the patterns stands beside a hit with at most so many words between, in its
    /// sentence and outside of it.
    private func isNear(_ patterns: [Int32], _ hit: Hit, within: Int32) -> Bool {
        for pattern in patterns where has(pattern) {
            let first = hit.first - within - 1 - longest
            for other in hits(of: pattern, from: first, through: hit.last + within + 1)
            where isSameSentence(other, hit) {
                if other.first > hit.last, other.first - hit.last - 1 <= within { return true }
                if other.last < hit.first, hit.first - other.last - 1 <= within { return true }
            }
        }
        return false
    }

    /// The hits of a pattern that begin at some words; by bisection.
    private func hits(of pattern: Int32, from first: Int32, through last: Int32) -> ArraySlice<Hit>
    {
        let hits = hits(of: pattern)
        let start = HitTable.place(in: hits) { $0.first < first }
        let end = HitTable.place(in: hits[start...]) { $0.first <= last }
        return hits[start..<end]
    }

    private static func place(in hits: ArraySlice<Hit>, before holds: (Hit) -> Bool) -> Int {
        var low = hits.startIndex
        var high = hits.endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(hits[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func isSameSentence(_ one: Hit, _ other: Hit) -> Bool {
        sentences.number(of: Int(one.first)) == sentences.number(of: Int(other.first))
    }
}
