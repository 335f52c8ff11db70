import Foundation
import News
import Testing

@testable import Polling

@Suite struct ScheduleTests {
    /// Saturday, 31 Jan 2026 12:00:00 GMT.
    static let now = FreshnessTests.now
    static let feed = Feed(id: "example.org", name: "Example", url: "https://example.org/feed")

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var feed = ScheduleTests.feed
        var state = FeedState()
        var minutes: ClosedRange<Double>
        var reason: String

        init(
            _ name: String, in minutes: ClosedRange<Double>, _ reason: String,
            _ change: (inout Row) -> Void = { _ in }
        ) {
            testDescription = name
            self.minutes = minutes
            self.reason = reason
            change(&self)
        }
    }

    /// So many arrivals, one every so many minutes, the latest just before now.
    static func arrivals(_ count: Int, everyMinutes minutes: Double) -> [Date] {
        (0..<count).map { now - Double($0) * minutes * 60 - 1 }
    }

    @Test(arguments: [
        Row("nothing known", in: 60...66, "no rhythm known yet"),
        Row(
            "three items an hour", in: 39...44,
            "3.1 items an hour at this time of day, 30-item window, max-age 600"
        ) {
            $0.state.arrivals = arrivals(64, everyMinutes: 19.66)
            $0.state.window = 30
            $0.state.maxAge = 600
        },
        Row(
            "a flood", in: 15...16.5,
            "30 items an hour at this time of day, 60-item window, no oftener than every 15 min"
        ) {
            $0.state.arrivals = arrivals(60, everyMinutes: 2.033)
            $0.state.window = 60
        },
        Row("five items a day", in: 570...640, "4.9 items a day at this time of day") {
            $0.state.arrivals = arrivals(40, everyMinutes: 300)
        },
        Row(
            "nothing for a month", in: 1296...1440,
            "10.5 items a month at this time of day, no seldomer than every 24 h"
        ) {
            $0.state.arrivals = [
                now - 90 * 86400, now - 60 * 86400, now - 45 * 86400, now - 40 * 86400,
            ]
        },
        Row(
            "a time to live", in: 120...132,
            "3.1 items an hour at this time of day, 30-item window, ttl 120"
        ) {
            $0.state.arrivals = arrivals(64, everyMinutes: 19.66)
            $0.state.window = 30
            $0.state.ttlMinutes = 120
        },
        Row(
            "a time to live longer than the window lasts", in: 95...107,
            "3.1 items an hour at this time of day, 10-item window, updated every 12 h"
        ) {
            $0.state.arrivals = arrivals(64, everyMinutes: 19.66)
            $0.state.window = 10
            $0.state.updatePeriodMinutes = 720
        },
        Row(
            "a cache that repeats itself for longer than the window lasts", in: 240...264,
            "3.1 items an hour at this time of day, 10-item window, max-age 14400"
        ) {
            $0.state.arrivals = arrivals(64, everyMinutes: 19.66)
            $0.state.window = 10
            $0.state.maxAge = 14400
        },
        Row(
            "a cache that repeats itself for years", in: 1296...1440,
            "no rhythm known yet, max-age 31536000, no seldomer than every 24 h"
        ) { $0.state.maxAge = 31_536_000 },
        Row(
            "an overrun", in: 15...16.5,
            "3.1 items an hour at this time of day, 30-item window, "
                + "items may have been missed last time"
        ) {
            $0.state.arrivals = arrivals(64, everyMinutes: 19.66)
            $0.state.window = 30
            $0.state.lastOverrun = now
            $0.state.lastSuccess = now
        },
        Row("an interval in the settings", in: 20...22, "the settings say every 20 min") {
            $0.feed.interval = 1200
            $0.state.ttlMinutes = 720
        },
        Row(
            "an interval under the floor", in: 15...16.5,
            "the settings say every 5 min, no oftener than every 15 min"
        ) { $0.feed.interval = 300 },
        Row(
            "an interval beyond the cap", in: 1296...1440,
            "the settings say every 3 days, no seldomer than every 24 h"
        ) { $0.feed.interval = 3 * 86400 },
        Row("a floor of the feed's own", in: 5...5.5, "the settings say every 5 min") {
            $0.feed.interval = 300
            $0.feed.floor = 60
        },
        Row(
            "a flood behind a floor of the feed's own", in: 120...132,
            "30 items an hour at this time of day, no oftener than every 2 h"
        ) {
            $0.feed.floor = 7200
            $0.state.arrivals = arrivals(60, everyMinutes: 2.033)
        },
        Row(
            "hours to be skipped", in: 180...240,
            "no rhythm known yet, moved out of hours that the feed skips"
        ) { $0.state.skipHours = [12, 13, 14] },
        Row(
            "a day to be skipped", in: 720...780,
            "no rhythm known yet, moved out of hours that the feed skips"
        ) { $0.state.skipDays = ["Saturday"] },
        Row(
            "every hour to be skipped", in: 1440...1440,
            "no rhythm known yet, moved out of hours that the feed skips"
        ) { $0.state.skipHours = Array(0...24) },
    ])
    func `a feed is asked again in so many minutes`(_ row: Row) {
        let plan = Schedule().plan(for: row.feed, row.state, after: ScheduleTests.now)
        let wait = plan.date.timeIntervalSince(ScheduleTests.now)
        #expect(row.minutes.contains(wait / 60), "\(wait / 60) min")
        #expect(plan.reason == "next in \(Words.duration(wait)): \(row.reason)")
    }

    @Test(arguments: [
        (1, 60.0...66.0), (2, 120...132), (3, 240...264), (5, 960...1056), (6, 1296...1440),
        (60, 1296...1440),
    ])
    func `failures are answered by patience`(failures: Int, minutes: ClosedRange<Double>) {
        let date = Schedule().backOff(
            ScheduleTests.feed, failures: failures, after: ScheduleTests.now)
        #expect(minutes.contains(date.timeIntervalSince(ScheduleTests.now) / 60))
    }

    @Test func `a failing feed is asked no oftener than its floor`() {
        var feed = ScheduleTests.feed
        feed.floor = 4 * 3600
        let date = Schedule().backOff(feed, failures: 1, after: ScheduleTests.now)
        #expect((240...264).contains(date.timeIntervalSince(ScheduleTests.now) / 60))
    }

    @Test func `feeds of one interval spread over a tenth of it`() {
        let waits = (0..<1000).map { number in
            let feed = Feed(id: "feed-\(number)", name: "", url: "")
            let plan = Schedule().plan(for: feed, FeedState(), after: ScheduleTests.now)
            return plan.date.timeIntervalSince(ScheduleTests.now)
        }
        let tenths = Dictionary(grouping: waits) { Int(($0 - 3600) / 36) }.mapValues(\.count)
        #expect(tenths.keys.sorted() == Array(0...9))
        #expect(tenths.values.allSatisfy { (60...140).contains($0) })
    }

    @Test func `a feed that publishes by day is asked seldom at night`() throws {
        let noons = (0..<60).map { number in
            let seconds = Double(number / 6) * 86400 + Double(number % 6) * 300 + 1
            return ScheduleTests.now - seconds
        }
        let byDay = try #require(Rhythm(arrivals: noons, at: ScheduleTests.now))
        let byNight = try #require(Rhythm(arrivals: noons, at: ScheduleTests.now + 43200))
        #expect(byDay.now > 1.4)
        #expect(byNight.now < 0.1)
    }
}
