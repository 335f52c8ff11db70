import News

/// Which term a hit of a rule is, and how the text's words were read as it.
package struct HitReading: Sendable, Hashable, Encodable {
    /// As in the rule or the lexicon.
    package var term: String
    /// The words of the text with all that is written onto them.
    package var form: String
    /// As quoted: without و ف ب ك ل in front.
    package var start: Int
    package var end: Int
    package var reading: TermReading
    /// How freely the words were read, from the hit itself.
    package var liberty: Liberty

    private enum CodingKeys: String, CodingKey {
        case term, form, start, end, before, behind, liberties, level
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(term, forKey: .term)
        try values.encode(form, forKey: .form)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(reading.before, forKey: .before)
        try values.encode(reading.behind, forKey: .behind)
        try values.encode(reading.liberties.map(\.rawValue).sorted(), forKey: .liberties)
        try values.encode(liberty.name, forKey: .level)
    }
}

extension Liberty {
    /// As explanations call it.
    package var name: String {
        switch self {
        case .none: "as written"
        case .clitics: "clitics"
        case .orthography: "orthography"
        case .variant: "variant"
        }
    }
}

/// Finds out how hits of rules were read. Asked only by who wants to know why.
struct HitReadings {
    private let scan: Scan
    private let variants: [LexiconEntry]

    init(_ scan: Scan) {
        self.scan = scan
        variants = scan.lexicon.entries.filter { $0.knownKind == .variants }
    }

    /// In the order of the text; of hits that share words the longest.
    func readings(of account: RuleAccount, _ rule: CompiledRule) -> [HitReading] {
        let terms = rule.condition.wantedTerms
        let namesEntries = rule.condition.namesEntries
        return account.hits.flatMap { evidence in
            let range = evidence.start...evidence.end
            var found = terms.flatMap { compiled, written in
                scan.table.hits(of: compiled).filter { isWithin($0, range) }
                    .map { Found(hit: $0, terms: [written.text], name: written.text) }
            }
            if namesEntries { found += entries(within: range) }
            return longest(of: found).map(reading)
        }
    }

    private func isWithin(_ hit: Hit, _ range: ClosedRange<Int>) -> Bool {
        range.contains(Int(hit.start)) && range.contains(Int(hit.end))
    }

    private struct Found {
        var hit: Hit
        /// One of these it is.
        var terms: [String]
        /// What to call it where none of them reads so.
        var name: String
    }

    /// The lexicon's names within a stretch of text, each with all its terms.
    private func entries(within range: ClosedRange<Int>) -> [Found] {
        LexiconKind.allCases.flatMap { scan.longest($0) }.filter { isWithin($0.hit, range) }
            .map { hit in
                let entry = scan.entry(hit)
                return Found(
                    hit: hit.hit, terms: entry.terms.values.joined().map(\.text),
                    name: "@\(entry.id)")
            }
    }

    private func longest(of found: [Found]) -> [Found] {
        let ranked = found.sorted {
            ($1.hit.last - $1.hit.first, $0.hit.liberty, $0.hit.first)
                < ($0.hit.last - $0.hit.first, $1.hit.liberty, $1.hit.first)
        }
        var taken: Set<Int32> = []
        return ranked.filter { found in
            let words = found.hit.first...found.hit.last
            guard taken.isDisjoint(with: words) else { return false }
            taken.formUnion(words)
            return true
        }.sorted { $0.hit.first < $1.hit.first }
    }

    /// Of several terms the one that the words are written most alike.
    private func reading(of found: Found) -> HitReading {
        let form = scan.quote(words: Int(found.hit.first)...Int(found.hit.last))
        let readings = found.terms.sorted().compactMap { term in
            TermReader(term, lexicon: variants).reading(of: form).map { (term: term, $0) }
        }
        let best = readings.min { $0.1.freedom < $1.1.freedom }
        return HitReading(
            term: best?.term ?? found.name, form: form, start: Int(found.hit.start),
            end: Int(found.hit.end), reading: best?.1 ?? TermReading(), liberty: found.hit.liberty)
    }
}

extension TermReading {
    /// How much of it is not the term itself.
    fileprivate var freedom: Int {
        before.count + (behind.isEmpty ? 0 : 1) + 3 * liberties.count
    }
}

extension CompiledCondition {
    /// Whether a reference to something other than a topic is part of it.
    fileprivate var namesEntries: Bool {
        switch self {
        case .term, .none: false
        case .reference(.topic, _, _): false
        case .reference: true
        case .list(_, let condition): condition.namesEntries
        case .any(let alternatives): alternatives.conditions.contains(where: \.namesEntries)
        case .all(let conditions), .atLeast(_, let conditions):
            conditions.contains(where: \.namesEntries)
        case .near(let groups, _):
            groups.contains { $0.conditions.contains(where: \.namesEntries) }
        }
    }
}
