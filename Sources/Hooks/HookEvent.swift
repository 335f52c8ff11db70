package import Foundation

/// What a hook is told, as JSON: no text of an article beyond its headline.
package struct HookEvent: Codable, Sendable, Hashable {
    /// `story`, `failing-feed` or `digest`.
    package var event: String
    /// What it is about; the same for every delivery of it.
    package var subject: String
    package var at: Date
    package var story: Story?
    package var feed: FailingFeed?
    package var digest: Digest?

    /// A new story by its first article.
    package struct Story: Codable, Sendable, Hashable {
        package var headline: String
        package var link: String?
        package var outlet: String
        package var feed: String
        package var item: String
        package var language: String
        package var published: Date?
        package var score: Double
        package var topics: [Topic]

        package init(
            headline: String, link: String?, outlet: String, feed: String, item: String,
            language: String, published: Date?, score: Double, topics: [Topic]
        ) {
            self.headline = headline
            self.link = link
            self.outlet = outlet
            self.feed = feed
            self.item = item
            self.language = language
            self.published = published
            self.score = score
            self.topics = topics
        }
    }

    package struct Topic: Codable, Sendable, Hashable {
        package var id: String
        package var score: Double
        package var grade: String

        package init(id: String, score: Double, grade: String) {
            self.id = id
            self.score = score
            self.grade = grade
        }
    }

    package struct FailingFeed: Codable, Sendable, Hashable {
        package var id: String
        package var name: String
        /// Without anything secret.
        package var address: String
        package var since: Date
        package var failures: Int
        package var cause: String

        package init(
            id: String, name: String, address: String, since: Date, failures: Int, cause: String
        ) {
            self.id = id
            self.name = name
            self.address = address
            self.since = since
            self.failures = failures
            self.cause = cause
        }
    }

    package struct Digest: Codable, Sendable, Hashable {
        package var name: String
        package var since: Date
        package var until: Date
        package var folder: String
        package var files: [String]
        package var stories: Int

        package init(
            name: String, since: Date, until: Date, folder: String, files: [String], stories: Int
        ) {
            self.name = name
            self.since = since
            self.until = until
            self.folder = folder
            self.files = files
            self.stories = stories
        }
    }

    package static func story(_ story: Story, at now: Date) -> HookEvent {
        HookEvent(
            event: "story", subject: "story \(story.feed) \(story.item)", at: now, story: story)
    }

    /// One for each time that a feed begins to fail.
    package static func failing(_ feed: FailingFeed, at now: Date) -> HookEvent {
        let since = Int(feed.since.timeIntervalSince1970)
        return HookEvent(
            event: "failing-feed", subject: "feed \(feed.id) \(since)", at: now, feed: feed)
    }

    package static func digest(_ digest: Digest, at now: Date) -> HookEvent {
        HookEvent(
            event: "digest",
            subject: "digest \(digest.name) \(Int(digest.until.timeIntervalSince1970))",
            at: now, digest: digest)
    }
}
