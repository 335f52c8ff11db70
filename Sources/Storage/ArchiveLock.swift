import Foundation
import Synchronization

/// The lock by which one process at a time writes an archive.
///
/// The kernel frees it (`flock(2)`) when the process ends in whatever way, so a lock file left
/// behind by a crash stops nobody. The file's text is the holder's process id.
final class ArchiveLock: Sendable {
    private let descriptor: Int32
    private let isHeld = Mutex(true)

    /// Takes the lock at once, or throws ``ArchiveError/locked(path:pid:)``.
    init(beside archive: String) throws(ArchiveError) {
        let path = archive + ".lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            let cause = String(cString: strerror(errno))
            switch errno {
            case EROFS, EACCES, EPERM: throw .readOnly(path: archive)
            case ENOSPC, EDQUOT: throw .full(path: archive)
            default: throw .cannotOpen(path: archive, cause: cause)
            }
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = ArchiveLock.holder(of: descriptor)
            close(descriptor)
            throw .locked(path: archive, pid: holder)
        }
        self.descriptor = descriptor
        ArchiveLock.sign(descriptor)
    }

    deinit {
        release()
    }

    /// Lets others have the archive; again does nothing.
    func release() {
        isHeld.withLock { isHeld in
            guard isHeld else { return }
            isHeld = false
            // Emptied, not removed: removing a locked file lets two processes hold two files.
            _ = ftruncate(descriptor, 0)
            close(descriptor)
        }
    }

    private static func holder(of descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        let text = String(decoding: bytes[..<count], as: UTF8.self)
        return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// A full disk leaves the file empty: the lock holds all the same, without a name.
    private static func sign(_ descriptor: Int32) {
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.count, 0)
    }
}
