/// What a document states, by kind; each finding with its quotes.
///
/// As JSON a finding has all keys of its kind, `null` where the text says nothing; `confidence`,
/// `from` and a body's `country` are there only where they say something.
package struct Facts: Sendable, Hashable, Codable {
    package var people: [Person] = []
    package var organisations: [Organisation] = []
    package var countries: [Country] = []
    package var places: [Place] = []
    package var events: [Event] = []
    package var dates: [DateFact] = []
    package var quantities: [Quantity] = []
    package var quotations: [Quotation] = []
    package var acts: [Act] = []

    package init() {}
}

/// A stretch of the text, quoted.
package struct Mention: Sendable, Hashable, Codable {
    package var quote: String
    package var start: Int
    package var end: Int
    /// How a country is named: by name, demonym, capital or state title; nil for other facts.
    package var kind: Kind?

    package enum Kind: String, Sendable, Hashable, Codable {
        case name, demonym, capital
        case stateTitle = "state-title"
    }

    package init(quote: String, start: Int, end: Int, kind: Kind? = nil) {
        self.quote = quote
        self.start = start
        self.end = end
        self.kind = kind
    }

    private enum CodingKeys: String, CodingKey {
        case quote, start, end
        case kind = "as"
    }
}

/// A person whom the text names.
package struct Person: Sendable, Hashable, Codable {
    /// The lexicon's id; nil for people who are not in it, and who therefore stay within this
    /// report.
    package var id: String?
    package var name: String
    /// As the text states it, else as the lexicon has it.
    package var role: String?
    package var mentions: [Mention]
    package var confidence: Double?
    package var from: String?

    package init(
        id: String? = nil, name: String, role: String? = nil, mentions: [Mention] = [],
        confidence: Double? = nil, from: String? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.mentions = mentions
        self.confidence = confidence
        self.from = from
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(name, forKey: .name)
        try values.encode(role, forKey: .role)
        try values.encode(mentions, forKey: .mentions)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        try values.encodeIfPresent(from, forKey: .from)
    }
}

/// A body, service, court or company that the text names.
package struct Organisation: Sendable, Hashable, Codable {
    package var id: String
    package var name: String
    package var acronym: String?
    /// ISO 3166-1 alpha-2 of its state, where it has one.
    package var country: String?
    package var mentions: [Mention]
    package var confidence: Double?
    package var from: String?

    package init(
        id: String, name: String, acronym: String? = nil, country: String? = nil,
        mentions: [Mention] = [], confidence: Double? = nil, from: String? = nil
    ) {
        self.id = id
        self.name = name
        self.acronym = acronym
        self.country = country
        self.mentions = mentions
        self.confidence = confidence
        self.from = from
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(name, forKey: .name)
        try values.encode(acronym, forKey: .acronym)
        try values.encodeIfPresent(country, forKey: .country)
        try values.encode(mentions, forKey: .mentions)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        try values.encodeIfPresent(from, forKey: .from)
    }
}

/// A state, by ISO 3166-1 alpha-2 code.
package struct Country: Sendable, Hashable, Codable {
    package var code: String
    package var mentions: [Mention]
    package var confidence: Double?
    package var from: String?

    package init(
        code: String, mentions: [Mention] = [], confidence: Double? = nil, from: String? = nil
    ) {
        self.code = code
        self.mentions = mentions
        self.confidence = confidence
        self.from = from
    }
}

/// A place below the state: `kind` is `region`, `province`, `prefecture`, `city`, `commune`,
/// `arrondissement`, `district`, `venue`, `crossing` or `capital`.
package struct Place: Sendable, Hashable, Codable {
    package var id: String
    package var name: String
    package var kind: String
    /// ISO 3166-1 alpha-2 of the state that it lies in.
    package var country: String?
    package var mentions: [Mention]
    package var confidence: Double?
    package var from: String?

    package init(
        id: String, name: String, kind: String, country: String? = nil,
        mentions: [Mention] = [], confidence: Double? = nil, from: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.mentions = mentions
        self.confidence = confidence
        self.from = from
    }
}

/// A named event; its dates are ISO 8601, inclusive.
package struct Event: Sendable, Hashable, Codable {
    package var id: String
    package var name: String
    package var edition: Int?
    /// The id of the place, else the code of the country, that holds it.
    package var host: String?
    package var start: String?
    package var end: String?
    package var mentions: [Mention]
    package var confidence: Double?
    package var from: String?

    package init(
        id: String, name: String, edition: Int? = nil, host: String? = nil,
        start: String? = nil, end: String? = nil, mentions: [Mention] = [],
        confidence: Double? = nil, from: String? = nil
    ) {
        self.id = id
        self.name = name
        self.edition = edition
        self.host = host
        self.start = start
        self.end = end
        self.mentions = mentions
        self.confidence = confidence
        self.from = from
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(name, forKey: .name)
        try values.encode(edition, forKey: .edition)
        try values.encode(host, forKey: .host)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(mentions, forKey: .mentions)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        try values.encodeIfPresent(from, forKey: .from)
    }
}

