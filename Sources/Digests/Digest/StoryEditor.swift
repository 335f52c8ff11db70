package import Foundation
package import News

/// Makes a digest's story of a gathered one: which article is quoted, what it weighs.
package struct StoryEditor: Sendable {
    let since: Date
    let until: Date
    let phrasing: Phrasing

    /// The articles that digests of the period quote in these languages: of all others no text is
    /// asked for, no evidence, date or quantity, and nobody whom the lexicon does not know.
    package static func quotable(
        _ story: Story, since: Date, until: Date, in languages: [DigestLanguage]
    ) -> Set<ItemKey> {
        let new = newMembers(of: story, since: since, until: until)
        return Set(languages.compactMap { quoted(of: new, in: $0)?.key })
    }

    /// The story, and the id of the topic that it stands under; nil for a story without
    /// an article of the period.
    func edit(_ story: Story) -> (topic: String, story: DigestStory)? {
        let new = newMembers(of: story)
        guard let quoted = StoryEditor.quoted(of: new, in: phrasing.language) else { return nil }
        let isNew = story.firstSeen >= since && new.count == story.members.count
        let topics = rankedTopics(of: new)
        let quoting = Quoting(quoted, fallback: story.headline)
        let facts = FactLines(
            quoted: quoted.report,
            others: new.filter { $0.key != quoted.key }.map(\.report), phrasing: phrasing
        ).lines
        let grade = topics.first?.grade ?? .mention
        let edited = DigestStory(
            id: story.id, headline: quoting.headline, link: WebLink(quoted.item.link),
            outlet: CleanText.line(quoted.outlet, limit: CleanText.wordLimit),
            excerpts: quoting.excerpts, coverage: coverage(of: story, new: new), facts: facts,
            grade: grade, otherTopics: topics.dropFirst().map(\.id),
            firstSeen: story.firstSeen, lastSeen: new.map(\.matched).max() ?? story.lastSeen,
            isNew: isNew,
            weight: weight(
                outlets: Set(new.map(\.outlet)).count, grade: grade, isNew: isNew,
                facts: facts.reduce(0) { $0 + $1.entries.count }))
        return (topics.first?.id ?? "", edited)
    }

    /// Whether an article is of the period: it became a match within.
    func isNew(_ match: Match) -> Bool { match.matched >= since && match.matched < until }

    private func newMembers(of story: Story) -> [Match] {
        StoryEditor.newMembers(of: story, since: since, until: until)
    }

    private static func newMembers(of story: Story, since: Date, until: Date) -> [Match] {
        story.members.filter { $0.matched >= since && $0.matched < until }
    }

    /// Outlets tell most, then what the story is about, then news over sequels, then how far
    /// its facts reach.
    private func weight(outlets: Int, grade: Grade, isNew: Bool, facts: Int) -> Double {
        3 * log2(Double(1 + outlets)) + grade.points + (isNew ? 1 : 0)
            + 0.15 * Double(min(facts, 12))
    }

    /// An article is quoted rather than another for the reader's language, then for its score,
    /// then for being first.
    private static func quoted(of new: [Match], in language: DigestLanguage) -> Match? {
        func ease(_ match: Match) -> Int {
            let place = language.readable.firstIndex(of: match.report.language)
            return place.map { language.readable.count - $0 } ?? 0
        }
        return new.max { one, other in
            (ease(one), one.report.score, other.seen, other.key.id)
                < (ease(other), other.report.score, one.seen, one.key.id)
        }
    }

    private func coverage(of story: Story, new: [Match]) -> [Coverage] {
        let keys = Set(new.map(\.key))
        let all = story.members.map { member in
            Coverage(
                outlet: CleanText.line(member.outlet, limit: CleanText.wordLimit),
                title: Passage(
                    member.item.title.isEmpty ? story.headline : member.item.title,
                    language: member.report.language),
                link: WebLink(member.item.link),
                time: member.item.published ?? member.seen, isNew: keys.contains(member.key))
        }
        return all.filter(\.isNew).sorted { $0.time < $1.time }
            + all.filter { !$0.isNew }.sorted { $0.time < $1.time }
    }

    /// The topics of all articles by their best grade, then their best score over the threshold.
    private func rankedTopics(of matches: [Match]) -> [(id: String, grade: Grade)] {
        var best: [String: (grade: Grade, ratio: Double)] = [:]
        for topic in matches.flatMap(\.report.topics) {
            let grade = Grade(rawValue: topic.grade) ?? .mention
            let ratio = topic.threshold > 0 ? topic.score / topic.threshold : topic.score
            let old = best[topic.id] ?? (.mention, 0)
            best[topic.id] = (max(old.grade, grade), max(old.ratio, ratio))
        }
        return best.sorted { one, other in
            (other.value.grade.points, other.value.ratio, one.key)
                < (one.value.grade.points, one.value.ratio, other.key)
        }.map { ($0.key, $0.value.grade) }
    }
}
