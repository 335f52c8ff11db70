package import News

package import struct Foundation.Date

/// What one poll of one feed brought, to be kept in one transaction.
package struct PollRecord: Sendable {
    package var feed: Feed
    /// What the feed's next poll needs: validators, back-off, rhythm.
    package var state: FeedState
    package var at: Date
    package var outcome: PollOutcome
    /// The new and the edited items; unchanged ones may be left out and cost nothing if not.
    package var items: [KeptItem]
    /// What hooks are to be told of this poll.
    package var notices: [OutboxNotice]

    package init(
        feed: Feed, state: FeedState, at: Date, outcome: PollOutcome, items: [KeptItem] = [],
        notices: [OutboxNotice] = []
    ) {
        self.feed = feed
        self.state = state
        self.at = at
        self.outcome = outcome
        self.items = items
        self.notices = notices
    }
}

/// How a poll ended.
package struct PollOutcome: Sendable, Hashable {
    /// The HTTP status; nil where there was no answer.
    package var status: Int?
    /// Why it failed, for people; nil for success, 304 included.
    package var error: String?

    package init(status: Int?, error: String? = nil) {
        self.status = status
        self.error = error
    }
}

/// An item on its way into the archive, with what was found in it.
package struct KeptItem: Sendable {
    package var item: Item
    /// Tells an edited item from an unchanged one.
    package var contentHash: UInt64
    /// The item's words as they are to be found: folded, parted by spaces; the title's words on
    /// the first line, the body's on the second.
    package var searchText: String
    /// Nil for items of no interest; near misses may keep theirs.
    package var report: Report?
    /// Of the rules that made the report.
    package var rulesFingerprint: String
    /// Counts only with a report.
    package var isMatch: Bool
    /// Which story a match tells; an item once in a story stays there.
    package var story: StoryAssignment?
    package var fingerprint: StoryFingerprint?

    package init(
        item: Item, contentHash: UInt64, searchText: String, report: Report? = nil,
        rulesFingerprint: String = "", isMatch: Bool = false, story: StoryAssignment? = nil,
        fingerprint: StoryFingerprint? = nil
    ) {
        self.item = item
        self.contentHash = contentHash
        self.searchText = searchText
        self.report = report
        self.rulesFingerprint = rulesFingerprint
        self.isMatch = isMatch
        self.story = story
        self.fingerprint = fingerprint
    }
}

/// Which story an item joins, and why, in a sentence for people.
package enum StoryAssignment: Sendable, Hashable {
    case new(headline: String)
    /// A story of the archive; a new one is opened where it is gone meanwhile.
    case joins(story: Int64, why: String)
    /// The story of another item, which may stand earlier in the same record.
    case joinsStory(of: ItemKey, why: String)
}

/// By what an item is compared with others, in whatever language.
package struct StoryFingerprint: Sendable, Hashable {
    /// Hashes of the folded four-word shingles.
    package var shingles: [UInt64]
    package var factIDs: [String]
    package var numbers: [String]
    /// Hashes of the telling words of the headline, and of the text.
    package var titleWords: [UInt32]
    package var bodyWords: [UInt32]

    package init(
        shingles: [UInt64], factIDs: [String], numbers: [String], titleWords: [UInt32] = [],
        bodyWords: [UInt32] = []
    ) {
        self.shingles = shingles
        self.factIDs = factIDs
        self.numbers = numbers
        self.titleWords = titleWords
        self.bodyWords = bodyWords
    }
}

/// Whose text is kept, so that changed rules can be tried on the past.
///
/// Titles, links and dates are kept in any case, as are the reports of matches with the
/// sentences that they quote. A search finds every item by its title, its feed, its date and what
/// was found in it, and by its text where that is kept.
package enum KeepText: String, Sendable, Hashable, CaseIterable {
    case all, matches, none
}

/// What a record changed.
package struct RecordSummary: Sendable, Hashable {
    package var new = 0
    package var edited = 0
    package var unchanged = 0
    /// Items that are matches now and were not before.
    package var matches = 0

    package init(new: Int = 0, edited: Int = 0, unchanged: Int = 0, matches: Int = 0) {
        self.new = new
        self.edited = edited
        self.unchanged = unchanged
        self.matches = matches
    }

    static func += (sum: inout RecordSummary, more: RecordSummary) {
        sum.new += more.new
        sum.edited += more.edited
        sum.unchanged += more.unchanged
        sum.matches += more.matches
    }
}
