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

    /// Drops a batch of what is beyond its limit and gives its pages back to the disk; to be
    /// called again, between polls, until it says that it is done.
    package func tidy(
        _ retention: Retention, now: Date, batch: Int = 500
    ) throws(ArchiveError) -> TidySummary {
        var summary = try write {
            try Tidying(db: $0, retention: retention, now: now, batch: batch).step()
        }
        summary.freed = try withoutTransaction { try Ledger(db: $0).giveBack(pages: 2_000) }
        return summary
    }

    /// Writes everything as JSON Lines; returns the number of rows.
    package func export(to output: FileHandle) throws(ArchiveError) -> Int {
        try read { try Transfer.write($0, to: output) }
    }

    /// Takes everything from JSON Lines into this archive, which must be empty, or nothing.
    package func take(from input: FileHandle, named name: String) throws(ArchiveError) -> Int {
        try write { try Transfer.read(input, into: $0, path: name) }
    }

    /// What is wrong with the archive, a sentence for each fault; reads the whole file.
    package func check() throws(ArchiveError) -> [String] {
        var faults = try read { try Soundness(db: $0).faults() }
        if access == .readWrite {
            faults += try withoutTransaction { try Soundness(db: $0).indexFaults() }
        }
        return faults
    }

    /// Writes a consistent copy beside ongoing polls; the file appears once it is whole.
    package func backup(to file: String) throws(ArchiveError) {
        try ArchiveFile.backup(pool, to: file)
    }

    package func size() throws(ArchiveError) -> ArchiveSize {
        let (database, free) = try read { try Ledger(db: $0).size() }
        return ArchiveSize(
            database: database, log: ArchiveFile.length(of: path + "-wal"), free: free)
    }
}
