package struct Totals: Sendable, Hashable {
    package var polls: Int
    package var failures: Int
    /// Feeds that were asked at least once.
    package var feeds: Int
    package var items: Int
    package var edits: Int
    /// An article that several feeds brought counts once.
    package var matches: Int

    package init(
        polls: Int = 0, failures: Int = 0, feeds: Int = 0, items: Int = 0, edits: Int = 0,
        matches: Int = 0
    ) {
        self.polls = polls
        self.failures = failures
        self.feeds = feeds
        self.items = items
        self.edits = edits
        self.matches = matches
    }
}

/// What the archive takes up on disk.
package struct ArchiveSize: Sendable, Hashable {
    /// Bytes of the database, and of the log of what is not yet in it.
    package var database: Int
    package var log: Int
    /// Bytes within the database that hold nothing and will be used again.
    package var free: Int
}
