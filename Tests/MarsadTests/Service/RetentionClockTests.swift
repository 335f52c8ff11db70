import Foundation
import Storage
import Testing

@testable import marsad

/// What is too old, dropped by the daemon by itself.
@Suite(.timeLimit(.minutes(3))) struct RetentionClockTests {
    @Test func `what is too old is dropped without a digest, and status is quiet about it`()
        async throws
    {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings(interval: "1 h").write(to: folder + "/config")
                // Five minutes after the start are a second and a half.
                let daemon = try RunningDaemon(
                    in: folder, environment: ["MARSAD_CLOCK_SPEED": "200"], tests: true)
                #expect(await daemon.holds(press.headlines))
                let isDone = await eventually { retention(of: daemon) != nil }
                #expect(isDone, "\(daemon.log)")
                #expect(retention(of: daemon)?.fault == nil)
                try await daemon.end()
                let archive = try Archive(at: daemon.state, access: .readOnly)
                #expect(try archive.digests() == [])
                try archive.close()
            }
        }
    }

    private func retention(of daemon: RunningDaemon) -> RetentionRound? {
        (try? daemon.status().live?.retention) ?? nil
    }

    @Test func `a round drops all that is too old, and tells why it could not`() async throws {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings().write(to: folder + "/config")
                let poll = try await BuiltProgram.run(
                    ["poll", "--config", folder + "/config", "--state", folder + "/state"])
                #expect(poll.code == 0, "\(poll.complaints)")
                let archive = try Archive(at: folder + "/state", access: .readWrite)
                var retention = Retention()
                retention.polls.count = 0
                let late = Date().addingTimeInterval(86_400 * 200)
                let round = await RetentionRound(archive, retention, at: late)
                #expect(round.fault == nil)
                #expect(round.dropped >= 2 + 3)
                #expect(try archive.totals().polls == 0)
                #expect(try archive.check() == [])
                try archive.close()
                let reader = try Archive(at: folder + "/state", access: .readOnly)
                let refused = await RetentionRound(reader, retention, at: late)
                #expect(refused.fault == ArchiveError.readOnly(path: reader.path).description)
                try reader.close()
            }
        }
    }
}
