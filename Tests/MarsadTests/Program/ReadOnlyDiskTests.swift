import Foundation
import News
import Storage
import Testing

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
