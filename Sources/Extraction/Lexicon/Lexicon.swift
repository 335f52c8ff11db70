import News

/// All names and words of `config/lexicon`, compiled into a matcher's patterns.
package struct Lexicon: Sendable {
    package let entries: [LexiconEntry]
    /// By pattern, the entries that it is a term of; the patterns of rules come behind.
    private var owners: [[Owner]] = []
    private(set) var index: [LexiconKind: [String: Int]] = [:]
    let kinds: [LexiconKind]
    let abbreviations: Abbreviations

    /// An entry that a pattern names, and under which of its keys.
    struct Owner: Sendable {
        var entry: Int32
        /// `terms`, `demonyms`, `capitals`, …
        var key: TermKey
        var term: CompiledTerm
        /// The entry's ``LexiconKind/number``.
        var kind: UInt8
        /// Ends in a mark such as a dash or colon, which the text must have too.
        var endsInMark: Bool
        var sign: Sign?
    }

    /// What a word says of the text that it stands in, whatever the text is about.
    enum Sign: Sendable, Hashable {
        case french, english, darija
        case chrome(Boilerplate.Kind)

        init?(_ entry: LexiconEntry) {
            switch (entry.knownKind, entry.id) {
            case (.stopwords, "fr"): self = .french
            case (.stopwords, "en"): self = .english
            case (.darija, _): self = .darija
            case (.chrome, let id):
                guard let kind = Boilerplate.Kind(rawValue: id) else { return nil }
                self = .chrome(kind)
            default: return nil
            }
        }
    }

    /// Compiles the entries; those of unknown kinds are left out.
    ///
    /// Single-word names of places and countries, and what the entries of kind
    /// `protected` list, are never read as و ف ب ك ل and another word.
    init(_ given: [LexiconEntry], into builder: inout MatcherBuilder) {
        let known = given.filter { $0.knownKind != nil }
        entries = known
        kinds = known.compactMap(\.knownKind)
        abbreviations = Abbreviations(Lexicon.words(of: .abbreviations, in: known))
        for (number, entry) in known.enumerated() {
            guard let kind = entry.knownKind else { continue }
            index[kind, default: [:]][entry.id] = number
            let sign = Sign(entry)
            for (name, terms) in entry.terms.sorted(by: { $0.key < $1.key }) {
                guard let key = TermKey(rawValue: name) else { continue }
                for term in terms {
                    guard let compiled = CompiledTerm(term, in: &builder) else { continue }
                    own(
                        compiled.pattern,
                        Owner(
                            entry: Int32(number), key: key, term: compiled,
                            kind: UInt8(kind.number), endsInMark: Lexicon.endsInMark(term.text),
                            sign: sign))
                }
            }
        }
    }

    private mutating func own(_ pattern: Int32, _ owner: Owner) {
        while owners.count <= Int(pattern) { owners.append([]) }
        owners[Int(pattern)].append(owner)
    }

    private static func endsInMark(_ term: String) -> Bool {
        term.unicodeScalars.last.map { "-–—:|/".unicodeScalars.contains($0) } ?? false
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

    func owners(of pattern: Int32) -> [Owner] {
        Int(pattern) < owners.count ? owners[Int(pattern)] : []
    }

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
