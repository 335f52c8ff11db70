import Foundation
import Testing

@testable import marsad

@Suite(.timeLimit(.minutes(1))) struct ChildTests {
    struct Row: Sendable {
        var script: String
        var ending: ChildProgram.Ending
        var said = ""
    }

    @Test(arguments: [
        Row(script: "exit 0", ending: .ended(0)),
        Row(
            script: "echo; echo nobody is at home >&2; exit 75", ending: .ended(75),
            said: "nobody is at home"),
        Row(script: "kill -9 $$", ending: .ended(9)),
        Row(
            script: #"printf 'one\r\n\033[31mtwo \342\200\256three\n' >&2"#, ending: .ended(0),
            said: "one [31mtwo three"),
        // More than a pipe holds.
        Row(
            script: "seq 100000 >&2; printf '\\n%0390d done' 7 >&2", ending: .ended(0),
            said: "000 " + String(repeating: "0", count: 389) + "7 done"),
        // Nothing that is open here, and nothing of this process' environment.
        Row(
            script: "ls /proc/self/fd >&2; env | cut -d= -f1 | sort >&2", ending: .ended(0),
            said: "0 1 2 3 PATH PWD X"),
        Row(script: "read line; echo $line >&2", ending: .ended(0), said: "told"),
        Row(script: "exec 2>&-; sleep 0.1; exit 4", ending: .ended(4)),
        Row(script: "exec sleep 30", ending: .tookTooLong),
    ])
    func `a program's end and its last words`(_ row: Row) async {
        let program = ChildProgram(
            path: "/bin/sh", arguments: ["-c", row.script], environment: ["X": "y"], patience: 5)
        let (ending, said) = await program.run(input: "told\n")
        #expect(ending == row.ending)
        #expect(said == row.said)
    }

    @Test func `who is left behind holds the pipe, and is not waited for`() async throws {
        let program = ChildProgram(
            path: "/bin/sh", arguments: ["-c", "sleep 600 & echo $! >&2; exit 5"],
            environment: ["PATH": "/usr/bin:/bin"])
        let (ending, said) = await program.run(input: "")
        #expect(ending == .ended(5))
        let leftBehind = try #require(pid_t(said))
        #expect(kill(leftBehind, SIGKILL) == 0)
    }

    @Test func `a program that is not there cannot be started`() async {
        let program = ChildProgram(path: "/nonexistent", arguments: [], environment: [:])
        #expect(await program.run(input: "") == (.cannotStart, ""))
    }
}
