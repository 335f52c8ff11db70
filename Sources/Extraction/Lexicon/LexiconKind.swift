/// The kinds of entries that the lexicon holds: the top-level keys of `config/lexicon/*.yaml`.
package enum LexiconKind: String, Sendable, Hashable, CaseIterable {
    // Who and where.
    case people, organisations, police, countries, places, events
    // Dates and numbers.
    case months, weekdays, relative, numbers, comparators, units, counted, drugs
    /// What a day is made a name by: شارع 16 نونبر.
    case dateNames = "date-names"
    // Words that extractors go by.
    case titles, acts, speech
    case nameParticles = "name-particles"
    case givenNames = "given-names"
    case cues
    // Words that reading goes by.
    case stopwords, darija, abbreviations, protected, variants, chrome

    /// The key that identifies an entry: `id`, `code` or `value`.
    package var key: String {
        switch self {
        case .people, .organisations, .police, .places, .events, .units, .counted, .drugs,
            .titles, .acts, .speech, .cues:
            "id"
        case .countries: "code"
        case .months, .weekdays, .relative, .numbers, .comparators, .dateNames, .nameParticles,
            .givenNames, .stopwords, .darija, .abbreviations, .protected, .variants, .chrome:
            "value"
        }
    }

    /// Whether several entries may share a key: two rows of numbers may both be worth 3.
    package var allowsRepeatedKeys: Bool { key == "value" }

    /// Its place among all kinds: an enumeration without values is kept as that number.
    var number: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }
}

extension LexiconEntry {
    /// The kind, nil for a key that the lexicon does not know.
    package var knownKind: LexiconKind? { LexiconKind(rawValue: kind) }
}
