package import struct Foundation.Date

/// What the examiner says of a document.
///
/// All ranges are half-open and count Unicode scalars of the document's text; each quote is
/// that very slice of it.
package struct Report: Sendable, Hashable, Codable {
    package var id: String
    package var source: String
    /// `ar`, `fr`, `en`, `zgh` or `other`.
    package var language: String
    /// True where the Arabic is Moroccan Darija rather than the standard language.
    package var isDarija: Bool
    /// Only where it was asked for.
    package var paragraphs: [Paragraph]?
    package var published: Date?
    /// Nil where the text has no headline of its own.
    package var title: String?
    package var isRelevant: Bool
    package var score: Double
    /// The topics that reached their threshold, best first.
    package var topics: [TopicFinding]
    /// Why the document is relevant, or what speaks against it.
    package var relevance: [Evidence]
    package var facts: Facts
    package var boilerplate: [Boilerplate]
    /// Only where it was asked for.
    package var text: String?

    package init(
        id: String, source: String, language: String, isDarija: Bool = false,
        paragraphs: [Paragraph]? = nil, published: Date? = nil, title: String? = nil,
        isRelevant: Bool = false, score: Double = 0, topics: [TopicFinding] = [],
        relevance: [Evidence] = [],
        facts: Facts = Facts(), boilerplate: [Boilerplate] = [], text: String? = nil
    ) {
        self.id = id
        self.source = source
        self.language = language
        self.isDarija = isDarija
        self.paragraphs = paragraphs
        self.published = published
        self.title = title
        self.isRelevant = isRelevant
        self.score = score
        self.topics = topics
        self.relevance = relevance
        self.facts = facts
        self.boilerplate = boilerplate
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case id, source, language, paragraphs, published, title, score, topics, relevance, facts
        case boilerplate, text
        case isDarija = "darija"
        case isRelevant = "relevant"
    }

    /// Writes `null` where a value is missing, except for `text` and `paragraphs`, which are
    /// there or not.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(source, forKey: .source)
        try values.encode(language, forKey: .language)
        try values.encode(isDarija, forKey: .isDarija)
        try values.encodeIfPresent(paragraphs, forKey: .paragraphs)
        try values.encode(published, forKey: .published)
        try values.encode(title, forKey: .title)
        try values.encode(isRelevant, forKey: .isRelevant)
        try values.encode(score, forKey: .score)
        try values.encode(topics, forKey: .topics)
        try values.encode(relevance, forKey: .relevance)
        try values.encode(facts, forKey: .facts)
        try values.encode(boilerplate, forKey: .boilerplate)
        try values.encodeIfPresent(text, forKey: .text)
    }
}

/// A paragraph of a document and its language.
package struct Paragraph: Sendable, Hashable, Codable {
    package var start: Int
    package var end: Int
    /// As in ``Report/language``.
    package var language: String
    package var isDarija: Bool

    package init(start: Int, end: Int, language: String, isDarija: Bool = false) {
        self.start = start
        self.end = end
        self.language = language
        self.isDarija = isDarija
    }

    private enum CodingKeys: String, CodingKey {
        case start, end, language
        case isDarija = "darija"
    }
}

/// A topic that a document is about.
package struct TopicFinding: Sendable, Hashable, Codable {
    package var id: String
    package var score: Double
    package var threshold: Double
    /// `primary`, `secondary` or `mention`.
    package var grade: String
    package var evidence: [Evidence]

    package init(
        id: String, score: Double, threshold: Double, grade: String, evidence: [Evidence]
    ) {
        self.id = id
        self.score = score
        self.threshold = threshold
        self.grade = grade
        self.evidence = evidence
    }
}

/// A stretch of the text that made a rule count.
package struct Evidence: Sendable, Hashable, Codable {
    package var rule: String
    /// What the rule added to the score through this hit.
    package var points: Double
    package var quote: String
    package var start: Int
    package var end: Int
    package var part: Part
    /// What of it the rule asks for, in order and apart, where the rest only lies between: a rule
    /// of nearness quotes the whole way from one term to another. Nil where it is the whole.
    package var terms: [Term]?

    package struct Term: Sendable, Hashable, Codable {
        package var start: Int
        package var end: Int

        package init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }
    }

    package init(
        rule: String, points: Double, quote: String, start: Int, end: Int, part: Part,
        terms: [Term]? = nil
    ) {
        self.rule = rule
        self.points = points
        self.quote = quote
        self.start = start
        self.end = end
        self.part = part
        self.terms = terms
    }
}

/// Where in a document something stands.
package enum Part: String, Sendable, Hashable, Codable {
    case title, lead, body
}

/// A line of page furniture that is not the article's.
package struct Boilerplate: Sendable, Hashable, Codable {
    package var start: Int
    package var end: Int
    package var kind: Kind

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case advert, breadcrumb, byline, caption, related, share, subscribe, navigation, other
        case commentForm = "comment-form"
        case commentCount = "comment-count"
        case viewCounter = "view-counter"
        case duplicateTitle = "duplicate-title"
        case feedFooter = "feed-footer"
    }

    package init(start: Int, end: Int, kind: Kind) {
        self.start = start
        self.end = end
        self.kind = kind
    }
}
