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
                // The log may have room of its own for a while.
                var unkept = 0
                for _ in 0..<20 where unkept == 0 {
                    for paper in 0..<8 { press.addArticle(to: paper) }
                    unkept = try #require(await unkeptOnceTold(of: press, disk, folder))
                }
                #expect(unkept > 0)
                let all = press.headlines
                let matches = press.matches
                // What leaves its feed meanwhile is not lost.
                for paper in 0..<8 { press.withdrawArticle(from: paper) }
                press.edit(1, of: 0)
                #expect(await tells(unkept: unkept + 1, disk, folder))
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
                var unkept = 0
                for round in 0..<5 {
                    let daemon = try start(press, folder, disk)
                    #expect(await holds(press.headlines, disk))
                    try disk.fill()
                    press.addArticle(to: round)
                    press.edit(0, of: round + 1)
                    unkept += try #require(await unkeptOnceTold(of: press, disk, folder))
                    daemon.send(SIGKILL)
                    _ = try await daemon.ending()
                    try disk.makeRoom()
                }
                #expect(unkept > 0)
                // So that it has begun its work before it is told to end.
                press.addArticle(to: 7)
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

    /// How many items the daemon says that it could not keep, once those are just the ones that
    /// the archive lacks; nil where it never says so.
    private func unkeptOnceTold(
        of press: Press, _ disk: SmallDisk, _ folder: String
    ) async -> Int? {
        var unkept: Int?
        let isTold = await eventually(within: .seconds(50), every: .milliseconds(200)) {
            guard let told = await toldUnkept(disk, folder),
                let archive = try? Archive(at: disk.path, access: .readOnly)
            else { return false }
            defer { try? archive.close() }
            guard let held = try? Shelf(archive).headlines else { return false }
            unkept = told
            return press.headlines.count { held[$0.key] != $0.value } == told
        }
        return isTold ? unkept : nil
    }

    /// Whether `marsad status` comes to say so; nil for nothing unkept.
    private func tells(unkept items: Int?, _ disk: SmallDisk, _ folder: String) async -> Bool {
        await eventually(within: .seconds(150), every: .milliseconds(200)) {
            await toldUnkept(disk, folder) == items ?? 0
        }
    }

    /// What `marsad status` says; nil where no daemon runs.
    private func toldUnkept(_ disk: SmallDisk, _ folder: String) async -> Int? {
        let status = ["status", "--config", folder + "/config", "--state", disk.path]
        guard let ending = try? await BuiltProgram.run(status + ["--format", "json"]),
            let json = try? JSONSerialization.jsonObject(with: Data(ending.output.utf8)),
            let report = json as? [String: Any], report["process"] != nil
        else { return nil }
        return (report["unkept"] as? [String: Any])?["items"] as? Int ?? 0
    }
}
