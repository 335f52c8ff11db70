import Foundation
import News
import Storage
import Testing

@testable import marsad

/// The program on a disk that may only be read.
@Suite(.timeLimit(.minutes(3))) struct ReadOnlyDiskTests {
    private static let remedy =
        "may not be written; check the folder's rights and how the disk is mounted\n"

    @Test(.enabled(if: SmallDisk.isAllowed, "no tmpfs may be mounted here"))
    func `on a read-only disk reading works, and writing names path and remedy`() async throws {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                let disk = try SmallDisk(megabytes: 16)
                let config = ["--config", folder + "/config"]
                let state = ["--state", disk.path + "/state"]
                try press.settings().write(to: folder + "/config")
                try await expectDone(["poll"] + config + state)
                let path = disk.path + "/state/archive.sqlite"
                let item = try someItem(in: disk.path + "/state")
                let headline = try #require(press.headlines.values.first)
                try disk.makeReadOnly()
                for reading in [
                    ["status"] + config, ["search", headline], ["show", item], ["stories"],
                    ["digest", "--output", folder + "/digest"] + config, ["archive", "check"],
                    ["archive", "backup", folder + "/copy.sqlite"],
                    ["archive", "export", folder + "/all.jsonl"],
                ] {
                    try await expectDone(reading + state)
                }
                for writing in [
                    ["run"] + config, ["poll"] + config,
                    ["label", item, "relevant=yes"] + config, ["stories", "--split", item],
                    ["archive", "compact"], ["archive", "import", folder + "/all.jsonl"],
                ] {
                    try await expectRefusal(writing + state, path)
                }
                for command in ["run", "poll"] {
                    let new = disk.path + "/new"
                    try await expectRefusal(
                        [command, "--state", new] + config, new + "/archive.sqlite")
                }
                let copy = disk.path + "/copy.sqlite"
                try await expectRefusal(["archive", "backup", copy] + state, copy)
            }
        }
    }

    @Test(.enabled(if: FailingDisk.isAllowed, "no ext4 in a file may be mounted here"))
    func `a daemon whose disk becomes read-only says so, and loses nothing`() async throws {
        try await withPress(papers: 4) { press in
            try await withTemporaryFolder { folder in
                let disk = try FailingDisk()
                let state = disk.path + "/state"
                try FileManager.default.createSymbolicLink(
                    atPath: folder + "/state", withDestinationPath: state)
                try FileManager.default.createDirectory(
                    atPath: state, withIntermediateDirectories: true)
                try press.settings(interval: "1 s").write(to: folder + "/config")
                do {
                    let daemon = try RunningDaemon(in: folder)
                    #expect(await daemon.holds(press.headlines))
                    try disk.fail()
                    for paper in 0..<4 { press.addArticle(to: paper) }
                    let isTold = await eventually(within: .seconds(50)) {
                        (try? daemon.status().unkept)??.items == 4
                    }
                    #expect(isTold, "\(daemon.log)")
                    let cause = try daemon.status().unkept?.cause ?? ""
                    #expect(cause.hasPrefix(daemon.state + "/archive.sqlite: "), "\(cause)")
                    #expect(
                        cause.hasSuffix(ReadOnlyDiskTests.remedy.dropLast()), "\(cause)")
                    #expect(daemon.said("may not be written") == 1, "\(daemon.log)")
                    // What was kept can be read all the while.
                    #expect(try daemon.shelf().headlines.count == press.headlines.count - 4)
                    daemon.program.send(SIGKILL)
                    _ = try await daemon.program.ending()
                }
                try disk.recover()
                unlink(folder + "/notify")
                let daemon = try RunningDaemon(in: folder)
                #expect(await daemon.holds(press.headlines))
                try await daemon.end()
                let archive = try Archive(at: state, access: .readWrite)
                #expect(try archive.check() == [])
                #expect(try Shelf(archive).matches == press.matches)
                try archive.close()
            }
        }
    }

    /// The short id of some item.
    private func someItem(in state: String) throws -> String {
        let archive = try Archive(at: state, access: .readOnly)
        defer { try? archive.close() }
        return try #require(try archive.items(after: 0).first?.item.key.short)
    }

    private func expectDone(_ command: [String]) async throws {
        let ending = try await BuiltProgram.run(command)
        #expect(ending.code == 0, "\(command): \(ending.complaints)")
        #expect(ending.complaints == "", "\(command)")
    }

    private func expectRefusal(_ command: [String], _ path: String) async throws {
        let ending = try await BuiltProgram.run(command)
        #expect(
            ending
                == Ending(
                    code: 2, output: "",
                    complaints: "marsad: \(path): \(ReadOnlyDiskTests.remedy)"),
            "\(command)")
    }
}
