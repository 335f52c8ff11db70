import Foundation
import News
import Polling
import Settings
import Storage

/// Settings and archive of one run of the program, opened together.
struct Workspace {
    let settings: Configuration
    let archive: Archive

    init(settings: Configuration, archive: Archive) {
        self.settings = settings
        self.archive = archive
    }

    /// Ends the command with path and cause where one of them cannot be had.
    init(_ config: ConfigOption, _ state: StateOption, _ access: Archive.Access) throws {
        settings = try config.read()
        archive = try Workspace.open(state, access)
    }

    static func open(_ state: StateOption, _ access: Archive.Access) throws -> Archive {
        do throws(ArchiveError) {
            return try Archive(at: state.path, access: access)
        } catch {
            throw Failure.couldNot(error)
        }
    }
}

/// Runs what may fail in the archive, and ends the command where it does.
func orFail<Value>(_ work: () throws(ArchiveError) -> Value) throws -> Value {
    do throws(ArchiveError) {
        return try work()
    } catch {
        throw Failure.couldNot(error)
    }
}
