import Foundation
import News
import Origin
import Storage
import Testing

/// `marsad run` on a disk that fills up.
@Suite(.timeLimit(.minutes(3)), .enabled(if: SmallDisk.isAllowed, "no tmpfs may be mounted here"))
struct FullDiskTests {
    @Test func `a daemon on a full disk tells it, and keeps all once there is room`() async throws {
        try await withPress(papers: 8) { press in
            try await withTemporaryFolder { folder in
                let disk = try SmallDisk(megabytes: 16)
                let daemon = try start(press, folder, disk)
                #expect(await holds(press.headlines, disk))
                try disk.fill()
                for paper in 0..<8 { press.addArticle(to: paper) }
                let all = press.headlines
                let matches = press.matches
                #expect(await tells(unkept: 8, disk, folder))
                // What leaves its feed meanwhile is not lost.
                for paper in 0..<8 { press.withdrawArticle(from: paper) }
                press.edit(1, of: 0)
                #expect(await tells(unkept: 9, disk, folder))
                try disk.makeRoom()
                let expected = all.merging(press.headlines) { $1 }
                #expect(await holds(expected, disk))
                #expect(await tells(unkept: nil, disk, folder))
                daemon.send(SIGTERM)
                let ending = try await daemon.ending()
                #expect(ending.code == 0)
                let errors = ending.complaints.split(separator: "\n").filter {
                    $0.contains("the disk is full")
                }
                #expect(errors.count == 1, "\(ending.complaints)")
                let archive = try Archive(at: disk.path, access: .readWrite)
                #expect(try Shelf(archive).matches.isSuperset(of: matches))
                #expect(try archive.check() == [])
                try archive.close()
            }
        }
    }

    @Test func `a daemon killed on a full disk loses and doubles nothing`() async throws {
        try await withPress(papers: 8) { press in
            try await withTemporaryFolder { folder in
                let disk = try SmallDisk(megabytes: 16)
                for round in 0..<5 {
                    let daemon = try start(press, folder, disk)
                    #expect(await holds(press.headlines, disk))
                    try disk.fill()
                    press.addArticle(to: round)
                    press.edit(0, of: round + 1)
                    #expect(await tells(unkept: 2, disk, folder))
                    daemon.send(SIGKILL)
                    _ = try await daemon.ending()
                    try disk.makeRoom()
                }
                let daemon = try start(press, folder, disk)
                #expect(await holds(press.headlines, disk))
                daemon.send(SIGTERM)
                #expect(try await daemon.ending().code == 0)
                let archive = try Archive(at: disk.path, access: .readWrite)
                let shelf = try Shelf(archive)
                #expect(shelf.matches == press.matches)
                #expect(shelf.storied.count == press.matches.count)
                #expect(shelf.repeatedVersions == [])
                #expect(try archive.check() == [])
                try archive.close()
            }
        }
    }

    private func start(
        _ press: Press, _ folder: String, _ disk: SmallDisk
    ) throws -> RunningProgram {
        try press.settings(interval: "1 s").write(to: folder + "/config")
        return try RunningProgram(["run", "--config", folder + "/config", "--state", disk.path])
    }

    private func holds(_ headlines: [ItemKey: String], _ disk: SmallDisk) async -> Bool {
        await eventually(within: .seconds(150), every: .milliseconds(100)) {
            guard let archive = try? Archive(at: disk.path, access: .readOnly) else {
                return false
            }
            defer { try? archive.close() }
            return (try? Shelf(archive).headlines) == headlines
        }
    }

    /// Whether `marsad status` comes to say so; nil for nothing unkept.
    private func tells(unkept items: Int?, _ disk: SmallDisk, _ folder: String) async -> Bool {
        await eventually(within: .seconds(150), every: .milliseconds(200)) {
            let status = ["status", "--config", folder + "/config", "--state", disk.path]
            guard let ending = try? await BuiltProgram.run(status + ["--format", "json"]),
                let json = try? JSONSerialization.jsonObject(with: Data(ending.output.utf8)),
                let report = json as? [String: Any], report["process"] != nil
            else { return false }
            return (report["unkept"] as? [String: Any])?["items"] as? Int == items
        }
    }
}
