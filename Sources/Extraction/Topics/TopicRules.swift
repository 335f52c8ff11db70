package import News

/// The rules of a topic, as an editor writes them in `config/topics/TOPIC.yaml`.
package struct TopicRules: Sendable, Hashable {
    package var id: String
    /// By language.
    package var titles: [String: String]
    package var note: String?
    /// The score from which the topic counts.
    package var threshold: Double
    /// The scores from which a finding is primary and secondary; below, a mention.
    package var primary: Double
    package var secondary: Double
    /// All of these must hold.
    package var requires: [Condition]
    /// None of these may.
    package var vetoes: [Condition]
    /// Ids of the topics that a text may have as well; nil for all. See
    /// ``standsBack(_:behind:_:)``.
    package var beside: [Term]?
    package var rules: [Rule]
    package var place: SettingsPlace

    package init(
        id: String, titles: [String: String] = [:], note: String? = nil, threshold: Double = 3,
        primary: Double = 6, secondary: Double = 4, requires: [Condition] = [],
        vetoes: [Condition] = [], beside: [Term]? = nil, rules: [Rule] = [],
        place: SettingsPlace = SettingsPlace()
    ) {
        self.id = id
        self.titles = titles
        self.note = note
        self.threshold = threshold
        self.primary = primary
        self.secondary = secondary
        self.requires = requires
        self.vetoes = vetoes
        self.beside = beside
        self.rules = rules
        self.place = place
    }
}

/// One rule of a topic: a condition and what it is worth.
package struct Rule: Sendable, Hashable {
    /// `drugs.seizure`.
    package var id: String
    package var weight: Double
    package var condition: Condition
    /// Where hits count; everywhere where empty.
    package var parts: Set<Part>
    /// Languages of documents that the rule is for; all where empty.
    package var languages: Set<String>
    /// Countries of outlets that the rule is for; all where empty.
    package var countries: Set<String>
    /// Ids of feeds that the rule is for; all where empty.
    package var feeds: Set<String>
    /// Tags of feeds that the rule is for; all where empty.
    package var tags: Set<String>
    package var unlessNear: Neighbours?
    package var onlyNear: Neighbours?
    package var note: String?
    package var examples: Examples
    package var place: SettingsPlace

    package init(
        id: String, weight: Double = 2, condition: Condition, parts: Set<Part> = [],
        languages: Set<String> = [], countries: Set<String> = [], feeds: Set<String> = [],
        tags: Set<String> = [], unlessNear: Neighbours? = nil, onlyNear: Neighbours? = nil,
        note: String? = nil, examples: Examples = Examples(),
        place: SettingsPlace = SettingsPlace()
    ) {
        self.id = id
        self.weight = weight
        self.condition = condition
        self.parts = parts
        self.languages = languages
        self.countries = countries
        self.feeds = feeds
        self.tags = tags
        self.unlessNear = unlessNear
        self.onlyNear = onlyNear
        self.note = note
        self.examples = examples
        self.place = place
    }

    /// Words in whose company a hit counts, or does not.
    package struct Neighbours: Sendable, Hashable {
        package var terms: [Condition]
        package var within: Int

        package init(terms: [Condition], within: Int = 6) {
            self.terms = terms
            self.within = within
        }
    }

    /// Sentences that the rule must and must not hit.
    package struct Examples: Sendable, Hashable {
        package var match: [Example] = []
        package var noMatch: [Example] = []

        package init(match: [Example] = [], noMatch: [Example] = []) {
            self.match = match
            self.noMatch = noMatch
        }
    }

    package struct Example: Sendable, Hashable {
        package var text: String
        package var place: SettingsPlace

        package init(_ text: String, place: SettingsPlace = SettingsPlace()) {
            self.text = text
            self.place = place
        }
    }
}

/// What must hold for a rule to count.
package indirect enum Condition: Sendable, Hashable {
    /// A term, or a reference: `@hammouchi`, `@police:MA`, `#drugs`, `$list`.
    case term(Term)
    case any([Condition])
    case all([Condition])
    case none([Condition])
    case atLeast(Int, [Condition])
    case near(Near)

    /// One of each group within so many words.
    package struct Near: Sendable, Hashable {
        package var groups: [[Condition]]
        package var within: Int
        /// In the order of the groups.
        package var isOrdered: Bool
        package var crossesSentences: Bool

        package init(
            groups: [[Condition]], within: Int = 6, isOrdered: Bool = false,
            crossesSentences: Bool = false
        ) {
            self.groups = groups
            self.within = within
            self.isOrdered = isOrdered
            self.crossesSentences = crossesSentences
        }
    }
}

/// All topics, the rules of relevance, and the lists that they share.
package struct TopicSettings: Sendable, Hashable {
    package var topics: [TopicRules]
    package var relevance: TopicRules
    /// What `$name` stands for.
    package var lists: [String: [Condition]]

    package init(
        topics: [TopicRules], relevance: TopicRules, lists: [String: [Condition]] = [:]
    ) {
        self.topics = topics
        self.relevance = relevance
        self.lists = lists
    }
}

/// Something in rules or lexicon that cannot be used.
package struct SettingsProblem: Sendable, Hashable {
    package var place: SettingsPlace
    package var message: String
    /// Follows from another problem, and is not worth telling beside it.
    package var isConsequence: Bool

    package init(_ message: String, at place: SettingsPlace, isConsequence: Bool = false) {
        self.place = place
        self.message = message
        self.isConsequence = isConsequence
    }
}
