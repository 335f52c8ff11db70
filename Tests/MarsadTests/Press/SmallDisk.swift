import Foundation

/// A tmpfs of some size, taken away with the test. Mounting needs rights that not every machine
/// gives.
final class SmallDisk {
    let path: String

    static let isAllowed = (try? SmallDisk(megabytes: 1)) != nil

    init(megabytes: Int) throws {
        let number = String(UInt32.random(in: .min ... .max), radix: 36)
        path = FileManager.default.temporaryDirectory.appending(path: "marsad-\(number)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            try? FileManager.default.removeItem(atPath: path)
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    deinit {
        // Lazily, in case a failed test left a file open.
        umount2(path, Int32(MNT_DETACH))
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Mounted anew for reading alone; no file may be open for writing.
    func makeReadOnly() throws {
        guard mount(nil, path, nil, UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    private var ballast: String { path + "/ballast" }

    /// Leaves no room at all, or so many bytes of it.
    func fill(but room: Int = 0) throws {
        let handle = open(ballast, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer { close(handle) }
        let block = [UInt8](repeating: 1, count: 4_096)
        var length = 0
        while write(handle, block, block.count) > 0 { length += block.count }
        ftruncate(handle, max(0, length - room))
    }

    func makeRoom() throws {
        try FileManager.default.removeItem(atPath: ballast)
    }
}
