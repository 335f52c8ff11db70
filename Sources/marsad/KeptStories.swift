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

    /// - Parameters:
    ///   - languages: in which the stories are to be told.
    ///   - topics: what is new of other topics is passed over; nothing where none is named.
    ///   - examined: what is found in an article as it read before its outlet changed it.
    init(
        _ archive: Archive, since: Date, until: Date, languages: [DigestLanguage],
        topics: [String], examined: (Match) -> Report
    ) throws(ArchiveError) {
        let refused = KeptStories.refused(try archive.labels())
        var setAside: [NearMiss] = []
        var stories: [Story] = []
        for var story in try archive.digestStories(since: since, until: until) {
            // What is older stays, whatever it is about: the story develops it.
            if !topics.isEmpty {
                story.members.removeAll { member in
                    member.matched >= since
                        && !member.report.topics.contains { topics.contains($0.id) }
                }
            }
            for member in story.members
            where refused.contains(member.key) && member.matched >= since {
                setAside.append(
                    NearMiss(
                        title: try KeptStories.headline(of: member, before: until, in: archive),
                        outlet: member.outlet, link: member.item.link))
            }
            let before = story.members.count
            if !refused.isEmpty { story.members.removeAll { refused.contains($0.key) } }
            guard story.members.contains(where: { $0.matched >= since }) else { continue }
            if story.members.count < before, let first = story.members.first {
                story.headline = try KeptStories.headline(of: first, before: until, in: archive)
                story.firstSeen = first.matched
            }
            stories.append(story)
        }
        let keys = stories.flatMap {
            StoryEditor.quotable($0, since: since, until: until, in: languages)
        }
        let whole = try archive.matches(keys, before: until).map { quoted in
            var match = quoted.match
            if quoted.isEditedSince { match.report = examined(match) }
            return (match.key, match)
        }
        KeptStories.fill(&stories, with: Dictionary(whole) { first, _ in first })
        self.stories = stories
        self.setAside = setAside
        self.refused = refused
    }

    /// Gives the stories all that may be quoted of them, in their place: copies of a month's
    /// articles would take time and memory.
    private static func fill(_ stories: inout [Story], with whole: [ItemKey: Match]) {
        for story in stories.indices {
            for place in stories[story].members.indices {
                if let match = whole[stories[story].members[place].key] {
                    stories[story].members[place] = match
                }
            }
        }
    }

    /// What has no title is called by what its text begins with.
    private static func headline(
        of member: Match, before moment: Date, in archive: Archive
    ) throws(ArchiveError) -> String {
        guard member.item.title.isEmpty else { return member.item.title }
        let whole = try archive.matches([member.key], before: moment).first?.match ?? member
        return whole.item.headline(without: whole.report.boilerplate)
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
