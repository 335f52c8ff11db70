package import News

/// Why a document is what it was found to be: the arithmetic of relevance and of every topic,
/// and of those missed what was nearest.
package struct Explanation: Sendable, Encodable {
    /// With its text, which all offsets count in.
    package var report: Report
    package var relevance: TopicAccount
    /// Reached ones first, then by score. Topics are reckoned up even where the document is not
    /// relevant, and then none of them counts.
    package var topics: [TopicAccount]
}

/// How the score of a topic, or of relevance, adds up.
package struct TopicAccount: Sendable, Encodable {
    package var id: String
    package var score: Double
    package var threshold: Double
    /// Reached its threshold, with all that it requires and nothing that it vetoes, and stands
    /// back behind no stronger topic.
    package var isReached: Bool
    /// Nil for a topic that was not reached.
    package var grade: String?
    package var rules: [RuleAccount]
    /// Conditions of the whole topic that keep it from being reached.
    package var barred: [String]
    /// For a topic not reached, the rules that came nearest to adding something, best first.
    package var nearest: [Shortfall]

    /// Points that are missing; 0 for enough.
    package var missing: Double { max(0, Topics.rounded(threshold - score)) }

    private enum CodingKeys: String, CodingKey {
        case id, score, threshold, grade, rules, barred, nearest, missing
        case isReached = "reached"
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(score, forKey: .score)
        try values.encode(threshold, forKey: .threshold)
        try values.encode(missing, forKey: .missing)
        try values.encode(isReached, forKey: .isReached)
        try values.encode(grade, forKey: .grade)
        try values.encode(rules, forKey: .rules)
        try values.encode(barred, forKey: .barred)
        try values.encode(nearest, forKey: .nearest)
    }
}

/// What one rule adds to a topic's score.
package struct RuleAccount: Sendable, Encodable, Hashable {
    package var rule: String
    package var weight: Double
    package var points = 0.0
    /// The hits that count, three at most: the first fully, each further one half, those in the
    /// title one and a half times.
    package var hits: [Evidence] = []
    /// Hits beyond the third, which add nothing.
    package var uncounted = 0
    /// What the hits were read as; only in a full explanation.
    package var readings: [HitReading] = []
}

/// A rule that added nothing, and how near it came.
package struct Shortfall: Sendable, Encodable, Hashable {
    package var rule: String
    package var weight: Double
    /// From 0, nothing of it is there, to 1.
    package var closeness: Double
    /// Which part of it failed: sentences.
    package var reasons: [String]
    package var lookAlikes: [LookAlike]

    private enum CodingKeys: String, CodingKey {
        case rule, weight, closeness, reasons
        case lookAlikes = "look_alikes"
    }
}

/// A place that looks like a term and is not read as it.
package struct LookAlike: Sendable, Hashable, Encodable {
    package var term: String
    package var quote: String
    package var start: Int
    package var end: Int
    /// Why it was refused: a sentence's end, such as ‘has «آ» where the term has «أ»’.
    package var refusal: String
}
