package import struct Foundation.Date

/// What the process that holds an archive could not keep yet and has in memory instead.
package struct Unkept: Codable, Sendable, Hashable {
    package var polls: Int
    package var items: Int
    package var since: Date
    /// The archive's own words: path, cause, remedy.
    package var cause: String
    /// Polls for which there was no room in memory either: their feeds are asked again later.
    package var refused: Int

    package init(polls: Int, items: Int, since: Date, cause: String, refused: Int = 0) {
        self.polls = polls
        self.items = items
        self.since = since
        self.cause = cause
        self.refused = refused
    }
}

/// The process that writes an archive, as others see it.
package struct ArchiveHolder: Sendable, Hashable {
    package var process: Int32
    package var unkept: Unkept?

    package init(process: Int32, unkept: Unkept?) {
        self.process = process
        self.unkept = unkept
    }
}
