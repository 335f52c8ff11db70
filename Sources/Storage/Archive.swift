package import Foundation
package import News

/// What Marsad remembers: feeds' state, items and their versions, matches, stories, digests.
///
/// One SQLite file, `archive.sqlite`, in the state folder. One process keeps it and does nearly
/// all writing; those who write beside it take turns with it; readers see the last whole
/// transaction and wait for nobody. A transaction that has returned survives a power cut
/// (`docs/notes/archive.md`).
package final class Archive: Sendable {
    package enum Access: Sendable {
        /// Takes the archive for this process alone and makes what is missing.
        case readWrite
        /// Writes a little, such as labels, whether or not another process has taken the archive;
        /// the archive must be there and up to date.
        case writeBeside
        /// Beside those that write.
        case readOnly
    }

    /// The connection, and with it who may write.
    let connection: ArchiveConnection

    /// Called before each step by which an older archive becomes a present one, with its number
    /// and the last one's.
    package typealias OnMigration = (_ step: Int, _ last: Int) -> Void

    /// Opens the archive in a state folder.
    ///
    /// - Parameters:
    ///   - logLimit: bytes that the log beside the database may take up while a reader keeps it
    ///     from being emptied; beyond them nothing is written until that reader ends.
    ///   - patience: seconds to wait for another process that writes.
    package init(
        at folder: String, access: Access, logLimit: Int = 256 << 20, patience: Double = 5,
        onMigration: OnMigration? = nil
    ) throws(ArchiveError) {
        connection = try ArchiveConnection(
            at: folder, access: access, logLimit: logLimit, patience: patience,
            onMigration: onMigration)
    }

    /// Brings the log into the database and lets go of both; using the archive afterwards is an
    /// error, not a crash.
    package func close() throws(ArchiveError) { try connection.close() }

    /// Gives back the memory that only work needed: pages of the file that may be read again, and
    /// the connections of readers. Waits for readers and for a transaction under way.
    package func releaseMemory() { connection.releaseMemory() }

    /// The database's file.
    package var path: String { connection.path }

    package var isWritable: Bool { connection.access == .readWrite }

    /// The process that writes this archive, which may be this one; nil where none does.
    package var holder: ArchiveHolder? {
        connection.lock?.holder ?? ArchiveLock.holder(of: path)
    }

    /// Tells whoever asks for the ``holder`` what could not be kept: those of this process
    /// always, other processes on a full disk too, but not on one that has become read-only.
    package func tell(_ unkept: Unkept?) { connection.lock?.tell(unkept) }

    // MARK: Polls

    package func feedState(_ feed: String) throws(ArchiveError) -> FeedState? {
        try read { try FeedReader(db: $0).state(of: feed) }
    }

    package func feedStates() throws(ArchiveError) -> [String: FeedState] {
        try read { try FeedReader(db: $0).states() }
    }

    /// Of these ids of a feed, the ones known, with the hash of what was kept: for telling new,
    /// edited and unchanged items before they are examined.
    package func known(_ ids: [String], of feed: String) throws(ArchiveError) -> [String: UInt64] {
        try read { try ItemReader($0, path: self.path).known(ids, of: feed) }
    }

    /// Of these links of a feed's items, those under which exactly one item is known: for
    /// recognising the items of a feed that makes their ids afresh at each request.
    package func articles(
        at links: [String], of feed: String
    ) throws(ArchiveError) -> [String: KnownArticle] {
        try read { try ItemReader($0, path: self.path).articles(at: links, of: feed) }
    }

    /// Keeps a poll's items, matches, feed state and outcome in one transaction, after which
    /// nothing of it can be lost; the same poll again doubles nothing but the count of polls.
    package func record(
        _ poll: PollRecord, keepText: KeepText = .all
    ) throws(ArchiveError) -> RecordSummary {
        try record([poll], keepText: keepText)
    }

    /// Keeps several polls in one transaction: one wait for the disk instead of many.
    package func record(
        _ polls: [PollRecord], keepText: KeepText = .all
    ) throws(ArchiveError) -> RecordSummary {
        let preparation = PollPreparation(polls)
        defer { preparation.stop() }
        return try write { db in
            var recorder = Recorder(db, keepText: keepText)
            return try recorder.record(preparation)
        }
    }

    // MARK: Items and matches

    /// Matches that became so in a half-open period, newest first; of any of the topics, or of
    /// all where none is named.
    package func matches(
        since: Date? = nil, until: Date? = nil, topics: [String] = [], limit: Int? = nil
    ) throws(ArchiveError) -> [Match] {
        try read {
            try ItemReader($0, path: self.path).matches(
                since: since, until: until, topics: topics, limit: limit)
        }
    }

    /// An item with its versions; nil where there is none.
    package func item(_ reference: ItemReference) throws(ArchiveError) -> StoredItem? {
        try read { try ItemReader($0, path: self.path).item(reference) }
    }

    /// The items after a row in the order in which they came, without versions: for walking
    /// through the archive page by page. Begin with row 0, go on after the last row. Leaving the
    /// reports out (`report` is then nil) makes it several times faster.
    ///
    /// - Parameter onlyNearMatches: passes over matches and what has no report.
    package func items(
        after row: Int64, since: Date? = nil, until: Date? = nil, limit: Int = 500,
        withReports: Bool = true, onlyNearMatches: Bool = false
    ) throws(ArchiveError) -> [(row: Int64, item: StoredItem)] {
        try read {
            try ItemReader($0, path: self.path).page(
                after: row, since: since, until: until, limit: limit, withReports: withReports,
                onlyNearMatches: onlyNearMatches)
        }
    }

    package func search(_ query: SearchQuery) throws(ArchiveError) -> [SearchHit] {
        try read { try Searcher(db: $0).hits(for: query) }
    }

    // MARK: Stories and digests

    /// Stories of which a member became a match in a half-open period, the latest first, each
    /// with all members that did before the period's end.
    package func stories(
        since: Date? = nil, until: Date? = nil
    ) throws(ArchiveError) -> [Story] {
        try read { try StoryReader($0).stories(since: since, until: until) }
    }

    /// The matches since then that a new one is to be compared with, oldest first.
    package func storyCandidates(since: Date) throws(ArchiveError) -> [StoryCandidate] {
        try read { try StoryReader($0).candidates(since: since) }
    }

    /// How many items and matches there are in all.
    package func counts() throws(ArchiveError) -> (items: Int, matches: Int) {
        try read { try Ledger(db: $0).counts() }
    }

    /// Counts of a half-open period.
    package func totals(
        since: Date? = nil, until: Date? = nil
    ) throws(ArchiveError) -> Totals {
        try read { try Ledger(db: $0).totals(since: since, until: until) }
    }

    /// When the articles that ``stories(since:until:)`` has of a half-open period became matches;
    /// those of any of the topics, or of all where none is named.
    package func matchTimes(
        since: Date, until: Date, topics: [String] = []
    ) throws(ArchiveError) -> [ItemKey: Date] {
        try read { try Ledger(db: $0).matchTimes(since: since, until: until, topics: topics) }
    }

    /// Remembers that a digest was written; one of the same name and period is replaced.
    package func note(
        _ digest: WrittenDigest, _ notices: [OutboxNotice] = []
    ) throws(ArchiveError) {
        try write { db in
            try Ledger(db: db).note(digest)
            try Outbox(db: db).add(notices)
        }
    }

    /// The digests written, newest first.
    ///
    /// - Parameter until: The latest end of their periods.
    package func digests(
        limit: Int? = nil, until: Date = .distantFuture
    ) throws(ArchiveError) -> [WrittenDigest] {
        try read { try Ledger(db: $0).digests(limit: limit, until: until) }
    }

    /// Whether the clock is to be trusted with dropping what is old: where polls were noted
    /// before, it says so of the last days too. A clock that is ahead looks as if nobody had been
    /// asked for long, and does so for a day, be the program started anew meanwhile; a machine
    /// that was off loses nothing by it either.
    ///
    /// - Parameter days: for how long polls may pause.
    package func trusts(_ now: Date, pause days: Double) throws(ArchiveError) -> Bool {
        let last = try read { try Ledger(db: $0).lastPoll(before: now - 86_400) }
        return last.map { now.timeIntervalSince($0) <= (days + 1) * 86_400 } ?? true
    }
}
