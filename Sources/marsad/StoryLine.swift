import Extraction
import Foundation
import News

/// A story as JSON.
struct StoryLine: Encodable {
    struct Article: Encodable {
        var id: String
        var outlet: String
        var title: String
        var link: String?
        var seen: Date
        /// Why it is in the story, in a sentence for people.
        var why: String?
    }

    var id: Int64
    var headline: String
    var first: Date
    var last: Date
    /// Of all members, the most frequent first.
    var topics: [String]
    var articles: [Article]
    /// What more than half of several articles state.
    var agreed: [String]
    /// The same for people.
    var alike: [String]
    var disputed: [Dispute]

    /// A number that is not the same in all articles that give it.
    struct Dispute: Encodable {
        struct Told: Encodable {
            var value: Double
            var by: [String]
        }

        var of: String
        var told: [Told]

        /// `dead: 16 (Le Nord), 17 (Le Sud)`.
        var text: String {
            let numbers = told.map {
                "\(StoryFacts.shown($0.value)) (\($0.by.map { Bidi.isolated($0) }.joined(separator: ", ")))"
            }
            return "\(of): " + numbers.joined(separator: ", ")
        }
    }

    init(_ story: Story) {
        id = story.id
        headline = story.headline
        first = story.firstSeen
        last = story.lastSeen
        let counts = story.members.flatMap { $0.report.topics.map(\.id) }
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
        topics = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let facts = StoryFacts(of: story.members.map(\.report.facts))
        agreed = facts.agreed
        disputed = facts.disputed.map { dispute in
            Dispute(
                of: dispute.of,
                told: dispute.told.map { told in
                    Dispute.Told(value: told.value, by: told.by.map { story.members[$0].outlet })
                })
        }
        let spoken = SpokenFacts(story.members.map(\.report))
        alike = facts.agreed.map(spoken.name)
        articles = story.members.map {
            Article(
                id: $0.key.short, outlet: $0.outlet, title: $0.item.title, link: $0.item.link,
                seen: $0.seen, why: $0.why.map(spoken.sentence))
        }
    }
}
