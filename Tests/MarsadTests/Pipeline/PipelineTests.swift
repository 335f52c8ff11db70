import Foundation
import News
import Origin
import Settings
import Storage
import Testing

@testable import marsad

@Suite(.timeLimit(.minutes(2))) struct PipelineTests {
    @Test func `each item of fifty feeds is kept once, however often they are asked`() async throws
    {
        try await withPress(papers: 50) { press in
            try await withLine(press) { line in
                let first = try await line.poll()
                #expect(first.map(\.error) == Array(repeating: nil, count: 50))
                #expect(first.map(\.summary.new) == Array(repeating: 3, count: 50))
                #expect(try line.shelf().headlines == press.headlines)
                #expect(try line.shelf().matches == press.matches)
                for _ in 0..<3 {
                    for report in try await line.poll() {
                        #expect(report.summary == RecordSummary())
                        #expect(report.error == nil)
                    }
                }
                press.addArticle(to: 7)
                let later = try await line.poll()
                #expect(later.reduce(0) { $0 + $1.summary.new } == 1)
                #expect(try line.shelf().headlines == press.headlines)
                #expect(try line.shelf().storied.count == press.matches.count)
                #expect(try line.archive.totals().polls == 250)
                #expect(try line.archive.check() == [])
            }
        }
    }

    @Test(arguments: [
        (Press.Validators.entityTag, [nil, "\"paper-0, 1\""], [nil, nil], 304),
        (.lastModified, [nil, nil], [nil, "Mon, 21 Sep 2026 14:13:21 GMT"], 304),
        (.both, [nil, "\"paper-2, 1\""], [nil, "Mon, 21 Sep 2026 14:13:21 GMT"], 304),
        (.none, [nil, nil], [nil, nil], 200),
    ])
    func `a feed is asked for what is new since the last time`(
        _ validators: Press.Validators, _ tags: [String?], _ dates: [String?], _ status: Int
    ) async throws {
        try await withPress(papers: 4) { press in
            try await withLine(press) { line in
                let paper = try #require(press.papers.first { $0.validators == validators })
                let reports = [try await line.poll(), try await line.poll()]
                    .compactMap { $0.first { $0.feed.id == paper.id } }
                #expect(reports.map(\.status) == [200, status])
                #expect(
                    reports.map(\.summary) == [
                        RecordSummary(new: 3, matches: reports[0].summary.matches), RecordSummary(),
                    ])
                let requests = press.origin.requests(to: paper.path)
                #expect(requests.map { $0.headers["if-none-match"] } == tags)
                #expect(requests.map { $0.headers["if-modified-since"] } == dates)
            }
        }
    }

    @Test func `an edited item keeps what it was`() async throws {
        try await withPress(papers: 1) { press in
            try await withLine(press) { line in
                let original = press.papers[0].entries[1]
                _ = try await line.poll()
                press.edit(1, of: 0)
                #expect(try await line.poll().map(\.summary) == [RecordSummary(edited: 1)])
                press.edit(1, of: 0)
                #expect(try await line.poll().map(\.summary) == [RecordSummary(edited: 1)])
                let key = ItemKey(feed: "paper-0", id: original.id)
                let stored = try #require(try line.archive.item(.key(key)))
                #expect(stored.item.title == "\(original.title) – 3")
                #expect(stored.versions.map(\.title) == [original.title, "\(original.title) – 2"])
                #expect(stored.versions.map(\.number) == [1, 2])
                #expect(try line.shelf().headlines == press.headlines)
            }
        }
    }

    @Test func `an item that comes twice at the same time is kept once`() async throws {
        try await withPress(papers: 3) { press in
            try await withLine(press) { line in
                let feeds = line.pipeline.settings.feeds
                let reports = await line.pipeline.poll(feeds + feeds + feeds, states: [:])
                #expect(reports.reduce(0) { $0 + $1.summary.new } == 9)
                #expect(reports.reduce(0) { $0 + $1.summary.edited } == 0)
                let shelf = try line.shelf()
                #expect(shelf.headlines == press.headlines)
                #expect(shelf.storied.count == press.matches.count)
            }
        }
    }

    // MARK: Failures

    struct Failing: Sendable, CustomTestStringConvertible {
        /// An address, or a path of the origin.
        let url: String
        var resource: Resource?
        let cause: String

        var testDescription: String { cause }
    }

    @Test(arguments: [
        Failing(url: "/none", cause: "127.0.0.1: has no such page (404)"),
        Failing(
            url: "/closed", resource: Resource(status: 403),
            cause: "127.0.0.1: refuses the request (403)"),
        Failing(
            url: "/broken", resource: Resource(status: 500),
            cause: "127.0.0.1: is in trouble (500)"),
        Failing(
            url: "/gone", resource: Resource(status: 410),
            cause: "127.0.0.1: says that the feed is gone for good (410)"),
        Failing(
            url: "/page", resource: Resource("<!DOCTYPE html><html><p>Bonjour"),
            cause: "the document is an HTML page, not a feed"),
        Failing(
            url: "/words", resource: Resource("Bonjour."),
            cause: "the document is text without markup, not a feed"),
        Failing(url: "/empty", resource: Resource(""), cause: "the document is empty"),
        Failing(
            url: "/away", resource: .redirect(302, to: "http://169.254.1.1/feed"),
            cause: "169.254.1.1: refused its address 169.254.1.1 (link-local)"),
        Failing(
            url: "/file", resource: .redirect(302, to: "file:///etc/hostname"),
            cause: "an address without a host: refused the scheme ‘file’; only http and https "
                + "are asked"),
        Failing(
            url: "http://10.0.0.1/feed",
            cause: "10.0.0.1: refused its address 10.0.0.1 (private)"),
        Failing(
            url: "http://nowhere.invalid/feed",
            cause: "nowhere.invalid: no such host, or no name server answered"),
    ])
    func `a feed that fails is told with its cause, and the others are unaffected`(
        _ failing: Failing
    ) async throws {
        try await withPress(papers: 5) { press in
            press.origin[failing.url] = failing.resource
            let url = failing.url.hasPrefix("/") ? press.address + failing.url : failing.url
            try await withLine(press, and: [Feed(id: "failing", name: "Failing", url: url)]) {
                line in
                let reports = try await line.poll()
                #expect(reports.filter { $0.error != nil }.map(\.feed.id) == ["failing"])
                #expect(
                    reports.compactMap { $0.error?.replacing(press.host, with: "127.0.0.1") }
                        == [failing.cause])
                #expect(try line.shelf().headlines == press.headlines)
                #expect(try line.archive.totals().failures == 1)
                let state = try #require(try line.archive.feedState("failing"))
                #expect(state.failures == 1)
                #expect(
                    line.pipeline.due(["failing": state], at: Date()).map(\.id).contains("failing")
                        == false)
            }
        }
    }

    @Test func `a feed that fails for a while loses and doubles nothing`() async throws {
        try await withPress(papers: 2) { press in
            try await withLine(press) { line in
                _ = try await line.poll()
                press.addArticle(to: 0)
                let edition = press.origin["/paper-0"]
                press.origin["/paper-0"] = Resource("<html>Pause</html>")
                #expect(try await line.poll().map { $0.error != nil } == [true, false])
                press.origin["/paper-0"] = edition
                #expect(try await line.poll().map(\.summary.new) == [1, 0])
                #expect(try line.shelf().headlines == press.headlines)
                #expect(try line.archive.feedState("paper-0")?.failures == 0)
            }
        }
    }

    @Test func `a feed that makes its ids afresh at each request doubles no item`() async throws {
        try await withPress(papers: 2) { press in
            try await withLine(press) { line in
                let keys = press.headlines
                _ = try await line.poll()
                for round in 1...3 {
                    press.renameEntries(of: 0, "session-\(round)")
                    #expect(try await line.poll().map(\.summary) == [.init(), .init()])
                }
                #expect(try line.shelf().headlines == keys)
                press.addArticle(to: 0)
                press.renameEntries(of: 0, "session-4")
                #expect(try await line.poll().map(\.summary.new) == [1, 0])
                press.renameEntries(of: 0, "session-5")
                #expect(try await line.poll().map(\.summary) == [.init(), .init()])
                #expect(try line.archive.totals().items == 7)
                // An edit is seen under whatever id.
                press.edit(2, of: 0)
                press.renameEntries(of: 0, "session-6")
                #expect(try await line.poll().map(\.summary.edited) == [1, 0])
                #expect(try line.archive.totals().items == 7)
            }
        }
    }

    @Test func `polls that are given up count as no failure, and the rest comes later`()
        async throws
    {
        try await withPress(papers: 50) { press in
            try await withLine(press) { line in
                let pipeline = line.pipeline
                let polls = Task { await pipeline.poll(pipeline.settings.feeds, states: [:]) }
                let asked = await eventually { !press.origin.requests(to: "/paper-9").isEmpty }
                polls.cancel()
                let reports = await polls.value
                #expect(asked)
                #expect(reports.contains { $0.error != nil })
                #expect(try line.archive.totals().failures == 0)
                #expect(try line.archive.feedStates().values.allSatisfy { $0.failures == 0 })
                _ = try await line.poll()
                #expect(try line.shelf().headlines == press.headlines)
                #expect(try line.shelf().storied.count == press.matches.count)
            }
        }
    }
}
