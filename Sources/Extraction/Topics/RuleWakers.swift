/// Which rules a document's hits wake; all others cannot hold.
///
/// A rule needs one of some signals: a hit of a term, or of an entry that a reference may name.
struct RuleWakers: Sendable {
    /// By pattern, the rules that need one of several patterns, this among them.
    private let rulesOfPattern: Buckets<Int32>
    /// By pattern, the references that may name an entry that it is a term of.
    private let referencesOfPattern: Buckets<Int32>
    /// By reference, the rules that need one of several references, this among them.
    private let rulesOfReference: Buckets<Int32>
    /// Rules that may hold without any hit.
    private let isAlwaysAwake: [Bool]
    private let referenceCount: Int

    /// - Parameters:
    ///   - conditions: those of all rules, by number.
    ///   - references: the number of each.
    init(_ conditions: [CompiledCondition], _ references: [Reference: Int], _ lexicon: Lexicon) {
        var rulesOfPattern: [(number: Int32, element: Int32)] = []
        var rulesOfReference: [(number: Int32, element: Int32)] = []
        var isAlwaysAwake = [Bool](repeating: false, count: conditions.count)
        for (rule, condition) in conditions.enumerated() {
            guard let signals = Signals(neededBy: condition) else {
                isAlwaysAwake[rule] = true
                continue
            }
            rulesOfPattern += signals.patterns.map { ($0, Int32(rule)) }
            rulesOfReference += signals.references.map { ($0, Int32(rule)) }
        }
        self.rulesOfPattern = Buckets(rulesOfPattern)
        self.rulesOfReference = Buckets(rulesOfReference)
        self.isAlwaysAwake = isAlwaysAwake
        referenceCount = references.count
        referencesOfPattern = RuleWakers.referencesOfPattern(references, lexicon)
    }

    private static func referencesOfPattern(
        _ references: [Reference: Int], _ lexicon: Lexicon
    ) -> Buckets<Int32> {
        let asked = references.filter { $0.key.isOfEntries }.sorted { $0.value < $1.value }
        let ofEntry: [[Int32]] = lexicon.entries.indices.map { entry in
            asked.filter { $0.key.mayName(entry, of: lexicon) }.map { Int32($0.value) }
        }
        var pairs: [(number: Int32, element: Int32)] = []
        for pattern in 0..<Int32(lexicon.patternLimit) {
            for owner in lexicon.owners(of: pattern) {
                let entry = Int(lexicon.owner(owner).entry)
                pairs += ofEntry[entry].map { (pattern, $0) }
            }
        }
        return Buckets(pairs)
    }

    /// By rule, whether it may hold.
    func awake(by hits: [Hit]) -> [Bool] {
        var isAwake = isAlwaysAwake
        var isNamed = [Bool](repeating: false, count: referenceCount)
        for hit in hits {
            for place in rulesOfPattern.range(hit.pattern) {
                isAwake[Int(rulesOfPattern[place])] = true
            }
            for place in referencesOfPattern.range(hit.pattern) {
                isNamed[Int(referencesOfPattern[place])] = true
            }
        }
        for reference in isNamed.indices where isNamed[reference] {
            for place in rulesOfReference.range(Int32(reference)) {
                isAwake[Int(rulesOfReference[place])] = true
            }
        }
        return isAwake
    }

    /// The patterns that wake some rules; nil where one of these is always awake.
    func patterns(waking rules: Range<Int>) -> BitSet? {
        guard !rules.contains(where: { isAlwaysAwake[$0] }) else { return nil }
        var patterns = BitSet()
        for pattern in 0..<Int32(max(rulesOfPattern.count, referencesOfPattern.count)) {
            let wakes =
                rulesOfPattern.range(pattern).contains { rules.contains(Int(rulesOfPattern[$0])) }
                || referencesOfPattern.range(pattern).contains { place in
                    rulesOfReference.range(referencesOfPattern[place])
                        .contains { rules.contains(Int(rulesOfReference[$0])) }
                }
            if wakes { patterns.insert(Int(pattern)) }
        }
        return patterns
    }
}

/// Signals of which one must be in a document for a condition to hold.
private struct Signals {
    var patterns: [Int32] = []
    /// By number.
    var references: [Int32] = []

    /// Nil where the condition may hold without any.
    init?(neededBy condition: CompiledCondition) {
        let needed: Signals?
        switch condition {
        case .term(let term, _): needed = Signals(patterns: [term.pattern])
        case .reference(let reference, let number, _):
            needed = reference.isOfEntries ? Signals(references: [Int32(number)]) : nil
        case .none: needed = nil
        case .list(_, let condition): needed = Signals(neededBy: condition)
        case .any(let alternatives): needed = Signals.any(of: alternatives.conditions)
        case .all(let conditions):
            needed = Signals.fewest(conditions.map { Signals(neededBy: $0) })
        case .atLeast(let count, let conditions):
            needed = count > 0 ? Signals.any(of: conditions) : nil
        case .near(let groups, _):
            needed = Signals.fewest(groups.map { Signals.any(of: $0.conditions) })
        }
        guard let needed else { return nil }
        self = needed
    }

    private init(patterns: [Int32] = [], references: [Int32] = []) {
        self.patterns = patterns
        self.references = references
    }

    private static func any(of conditions: [CompiledCondition]) -> Signals? {
        var all = Signals()
        for condition in conditions {
            guard let needed = Signals(neededBy: condition) else { return nil }
            all.patterns += needed.patterns
            all.references += needed.references
        }
        return all
    }

    /// What is rarest: terms rather than references, which stand for many.
    private static func fewest(_ needs: [Signals?]) -> Signals? {
        needs.compactMap(\.self).min {
            ($0.references.count, $0.patterns.count) < ($1.references.count, $1.patterns.count)
        }
    }
}

extension Reference {
    /// Whether it names nothing but what entries of the lexicon are found for.
    fileprivate var isOfEntries: Bool {
        switch self {
        case .quantity, .topic: false
        case .entries, .kind, .country, .place, .police, .setting, .act: true
        }
    }

    /// Whether it can name an entry, wherever that is found.
    fileprivate func mayName(_ entry: Int, of lexicon: Lexicon) -> Bool {
        let kind = lexicon.kinds[entry]
        let traits = lexicon.traits[entry]
        switch self {
        case .entries(let numbers): return numbers.contains(entry)
        case .kind(let wanted): return kind == wanted
        case .country(let scope): return kind == .countries && scope.covers(traits.id)
        case .place(_, let scope): return kind == .places && scope.covers(traits.country)
        case .police:
            return kind == .police
                || kind == .organisations && PoliceMentions.isOfPolice(entry, lexicon)
        case .setting: return kind == .countries || traits.country != nil
        case .act(let id): return kind == .acts && traits.id == id
        case .quantity, .topic: return false
        }
    }
}
