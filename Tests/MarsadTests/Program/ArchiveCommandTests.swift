import Foundation
import Origin
import Storage
import Testing

/// `marsad archive …` as a process.
@Suite(.timeLimit(.minutes(2))) struct ArchiveCommandTests {
    @Test func `an archive is checked, beside its daemon and alone`() async throws {
        try await withKept(papers: 2) { press, folder in
            let path = folder + "/state/archive.sqlite"
            let check = ["archive", "check", "--state", folder + "/state"]
            let alone = try await BuiltProgram.run(check)
            #expect(alone.code == 0)
            #expect(alone.complaints == "")
            #expect(alone.output.hasPrefix("\(path): in order, 6 items, "))
            let daemon = try Archive(at: folder + "/state", access: .readWrite)
            let beside = try await BuiltProgram.run(check + ["--format", "jsonl"])
            let finding = #"{"archive":"\#(path)","faults":[],"index":false,"sound":true}"#
            #expect(beside == Ending(code: 0, output: finding + "\n", complaints: ""))
            try daemon.close()
        }
    }

    @Test func `faults are told one by one, and damage with what helps`() async throws {
        try await withKept(papers: 2) { press, folder in
            let path = folder + "/state/archive.sqlite"
            let check = ["archive", "check", "--state", folder + "/state"]
            try await sqlite(path, "UPDATE item SET edited = seen - 60 WHERE id < 3")
            let faulty = try await BuiltProgram.run(check)
            #expect(
                faulty
                    == Ending(
                        code: 1, output: "",
                        complaints: "\(path): items edited before they were seen: 2\n"))
            try Data(repeating: 7, count: 8_192).write(to: URL(filePath: path))
            let damaged = try await BuiltProgram.run(check)
            #expect(damaged.code == 2)
            #expect(damaged.complaints.hasPrefix("marsad: \(path): is damaged ("))
            #expect(damaged.complaints.contains("restore a backup"))
        }
    }

    @Test func `a backup is a whole archive, made beside the daemon`() async throws {
        try await withKept(papers: 3) { press, folder in
            let daemon = try Archive(at: folder + "/state", access: .readWrite)
            let copy = folder + "/copy/archive.sqlite"
            try FileManager.default.createDirectory(
                atPath: folder + "/copy", withIntermediateDirectories: true)
            for _ in 0..<2 {
                let ending = try await BuiltProgram.run(
                    ["archive", "backup", copy, "--state", folder + "/state"])
                #expect(ending.code == 0)
                #expect(ending.complaints == "")
                #expect(ending.output.hasPrefix("\(copy): "))
            }
            try daemon.close()
            try expectAll(of: press, in: folder + "/copy")
        }
    }

    @Test(arguments: ["backup", "export"])
    func `a copy into the archive itself or nowhere is refused`(_ command: String) async throws {
        try await withKept(papers: 1) { press, folder in
            let path = folder + "/state/archive.sqlite"
            let itself = "is the archive itself, or a part of it; name another file for the copy"
            for (file, complaint) in [
                (path, "\(path): \(itself)"), (path + ".lock", "\(path).lock: \(itself)"),
                (
                    folder + "/none/copy.sqlite",
                    "\(folder)/none/copy.sqlite: cannot be opened: No such file or directory; "
                        + "check the folder's owner and rights"
                ),
            ] {
                let ending = try await BuiltProgram.run(
                    ["archive", command, file, "--state", folder + "/state"])
                #expect(
                    ending == Ending(code: 2, output: "", complaints: "marsad: \(complaint)\n"))
            }
            try expectAll(of: press, in: folder + "/state")
        }
    }

    @Test func `what is exported makes the same archive elsewhere, and the same lines again`()
        async throws
    {
        try await withKept(papers: 3) { press, folder in
            let first = folder + "/first.jsonl"
            let exported = try await BuiltProgram.run(
                ["archive", "export", first, "--state", folder + "/state"])
            #expect(exported.code == 0)
            #expect(exported.complaints == "")
            let imported = try await BuiltProgram.run(
                ["archive", "import", first, "--state", folder + "/other"])
            #expect(imported.code == 0)
            #expect(imported.complaints == "")
            let again = try await BuiltProgram.run(
                ["archive", "export", "-", "--state", folder + "/other"])
            #expect(again.output == (try String(contentsOfFile: first, encoding: .utf8)))
            try expectAll(of: press, in: folder + "/other")
            let twice = try await BuiltProgram.run(
                ["archive", "import", first, "--state", folder + "/other"])
            #expect(twice.code == 2)
            #expect(
                twice.complaints
                    == "marsad: \(first):1: only an empty archive takes an import; "
                    + "choose another --state\n")
        }
    }

    @Test func `half of an export is nothing`() async throws {
        try await withKept(papers: 1) { press, folder in
            let file = folder + "/half.jsonl"
            let whole = try await BuiltProgram.run(
                ["archive", "export", "-", "--state", folder + "/state"]).output
            try Data(whole.utf8.prefix(whole.utf8.count / 2)).write(to: URL(filePath: file))
            let ending = try await BuiltProgram.run(
                ["archive", "import", file, "--state", folder + "/other"])
            #expect(ending.code == 2)
            #expect(ending.complaints.hasPrefix("marsad: \(file):"))
            let other = try Archive(at: folder + "/other", access: .readOnly)
            #expect(try other.totals().items == 0)
        }
    }

    @Test func `a folder is no export`() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await BuiltProgram.run(
                ["archive", "import", folder, "--state", folder + "/state"])
            let complaint = "is a folder; give the file that ‘archive export’ wrote"
            #expect(
                ending
                    == Ending(code: 2, output: "", complaints: "marsad: \(folder): \(complaint)\n"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/state"))
        }
    }

    @Test func `compacting leaves all as it was, and needs the archive for itself`() async throws {
        try await withKept(papers: 3) { press, folder in
            let path = folder + "/state/archive.sqlite"
            let compact = ["archive", "compact", "--state", folder + "/state"]
            let daemon = try Archive(at: folder + "/state", access: .readWrite)
            let refused = try await BuiltProgram.run(compact)
            #expect(refused.code == 2)
            #expect(refused.complaints.hasPrefix("marsad: \(path): is held by process \(getpid())"))
            try daemon.close()
            let ending = try await BuiltProgram.run(compact)
            #expect(ending.code == 0)
            #expect(ending.complaints == "")
            #expect(ending.output.hasPrefix("\(path): "))
            try expectAll(of: press, in: folder + "/state")
        }
    }

    @Test(arguments: [["check"], ["backup", "copy"], ["compact"], ["export", "-"]])
    func `where no archive is none is made`(_ command: [String]) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await BuiltProgram.run(
                ["archive"] + command + ["--state", folder + "/state"])
            #expect(ending.code == 2)
            #expect(ending.complaints.contains("there is no archive here yet"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/state"))
        }
    }

    // MARK: An archive

    /// A press whose papers are kept in `state`.
    private func withKept(
        papers: Int, _ body: (Press, String) async throws -> Void
    ) async throws {
        try await withPress(papers: papers) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let poll = try await BuiltProgram.run(
                    ["poll", "--config", folder + "/config", "--state", folder + "/state"])
                #expect(poll.code == 0, "\(poll.complaints)")
                try await body(press, folder)
            }
        }
    }

    private func expectAll(of press: Press, in state: String) throws {
        let archive = try Archive(at: state, access: .readWrite)
        let shelf = try Shelf(archive)
        #expect(shelf.headlines == press.headlines)
        #expect(shelf.matches == press.matches)
        #expect(try archive.check() == [])
        try archive.close()
    }

    /// What a person does with the `sqlite3` program.
    private func sqlite(_ path: String, _ sql: String) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [path, sql]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
