package import Foundation
import GRDB
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

    /// The database's file.
    package let path: String
    let access: Access
    let pool: DatabasePool
    private let lock: ArchiveLock?
    /// Nil for reading.
    private let turn: WriteTurn?

    /// Called before each step by which an older archive becomes a present one, with its number
    /// and the last one's.
    package typealias OnMigration = (_ step: Int, _ last: Int) -> Void

    /// Opens the archive in a state folder.
    package init(
        at folder: String, access: Access, onMigration: OnMigration? = nil
    ) throws(ArchiveError) {
        path = (folder as NSString).appendingPathComponent("archive.sqlite")
        self.access = access
        switch access {
        case .readWrite:
            try ArchiveFile.makeFolder(folder, for: path)
            lock = try ArchiveLock(beside: path)
        case .writeBeside, .readOnly:
            guard FileManager.default.fileExists(atPath: path) else {
                throw .notFound(path: path)
            }
            lock = nil
        }
        let turn = access == .readOnly ? nil : try WriteTurn(beside: path)
        self.turn = turn
        pool = try Archive.open(path, access, turn, onMigration)
    }

    /// To open for writing is to write: the log may have to be made or brought in.
    private static func open(
        _ path: String, _ access: Access, _ turn: WriteTurn?, _ onMigration: OnMigration?
    ) throws(ArchiveError) -> DatabasePool {
        guard let turn else { return try ArchiveFile.open(path, access: access) }
        do {
            return try turn.taken {
                try ArchiveFile.open(path, access: access, onMigration: onMigration)
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    /// Brings the log into the database and lets go of both; using the archive afterwards is an
    /// error, not a crash.
    package func close() throws(ArchiveError) {
        if access == .readWrite {
            // A reader of another process may hold the log; what is in it is safe there.
            _ = try? withoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
        try failing { try inTurn { try pool.close() } }
        lock?.release()
    }

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
        let prepared = try failing { try polls.map(PreparedPoll.init) }
        return try write { db in
            var recorder = Recorder(db, keepText: keepText)
            return try recorder.record(prepared)
        }
    }

    /// Replaces what was found in items of a feed by what changed rules find; items unknown are
    /// passed over, and `edited` counts the others.
    package func revise(
        _ items: [KeptItem], of feed: String, at date: Date, keepText: KeepText = .all
    ) throws(ArchiveError) -> RecordSummary {
        let prepared = try failing { try PreparedItem.all(items, of: feed) }
        return try write { db in
            var recorder = Recorder(db, keepText: keepText)
            return try recorder.revise(prepared, at: date)
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
    /// reports out (`report` is then nil) makes it ten times faster.
    package func items(
        after row: Int64, since: Date? = nil, limit: Int = 500, withReports: Bool = true
    ) throws(ArchiveError) -> [(row: Int64, item: StoredItem)] {
        try read {
            try ItemReader($0, path: self.path).page(
                after: row, since: since, limit: limit, withReports: withReports)
        }
    }

    package func search(_ query: SearchQuery) throws(ArchiveError) -> [SearchHit] {
        try read { try Searcher(db: $0).hits(for: query) }
    }

    // MARK: Stories and digests

    /// Stories of which a member became a match in a half-open period, the latest first, each
    /// with all its members.
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

    /// Counts of a half-open period; days are those of the time zone.
    package func totals(
        since: Date? = nil, until: Date? = nil, zone: TimeZone = .gmt
    ) throws(ArchiveError) -> Totals {
        try read { try Ledger(db: $0).totals(since: since, until: until, zone: zone) }
    }

    /// Remembers that a digest was written; one of the same name and period is replaced.
    package func note(
        _ digest: WrittenDigest, _ notices: [Notice] = []
    ) throws(ArchiveError) {
        try write { db in
            try Ledger(db: db).note(digest)
            try Outbox(db: db).add(notices)
        }
    }

    /// The digests written, newest first.
    package func digests(limit: Int? = nil) throws(ArchiveError) -> [WrittenDigest] {
        try read { try Ledger(db: $0).digests(limit: limit) }
    }

    // MARK: Access

    package var isWritable: Bool { access == .readWrite }

    /// The process that writes this archive; nil where none does.
    package var holder: ArchiveHolder? { ArchiveLock.holder(of: path) }

    /// Tells other processes, as their ``holder``, what could not be kept; works on a full disk.
    package func tell(_ unkept: Unkept?) { lock?.tell(unkept) }

    /// A pragma of the connection that writes.
    func setting(_ pragma: String) throws(ArchiveError) -> Int? {
        try withoutTransaction { try Int.fetchOne($0, sql: "PRAGMA \(pragma)") }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        try failing { try pool.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
        guard access != .readOnly else { throw .readOnly(path: path) }
        return try failing { try inTurn { try pool.write(body) } }
    }

    /// The connection that writes, outside of any transaction.
    func withoutTransaction<Value>(
        _ body: (Database) throws -> Value
    ) throws(ArchiveError) -> Value {
        try failing { try inTurn { try pool.writeWithoutTransaction(body) } }
    }

    private func inTurn<Value>(_ body: () throws -> Value) throws -> Value {
        guard let turn else { return try body() }
        return try turn.taken(body)
    }

    func failing<Value>(_ body: () throws -> Value) throws(ArchiveError) -> Value {
        do { return try body() } catch { throw ArchiveError(error, path: path) }
    }
}
