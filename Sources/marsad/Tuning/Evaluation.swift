import Foundation

/// How often something was right, wrongly found, and missed.
struct Tally: Sendable, Hashable {
    var right = 0
    var wrong = 0
    var missed = 0

    /// Counts one case.
    mutating func count(wanted: Bool, found: Bool) {
        switch (wanted, found) {
        case (true, true): right += 1
        case (false, true): wrong += 1
        case (true, false): missed += 1
        case (false, false): break
        }
    }

    /// Nil where nothing was wanted and nothing found.
    var f1: Double? {
        let total = 2 * right + wrong + missed
        return total > 0 ? Double(2 * right) / Double(total) : nil
    }

    static func + (one: Tally, other: Tally) -> Tally {
        Tally(
            right: one.right + other.right, wrong: one.wrong + other.wrong,
            missed: one.missed + other.missed)
    }
}

/// Precision, recall and F1 with 95 % intervals: Wilson's, and for F1 the bootstrap's.
struct Score: Sendable, Hashable, Encodable {
    /// Documents where it is right.
    var wanted: Int
    var found: Int
    var right: Int
    var precision: Estimate?
    var recall: Estimate?
    var f1: Estimate?

    init(_ tally: Tally, f1 interval: (low: Double, high: Double)?) {
        wanted = tally.right + tally.missed
        found = tally.right + tally.wrong
        right = tally.right
        precision = Wilson.interval(right, of: found)
        recall = Wilson.interval(right, of: wanted)
        f1 = tally.f1.map {
            Estimate(value: $0, low: interval?.low ?? $0, high: interval?.high ?? $0)
        }
    }
}

/// A rule to be rated.
struct RatedRule: Sendable, Hashable {
    var id: String
    /// Takes points away, so that it is right where its topic is not.
    var speaksAgainst = false
}

/// What the rules said of a labelled document.
struct Judged: Sendable {
    var labelled: Labelled
    var isRelevant: Bool
    var score: Double
    /// The topics found.
    var topics: Set<String>
    /// The rules that counted, by topic, `relevance` among them. Topics are judged in relevant
    /// documents only, and so are their rules.
    var rules: [String: [String]]
}

/// How right the rules are of labelled documents.
///
/// Documents of doubtful relevance are left out. A topic is judged in the documents that were
/// labelled for it. Macro F1 is the mean over topics with enough documents.
struct Evaluation: Sendable, Encodable {
    var documents: Int
    /// Left out: nobody could say whether they are relevant.
    var doubtful: Int
    var relevance: Score
    var micro: Score
    var macro: Estimate?
    /// How many documents a topic must have to count in ``macro``.
    var macroFrom: Int
    /// The date of the latest document, by which a rule is told to be dead.
    var until: Date?
    var topics: [TopicScore]
    /// Where a document of one topic was found to be of another and not of its own.
    var confusion: [Confusion]
    var rules: [RuleScore]
    var errors: [Mistake]

    struct TopicScore: Sendable, Encodable {
        var id: String
        var score: Score
    }

    struct Confusion: Sendable, Encodable, Hashable {
        var wanted: String
        var found: String
        var count: Int
    }

    struct RuleScore: Sendable, Encodable, Hashable {
        var rule: String
        /// Documents that it hit, and those of them that are of its topic, or for a rule that
        /// takes points away, are not.
        var hits: Int
        var right: Int
        /// Documents where no other rule of its topic hit.
        var sole: Int
        var precision: Estimate?
        /// The date of the latest document that it hit; nil for none, or where none has a date.
        var lastHit: Date?
    }

    struct Mistake: Sendable, Encodable, Hashable {
        var id: String
        var title: String
        /// `relevant`, or a topic.
        var subject: String
        /// Found and wrong, or right and missed.
        var kind: Kind
        /// The rules that added something to it.
        var rules: [String]
        /// The command that tells why.
        var explain: String

        enum Kind: String, Sendable, Encodable { case wrong, missed }
    }
}
