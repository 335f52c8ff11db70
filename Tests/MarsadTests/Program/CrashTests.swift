import Foundation
import Origin
import Storage
import Testing

/// Programs killed where it hurts most.
@Suite(.timeLimit(.minutes(10))) struct CrashTests {
    /// How many polls are killed under way: `MARSAD_CRASHES`, else two hundred.
    private static let crashes =
        ProcessInfo.processInfo.environment["MARSAD_CRASHES"].flatMap { Int($0) } ?? 200
    /// They are shared by so many archives, each with a press of its own: most of a poll's life is
    /// its start and the wait for its end.
    private static let archives = 0..<4
    private static let share = (crashes + archives.count - 1) / archives.count
    /// On a disk that fills up each takes twice as long.
    private static let shareOnSmallDisk = (share + 1) / 2

    @Test(arguments: archives) func `polls killed at any moment lose and double nothing`(
        _ number: Int
    ) async throws {
        try await withPress(papers: 50) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let poll =
                    ["poll", "--config", folder + "/config", "--state", folder + "/state"]
                    + press.papers.map(\.id)
                var dice = Dice(seed: 1956 + UInt64(number))
                var killed = 0
                // Some polls are done before the signal comes: those do not count.
                for round in 1...(CrashTests.share * 2) where killed < CrashTests.share {
                    bringOutEditions(of: press, &dice)
                    let program = try RunningProgram(poll)
                    try await reachSomeMoment(of: program, press, &dice)
                    program.send(SIGKILL)
                    let ending = try await program.ending()
                    #expect([0, -SIGKILL].contains(ending.code), "\(ending.complaints)")
                    if ending.code == -SIGKILL { killed += 1 }
                    if round.isMultiple(of: 10) { try expectSound(folder + "/state") }
                }
                #expect(killed == CrashTests.share)
                let last = try await BuiltProgram.run(poll)
                #expect(last.code == 0)
                #expect(last.complaints == "")
                try expectAll(of: press, in: folder + "/state")
            }
        }
    }

    @Test(.enabled(if: SmallDisk.isAllowed, "no tmpfs may be mounted here"), arguments: archives)
    func `polls killed on a disk that fills up lose and double nothing`(
        _ number: Int
    ) async throws {
        try await withPress(papers: 50) { press in
            try await withTemporaryFolder { folder in
                let disk = try SmallDisk(megabytes: 16)
                try press.settings().write(to: folder + "/config")
                let poll =
                    ["poll", "--config", folder + "/config", "--state", disk.path]
                    + press.papers.map(\.id)
                var dice = Dice(seed: 2011 + UInt64(number))
                var refused = 0
                var killed = 0
                for round in 1...(CrashTests.shareOnSmallDisk * 2)
                where killed < CrashTests.shareOnSmallDisk {
                    bringOutEditions(of: press, &dice, articles: 2)
                    try disk.fill(but: Int.random(in: 0..<400_000, using: &dice))
                    let program = try RunningProgram(poll)
                    // Every fifth may end by itself: one that is killed seldom comes to say that
                    // the disk is full, by which it is seen that it was.
                    if !round.isMultiple(of: 5) {
                        try await reachSomeMoment(of: program, press, &dice)
                        program.send(SIGKILL)
                    }
                    let ending = try await program.ending()
                    #expect([0, 1, 2, -SIGKILL].contains(ending.code), "\(ending.complaints)")
                    if ending.code == -SIGKILL { killed += 1 }
                    if ending.complaints.contains("the disk is full") { refused += 1 }
                    try disk.makeRoom()
                    if round.isMultiple(of: 10) { try expectSound(disk.path) }
                }
                #expect(killed == CrashTests.shareOnSmallDisk)
                #expect(refused > 0)
                let last = try await BuiltProgram.run(poll)
                #expect(last.code == 0)
                #expect(last.complaints == "")
                try expectAll(of: press, in: disk.path)
            }
        }
    }

    @Test func `a digest killed in the writing is never half a file`() async throws {
        try await withPress(papers: 10) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let places = ["--config", folder + "/config", "--state", folder + "/state"]
                #expect(try await BuiltProgram.run(["poll"] + places).code == 0)
                var dice = Dice(seed: 16)
                for round in 0..<CrashTests.crashes / 20 {
                    let output = "\(folder)/digest-\(round)"
                    let program = try RunningProgram(["digest", "--output", output] + places)
                    let files = FileManager.default
                    _ = await eventually {
                        files.fileExists(atPath: output) || !program.isRunning
                    }
                    try await Task.sleep(
                        for: .microseconds(Int.random(in: 0..<10_000, using: &dice)))
                    program.send(SIGKILL)
                    _ = try await program.ending()
                    try expectWholeFiles(in: output)
                }
                let output = folder + "/digest"
                let last = try await BuiltProgram.run(["digest", "--output", output] + places)
                #expect(last.code == 0)
                #expect(last.complaints == "")
                let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
                #expect(
                    last.output.split(separator: "\n").sorted() == names.map { "\(output)/\($0)" })
                try expectWholeFiles(in: output)
            }
        }
    }

    /// Each file of a digest ends as its form must.
    private func expectWholeFiles(in folder: String) throws {
        let ends = ["html": "</html>\n", "atom": "</feed>\n", "json": "}\n"]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where !name.hasPrefix(".") {
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            let end = ends[(name as NSString).pathExtension] ?? "\n"
            #expect(String(decoding: data, as: UTF8.self).hasSuffix(end), "\(name)")
        }
    }

    /// Ten papers bring out an article more, or as many as said, three correct one.
    private func bringOutEditions(of press: Press, _ dice: inout Dice, articles: Int = 10) {
        for _ in 0..<articles { press.addArticle(to: Int.random(in: 0..<50, using: &dice)) }
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
