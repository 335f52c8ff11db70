import Foundation

/// A digest for programs, as `docs/digest.schema.json` describes it.
///
/// Keys are in snake case and sorted; moments are RFC 3339 in UTC; offsets of matches count
/// Unicode scalars of the text beside them. Text is cleaned as in the other forms.
struct JSONDigest {
    private let digest: Digest

    init(_ digest: Digest) {
        self.digest = digest
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Encoding fails on numbers that are not finite alone; a weight and missing points are
        // made finite below.
        guard let data = try? encoder.encode(Page(digest)) else { return "{}\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private struct Page: Encodable {
        let version = 1
        let language: String
        let since: String
        let until: String
        let generated: String
        let timeZone: String
        let totals: Totals
        let perDay: [Day]
        let topics: [Topic]
        let named: [String: [Name]]
        let edited: [Edited]
        let leftOut: [LeftOut]
        let watch: Health

        init(_ digest: Digest) {
            language = digest.language.rawValue
            since = Timestamp(digest.since).description
            until = Timestamp(digest.until).description
            generated = Timestamp(digest.generated).description
            timeZone = digest.phrasing.timeZone.identifier
            totals = Totals(digest.totals)
            perDay = digest.matchesPerDay.map {
                Day(day: digest.phrasing.isoDay($0.day), articles: $0.count)
            }
            topics = digest.sections.map(Topic.init)
            named = Dictionary(
                digest.named.map { ($0.kind.rawValue, $0.names.map(Name.init)) },
                uniquingKeysWith: { first, _ in first })
            edited = digest.edited.map(Edited.init)
            leftOut = digest.leftOut.map(LeftOut.init)
            watch = Health(digest.watch)
        }
    }

    private struct Totals: Encodable {
        let articles: Int
        let stories: Int
        let outlets: Int
        let change: Int?

        init(_ totals: Digest.Totals) {
            articles = totals.articles
            stories = totals.stories
            outlets = totals.outlets
            change = totals.change
        }
    }

    private struct Day: Encodable {
        let day: String
        let articles: Int
    }

    private struct Topic: Encodable {
        let id: String
        let title: String
        let stories: [Story]

        init(_ section: Digest.Section) {
            id = section.topic
            title = section.title
            stories = section.stories.map(Story.init)
        }
    }

    private struct Story: Encodable {
        let id: Int64
        let headline: Text
        let link: String?
        let outlet: String
        let grade: String
        let isNew: Bool
        let firstSeen: String
        let lastSeen: String
        let weight: Double
        let otherTopics: [String]
        let excerpts: [Text]
        let facts: [Fact]
        let articles: [Article]

        init(_ story: DigestStory) {
            id = story.id
            headline = Text(story.headline)
            link = story.link?.description
            outlet = story.outlet
            grade = story.grade.rawValue
            isNew = story.isNew
            firstSeen = Timestamp(story.firstSeen).description
            lastSeen = Timestamp(story.lastSeen).description
            weight = (story.weight * 100).rounded() / 100
            otherTopics = story.otherTopics
            excerpts = story.excerpts.map(Text.init)
            facts = story.facts.flatMap { line in
                line.entries.map { Fact($0, kind: line.kind) }
            }
            articles = story.coverage.map(Article.init)
        }
    }

    private struct Text: Encodable {
        let text: String
        let language: String
        let direction: String
        let matches: [Span]

        struct Span: Encodable {
            let start: Int
            let end: Int
        }

        init(_ passage: Passage) {
            var spans: [Span] = []
            var place = 0
            for piece in passage.pieces {
                let end = place + piece.text.unicodeScalars.count
                if piece.isMatch { spans.append(Span(start: place, end: end)) }
                place = end
            }
            text = passage.plain
            language = passage.language
            direction = passage.direction.rawValue
            matches = spans
        }
    }

    private struct Fact: Encodable {
        let kind: String
        let text: String
        let note: String?
        let inferred: Bool
        let from: String?

        init(_ entry: FactEntry, kind: FactKind) {
            self.kind = kind.rawValue
            text = entry.text
            note = entry.note
            inferred = entry.isInferred
            from = entry.source
        }
    }

    private struct Article: Encodable {
        let outlet: String
        let title: Text
        let link: String?
        let time: String
        let isNew: Bool

        init(_ article: Coverage) {
            outlet = article.outlet
            title = Text(article.title)
            link = article.link?.description
            time = Timestamp(article.time).description
            isNew = article.isNew
        }
    }

    private struct Name: Encodable {
        let name: String
        let articles: Int

        init(_ entry: NamedList.Entry) {
            name = entry.name
            articles = entry.articles
        }
    }

    private struct Edited: Encodable {
        let outlet: String
        let link: String?
        let before: String
        let after: String
        let changed: String?

        init(_ entry: EditedEntry) {
            outlet = entry.outlet
            link = entry.link?.description
            before = entry.before.plain
            after = entry.after.plain
            changed = entry.changed.map { Timestamp($0).description }
        }
    }

    private struct LeftOut: Encodable {
        let title: String
        let outlet: String
        let link: String?
        let topic: String?
        let missing: Double?

        init(_ entry: LeftOutEntry) {
            title = entry.title.plain
            outlet = entry.outlet
            link = entry.link?.description
            topic = entry.topic
            missing = entry.missing.flatMap { $0.isFinite ? $0 : nil }
        }
    }

    private struct Health: Encodable {
        let feeds: Int
        let polls: Int
        let failures: Int
        let troubled: [Trouble]
        let notices: [String]

        init(_ watch: Watch) {
            feeds = watch.feeds
            polls = watch.polls
            failures = watch.failures
            troubled = watch.troubled.map {
                Trouble(
                    feed: $0.feed, since: $0.since.map { Timestamp($0).description },
                    cause: $0.cause)
            }
            notices = watch.notices
        }
    }

    private struct Trouble: Encodable {
        let feed: String
        let since: String?
        let cause: String
    }
}
