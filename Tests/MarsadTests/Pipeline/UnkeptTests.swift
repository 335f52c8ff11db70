import Extraction
import Foundation
import News
import Origin
import Settings
import Storage
import Testing

@testable import marsad

/// Polls that the archive cannot keep.
@Suite(.timeLimit(.minutes(2))) struct UnkeptTests {
    @Test(.enabled(if: SmallDisk.isAllowed, "mounting a tmpfs is not allowed here"))
    func `what comes while the disk is full is kept once there is room, gone from its feed or not`()
        async throws
    {
        try await withLineOnSmallDisk(papers: 20) { press, line, disk in
            _ = try await line.poll()
            var states = try line.archive.feedStates()
            let whole = press.headlines
            // The log is left no room of its own.
            try line.archive.compact(words: SearchForms.words)
            try disk.fill()
            for paper in 0..<20 { press.addArticle(to: paper) }
            let refused = await line.pipeline.poll(line.pipeline.settings.feeds, states: states)
            #expect(refused.allSatisfy { $0.archiveError == .full(path: line.archive.path) })
            let unkept = try #require(await line.pipeline.keeper.unkept)
            #expect(
                unkept
                    == Unkept(
                        polls: 20, items: 20, since: unkept.since,
                        cause: ArchiveError.full(path: line.archive.path).description))
            #expect(line.archive.holder == ArchiveHolder(process: getpid(), unkept: unkept))
            #expect(try line.shelf().headlines == whole)

            // What is held is known: it is neither asked for nor held a second time.
            states = Dictionary(uniqueKeysWithValues: refused.map { ($0.feed.id, $0.state) })
            let again = await line.pipeline.poll(line.pipeline.settings.feeds, states: states)
            #expect(again.map(\.status).filter { $0 == 304 }.count == 15)
            #expect(await line.pipeline.keeper.unkept?.items == 20)

            try disk.makeRoom()
            #expect(await line.pipeline.keeper.settled() == nil)
            #expect(line.archive.holder == ArchiveHolder(process: getpid(), unkept: nil))
            #expect(try line.shelf().headlines == press.headlines)
            #expect(try line.shelf().matches == press.matches)
            #expect(try line.shelf().storied.count == press.matches.count)
            #expect(try line.archive.check() == [])
        }
    }

    @Test func `beyond the bound a poll is forgotten, and its feed asked again`() async throws {
        try await withPress(papers: 1) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let settings = try SettingsFolder(folder + "/config").read()
                let archive = try Archive(at: folder + "/state", access: .readWrite)
                let pipeline = Pipeline(settings, archive: archive, memory: 10_000)
                try archive.close()
                let reports = await pipeline.poll(settings.feeds, states: [:])
                let report = try #require(reports.first)
                #expect(report.archiveError != nil)
                #expect(report.state.etag == nil)
                #expect(report.state.bodyHash == nil)
                #expect(try #require(report.state.nextPoll) > Date())
                let unkept = try #require(await pipeline.keeper.unkept)
                #expect(
                    unkept
                        == Unkept(
                            polls: 0, items: 0, since: unkept.since, cause: unkept.cause,
                            refused: 1))
            }
        }
    }

    private func withLineOnSmallDisk(
        papers: Int, _ body: (Press, Line, SmallDisk) async throws -> Void
    ) async throws {
        let disk = try SmallDisk(megabytes: 16)
        try await withPress(papers: papers) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let settings = try SettingsFolder(folder + "/config").read()
                let archive = try Archive(at: disk.path, access: .readWrite)
                let line = Line(pipeline: Pipeline(settings, archive: archive), archive: archive)
                try await body(press, line, disk)
                try archive.close()
            }
        }
    }
}
