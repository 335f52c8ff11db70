package import News

package import struct Foundation.Date

/// A digest that was written, and what it cited.
package struct WrittenDigest: Sendable, Hashable {
    /// What kind it is: `day`, `week`, `month`, or the name of the settings.
    package var name: String
    package var since: Date
    package var until: Date
    package var written: Date
    package var files: [String]
    /// Cited items stay in the archive as long as the digest does.
    package var cited: [ItemKey]

    package init(
        name: String, since: Date, until: Date, written: Date, files: [String],
        cited: [ItemKey] = []
    ) {
        self.name = name
        self.since = since
        self.until = until
        self.written = written
        self.files = files
        self.cited = cited
    }
}
