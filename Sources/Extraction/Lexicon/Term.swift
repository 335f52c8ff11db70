/// Where something stands in the settings, for complaints.
package struct SettingsPlace: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String = "", line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// A word or phrase as an editor writes it, with the company that it must or must not keep.
///
/// In the text: `=word` is exact, `stem*` any word that begins so, `+word` inflected,
/// `a ... b` leaves room for three words (`...6` for six), and two to five Latin capitals are
/// an acronym whose case counts.
package struct Term: Sendable, Hashable {
    package var text: String
    package var place: SettingsPlace
    package var company: Company?

    package init(_ text: String, place: SettingsPlace = SettingsPlace(), company: Company? = nil) {
        self.text = text
        self.place = place
        self.company = company
    }

    /// Words around a hit that make it count or not, within the sentence.
    package struct Company: Sendable, Hashable {
        /// One of these must stand near, with at most ``within`` words between.
        package var onlyNear: [Term] = []
        /// None of these may.
        package var unlessNear: [Term] = []
        /// One of these must stand right in front.
        package var after: [Term] = []
        package var notAfter: [Term] = []
        /// One of these must stand right behind.
        package var before: [Term] = []
        package var notBefore: [Term] = []
        package var within = 6

        package init() {}
    }
}

/// An entry of the lexicon: a person, a country, a month, a unit, …
package struct LexiconEntry: Sendable, Hashable {
    /// The top-level key of its file: `people`, `countries`, `months`, …
    package var kind: String
    /// Unique within its kind.
    package var id: String
    /// By language.
    package var names: [String: String]
    /// All other scalar attributes; nested ones as `role.ar`.
    package var attributes: [String: String]
    /// The terms by the key that lists them: `terms`, `demonyms`, `capitals`, `lines`, …
    package var terms: [String: [Term]]
    package var place: SettingsPlace

    package init(
        kind: String, id: String, names: [String: String] = [:],
        attributes: [String: String] = [:], terms: [String: [Term]],
        place: SettingsPlace = SettingsPlace()
    ) {
        self.kind = kind
        self.id = id
        self.names = names
        self.attributes = attributes
        self.terms = terms
        self.place = place
    }

    /// The name in a language, else in Arabic, French, English, else the id.
    package func name(in language: String) -> String {
        names[language] ?? names["ar"] ?? names["fr"] ?? names["en"] ?? names[""] ?? id
    }
}
