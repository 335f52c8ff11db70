package import Foundation
import GRDB
package import News

/// What people do to an archive, and what keeps it well.
extension Archive {
    // MARK: Corrections

    /// Makes one story of two, for good: the members of the first join the second. False where
    /// one is unknown or both are one already.
    package func merge(story: Int64, into other: Int64) throws(ArchiveError) -> Bool {
        try write { try StoryCorrections($0).merge(story, into: other) }
    }

    /// Gives an item a story of its own, for good; nil where it is in none.
    package func split(_ key: ItemKey) throws(ArchiveError) -> Int64? {
        try write { try StoryCorrections($0).split(key) }
    }

    // MARK: Labels

    /// Keeps judgements; returns those of items that the archive does not have.
    package func keep(_ labels: [Label]) throws(ArchiveError) -> [Label] {
        try write { try LabelStore(db: $0).keep(labels) }
    }

    /// Judgements of an item or of all, oldest first.
    package func labels(of key: ItemKey? = nil) throws(ArchiveError) -> [Label] {
        try read { try LabelStore(db: $0).labels(of: key) }
    }

    /// Takes back what a person said of an item and a subject.
    package func drop(_ label: Label) throws(ArchiveError) {
        try write { try LabelStore(db: $0).drop(label) }
    }

    // MARK: Care

    /// What ``step(of:)`` is to drop; to find it out keeps nobody waiting.
    package func tidying(
        _ retention: Retention, now: Date, batch: Int = 500
    ) throws(ArchiveError) -> Tidying {
        try read { try Tidying(retention, now: now, batch: batch, in: $0) }
    }

    /// Drops a batch of what is beyond its limit and gives its pages back to the disk; to be
    /// called again, between polls, until it says that it is done.
    package func step(of tidying: inout Tidying) throws(ArchiveError) -> TidySummary {
        var next = tidying
        var summary = try write { try next.step(in: $0) }
        tidying = next
        summary.freed = try withoutTransaction { try Ledger(db: $0).giveBack(bytes: 8 << 20) }
        return summary
    }

    /// Joins some of the pieces that the search index is written in, of which each makes every
    /// search longer; to be called again, between polls, until it says that nothing is to be
    /// joined (<https://sqlite.org/fts5.html> §6.8).
    package func mergeIndex() throws(ArchiveError) -> Bool {
        try write { db in
            let before = db.totalChangesCount
            try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('merge', 500)")
            return db.totalChangesCount - before < 2
        }
    }

    /// Called in the course of long work with what is done, and with all that there is to do.
    package typealias OnProgress = (_ done: Int, _ total: Int) -> Void

    /// Writes everything as JSON Lines; returns the number of rows.
    package func export(
        to output: FileHandle, onProgress: OnProgress? = nil
    ) throws(ArchiveError) -> Int {
        try read { try Transfer.write($0, to: output, onProgress: onProgress) }
    }

    /// The same into a file, which appears once it is whole.
    package func export(
        to file: String, onProgress: OnProgress? = nil
    ) throws(ArchiveError) -> Int {
        guard !ArchiveFile.isPart(file, of: path) else { throw .cannotReplaceItself(path: file) }
        do {
            return try ArchiveFile.write(file) { partial in
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
                defer { try? handle.close() }
                return try export(to: handle, onProgress: onProgress)
            }
        } catch {
            throw ArchiveError(error, path: file)
        }
    }

    /// Takes everything from JSON Lines into this archive, which must be empty, or nothing.
    ///
    /// - Parameter onRead: is told how many bytes were read so far.
    package func take(
        from input: FileHandle, named name: String, onRead: ((Int) -> Void)? = nil
    ) throws(ArchiveError) -> Int {
        try write { try Transfer.read(input, into: $0, path: name, onRead: onRead) }
    }

    /// What is wrong with the archive, a sentence for each fault; reads the whole file. The words
    /// of the search are compared with their index only where this archive may write.
    package func check(onProgress: OnProgress? = nil) throws(ArchiveError) -> [String] {
        let total = 1 + Soundness.steps + (isWritable ? 1 : 0)
        let damage = try connection.readApart { try Soundness(db: $0).damage() }
        onProgress?(1, total)
        guard damage.isEmpty else { return damage }
        var done = 1
        var faults = try read { db in
            try Soundness(db: db).faults {
                done += 1
                onProgress?(done, total)
            }
        }
        guard isWritable else { return faults }
        faults += try withoutTransaction { try Soundness(db: $0).indexFaults() }
        onProgress?(total, total)
        return faults
    }

    /// Writes a consistent copy beside ongoing polls; the file appears once it is whole and found
    /// to be without damage. An earlier copy of that name is replaced then.
    ///
    /// - Parameter onProgress: counts pages of the file.
    package func backup(
        to file: String, onProgress: OnProgress? = nil
    ) throws(ArchiveError) {
        guard !ArchiveFile.isPart(file, of: path) else { throw .cannotReplaceItself(path: file) }
        try ArchiveFile.backup(connection.pool, to: file, onProgress: onProgress)
    }

    /// Puts the search index in order, anew where it does not fit its words, has it find what is
    /// kept and nothing else, and writes the file without its gaps; needs the room of a second
    /// file meanwhile.
    ///
    /// - Parameter words: The words of a text in the form in which they are indexed.
    package func compact(
        words: (String) -> [String], onProgress: OnProgress? = nil
    ) throws(ArchiveError) {
        guard isWritable else { throw .readOnly(path: path) }
        try withoutTransaction { db in
            let faults = try Soundness(db: db).indexFaults()
            if !faults.isEmpty { try Archive.order("rebuild", db) }
            onProgress?(1, 5)
        }
        let faulty = try read { try Findability(db: $0).faulty() }
        for start in stride(from: 0, to: faulty.count, by: 500) {
            let rows = faulty[start..<min(start + 500, faulty.count)]
            try write { try Findability(db: $0).mend(rows, words: words) }
        }
        try withoutTransaction { db in
            onProgress?(2, 5)
            try Archive.order("optimize", db)
            onProgress?(3, 5)
            try db.execute(sql: "VACUUM")
            onProgress?(4, 5)
            _ = try db.checkpoint(.truncate)
            onProgress?(5, 5)
        }
    }

    /// A command to the full-text index (<https://sqlite.org/fts5.html> §6).
    private static func order(_ command: String, _ db: Database) throws {
        try db.execute(sql: "INSERT INTO search (search) VALUES (?)", arguments: [command])
    }

    package func size() throws(ArchiveError) -> ArchiveSize {
        let (database, free) = try read { try Ledger(db: $0).size() }
        return ArchiveSize(
            database: database, log: ArchiveFile.length(of: path + "-wal"), free: free)
    }
}
