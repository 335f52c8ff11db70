/// How long what is kept. Labelled items and those that a digest cites are never dropped, nor
/// are labels; an item dropped is remembered by its number, so that its feed, which may list it
/// for years, does not bring it back as new.
package struct Retention: Sendable, Hashable {
    /// At most so old and so many; nil for without end.
    package struct Limit: Sendable, Hashable {
        package var days: Double?
        package var count: Int?

        package init(days: Double? = nil, count: Int? = nil) {
            self.days = days
            self.count = count
        }
    }

    /// The texts of items that are no match, and what was found in them; their titles stay.
    package var texts = Limit(days: 180)
    /// Items that are no match.
    package var items = Limit()
    package var matches = Limit()
    package var polls = Limit(days: 90)
    /// What new matches are compared with.
    package var fingerprints = Limit(days: 30)

    package init() {}
}

/// What tidying dropped.
package struct TidySummary: Sendable, Hashable {
    package var texts = 0
    package var items = 0
    package var matches = 0
    package var polls = 0
    package var fingerprints = 0
    /// Bytes given back to the disk.
    package var freed = 0
    /// Whether nothing was left to drop.
    package var isDone = true

    package init() {}

    /// Of rows of all kinds.
    package var dropped: Int { texts + items + matches + polls + fingerprints }
}