/// A date that the text states.
package struct DateFact: Sendable, Hashable, Codable {
    package var quote: String
    package var start: Int
    package var end: Int
    /// ISO 8601: `2025-05-16`, `2025-11`, `2025`, `a/b`, `--05-16`; nil while unresolved.
    package var value: String?
    /// `day`, `month`, `year`, `range`, `recurring`, `relative` or `hijri`.
    package var kind: String
    package var confidence: Double?
    package var from: String?

    package init(
        quote: String, start: Int, end: Int, value: String?, kind: String,
        confidence: Double? = nil, from: String? = nil
    ) {
        self.quote = quote
        self.start = start
        self.end = end
        self.value = value
        self.kind = kind
        self.confidence = confidence
        self.from = from
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(quote, forKey: .quote)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(value, forKey: .value)
        try values.encode(kind, forKey: .kind)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        try values.encodeIfPresent(from, forKey: .from)
    }
}

/// A number and what it counts or measures.
package struct Quantity: Sendable, Hashable, Codable {
    package var quote: String
    package var start: Int
    package var end: Int
    /// Nil for vague plurals such as عشرات.
    package var value: Double?
    /// The upper bound of a range, whose ``value`` is then what it is at least: 34 in «بين 19 و34
    /// سنة».
    package var max: Double?
    /// What is counted, as written.
    package var of: String?
    /// `kg`, `g`, `t`, `MAD`, `EUR`, `year`, `pill`, `person`, `diplomat`, `vehicle`, …
    package var unit: String?
    package var bound: Bound
    package var confidence: Double?
    package var from: String?

    package enum Bound: String, Sendable, Hashable, Codable {
        case exactly, about
        case atLeast = "at-least"
        case atMost = "at-most"
    }

    package init(
        quote: String, start: Int, end: Int, value: Double?, max: Double? = nil,
        of: String? = nil, unit: String? = nil, bound: Bound = .exactly,
        confidence: Double? = nil, from: String? = nil
    ) {
        self.quote = quote
        self.start = start
        self.end = end
        self.value = value
        self.max = max
        self.of = of
        self.unit = unit
        self.bound = bound
        self.confidence = confidence
        self.from = from
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(quote, forKey: .quote)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(value, forKey: .value)
        try values.encodeIfPresent(max, forKey: .max)
        try values.encode(of, forKey: .of)
        try values.encode(unit, forKey: .unit)
        try values.encode(bound, forKey: .bound)
        try values.encodeIfPresent(confidence, forKey: .confidence)
        try values.encodeIfPresent(from, forKey: .from)
    }
}

/// Words quoted in the text, or a slogan.
package struct Quotation: Sendable, Hashable, Codable {
    package var quote: String
    package var start: Int
    package var end: Int
    package var speaker: String?
    package var confidence: Double?

    package init(
        quote: String, start: Int, end: Int, speaker: String? = nil, confidence: Double? = nil
    ) {
        self.quote = quote
        self.start = start
        self.end = end
        self.speaker = speaker
        self.confidence = confidence
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(quote, forKey: .quote)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(speaker, forKey: .speaker)
        try values.encodeIfPresent(confidence, forKey: .confidence)
    }
}

/// Who did what, where one sentence states it.
package struct Act: Sendable, Hashable, Codable {
    /// `arrest`, `seizure`, `dismantling`, `visit`, `meeting`, `agreement`, `appointment`, …
    package var kind: String
    package var quote: String
    package var start: Int
    package var end: Int
    /// Ids of people and organisations, codes of countries.
    package var agents: [String]
    package var objects: [String]
    package var place: String?
    package var date: String?
    package var quantities: [String]
    package var confidence: Double?

    package init(
        kind: String, quote: String, start: Int, end: Int, agents: [String] = [],
        objects: [String] = [], place: String? = nil, date: String? = nil,
        quantities: [String] = [], confidence: Double? = nil
    ) {
        self.kind = kind
        self.quote = quote
        self.start = start
        self.end = end
        self.agents = agents
        self.objects = objects
        self.place = place
        self.date = date
        self.quantities = quantities
        self.confidence = confidence
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(quote, forKey: .quote)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(agents, forKey: .agents)
        try values.encode(objects, forKey: .objects)
        try values.encode(place, forKey: .place)
        try values.encode(date, forKey: .date)
        try values.encode(quantities, forKey: .quantities)
        try values.encodeIfPresent(confidence, forKey: .confidence)
    }
}
