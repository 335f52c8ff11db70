package import struct Foundation.Date

/// A relevant report, kept in the archive with its item.
package struct Match: Sendable, Hashable {
    package var key: ItemKey
    package var item: Item
    /// The feed's name, as people know the outlet.
    package var outlet: String
    package var report: Report
    /// When the item was first seen.
    package var seen: Date
    /// When it became a match: when it was first seen, or when an edit made it one.
    package var matched: Date
    /// The story that it tells, once gathered.
    package var story: Int64?
    /// Why it is in its story, in a sentence for people.
    package var why: String?

    /// - Parameter matched: the moment when it was first seen, unless said otherwise.
    package init(
        key: ItemKey, item: Item, outlet: String, report: Report, seen: Date,
        matched: Date? = nil, story: Int64? = nil, why: String? = nil
    ) {
        self.key = key
        self.item = item
        self.outlet = outlet
        self.report = report
        self.seen = seen
        self.matched = matched ?? seen
        self.story = story
        self.why = why
    }
}

/// An item is known by its feed and its id.
package struct ItemKey: Sendable, Hashable, Codable {
    package var feed: String
    package var id: String

    package init(feed: String, id: String) {
        self.feed = feed
        self.id = id
    }
}

/// Matches that tell the same event.
package struct Story: Sendable, Hashable, Identifiable {
    package var id: Int64
    /// The headline of its first member, as printed.
    package var headline: String
    package var firstSeen: Date
    package var lastSeen: Date
    /// In the order in which they became matches.
    package var members: [Match]

    package init(
        id: Int64, headline: String, firstSeen: Date, lastSeen: Date, members: [Match]
    ) {
        self.id = id
        self.headline = headline
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.members = members
    }
}
