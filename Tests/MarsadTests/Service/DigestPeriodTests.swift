import Foundation
import Settings
import Testing

@testable import marsad

@Suite struct DigestPeriodTests {
    private static let casablanca = TimeZone(identifier: "Africa/Casablanca") ?? .gmt

    private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    private func period(
        _ kind: GeneralSettings.Period, _ now: String, _ zone: TimeZone = casablanca
    ) throws -> [String] {
        let period = DigestPeriod.last(kind, before: try date(now), atMinute: 420, in: zone)
        // Nobody waits past an end.
        let next = DigestPeriod.nextEnd(kind, after: period.until, atMinute: 420, in: zone)
        #expect(next > (try date(now)))
        let following = DigestPeriod.last(kind, before: next, atMinute: 420, in: zone)
        #expect(following.until == next && following.since == period.until)
        return [period.since, period.until].map { $0.formatted(.iso8601) } + [period.name]
    }

    @Test(arguments: [
        // At seven, an hour ahead of Greenwich.
        (
            GeneralSettings.Period.day, "2026-11-22T06:00:00Z",
            ["2026-11-21T06:00:00Z", "2026-11-22T06:00:00Z", "2026-11-22"]
        ),
        (
            .day, "2026-11-22T05:59:59Z",
            ["2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z", "2026-11-21"]
        ),
        // The clock goes back for Ramadan: a day of 25 hours; and forward again: one of 23.
        (
            .day, "2026-02-15T12:00:00Z",
            ["2026-02-14T06:00:00Z", "2026-02-15T07:00:00Z", "2026-02-15"]
        ),
        (
            .day, "2026-03-22T12:00:00Z",
            ["2026-03-21T07:00:00Z", "2026-03-22T06:00:00Z", "2026-03-22"]
        ),
        (
            .week, "2026-11-22T12:00:00Z",
            ["2026-11-09T06:00:00Z", "2026-11-16T06:00:00Z", "2026-W46"]
        ),
        (
            .week, "2027-01-06T12:00:00Z",
            ["2026-12-28T06:00:00Z", "2027-01-04T06:00:00Z", "2026-W53"]
        ),
        // On the first itself.
        (
            .month, "2026-03-01T07:00:00Z",
            ["2026-02-01T06:00:00Z", "2026-03-01T07:00:00Z", "2026-02"]
        ),
        (
            .month, "2026-12-01T05:59:59Z",
            ["2026-10-01T06:00:00Z", "2026-11-01T06:00:00Z", "2026-10"]
        ),
        (
            .month, "2026-03-05T12:00:00Z",
            ["2026-02-01T06:00:00Z", "2026-03-01T07:00:00Z", "2026-02"]
        ),
    ])
    func `a period ends at its hour by the calendar of the zone`(
        _ kind: GeneralSettings.Period, _ now: String, _ expected: [String]
    ) throws {
        #expect(try period(kind, now) == expected)
    }

    @Test(
        arguments: [
            // A new archive, one digest missing, an outage of four days, none missing.
            (nil, ["2026-11-22"]), ("2026-11-21T06:00:00Z", ["2026-11-22"]),
            ("2026-11-18T06:00:00Z", ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"]),
            ("2026-11-22T06:00:00Z", []),
        ] as [(String?, [String])])
    func `what an outage skipped is told afterwards`(
        _ told: String?, _ names: [String]
    ) throws {
        let due = DigestPeriod.due(
            .day, told: try told.map(date), before: try date("2026-11-22T08:00:00Z"),
            atMinute: 420, in: DigestPeriodTests.casablanca)
        #expect(due.map(\.name) == names)
    }

    @Test(
        arguments: [
            // Seven o'clock became nine: not again today, and tomorrow from seven on.
            ("2026-11-22T06:00:00Z", 540, "2026-11-22T12:00:00Z", []),
            ("2026-11-22T06:00:00Z", 540, "2026-11-23T12:00:00Z", ["2026-11-23: 26"]),
            // Nine became seven: nothing twice.
            ("2026-11-22T08:00:00Z", 420, "2026-11-23T12:00:00Z", ["2026-11-23: 22"]),
        ] as [(String, Int, String, [String])])
    func `at another hour nothing is told twice or left out`(
        _ told: String, _ minute: Int, _ now: String, _ periods: [String]
    ) throws {
        let due = DigestPeriod.due(
            .day, told: try date(told), before: try date(now), atMinute: minute,
            in: DigestPeriodTests.casablanca)
        let found = due.map { "\($0.name): \(Int($0.until.timeIntervalSince($0.since) / 3_600))" }
        #expect(found == periods)
    }

    /// Morocco's clock goes back on 15 February 2026 for Ramadan, and forward on 22 March.
    @Test func `through Ramadan each day is told once, at seven by the wall`() throws {
        let end = try date("2026-04-01T00:00:00Z")
        var now = try date("2026-02-10T00:00:00Z")
        var told: Date?
        var written: [DigestPeriod] = []
        while now < end {
            let due = DigestPeriod.due(
                .day, told: told, before: now, atMinute: 420, in: DigestPeriodTests.casablanca)
            if told != nil { written += due }
            told = due.last?.until ?? told
            now += 1_800
        }
        #expect(written.count == 50)
        #expect(zip(written, written.dropFirst()).allSatisfy { $0.until == $1.since })
        #expect(Set(written.map(\.name)).count == 50)
        let hours = written.map { ($0.name, Int($0.until.timeIntervalSince($0.since) / 3_600)) }
        #expect(
            hours.filter { $0.1 != 24 }.map { "\($0.0): \($0.1)" } == [
                "2026-02-15: 25", "2026-03-22: 23",
            ])
        let style = Date.VerbatimFormatStyle(
            format: "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))",
            timeZone: DigestPeriodTests.casablanca, calendar: Calendar(identifier: .gregorian))
        #expect(Set(written.map { $0.until.formatted(style) }) == ["07"])
    }

    @Test func `a year's outage is told as a month`() throws {
        let due = DigestPeriod.due(
            .day, told: try date("2025-11-22T06:00:00Z"), before: try date("2026-11-22T08:00:00Z"),
            atMinute: 420, in: DigestPeriodTests.casablanca)
        #expect(due.count == 31)
        #expect(due.last?.name == "2026-11-22")
        #expect(zip(due, due.dropFirst()).allSatisfy { $0.until == $1.since })
    }
}
