import Digests
import Foundation
import News
import Storage

/// The stories of a period without what an editor said does not belong there.
struct KeptStories {
    let stories: [Story]
    /// What was taken out of them.
    let setAside: [NearMiss]
    /// Every item that an editor's latest label calls irrelevant.
    let refused: Set<ItemKey>

    /// - Parameter topics: what is new of other topics is passed over; nothing where none is
    ///   named.
    init(
        _ archive: Archive, since: Date, until: Date, topics: [String]
    ) throws(ArchiveError) {
        let refused = KeptStories.refused(try archive.labels())
        var setAside: [NearMiss] = []
        var stories: [Story] = []
        for var story in try archive.stories(since: since, until: until) {
            // What is older stays, whatever it is about: the story develops it.
            story.members.removeAll { member in
                member.matched >= since && !topics.isEmpty
                    && !member.report.topics.contains { topics.contains($0.id) }
            }
            for member in story.members
            where refused.contains(member.key) && member.matched >= since {
                setAside.append(
                    NearMiss(
                        title: member.item.headline(without: member.report.boilerplate),
                        outlet: member.outlet,
                        link: member.item.link))
            }
            let before = story.members.count
            story.members.removeAll { refused.contains($0.key) }
            guard story.members.contains(where: { $0.matched >= since }) else { continue }
            if story.members.count < before, let first = story.members.first {
                story.headline = first.item.headline(without: first.report.boilerplate)
                story.firstSeen = first.matched
            }
            stories.append(story)
        }
        self.stories = stories
        self.setAside = setAside
        self.refused = refused
    }

    /// The latest word on an item counts, whoever said it.
    private static func refused(_ labels: [Label]) -> Set<ItemKey> {
        var verdicts: [ItemKey: Bool] = [:]
        for label in labels where label.subject == .relevance {
            verdicts[label.key] = label.verdict
        }
        return Set(verdicts.filter { !$0.value }.keys)
    }
}
