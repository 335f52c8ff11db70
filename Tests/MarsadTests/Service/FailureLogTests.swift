import Foundation
import News
import Testing

@testable import marsad

@Suite struct FailureLogTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `a failure is told once, and its end`() {
        var log = FailureLog()
        log.failed("a", .status, "a.example: has no such page (404)", at: now)
        #expect(log.lines(at: now + 1) == [])
        #expect(log.due == now + 2)
        let line = FailureLog.Line(
            isWarning: true, message: "a.example: has no such page (404)", fields: ["feed": "a"])
        #expect(log.lines(at: now + 2) == [line])
        for hour in 1...5 { log.failed("a", .status, "…", at: now + Double(hour) * 3600) }
        #expect(log.due == nil)
        log.succeeded("a", at: now + 20_000)
        let end = FailureLog.Line(
            isWarning: false, message: "answers again",
            fields: ["feed": "a", "failures": "6", "since": now.formatted(.iso8601)])
        #expect(log.lines(at: now + 20_002) == [end])
        #expect(log.due == nil)
    }

    @Test func `another kind of failure is told too`() {
        var log = FailureLog()
        log.failed("a", .status, "one", at: now)
        _ = log.lines(at: now + 2)
        log.failed("a", .tls, "other", at: now + 900)
        #expect(log.lines(at: now + 902).map(\.message) == ["other"])
    }

    @Test func `what befalls many is one line, again only later and later`() {
        var log = FailureLog()
        for feed in 0..<84 { log.failed("feed-\(feed)", .dns, "no", at: now) }
        let line = FailureLog.Line(
            isWarning: true, message: "84 feeds fail: no such host, or no name server answers",
            fields: ["feeds": "84", "such-as": "feed-0"])
        #expect(log.lines(at: now + 2) == [line])
        // One more every second for an hour.
        var told: [Int] = []
        for second in 3..<3600 {
            log.failed("late-\(second)", .dns, "no", at: now + Double(second))
            if !log.lines(at: now + Double(second)).isEmpty { told.append(second) }
        }
        #expect(told == [62, 182, 422, 902, 1862])
        for feed in 0..<84 { log.succeeded("feed-\(feed)", at: now + 4000) }
        #expect(log.lines(at: now + 4002).map(\.message).contains("84 feeds answer again"))
    }

    @Test func `what this machine lacks is one line, however few feeds it befalls`() {
        var log = FailureLog()
        log.failed("ill", .status, "ill.example: is in trouble (500)", at: now)
        #expect(log.lines(at: now + 2).count == 1)
        for feed in ["ill", "a", "b"] { log.failed(feed, .descriptors, "no", at: now + 60) }
        #expect(log.lacksDescriptors)
        let line = FailureLog.Line(
            isWarning: true,
            message: "feeds cannot be asked: too many open files here; raise the limit "
                + "(LimitNOFILE=)", fields: ["feeds": "2", "such-as": "a"])
        #expect(log.lines(at: now + 62) == [line])
        for feed in ["a", "b"] { log.succeeded(feed, at: now + 90) }
        #expect(!log.lacksDescriptors)
        // It fails as before, which was told.
        log.failed("ill", .status, "ill.example: is in trouble (500)", at: now + 91)
        #expect(log.lines(at: now + 95).map(\.message) == ["answers again", "answers again"])
    }

    @Test func `what was not told yet need not be taken back`() {
        var log = FailureLog()
        log.failed("a", .connect, "no", at: now)
        log.succeeded("a", at: now + 1)
        #expect(log.lines(at: now + 10) == [])
    }
}

@Suite struct OutageTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `three hosts without a word are an outage, until one answers`() {
        var outage = Outage()
        #expect(outage.unreached("a", of: "a.example", "no", at: now) == nil)
        #expect(outage.unreached("a2", of: "a.example", "no", at: now) == nil)
        #expect(outage.unreached("b", of: "b.example", "no", at: now) == nil)
        #expect(outage.unreached("c", of: "c.example", "no", at: now) == .began(cause: "no"))
        #expect(outage.unreached("d", of: "d.example", "no", at: now) == nil)
        #expect(outage.probe({ _ in nil }, at: now + 59) == nil)
        let polls = ["a": now, "a2": now - 1, "b": now - 9, "c": now, "d": now]
        #expect(outage.nextProbe == now + 60)
        #expect(outage.probe({ polls[$0] }, at: now + 60) == "b")
        #expect(outage.probe({ polls[$0] }, at: now + 61) == nil)
        let end = Outage.Change.ended(seconds: 90, feeds: ["a", "a2", "b", "c", "d"])
        #expect(outage.answered(at: now + 90) == end)
        #expect(outage.since == nil)
        #expect(outage.answered(at: now + 91) == nil)
    }

    @Test func `an answer between is no outage`() {
        var outage = Outage()
        _ = outage.unreached("a", of: "a.example", "no", at: now)
        _ = outage.unreached("b", of: "b.example", "no", at: now)
        #expect(outage.answered(at: now) == nil)
        #expect(outage.unreached("c", of: "c.example", "no", at: now) == nil)
        #expect(outage.since == nil)
    }
}
