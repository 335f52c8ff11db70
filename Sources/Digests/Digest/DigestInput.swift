package import News

package import struct Foundation.Date
package import struct Foundation.TimeZone
package import struct Foundation.UUID

/// All that a digest is made of: what the archive holds of a period, and how the watch went.
///
/// Text in it comes from feeds and is trusted nowhere: ``Digest`` cleans it, and every form
/// escapes it.
package struct DigestInput: Sendable {
    /// The period, half-open.
    package var since: Date
    package var until: Date
    /// Which archive it is of; what has an id that is unique in the world is named by it.
    package var archive: UUID
    /// Under which the folder of all digests can be had on the web, with a slash at its end; nil
    /// where it cannot, or where this one lies elsewhere.
    package var address: String?
    /// When it was to be written; nil for one that somebody asked for.
    package var due: Date?
    /// Ids of the topics that alone were asked for; empty where all were.
    package var topics: [String] = []
    /// The stories with at least one member that became a match in the period; earlier members
    /// tell that a story is a development of an older one.
    package var stories: [Story]
    /// Matches in the period of equal length before this one; nil where nobody watched then.
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
    package var notices: [Notice]
    /// The topics' titles by topic id, then by language (`ar`, `fr`, `en`), from the settings.
    package var topicTitles: [String: [String: String]]
    /// How what the lexicon knows is called in each language (`ar`, `fr`, `en`).
    package var names: [NamedThing: [String: String]]
    /// When the digest is made; printed at its foot.
    package var generated: Date
    package var timeZone: TimeZone

    package init(
        archive: UUID, since: Date, until: Date, stories: [Story], previousTotal: Int? = nil,
        matchesPerDay: [DayCount] = [], polls: Int = 0, failures: Int = 0, feeds: Int = 0,
        troubled: [FeedTrouble] = [], nearMisses: [NearMiss] = [],
        edited: [EditedArticle] = [], notices: [Notice] = [],
        topicTitles: [String: [String: String]] = [:],
        names: [NamedThing: [String: String]] = [:], generated: Date, timeZone: TimeZone
    ) {
        self.archive = archive
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
    package var cause: Cause

    package enum Cause: Sendable, Hashable {
        /// It answers, but brings nothing new.
        case silence
        /// Its polls fail; with the status of the last answer, where one came.
        case failure(FailureKind, status: Int?)
    }

    package init(feed: String, since: Date? = nil, cause: Cause) {
        self.feed = feed
        self.since = since
        self.cause = cause
    }
}

/// What an administrator should know of the watch beside feeds in trouble.
package enum Notice: Sendable, Hashable {
    /// All that a feed showed was new, once or again and again: older items may have been missed.
    /// Whether it was so more often, before, may be forgotten.
    case overran(feed: String, at: Date, again: [Date] = [], mayBeMore: Bool = false)
    /// New settings that were not taken; the first complaint in English, and how many there are.
    case refused(at: Date, complaint: String, of: Int)
    /// Items that cannot be kept; the cause in English.
    case unkept(since: Date, cause: String)

    /// In English, as the log has it.
    package var detail: String? {
        switch self {
        case .overran: nil
        case .refused(_, let text, _), .unkept(_, let text): text
        }
    }

    package var date: Date {
        switch self {
        case .overran(_, let date, _, _), .refused(let date, _, _), .unkept(let date, _): date
        }
    }

    /// Fit to be shown.
    var cleaned: Notice {
        switch self {
        case .overran(let feed, let date, let again, let mayBeMore):
            .overran(
                feed: CleanText.line(feed, limit: CleanText.wordLimit), at: date, again: again,
                mayBeMore: mayBeMore)
        case .refused(let date, let text, let count):
            .refused(at: date, complaint: CleanText.line(text), of: count)
        case .unkept(let date, let text): .unkept(since: date, cause: CleanText.line(text))
        }
    }
}

/// An item that was left out, and why.
package struct NearMiss: Sendable, Hashable {
    package var title: String
    package var outlet: String
    package var link: String?
    /// How many points were missing to the threshold of relevance, none where a rule excludes it
    /// all the same; nil where an editor labelled it «no».
    package var missing: Double?

    package init(
        title: String, outlet: String, link: String? = nil, missing: Double? = nil
    ) {
        self.title = title
        self.outlet = outlet
        self.link = link
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
    /// `ar`, `fr` and so on; nil where it is not known.
    package var language: String?
    /// What changed in the text, in its order; empty where an earlier text was not kept.
    package var changes: [WordChange]

    package init(
        outlet: String, link: String? = nil, before: String, after: String,
        changed: Date? = nil, language: String? = nil, changes: [WordChange] = []
    ) {
        self.outlet = outlet
        self.link = link
        self.before = before
        self.after = after
        self.changed = changed
        self.language = language
        self.changes = changes
    }
}

/// Words that an edit replaced, with those around them.
package struct WordChange: Sendable, Hashable {
    package var before: String
    package var removed: String
    package var added: String
    package var after: String

    package init(before: String, removed: String, added: String, after: String) {
        self.before = before
        self.removed = removed
        self.added = added
        self.after = after
    }

    /// Fit to be shown.
    var cleaned: WordChange {
        WordChange(
            before: CleanText.line(before, limit: CleanText.wordLimit),
            removed: CleanText.line(removed, limit: CleanText.headlineLimit),
            added: CleanText.line(added, limit: CleanText.headlineLimit),
            after: CleanText.line(after, limit: CleanText.wordLimit))
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
