package import Foundation
import GRDB

extension Archive {
    /// Which archive this is, among all there are: for ids that are to be unique in the world
    /// (RFC 4287 §4.2.6).
    ///
    /// Made with the archive, or when one of an earlier schema was brought up to date, and then
    /// the same for good: a backup has it, and an import takes that of what was exported.
    package func identity() throws(ArchiveError) -> UUID {
        try read { db in
            let text = try String.fetchOne(db, sql: "SELECT uuid FROM identity")
            guard let identity = text.flatMap(UUID.init) else {
                throw ArchiveError.damaged(path: self.path, detail: "it has no identity")
            }
            return identity
        }
    }
}
