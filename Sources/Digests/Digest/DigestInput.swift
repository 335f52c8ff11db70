package import News

package import struct Foundation.Date
package import struct Foundation.TimeZone

/// All that a digest is made of: what the archive holds of a period, and how the watch went.
///
/// Text in it comes from feeds and is trusted nowhere: ``Digest`` cleans it, and every form
/// escapes it.
package struct DigestInput: Sendable {
    /// The period, half-open.
    package var since: Date
    package var until: Date
    /// The stories with at least one member seen in the period; earlier members tell that a
    /// story is a development of an older one.
    package var stories: [Story]
    /// Matches in the period of equal length before this one; nil where the archive does not
    /// reach back so far.
    package var previousTotal: Int?
    /// Matches a day, oldest first, for the sparkline; 30 days as a rule.
    package var matchesPerDay: [DayCount]
    /// Polls made in the period, and how many of them failed.
    package var polls: Int
    package var failures: Int
    /// Feeds that are watched.
    package var feeds: Int
    package var troubled: [FeedTrouble]
    package var nearMisses: [NearMiss]
    package var edited: [EditedArticle]
    /// What else an administrator should know: overruns, settings refused.
    package var notices: [String]
    /// The topics' titles by topic id, then by language (`ar`, `fr`, `en`), from the settings.
    package var topicTitles: [String: [String: String]]
    /// How what the lexicon knows is called in each language (`ar`, `fr`, `en`).
    package var names: [NamedThing: [String: String]]
    /// When the digest is made; printed at its foot.
    package var generated: Date
    package var timeZone: TimeZone

    package init(
        since: Date, until: Date, stories: [Story], previousTotal: Int? = nil,
        matchesPerDay: [DayCount] = [], polls: Int = 0, failures: Int = 0, feeds: Int = 0,
        troubled: [FeedTrouble] = [], nearMisses: [NearMiss] = [],
        edited: [EditedArticle] = [], notices: [String] = [],
        topicTitles: [String: [String: String]] = [:],
        names: [NamedThing: [String: String]] = [:], generated: Date, timeZone: TimeZone
    ) {
        self.since = since
        self.until = until
        self.stories = stories
        self.previousTotal = previousTotal
        self.matchesPerDay = matchesPerDay
        self.polls = polls
        self.failures = failures
        self.feeds = feeds
        self.troubled = troubled
        self.nearMisses = nearMisses
        self.edited = edited
        self.notices = notices
        self.topicTitles = topicTitles
        self.names = names
        self.generated = generated
        self.timeZone = timeZone
    }
}

/// How many matches a day brought.
package struct DayCount: Sendable, Hashable {
    /// Any moment of the day, in the digest's time zone.
    package var day: Date
    package var count: Int

    package init(day: Date, count: Int) {
        self.day = day
        self.count = count
    }
}

/// A feed that fails or is silent.
package struct FeedTrouble: Sendable, Hashable {
    /// The feed's name, as people know the outlet.
    package var feed: String
    package var since: Date?
    package var cause: String

    package init(feed: String, since: Date? = nil, cause: String) {
        self.feed = feed
        self.since = since
        self.cause = cause
    }
}

/// An item that was left out, and why.
package struct NearMiss: Sendable, Hashable {
    package var title: String
    package var outlet: String
    package var link: String?
    /// The id of the topic that came nearest; nil where none did.
    package var topic: String?
    /// How many points were missing to the threshold; nil where an editor labelled it «no».
    package var missing: Double?

    package init(
        title: String, outlet: String, link: String? = nil, topic: String? = nil,
        missing: Double? = nil
    ) {
        self.title = title
        self.outlet = outlet
        self.link = link
        self.topic = topic
        self.missing = missing
    }
}

/// An article whose headline or text changed after it was first seen.
package struct EditedArticle: Sendable, Hashable {
    package var outlet: String
    package var link: String?
    /// The headline as first seen and as it is now; equal where only the text changed.
    package var before: String
    package var after: String
    package var changed: Date?

    package init(
        outlet: String, link: String? = nil, before: String, after: String,
        changed: Date? = nil
    ) {
        self.outlet = outlet
        self.link = link
        self.before = before
        self.after = after
        self.changed = changed
    }
}

/// Something that the lexicon knows, by kind and id: a person and a place may share an id.
package struct NamedThing: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case people, organisations, places, events
    }

    package var kind: Kind
    package var id: String

    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}
