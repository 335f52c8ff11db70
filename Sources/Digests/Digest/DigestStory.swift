import News

package import struct Foundation.Date

/// A story as a digest tells it: headline, who printed it and when, quotes, facts.
package struct DigestStory: Sendable, Hashable {
    /// The archive's number; its anchor and its Atom id are made of it, so they stay the same.
    package var id: Int64
    package var headline: Passage
    package var link: WebLink?
    /// The outlet whose headline and sentences are quoted.
    package var outlet: String
    package var excerpts: [Passage]
    /// The articles of the period, oldest first, then those before it.
    package var coverage: [Coverage]
    package var facts: [FactLine]
    package var grade: Grade
    /// Ids of the topics beside the one that it stands under.
    package var otherTopics: [String]
    package var firstSeen: Date
    package var lastSeen: Date
    /// False where articles of before the period tell the same event.
    package var isNew: Bool
    package var weight: Double

    package var anchor: String { "story-\(id)" }
}

/// An article of a story.
package struct Coverage: Sendable, Hashable {
    package var outlet: String
    package var title: Passage
    package var link: WebLink?
    /// As published, else as first seen.
    package var time: Date
    /// False for an article of before the period.
    package var isNew: Bool
}

/// How much a document is about its topic.
package enum Grade: String, Sendable, Hashable, CaseIterable, Comparable, Decodable,
    CodingKeyRepresentable
{
    case mention, secondary, primary

    package static func < (one: Grade, other: Grade) -> Bool { one.points < other.points }

    /// What the grade adds to a story's weight.
    var points: Double {
        switch self {
        case .mention: 0
        case .secondary: 1.5
        case .primary: 3
        }
    }
}
