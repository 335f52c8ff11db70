import Foundation
import Synchronization

/// The lock by which one process at a time writes an archive.
///
/// The kernel frees it (`flock(2)`) when the process ends in whatever way, so a lock file left
/// behind by a crash stops nobody. The file's first line is the holder's process id, the second
/// what the holder could not keep. It is as long as a block of the disk from the start: so it
/// can be written when there is no other block left, which is when there is something to say.
final class ArchiveLock: Sendable {
    private static let length = 4_096

    private let descriptor: Int32
    private struct State {
        var isHeld = true
        var unkept: Unkept?
    }
    private let state = Mutex(State())

    /// Takes the lock at once, or throws ``ArchiveError/locked(path:pid:)``.
    init(beside archive: String) throws(ArchiveError) {
        let descriptor = OwnFile.open(ArchiveLock.path(of: archive))
        guard descriptor >= 0 else {
            throw ArchiveError(errno: errno, path: archive)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = ArchiveLock.text(of: descriptor).process
            close(descriptor)
            throw .locked(path: archive, pid: holder)
        }
        self.descriptor = descriptor
        ArchiveLock.sign(descriptor, nil)
    }

    deinit {
        release()
    }

    /// Tells other processes what could not be kept; nil where all is kept.
    func tell(_ unkept: Unkept?) {
        state.withLock { state in
            guard state.isHeld else { return }
            state.unkept = unkept
            ArchiveLock.sign(descriptor, unkept)
        }
    }

    /// This process, as long as it has the lock.
    var holder: ArchiveHolder? {
        state.withLock { state in
            state.isHeld ? ArchiveHolder(process: getpid(), unkept: state.unkept) : nil
        }
    }

    /// Lets others have the archive; again does nothing.
    func release() {
        state.withLock { state in
            guard state.isHeld else { return }
            state.isHeld = false
            // Emptied, not removed: removing a locked file lets two processes hold two files.
            _ = ftruncate(descriptor, 0)
            close(descriptor)
        }
    }

    /// Who holds an archive; nil where nobody does. Takes no lock of its own, which might stand
    /// in the way of a daemon that is about to start.
    static func holder(of archive: String) -> ArchiveHolder? {
        let descriptor = open(path(of: archive), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let (process, unkept) = text(of: descriptor)
        guard let process, KernelLocks.isHeld(descriptor, by: process) else { return nil }
        return ArchiveHolder(process: process, unkept: unkept)
    }

    // MARK: The file

    private static func path(of archive: String) -> String { archive + ".lock" }

    private static func text(of descriptor: Int32) -> (process: Int32?, unkept: Unkept?) {
        var bytes = [UInt8](repeating: 0, count: length)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return (nil, nil) }
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        let unkept = lines.dropFirst().first.flatMap {
            try? JSONDecoder.archive.value(Unkept.self, in: String($0))
        }
        return (lines.first.flatMap { Int32($0) }, unkept)
    }

    /// A disk that is full from the start leaves the file empty: the lock holds all the same,
    /// without a name.
    private static func sign(_ descriptor: Int32, _ unkept: Unkept?) {
        var shown = unkept
        shown?.cause = String((unkept?.cause ?? "").prefix(600))
        let second = shown.flatMap { try? JSONText.of($0) } ?? ""
        var bytes = Array("\(getpid())\n\(second)\n".utf8)
        guard bytes.count <= length else { return }
        bytes += [UInt8](repeating: 0x20, count: length - bytes.count)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }
}
