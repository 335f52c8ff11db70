import Foundation

/// The turn that writers of several processes take, so that no two write or checkpoint at once.
///
/// SQLite's own locks keep transactions apart, but before 3.51.3 a checkpoint beside another
/// connection's commit may damage the log (sqlite.org/wal.html, «WAL-reset bug»). A turn lasts
/// from before a transaction begins until after its commit and its checkpoint. The kernel ends
/// it (`flock(2)`) with the process that has it.
final class WriteTurn: Sendable {
    private let archive: String
    private let descriptor: Int32
    /// `flock` tells processes apart, not threads.
    private let threads = NSLock()
    /// Seconds to wait for another process.
    private let patience: Double

    init(beside archive: String, patience: Double = 5) throws(ArchiveError) {
        self.archive = archive
        self.patience = patience
        descriptor = OwnFile.open(archive + ".turn")
        guard descriptor >= 0 else {
            throw ArchiveError(errno: errno, path: archive)
        }
    }

    deinit { close(descriptor) }

    private var busy: ArchiveError {
        .busy(path: archive, pid: KernelLocks.holder(of: archive + ".turn"))
    }

    /// Runs a body while no other process is in its turn.
    func taken<Value>(_ body: () throws -> Value) throws -> Value {
        threads.lock()
        defer { threads.unlock() }
        let deadline = Date().addingTimeInterval(patience)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard Date() < deadline else { throw busy }
            usleep(2000)
        }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }
}
