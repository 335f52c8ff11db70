import Foundation
import GRDB

/// An archive as the version of Marsad before hooks left it.
enum OlderArchive {
    static func make(in folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let script = URL(filePath: #filePath)
            .appending(path: "../../../StorageTests/Schemas/schema-2.sql").standardized
        let queue = try DatabaseQueue(path: folder + "/archive.sqlite")
        let tables = try String(contentsOf: script, encoding: .utf8)
        try queue.writeWithoutTransaction { try $0.execute(sql: tables) }
        try queue.close()
    }
}
