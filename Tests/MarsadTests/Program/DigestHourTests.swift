import Foundation
import Settings
import Storage
import Testing

@testable import marsad

/// The daemon at the hour of its digest.
@Suite(.timeLimit(.minutes(3))) struct DigestHourTests {
    /// Half a minute, after which it looks at its clock again, is a quarter of a second.
    private static let fast = ["MARSAD_CLOCK_SPEED": "120"]

    @Test func `a machine asleep at seven writes once when it wakes, late, and not again`()
        async throws
    {
        try await withPress(papers: 2) { press in
            try await withTemporaryFolder { folder in
                try press.settings(interval: "1 h").write(to: folder + "/config")
                let seven = try #require(DigestHourTests.nextSeven)
                do {
                    let daemon = try RunningDaemon(
                        in: folder, environment: DigestHourTests.fast, tests: true)
                    #expect(await daemon.holds(press.headlines))
                    #expect(names(daemon) == [])
                    // What a suspended machine's clock does, as far as a program can see.
                    var request = ControlRequest(.clock)
                    request.seconds = seven.timeIntervalSinceNow + 2.2 * 3_600
                    _ = try daemon.ask(request)
                    let isTold = await eventually(every: .milliseconds(50)) {
                        daemon.said("digest written late") == 1
                    }
                    #expect(isTold, "\(daemon.log)")
                    try await daemon.end()
                    #expect(names(daemon).count == 1)
                    #expect(daemon.said("digest written") == 1, "\(daemon.log)")
                }
                let name = seven.formatted(
                    Date.ISO8601FormatStyle(timeZone: DigestHourTests.zone).year().month().day())
                let page = "\(folder)/state/digests/\(name)/digest.fr.txt"
                let text = try String(contentsOfFile: page, encoding: .utf8)
                #expect(text.contains("\nÉcrite en retard, le "))

                // Started again after its hour, it finds nothing to write.
                unlink(folder + "/notify")
                let daemon = try RunningDaemon(
                    in: folder, environment: DigestHourTests.fast, tests: true)
                #expect(await daemon.isReady())
                var request = ControlRequest(.clock)
                request.seconds = seven.timeIntervalSinceNow + 3 * 3_600
                _ = try daemon.ask(request)
                let before = polls(daemon)
                #expect(await eventually { polls(daemon) > before })
                try await daemon.end()
                #expect(daemon.said("digest written") == 0, "\(daemon.log)")
                #expect(try String(contentsOfFile: page, encoding: .utf8) == text)
                let archive = try Archive(at: folder + "/state", access: .readOnly)
                #expect(try archive.digests().map(\.name) == [name])
                try archive.close()
            }
        }
    }

    private static let zone = TimeZone(identifier: "Africa/Casablanca") ?? .gmt

    /// The end of the day's period that now is in.
    private static var nextSeven: Date? {
        DigestPeriod.last(
            .day, before: Date().addingTimeInterval(86_400), atMinute: 420, in: zone
        ).until
    }

    private func polls(_ daemon: RunningDaemon) -> Int {
        (try? daemon.status().live?.polls.values.reduce(0, +)) ?? 0
    }

    private func names(_ daemon: RunningDaemon) -> [String] {
        let folder = daemon.state + "/digests"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.first?.isNumber == true }
    }
}
