import Foundation

/// An ext4 file system in a file, which can be made to find a fault in itself: it then takes no
/// more writing, whoever has a file open. Needs mkfs.ext4, loop devices and the right to mount.
final class FailingDisk {
    let path: String
    private let image: String

    static let isAllowed = (try? FailingDisk()) != nil

    init() throws {
        let number = String(UInt32.random(in: .min ... .max), radix: 36)
        path = FileManager.default.temporaryDirectory.appending(path: "marsad-\(number)").path
        image = path + ".ext4"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        do {
            guard FileManager.default.createFile(atPath: image, contents: nil),
                truncate(image, 48 << 20) == 0
            else { throw CocoaError(.fileWriteUnknown) }
            try FailingDisk.run("mkfs.ext4", "-q", image)
            try mount()
            guard access(trigger, W_OK) == 0 else { throw CocoaError(.fileWriteNoPermission) }
        } catch {
            remove()
            throw error
        }
    }

    deinit { remove() }

    /// As `errors=remount-ro`, Debian's usual option, has a disk do that finds itself damaged.
    func fail() throws {
        try Data("1".utf8).write(to: URL(filePath: trigger))
    }

    /// Mounted anew, as after a new start of the machine; no file may be open.
    func recover() throws {
        try FailingDisk.run("umount", path)
        try mount()
    }

    private func mount() throws {
        try FailingDisk.run("mount", "-t", "ext4", "-o", "loop,errors=remount-ro", image, path)
    }

    /// `/sys/fs/ext4/loop0/trigger_fs_error`.
    private var trigger: String {
        let mounts = (try? String(contentsOfFile: "/proc/mounts", encoding: .utf8)) ?? ""
        let line = mounts.split(separator: "\n").map { $0.split(separator: " ") }
            .first { $0.count > 1 && $0[1] == path }
        let device = line?[0].split(separator: "/").last ?? "none"
        return "/sys/fs/ext4/\(device)/trigger_fs_error"
    }

    private func remove() {
        // Lazily, in case a failed test left a file open.
        umount2(path, Int32(MNT_DETACH))
        for file in [path, image] { try? FileManager.default.removeItem(atPath: file) }
    }

    private static func run(_ words: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"] + words
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }
}
