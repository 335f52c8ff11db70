package import struct Foundation.Date

/// How the watch went: what lets a reader trust the digest, and its silence.
package struct Watch: Sendable, Hashable {
    package var feeds: Int
    package var polls: Int
    package var failures: Int
    package var troubled: [FeedTrouble]
    package var notices: [Notice]

    init(_ input: DigestInput) {
        feeds = input.feeds
        polls = input.polls
        failures = input.failures
        troubled = input.troubled.map {
            FeedTrouble(
                feed: CleanText.line($0.feed, limit: CleanText.wordLimit), since: $0.since,
                cause: $0.cause)
        }
        notices = input.notices.map(\.cleaned)
    }

    /// Why a period without matches can be trusted, or cannot.
    enum Trust { case blind, doubtful, partial, full }

    var trust: Trust {
        if polls == 0 { return .blind }
        if failures * 2 >= polls { return .doubtful }
        return failures > 0 ? .partial : .full
    }
}

/// An item that was left out, as shown.
package struct LeftOutEntry: Sendable, Hashable {
    package var title: Passage
    package var outlet: String
    package var link: WebLink?
    package var missing: Double?

    init(_ miss: NearMiss) {
        title = Passage(miss.title, language: nil)
        outlet = CleanText.line(miss.outlet, limit: CleanText.wordLimit)
        link = WebLink(miss.link)
        missing = miss.missing
    }
}

/// An article that changed after publication, as shown.
package struct EditedEntry: Sendable, Hashable {
    package var outlet: String
    package var link: WebLink?
    package var before: Passage
    package var after: Passage
    package var changed: Date?
    package var changes: [WordChange]
    /// How many more there are.
    package var moreChanges: Int

    /// Changes of one article that are shown.
    static let limit = 3

    init(_ article: EditedArticle) {
        outlet = CleanText.line(article.outlet, limit: CleanText.wordLimit)
        link = WebLink(article.link)
        before = Passage(article.before, language: article.language)
        after = Passage(article.after, language: article.language)
        changed = article.changed
        changes = article.changes.prefix(EditedEntry.limit).map(\.cleaned)
        moreChanges = article.changes.count - changes.count
    }

    package var isHeadlineChanged: Bool { before.plain != after.plain }
}
