import Foundation
import News
import Origin
import Storage
import Testing

@testable import marsad

/// What seldom comes in answer to a poll, through the whole line.
@Suite(.timeLimit(.minutes(2))) struct AnswerTests {
    @Test func `a delta brings what is new, and is asked from next time`() async throws {
        try await withPress(papers: 1) { press in
            try await withLine(press) { line in
                _ = try await line.poll()
                let entry = FeedDocument.Entry(
                    id: "new", title: "Nouveau", body: "Un texte.",
                    published: Date(timeIntervalSince1970: 1_769_860_800))
                let delta = FeedDocument(title: "paper-0", link: press.address, entries: [entry])
                press.origin["/paper-0"] = Resource(
                    status: 226, body: Array(delta.rss.utf8), etag: "\"2\"",
                    headers: ["IM": "feed"])
                let second = try await line.poll()
                #expect(second.map(\.status) == [226])
                #expect(second.map(\.summary.new) == [1])
                _ = try await line.poll()
                let asked = press.origin.requests(to: "/paper-0").map(\.headers)
                #expect(asked.map { $0["a-im"] } == [nil, "feed", "feed"])
                #expect(asked.map { $0["if-none-match"] } == [nil, "\"paper-0, 1\"", "\"2\""])
                #expect(try line.shelf().items.count == 4)
            }
        }
    }

    @Test func `a block is told as a block, and the feed is left alone for an hour`() async throws {
        try await withPress(papers: 1) { press in
            try await withLine(press) { line in
                press.origin["/paper-0"] = Resource(
                    status: 403, headers: ["cf-mitigated": "challenge"])
                let report = try #require(try await line.poll().first)
                let cause = "\(press.host): keeps robots out (403, a check by Cloudflare)"
                #expect(report.error == cause)
                #expect(report.state.reason?.hasSuffix(cause) == true)
                let wait = report.state.nextPoll?.timeIntervalSinceNow ?? 0
                #expect((3590...3960).contains(wait))
                #expect(press.origin.requests(to: "/paper-0").count == 1)
            }
        }
    }

    @Test func `items that rolled out between two polls are told`() async throws {
        try await withPress(papers: 1) { press in
            func feed(_ numbers: Range<Int>) -> Resource {
                let entries = numbers.reversed().map { number in
                    FeedDocument.Entry(
                        id: "\(number)", title: "Article \(number)", body: "Un texte.",
                        published: Date(timeIntervalSince1970: 1_769_860_800 + Double(number) * 60))
                }
                let feed = FeedDocument(title: "Fil", link: press.address, entries: entries)
                return Resource(feed.rss)
            }
            press.origin["/fil"] = feed(0..<5)
            let fil = Feed(id: "fil", name: "Fil", url: press.address + "/fil")
            try await withLine(press, and: [fil]) { line in
                let before = try await line.poll()
                #expect(before.compactMap(\.overrun) == [])
                press.origin["/fil"] = feed(3..<8)
                let between = try await line.poll()
                #expect(between.compactMap(\.overrun) == [])
                press.origin["/fil"] = feed(20..<25)
                let reports = try await line.poll()
                let report = try #require(reports.first { $0.feed.id == "fil" })
                #expect(
                    report.overrun
                        == "items may have been missed: none of this document's was known before")
                #expect(
                    report.state.reason?.contains("items may have been missed last time") == true)
            }
        }
    }
}
