import News

/// All names and words of `config/lexicon`, compiled into a matcher's patterns. A class, for every
/// scan holds it.
package final class Lexicon: Sendable {
    package let entries: [LexiconEntry]
    /// By the number of the entry.
    let traits: [EntryTraits]
    /// By pattern, the entries that it is a term of; the patterns of rules come behind.
    private let owners: Buckets<Owner>
    /// The patterns that tell of the text itself: of an owner with a ``Sign``.
    private let signs: BitSet
    /// What hits of terms must have around them, by number.
    let companies: [CompiledTerm.Company]
    let index: [LexiconKind: [String: Int]]
    let kinds: [LexiconKind]
    let abbreviations: Abbreviations

    /// An entry that a pattern names, and under which of its keys.
    struct Owner: Sendable {
        var entry: Int32
        /// `terms`, `demonyms`, `capitals`, …
        var key: TermKey
        /// The number of its term's ``companies``; -1 for none.
        var company: Int32
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

        init?(_ entry: LexiconEntry, _ kind: LexiconKind) {
            switch (kind, entry.id) {
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
    /// `protected` list, are never read as و ف ب ك ل and another word. Terms with `=` are not:
    /// they list a name's own forms (=بجدة).
    init(_ given: [LexiconEntry], into builder: inout MatcherBuilder) {
        let kindOfGiven = given.map(\.knownKind)
        let known = zip(given, kindOfGiven).compactMap { $1 == nil ? nil : $0 }
        let kinds = kindOfGiven.compactMap(\.self)
        entries = known
        self.kinds = kinds
        traits = zip(known, kinds).map(EntryTraits.init)
        abbreviations = Abbreviations(
            zip(known, kinds).flatMap { $1 == .abbreviations ? Lexicon.words(of: $0) : [] })
        var owned: [(number: Int32, element: Owner)] = []
        var signs = BitSet()
        var companies: [CompiledTerm.Company] = []
        var index: [LexiconKind: [String: Int]] = [:]
        for (number, (entry, kind)) in zip(known, kinds).enumerated() {
            index[kind, default: [:]][entry.id] = number
            let sign = Sign(entry, kind)
            for (name, terms) in entry.terms.sorted(by: { $0.key < $1.key }) {
                guard let key = TermKey(rawValue: name) else { continue }
                for term in terms {
                    guard let compiled = CompiledTerm(term, in: &builder) else { continue }
                    let owner = Owner(
                        entry: Int32(number), key: key,
                        company: Lexicon.take(compiled.company, into: &companies),
                        kind: UInt8(kind.number), endsInMark: Lexicon.endsInMark(term.text),
                        sign: sign)
                    owned.append((compiled.pattern, owner))
                    if sign != nil { signs.insert(Int(compiled.pattern)) }
                }
            }
        }
        owners = Buckets(owned)
        self.signs = signs
        self.companies = companies
        self.index = index
    }

    /// The same without its terms as text, for what was compiled from them is all that a daemon
    /// reads.
    func withoutTerms() -> Lexicon { Lexicon(withoutTermsOf: self) }

    private init(withoutTermsOf other: Lexicon) {
        entries = other.entries.map { entry in
            var bare = entry
            bare.terms = [:]
            return bare
        }
        traits = other.traits
        owners = other.owners
        signs = other.signs
        companies = other.companies
        index = other.index
        kinds = other.kinds
        abbreviations = other.abbreviations
    }

    /// The number of a company; -1 for none.
    private static func take(
        _ company: CompiledTerm.Company?, into companies: inout [CompiledTerm.Company]
    ) -> Int32 {
        guard let company else { return -1 }
        companies.append(company)
        return Int32(companies.count - 1)
    }

    private static func endsInMark(_ term: String) -> Bool {
        term.unicodeScalars.last.map { "-–—:|/".unicodeScalars.contains($0) } ?? false
    }

    /// A builder that knows the protected words and the variants of a lexicon.
    static func builder(for entries: [LexiconEntry]) -> MatcherBuilder {
        let words = frontWords(of: entries)
        return MatcherBuilder(protected: words.protected, variants: words.variants)
    }

    /// The words of a lexicon that are never read as clitic and core, and other spellings.
    static func frontWords(
        of entries: [LexiconEntry]
    ) -> (protected: [String], variants: [(standard: String, spellings: [String])]) {
        var variants: [(standard: String, spellings: [String])] = []
        var protected: [String] = []
        for entry in entries {
            switch entry.knownKind {
            case .variants: variants.append((entry.id, words(of: entry)))
            case .protected: protected += words(of: entry)
            case .places, .countries:
                protected += words(of: entry).filter {
                    !$0.utf8.contains(0x20) && !$0.hasPrefix("ال") && !$0.hasPrefix("=")
                }
            default: break
            }
        }
        return (protected, variants)
    }

    private static func words(of entry: LexiconEntry) -> [String] {
        (entry.terms["terms"] ?? []).map(\.text)
    }

    /// The numbers of the owners of a pattern.
    @inline(__always)
    func owners(of pattern: Int32) -> Range<Int> { owners.range(pattern) }

    /// Above the number of any pattern that has an owner.
    var patternLimit: Int { owners.count }

    @inline(__always)
    func owner(_ number: Int) -> Owner { owners[number] }

    /// Whether an owner of a pattern has a sign.
    func isSign(_ pattern: Int32) -> Bool { signs.contains(Int(pattern)) }

    /// The number of an entry; nil where there is none.
    func number(_ kind: LexiconKind, _ id: String) -> Int? { index[kind]?[id] }

    /// The entry of a kind and id; nil where there is none.
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
