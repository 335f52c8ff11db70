/// All names and words of `config/lexicon`, compiled into a matcher's patterns.
package struct Lexicon: Sendable {
    package let entries: [LexiconEntry]
    /// For each pattern, the entries that it is a term of.
    private var owners: [Int32: [Owner]] = [:]
    private(set) var index: [LexiconKind: [String: Int]] = [:]
    let kinds: [LexiconKind]
    let abbreviations: Abbreviations

    /// An entry that a pattern names, and under which of its keys.
    struct Owner: Sendable {
        var entry: Int32
        /// `terms`, `demonyms`, `capitals`, …
        var key: TermKey
        var company: CompiledTerm.Company?
        /// Ends in a mark such as a dash or colon, which the text must have too.
        var endsInMark: Bool
    }

    /// Compiles the entries; those of unknown kinds are left out.
    ///
    /// Single-word names of places, countries and people, and what the entries of kind
    /// `protected` list, are never read as و ف ب ك ل and another word.
    init(_ given: [LexiconEntry], into builder: inout MatcherBuilder) {
        let known = given.filter { $0.knownKind != nil }
        entries = known
        kinds = known.compactMap(\.knownKind)
        abbreviations = Abbreviations(Lexicon.words(of: .abbreviations, in: known))
        for (number, entry) in known.enumerated() {
            guard let kind = entry.knownKind else { continue }
            index[kind, default: [:]][entry.id] = number
            for (name, terms) in entry.terms.sorted(by: { $0.key < $1.key }) {
                guard let key = TermKey(rawValue: name) else { continue }
                for term in terms { own(term, Int32(number), key, in: &builder) }
            }
        }
    }

    private mutating func own(
        _ term: Term, _ entry: Int32, _ key: TermKey, in builder: inout MatcherBuilder
    ) {
        guard let compiled = CompiledTerm(term, in: &builder) else { return }
        owners[compiled.pattern, default: []].append(
            Owner(
                entry: entry, key: key, company: compiled.company,
                endsInMark: term.text.last.map { "-–—:|/".contains($0) } ?? false))
    }

    /// A builder that knows the protected words and the variants of a lexicon.
    static func builder(for entries: [LexiconEntry]) -> MatcherBuilder {
        let variants = entries.filter { $0.knownKind == .variants }.map { entry in
            (standard: entry.id, spellings: (entry.terms["terms"] ?? []).map(\.text))
        }
        let names = [LexiconKind.places, .countries].flatMap { words(of: $0, in: entries) }
            .filter { !$0.contains(" ") && !$0.hasPrefix("ال") }
        return MatcherBuilder(
            protected: words(of: .protected, in: entries) + names, variants: variants)
    }

    private static func words(of kind: LexiconKind, in entries: [LexiconEntry]) -> [String] {
        entries.filter { $0.knownKind == kind }.flatMap { ($0.terms["terms"] ?? []).map(\.text) }
    }

    func owners(of pattern: Int32) -> [Owner] { owners[pattern] ?? [] }

    /// The number of an entry; nil where there is none.
    package func entry(_ kind: LexiconKind, _ id: String) -> LexiconEntry? {
        index[kind]?[id].map { entries[$0] }
    }

    /// The numbers of the entries of any kind that have an id.
    func numbers(of id: String) -> [Int] {
        LexiconKind.allCases.compactMap { index[$0]?[id] }
    }

    /// Under which key of an entry a term is listed.
    package enum TermKey: String, Sendable, Hashable {
        case terms, demonyms, capitals, titles, dual
        case editionHead = "edition-head"
        /// Of page chrome: whole lines, how lines begin, what short lines contain.
        case lines, starts, contains
    }
}
