package import struct Foundation.Date

/// What a feed document says of itself, items aside.
package struct Channel: Sendable, Hashable, Codable {
    /// `rss-2.0`, `atom-1.0`, `json-1.1`, …
    package var format: String
    /// The encoding that the bytes were decoded from, lower case: `utf-8`, `windows-1256`.
    package var encoding: String
    package var id: String?
    package var title: String?
    package var description: String?
    package var link: String?
    package var language: String?
    package var authors: [String] = []
    package var published: Date?
    package var updated: Date?
    /// The feed's own address, as `rel=self` states it.
    package var selfLink: String?
    /// The WebSub hub.
    package var hub: String?
    /// The next page of the feed (RFC 5005).
    package var next: String?
    package var ttlMinutes: Int?
    /// Hours of the day in GMT in which not to ask, 0 to 23.
    package var skipHours: [Int] = []
    /// English names of days on which not to ask.
    package var skipDays: [String] = []
    /// Minutes between two editions, from `sy:updatePeriod` and `sy:updateFrequency`.
    package var updatePeriodMinutes: Int?

    package init(format: String, encoding: String) {
        self.format = format
        self.encoding = encoding
    }

    private enum CodingKeys: String, CodingKey {
        case format, encoding, id, title, description, link, language, authors, published
        case updated, hub, next
        case selfLink = "self"
        case ttlMinutes = "ttl_minutes"
        case skipHours = "skip_hours"
        case skipDays = "skip_days"
        case updatePeriodMinutes = "update_period_minutes"
    }
}

/// A feed document as read: its channel, its items and what was wrong with it.
package struct ParsedFeed: Sendable, Hashable {
    package var channel: Channel
    package var items: [Item]
    package var complaints: [Complaint]
    /// False when the document ended before its root element did: what is whole was kept, and
    /// the validators of such a response are not worth keeping.
    package var isComplete: Bool

    package init(
        channel: Channel, items: [Item], complaints: [Complaint] = [], isComplete: Bool = true
    ) {
        self.channel = channel
        self.items = items
        self.complaints = complaints
        self.isComplete = isComplete
    }
}
