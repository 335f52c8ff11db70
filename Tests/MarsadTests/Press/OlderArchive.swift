import Foundation
import GRDB
import Storage

/// An archive as the version of Marsad before hooks left it.
enum OlderArchive {
    static func make(in folder: String) throws {
        let archive = try Archive(at: folder, access: .readWrite)
        try archive.close()
        let queue = try DatabaseQueue(path: folder + "/archive.sqlite")
        try queue.write { db in
            try db.execute(sql: "DROP TABLE identity; DROP TABLE outbox; PRAGMA user_version = 2")
        }
        try queue.close()
    }
}
