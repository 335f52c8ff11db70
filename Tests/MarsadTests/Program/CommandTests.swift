import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct CommandTests {
    /// The commands as the program itself lists them.
    private static func commands() async throws -> [String] {
        let help = try await BuiltProgram.run(["--help"]).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test func `each command explains itself with an example`() async throws {
        let commands = try await CommandTests.commands()
        #expect(
            Set(commands).isSuperset(of: [
                "analyze", "parse", "poll", "run", "digest", "check", "search", "status", "demo",
            ]))
        for command in commands {
            let ending = try await BuiltProgram.run([command, "--help"])
            #expect(ending.code == 0, "\(command)")
            #expect(ending.complaints == "", "\(command)")
            #expect(ending.output.contains("USAGE: marsad \(command)"), "\(command)")
            let examples = ending.output.drop { $0 != "\n" }
            let example = examples.firstRange(of: "Example")
            let told = try #require(example, "\(command)")
            #expect(examples[told.upperBound...].contains("marsad \(command)"), "\(command)")
        }
    }

    @Test func `the version is a result`() async throws {
        let ending = try await BuiltProgram.run(["--version"])
        #expect(ending == Ending(code: 0, output: "0.1.0\n", complaints: ""))
    }

    @Test(arguments: [
        (["frobnicate"], "Error: Unexpected argument 'frobnicate'\nUsage: marsad <subcommand>\n"),
        (["analyze"], "Error: Missing expected argument '<paths> ...'"),
        (["poll", "--quickly"], "Error: Unknown option '--quickly'\nUsage: marsad poll "),
        (
            ["status", "--format", "xml"],
            "Error: The value 'xml' is invalid for '--format <format>'"
        ),
        (["digest", "--since", "soon"], "‘soon’ is no day or moment; write 2026-11-21, "),
        (["search", "x", "--until", "2026-02-30"], "‘2026-02-30’ is no day or moment; write "),
        (["parse"], "Error: name a feed file, or - for standard input\nUsage: marsad parse "),
        (["suggest", "drugs", "--limit=-1"], "Error: --limit wants a number from 1 on\n"),
        (["suggest", "drugs", "--least=0"], "Error: --least wants a number from 1 on\n"),
        (["forms", "police", "--limit=0"], "Error: --limit wants a number from 1 on\n"),
        (["label", "--review", "--limit=-1"], "Error: --limit wants a number from 1 on\n"),
        (["label", "--review", "--note", "x"], "Error: --note goes with an item\n"),
        (
            ["label", "3f9a", "--topic", "drugs"],
            "--changed, --topic and --since go with --review\n"
        ),
        (["backtest", "--config", "x", "--limit=-1"], "Error: --limit wants a number from 0 on\n"),
        (["parse", "--batch", "feed.xml"], "Error: --batch reads standard input, no files\n"),
    ])
    func `wrong arguments are told with the usage`(
        _ arguments: [String], _ complaint: String
    ) async throws {
        let ending = try await BuiltProgram.run(arguments)
        #expect(ending.code == 2)
        #expect(ending.output == "")
        #expect(ending.complaints.contains(complaint))
        #expect(ending.complaints.contains("\nUsage: marsad "))
    }

    @Test func `output that cannot be written is told with its cause`() async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            let script = "\"$1\" check --config \"$2\" >/dev/full"
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", script, "sh", BuiltProgram.path, folder + "/config"]
            let complaints = Pipe()
            shell.standardError = complaints
            try shell.run()
            let told = try #require(try complaints.fileHandleForReading.readToEnd())
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 2)
            #expect(
                String(decoding: told, as: UTF8.self)
                    == "marsad: standard output: No space left on device\n")
        }
    }

    @Test(arguments: [["poll"], ["run"], ["demo", "--output"]])
    func `a state folder that cannot be made is told with its cause`(
        _ command: [String]
    ) async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            try Data("a file".utf8).write(to: URL(filePath: folder + "/file"))
            let option = command.count == 1 ? command + ["--state"] : command
            for state in ["\(folder)/file", "\(folder)/file/state/deep"] {
                let ending = try await BuiltProgram.run(
                    option + [state, "--config", folder + "/config"])
                #expect(ending.code == 2)
                #expect(ending.output == "")
                #expect(
                    ending.complaints == """
                        marsad: \(state)/archive.sqlite: cannot be opened: Not a directory; \
                        check the folder's owner and rights

                        """)
            }
        }
    }

    @Test(arguments: [["status"], ["digest"], ["search", "DGSN"]])
    func `a command that only reads makes no archive`(_ command: [String]) async throws {
        try await withTemporaryFolder { folder in
            try SmallSettings().write(to: folder + "/config")
            let state = folder + "/state"
            let settings = command[0] == "search" ? [] : ["--config", folder + "/config"]
            let ending = try await BuiltProgram.run(command + ["--state", state] + settings)
            let complaint =
                "marsad: \(state)/archive.sqlite: there is no archive here yet; "
                + "‘marsad poll’ or ‘marsad run’ makes one\n"
            #expect(ending == Ending(code: 2, output: "", complaints: complaint))
            #expect(!FileManager.default.fileExists(atPath: state))
        }
    }

    @Test func `a feed file that is none is told once`() async throws {
        try await withTemporaryFolder { folder in
            try Data("Only words.".utf8).write(to: URL(filePath: folder + "/words.xml"))
            let ending = try await BuiltProgram.run(
                ["parse", folder + "/words.xml", folder + "/none.xml"])
            let complaint = """
                \(folder)/words.xml: the document is text without markup, not a feed
                \(folder)/none.xml: cannot be opened

                """
            #expect(ending == Ending(code: 1, output: "", complaints: complaint))
        }
    }
}
