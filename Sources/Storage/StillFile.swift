import Foundation
import Glibc

/// An archive's file that nobody writes, as it was when it was opened: for reading it where the
/// files cannot be made by which readers and writers meet.
///
/// A writer may come at any time. What was read until then is right; what was read since may be
/// of two moments, and must be read again.
struct StillFile: Sendable {
    private let path: String
    private let modified: timespec
    private let bytes: Int

    static func mayWriteFolder(of path: String) -> Bool {
        let folder = (path as NSString).deletingLastPathComponent
        return access(folder.isEmpty ? "." : folder, W_OK) == 0
    }

    /// Nil where somebody writes the archive, or left something in its log.
    init?(_ path: String) {
        guard StillFile.isLeftAlone(path), let about = StillFile.about(path) else { return nil }
        self.path = path
        modified = about.st_mtim
        bytes = Int(about.st_size)
    }

    /// Whether nobody has begun to write it since.
    var isStill: Bool {
        guard let now = StillFile.about(path), StillFile.isLeftAlone(path) else { return false }
        return now.st_mtim.tv_sec == modified.tv_sec && now.st_mtim.tv_nsec == modified.tv_nsec
            && Int(now.st_size) == bytes
    }

    /// Whoever opens an archive for writing makes a log beside it, which goes when all have left.
    private static func isLeftAlone(_ path: String) -> Bool {
        !FileManager.default.fileExists(atPath: path + "-wal")
            && ArchiveLock.holder(of: path) == nil
    }

    private static func about(_ path: String) -> stat? {
        var found = stat()
        return stat(path, &found) == 0 ? found : nil
    }
}
