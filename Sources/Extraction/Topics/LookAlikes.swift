import News

/// What of a document looks like a term and is not read as it.
///
/// Remembers what it found: lists of terms are shared by many rules.
final class LookAlikes {
    private let scan: Scan
    private let builder: MatcherBuilder
    private var known: [String: [LookAlike]] = [:]

    init(_ scan: Scan, lexicon: Lexicon) {
        self.scan = scan
        builder = TermProbe.builder(for: lexicon.entries)
    }

    /// At most three, those nearest to the term first.
    func of(_ term: String) -> [LookAlike] {
        if let found = known[term] { return found }
        let found = find(term)
        known[term] = found
        return found
    }

    private func find(_ term: String) -> [LookAlike] {
        let words = TermWord.words(of: term)
        guard let first = words.first else { return [] }
        guard words.count == 1 else { return apart(words, term) }
        let places = first.places(in: scan.text).filter { !scan.layout.isChrome(word: $0.word) }
        guard !places.isEmpty else { return [] }
        let probe = TermProbe(term, in: builder)
        var seen: Set<String> = []
        return places.compactMap { place -> LookAlike? in
            let quote = scan.quote(words: place.word...place.word)
            guard seen.insert(quote).inserted else { return nil }
            return LookAlike(
                term: term, quote: quote, start: scan.start(of: place.word),
                end: scan.end(of: place.word),
                refusal: probe.refusal(of: quote, core: core(place), first))
        }.prefix(3).map { $0 }
    }

    private func core(_ place: TermWord.Place) -> String {
        let letters = scan.text.tokens[place.word].letters.lowerBound
        let last = letters + place.offset + place.length - 1
        let start = Int(scan.text.scalars[letters + place.offset])
        return scan.quote(start, Int(scan.text.scalars[last]) + 1)
    }

    // MARK: Phrases

    /// The words of a phrase within one sentence and in its order, but not as a phrase.
    private func apart(_ words: [TermWord], _ term: String) -> [LookAlike] {
        var hits: [[Int]] = []
        for word in words {
            guard !word.places(in: scan.text).isEmpty else { return [] }
            let probe = TermProbe(word.text, in: builder)
            hits.append(probe.hits(in: scan.text))
        }
        guard let last = hits.last, !last.isEmpty else { return [] }
        for start in hits[0] {
            guard let chain = chain(from: start, hits.dropFirst()) else { continue }
            return [
                LookAlike(
                    term: term, quote: scan.quote(words: start...chain.last),
                    start: scan.start(of: start), end: scan.end(of: chain.last),
                    refusal: chain.between > 0
                        ? "has \(chain.between) more word\(chain.between == 1 ? "" : "s") in between; "
                            + "‘...’ would allow three"
                        : "has a mark in between that no phrase runs over")
            ]
        }
        return []
    }

    /// The nearest word of each further group, and how many words lie between in all.
    private func chain(
        from start: Int, _ groups: ArraySlice<[Int]>
    ) -> (last: Int, between: Int)? {
        let sentence = scan.sentences.number(of: start)
        var last = start
        var between = 0
        for group in groups {
            let next = group.first {
                $0 > last && $0 - last <= 4 && scan.sentences.number(of: $0) == sentence
            }
            guard let next else { return nil }
            between += next - last - 1
            last = next
        }
        return (last, between)
    }
}
