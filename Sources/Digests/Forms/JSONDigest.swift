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

    var text: String {
        let page = JSONValue.object([
            ("version", .integer(1)),
            ("language", .string(digest.language.rawValue)),
            ("since", moment(digest.since)),
            ("until", moment(digest.until)),
            ("generated", moment(digest.generated)),
            ("time_zone", .string(digest.phrasing.timeZone.identifier)),
            ("totals", totals),
            ("per_day", .array(digest.matchesPerDay.map(day))),
            ("topics", .array(digest.sections.map(topic))),
            ("named", .object(digest.named.map { ($0.kind.rawValue, names($0)) })),
            ("edited", .array(digest.edited.map(edited))),
            ("left_out", .array(digest.leftOut.map(leftOut))),
            ("watch", watch),
        ])
        return page.text + "\n"
    }

    private var totals: JSONValue {
        .object([
            ("articles", count(digest.totals.articles)),
            ("stories", count(digest.totals.stories)),
            ("outlets", count(digest.totals.outlets)),
            ("change", digest.totals.change.map(count)),
        ])
    }

    private func day(_ day: DayCount) -> JSONValue {
        .object([
            ("day", .string(digest.phrasing.isoDay(day.day))), ("articles", count(day.count)),
        ])
    }

    private func topic(_ section: Digest.Section) -> JSONValue {
        .object([
            ("id", .string(section.topic)),
            ("title", .string(section.title)),
            ("stories", .array(section.stories.map(story))),
        ])
    }

    private func story(_ story: DigestStory) -> JSONValue {
        let facts = story.facts.flatMap { line in line.entries.map { fact($0, line.kind) } }
        return .object([
            ("id", .integer(story.id)),
            ("headline", passage(story.headline)),
            ("link", link(story.link)),
            ("outlet", .string(story.outlet)),
            ("grade", .string(story.grade.rawValue)),
            ("is_new", .bool(story.isNew)),
            ("first_seen", moment(story.firstSeen)),
            ("last_seen", moment(story.lastSeen)),
            ("weight", .decimal((story.weight * 100).rounded() / 100)),
            ("other_topics", .array(story.otherTopics.map(JSONValue.string))),
            ("excerpts", .array(story.excerpts.map(passage))),
            ("facts", .array(facts)),
            ("articles", .array(story.coverage.map(article))),
        ])
    }

    private func passage(_ passage: Passage) -> JSONValue {
        var matches: [JSONValue] = []
        var place = 0
        for piece in passage.pieces {
            let end = place + piece.text.unicodeScalars.count
            if piece.isMatch {
                matches.append(.object([("start", count(place)), ("end", count(end))]))
            }
            place = end
        }
        return .object([
            ("text", .string(passage.plain)),
            ("language", .string(passage.language)),
            ("direction", .string(passage.direction.rawValue)),
            ("matches", .array(matches)),
        ])
    }

    private func fact(_ entry: FactEntry, _ kind: FactKind) -> JSONValue {
        .object([
            ("kind", .string(kind.rawValue)),
            ("text", .string(entry.text)),
            ("note", entry.note.map(JSONValue.string)),
            ("inferred", .bool(entry.isInferred)),
            ("from", entry.source.map(JSONValue.string)),
        ])
    }

    private func article(_ article: Coverage) -> JSONValue {
        .object([
            ("outlet", .string(article.outlet)),
            ("title", passage(article.title)),
            ("link", link(article.link)),
            ("time", moment(article.time)),
            ("is_new", .bool(article.isNew)),
        ])
    }

    private func names(_ list: NamedList) -> JSONValue {
        .array(
            list.names.map { entry in
                .object([("name", .string(entry.name)), ("articles", count(entry.articles))])
            })
    }

    private func edited(_ entry: EditedEntry) -> JSONValue {
        .object([
            ("outlet", .string(entry.outlet)),
            ("link", link(entry.link)),
            ("before", .string(entry.before.plain)),
            ("after", .string(entry.after.plain)),
            ("changed", entry.changed.map(moment)),
            ("changes", .array(entry.changes.map(change))),
            ("more_changes", count(entry.moreChanges)),
        ])
    }

    private func change(_ change: WordChange) -> JSONValue {
        .object([
            ("before", .string(change.before)), ("removed", .string(change.removed)),
            ("added", .string(change.added)), ("after", .string(change.after)),
        ])
    }

    private func leftOut(_ entry: LeftOutEntry) -> JSONValue {
        .object([
            ("title", .string(entry.title.plain)),
            ("outlet", .string(entry.outlet)),
            ("link", link(entry.link)),
            ("topic", entry.topic.map(JSONValue.string)),
            ("missing", entry.missing.flatMap { $0.isFinite ? .decimal($0) : nil }),
        ])
    }

    private var watch: JSONValue {
        let troubled = digest.watch.troubled.map { trouble in
            JSONValue.object([
                ("feed", .string(trouble.feed)),
                ("since", trouble.since.map(moment)),
                ("cause", .string(trouble.cause)),
                ("silent", .bool(trouble.isSilent)),
            ])
        }
        return .object([
            ("feeds", count(digest.watch.feeds)),
            ("polls", count(digest.watch.polls)),
            ("failures", count(digest.watch.failures)),
            ("troubled", .array(troubled)),
            ("notices", .array(digest.watch.notices.map(notice))),
        ])
    }

    private func notice(_ notice: Notice) -> JSONValue {
        let kind =
            switch notice {
            case .overran: "overran"
            case .refused: "settings-refused"
            case .unkept: "unkept"
            }
        return .object([
            ("kind", .string(kind)), ("at", moment(notice.date)),
            ("text", .string(Isolates.removed(from: digest.phrase(notice)))),
            ("detail", notice.detail.map(JSONValue.string)),
        ])
    }

    private func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }

    private func link(_ link: WebLink?) -> JSONValue? {
        link.map { .string($0.description) }
    }
}

private func moment(_ date: Date) -> JSONValue {
    .string(Timestamp(date).description)
}
