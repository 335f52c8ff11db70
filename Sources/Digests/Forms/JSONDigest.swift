import News

import struct Foundation.Date

/// A digest for programs, as `docs/digest.schema.json` describes it.
///
/// Moments are RFC 3339 in UTC; offsets of matches count Unicode scalars of the text beside
/// them. Text is cleaned as in the other forms. What is not known is left out.
struct JSONDigest {
    private let digest: Digest

    init(_ digest: Digest) {
        self.digest = digest
    }

    func write(to take: @escaping PieceTaker) {
        var json = JSONText(to: take)
        json.object(page)
        take(json.text + "\n")
    }

    private func page(_ json: inout JSONText) {
        json.member("version", 1)
        json.member("language", digest.language.rawValue)
        json.member("since", moment(digest.since))
        json.member("until", moment(digest.until))
        json.member("generated", moment(digest.generated))
        json.member("time_zone", digest.phrasing.timeZone.identifier)
        if !digest.topicsAsked.isEmpty {
            json.objects("of_topics", digest.topicsAsked) { id, json in
                json.member("id", id)
                json.member("title", digest.title(ofTopic: id))
            }
        }
        json.object("totals", totals)
        json.objects("per_day", digest.matchesPerDay) { day, json in
            json.member("day", digest.phrasing.isoDay(day.day))
            json.member("articles", day.count)
        }
        json.objects("topics", digest.sections) { section, json in
            json.member("id", section.topic)
            json.member("title", section.title)
            json.objects("stories", section.stories, story)
        }
        json.object("named", named)
        json.objects("edited", digest.edited, edited)
        json.objects("left_out", digest.leftOut, leftOut)
        json.object("watch", watch)
    }

    private func totals(_ json: inout JSONText) {
        json.member("articles", digest.totals.articles)
        json.member("stories", digest.totals.stories)
        json.member("outlets", digest.totals.outlets)
        json.member("change", digest.totals.change)
    }

    private func story(_ story: DigestStory, _ json: inout JSONText) {
        json.member("id", story.id)
        json.object("headline") { passage(story.headline, &$0) }
        json.member("link", story.link?.description)
        json.member("outlet", story.outlet)
        json.member("grade", story.grade.rawValue)
        json.member("is_new", story.isNew)
        json.member("first_seen", moment(story.firstSeen))
        json.member("last_seen", moment(story.lastSeen))
        json.member("weight", (story.weight * 100).rounded() / 100)
        json.strings("other_topics", story.otherTopics)
        json.objects("excerpts", story.excerpts, passage)
        let facts = story.facts.flatMap { line in line.entries.map { (line.kind, $0) } }
        json.objects("facts", facts, fact)
        json.objects("articles", story.coverage, article)
    }

    private func passage(_ passage: Passage, _ json: inout JSONText) {
        json.member("text", passage.plain)
        json.member("language", passage.language)
        json.member("direction", passage.direction.rawValue)
        json.objects("matches", passage.matches) { match, json in
            json.member("start", match.lowerBound)
            json.member("end", match.upperBound)
        }
    }

    private func fact(_ fact: (kind: FactKind, entry: FactEntry), _ json: inout JSONText) {
        json.member("kind", fact.kind.rawValue)
        json.member("text", fact.entry.text)
        json.member("note", fact.entry.note)
        json.member("inferred", fact.entry.isInferred)
        json.member("from", fact.entry.source)
    }

    private func article(_ article: Coverage, _ json: inout JSONText) {
        json.member("outlet", article.outlet)
        json.object("title") { passage(article.title, &$0) }
        json.member("link", article.link?.description)
        json.member("time", moment(article.time))
        json.member("is_new", article.isNew)
    }

    private func named(_ json: inout JSONText) {
        for list in digest.named {
            json.objects(list.kind.rawValue, list.names) { entry, json in
                json.member("name", entry.name)
                json.member("articles", entry.articles)
            }
        }
    }

    private func edited(_ entry: EditedEntry, _ json: inout JSONText) {
        json.member("outlet", entry.outlet)
        json.member("link", entry.link?.description)
        json.member("before", entry.before.plain)
        json.member("after", entry.after.plain)
        json.member("changed", entry.changed.map(moment))
        json.objects("changes", entry.changes) { change, json in
            json.member("before", change.before)
            json.member("removed", change.removed)
            json.member("added", change.added)
            json.member("after", change.after)
        }
        json.member("more_changes", entry.moreChanges)
    }

    private func leftOut(_ entry: LeftOutEntry, _ json: inout JSONText) {
        json.member("title", entry.title.plain)
        json.member("outlet", entry.outlet)
        json.member("link", entry.link?.description)
        json.member("missing", entry.missing)
    }

    private func watch(_ json: inout JSONText) {
        json.member("feeds", digest.watch.feeds)
        json.member("polls", digest.watch.polls)
        json.member("failures", digest.watch.failures)
        json.objects("troubled", digest.watch.troubled) { trouble, json in
            json.member("feed", trouble.feed)
            json.member("since", trouble.since.map(moment))
            json.member("silent", trouble.cause == .silence)
            json.member("cause", digest.phrase(trouble.cause) ?? "")
            if case .failure(let kind, let status) = trouble.cause {
                json.member("kind", kind.rawValue)
                json.member("status", status)
            }
        }
        json.objects("notices", digest.watch.notices) { notice, json in
            json.member("kind", notice.kind)
            json.member("at", moment(notice.date))
            json.member("text", Isolates.removed(from: digest.phrase(notice)))
            json.member("detail", notice.detail)
            if case .refused(_, _, let count) = notice { json.member("complaints", count) }
            if case .overran(_, _, let again, let mayBeMore) = notice, !again.isEmpty {
                json.strings("again", again.map(moment))
                json.member("may_be_more", mayBeMore)
            }
        }
    }

    private func moment(_ date: Date) -> String { Timestamp(date).description }
}

extension Notice {
    fileprivate var kind: String {
        switch self {
        case .overran: "overran"
        case .refused: "settings-refused"
        case .unkept: "unkept"
        }
    }
}

extension Passage {
    /// Where it matches, in scalars.
    fileprivate var matches: [Range<Int>] {
        var matches: [Range<Int>] = []
        var place = 0
        for piece in pieces {
            let end = place + piece.text.unicodeScalars.count
            if piece.isMatch { matches.append(place..<end) }
            place = end
        }
        return matches
    }
}
