import Foundation
import Origin
import Storage
import Testing

/// Programs killed where it hurts most.
@Suite(.timeLimit(.minutes(10))) struct CrashTests {
    /// How many polls are killed: `MARSAD_CRASHES`, else forty.
    private static let crashes =
        ProcessInfo.processInfo.environment["MARSAD_CRASHES"].flatMap { Int($0) } ?? 40

    @Test func `polls killed at any moment lose and double nothing`() async throws {
        try await withPress(papers: 50) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let poll =
                    ["poll", "--config", folder + "/config", "--state", folder + "/state"]
                    + press.papers.map(\.id)
                var dice = Dice(seed: 1956)
                var killed = 0
                for crash in 1...CrashTests.crashes {
                    bringOutEditions(of: press, &dice)
                    let program = try RunningProgram(poll)
                    try await reachSomeMoment(of: program, press, &dice)
                    program.send(SIGKILL)
                    let ending = try await program.ending()
                    #expect([0, -SIGKILL].contains(ending.code), "\(ending.complaints)")
                    if ending.code == -SIGKILL { killed += 1 }
                    if crash.isMultiple(of: 10) { try expectSound(folder + "/state") }
                }
                #expect(killed > CrashTests.crashes / 2)
                let last = try await BuiltProgram.run(poll)
                #expect(last.code == 0)
                #expect(last.complaints == "")
                try expectAll(of: press, in: folder + "/state")
            }
        }
    }

    /// Ten papers bring out an article more, three correct one.
    private func bringOutEditions(of press: Press, _ dice: inout Dice) {
        for _ in 0..<10 { press.addArticle(to: Int.random(in: 0..<50, using: &dice)) }
        for _ in 0..<3 {
            press.edit(
                Int.random(in: 0..<3, using: &dice), of: Int.random(in: 0..<50, using: &dice))
        }
    }

    /// A moment of the start, or one soon after some paper was asked.
    private func reachSomeMoment(
        of program: RunningProgram, _ press: Press, _ dice: inout Dice
    ) async throws {
        let path = press.papers[Int.random(in: 0..<50, using: &dice)].path
        let asked = press.origin.requests(to: path).count
        if Int.random(in: 0..<4, using: &dice) > 0 {
            _ = await eventually {
                press.origin.requests(to: path).count > asked || !program.isRunning
            }
        }
        try await Task.sleep(for: .microseconds(Int.random(in: 0..<40_000, using: &dice)))
    }

    private func expectSound(_ state: String) throws {
        let archive = try Archive(at: state, access: .readWrite)
        #expect(try archive.check() == [])
        try archive.close()
    }

    private func expectAll(of press: Press, in state: String) throws {
        let archive = try Archive(at: state, access: .readWrite)
        let shelf = try Shelf(archive)
        #expect(shelf.headlines == press.headlines)
        #expect(shelf.matches == press.matches)
        #expect(shelf.storied.count == press.matches.count)
        #expect(Set(shelf.storied) == press.matches)
        #expect(shelf.repeatedVersions == [])
        #expect(try archive.totals().failures == 0)
        #expect(try archive.check() == [])
        try archive.close()
    }
}
