import Foundation
import News
import Testing

@testable import Storage

/// A real small disk; mounting needs rights that not every machine gives.
@Suite struct FullDiskTests {
    @Test(.enabled(if: SmallDisk.isAllowed, "mounting a tmpfs is not allowed here"))
    func `a full disk is told, loses nothing, and all goes on once there is room`() throws {
        let disk = try SmallDisk(megabytes: 4)
        let archive = try Archive(at: disk.path, access: .readWrite)
        var recorded: [String] = []
        let ballast = disk.path + "/ballast"
        try Data(count: 1_000_000).write(to: URL(fileURLWithPath: ballast))
        let error = #expect(throws: ArchiveError.self) {
            for number in 0..<1_000 {
                _ = try archive.record(
                    poll(at: later(Double(number)), [filler("\(number)")]))
                recorded.append("\(number)")
            }
        }
        #expect(error == .full(path: archive.path))
        #expect(!recorded.isEmpty)
        #expect(try archive.items(after: 0, limit: 2_000).map(\.item.key.id) == recorded)
        #expect(try archive.matches(limit: 1).map(\.key.id) == [recorded.last])

        try FileManager.default.removeItem(atPath: ballast)
        let lost = "\(recorded.count)"
        #expect(try archive.record(poll([filler(lost)])) == RecordSummary(new: 1, matches: 1))
        #expect(
            try archive.items(after: 0, limit: 2_000).map(\.item.key.id) == recorded + [lost])
        #expect(try archive.check() == [])
        try archive.close()
    }

    private func filler(_ id: String) -> KeptItem {
        kept(news(id, "Titre \(id)", String(repeating: "a", count: 8_000)), topics: ["drugs"])
    }
}

/// A tmpfs of some size, unmounted with the test.
private final class SmallDisk {
    let path: String
    private let folder: TemporaryFolder

    static let isAllowed: Bool = {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        return FileManager.default.fileExists(atPath: disk.path)
    }()

    init(megabytes: Int) throws {
        folder = try TemporaryFolder()
        path = folder.path
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    deinit {
        // Lazily, in case a failed test left a file open.
        umount2(path, Int32(MNT_DETACH))
    }
}
