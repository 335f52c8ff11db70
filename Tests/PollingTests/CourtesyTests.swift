import Foundation
import News
import Testing

@testable import Polling

@Suite struct CourtesyTests {
    static let now = FreshnessTests.now
    static let feed = ScheduleTests.feed
    let courtesy = Courtesy()

    private func state(_ change: (inout FeedState) -> Void) -> FeedState {
        var state = FeedState()
        state.addressHash = BodyHash.of(CourtesyTests.feed.url)
        change(&state)
        return state
    }

    private func response(
        _ status: Int, _ headers: [String: String] = [:], body: String = "",
        redirects: [DownloadResponse.Redirect] = []
    ) -> DownloadResponse {
        DownloadResponse(
            status: status, effectiveURL: "https://u:secret@example.org/feed?key=secret",
            redirects: redirects, headers: headers, body: Array(body.utf8))
    }

    private func parsed(
        _ dates: [Date] = [], isComplete: Bool = true, _ change: (inout Channel) -> Void = { _ in }
    ) -> ParsedFeed {
        var channel = Channel(format: "rss-2.0", encoding: "utf-8")
        change(&channel)
        let items = dates.enumerated().map { Item(id: "\($0.offset)", published: $0.element) }
        return ParsedFeed(channel: channel, items: items, isComplete: isComplete)
    }

    private func next(
        _ state: FeedState, _ answer: PollAnswer, after seconds: Double = 0
    ) -> FeedState {
        courtesy.next(
            feed: CourtesyTests.feed, state: state, answer: answer,
            now: CourtesyTests.now + seconds)
    }

    @Suite struct Validators {
        let tests = CourtesyTests()
        let body = "<rss/>"

        private func known(isSameBody: Bool) -> FeedState {
            tests.state {
                $0.etag = "\"old\""
                $0.lastModified = "then"
                $0.bodyHash = BodyHash.of(Array((isSameBody ? body : "before").utf8))
            }
        }

        @Test(
            arguments: [
                (200, false, [:], nil, nil), (200, true, [:], nil, nil),
                (200, false, ["etag": "W/\"new\""], "W/\"new\"", nil),
                (200, true, ["etag": "W/\"new\"", "last-modified": "now"], "W/\"new\"", "now"),
                (226, false, ["etag": "\"new\""], "\"new\"", nil),
                (304, false, [:], "\"old\"", "then"),
                (304, false, ["etag": "\"new\""], "\"new\"", "then"),
                (304, false, ["last-modified": "now"], "\"old\"", "now"),
                (404, false, ["etag": "\"new\""], "\"old\"", "then"),
                (500, false, [:], "\"old\"", "then"),
            ] as [(Int, Bool, [String: String], String?, String?)])
        func `validators are those of the last good answer`(
            status: Int, isSameBody: Bool, headers: [String: String], etag: String?,
            lastModified: String?
        ) {
            let answer = tests.response(status, headers, body: status == 304 ? "" : body)
            let next = tests.next(
                known(isSameBody: isSameBody), .response(answer, tests.parsed()))
            #expect(next.etag == etag)
            #expect(next.lastModified == lastModified)
            let request = tests.courtesy.request(for: CourtesyTests.feed, next)
            #expect(request.etag == etag)
            #expect(request.lastModified == lastModified)
        }

        @Test func `a document that was cut short is not taken for the whole`() {
            let known = known(isSameBody: false)
            let answer = tests.response(200, ["etag": "\"new\""], body: body)
            let next = tests.next(known, .response(answer, tests.parsed(isComplete: false)))
            #expect(next.etag == "\"old\"")
            #expect(next.bodyHash == known.bodyHash)
            #expect(next.lastError == "the last document was cut short")
            #expect(next.failures == 0)
        }

        @Test func `another address in the settings makes all learnt void`() {
            let known = tests.state {
                $0.etag = "\"old\""
                $0.stopped = true
                $0.adoptedURL = "https://example.org/adopted"
                $0.nextPoll = CourtesyTests.now + 900
            }
            var feed = CourtesyTests.feed
            #expect(!tests.courtesy.isDue(feed, known, at: CourtesyTests.now))
            #expect(
                tests.courtesy.request(for: feed, known)
                    == DownloadRequest(url: "https://example.org/adopted", etag: "\"old\""))
            let answer = tests.response(200, body: body)
            let same = tests.state { $0.bodyHash = BodyHash.of(Array(body.utf8)) }
            #expect(
                tests.courtesy.outcome(of: answer, for: feed, same, at: CourtesyTests.now)
                    == .unchanged)
            feed.url = "https://example.org/other"
            #expect(
                tests.courtesy.outcome(of: answer, for: feed, same, at: CourtesyTests.now)
                    == .fresh)
            #expect(tests.courtesy.isDue(feed, known, at: CourtesyTests.now))
            #expect(
                tests.courtesy.request(for: feed, known)
                    == DownloadRequest(url: "https://example.org/other"))
        }
    }

    @Test(arguments: [
        (200, [:], "same", PollOutcome.unchanged), (200, [:], "other", .fresh),
        (226, [:], "same", .delta), (304, [:], "", .unchanged), (410, [:], "", .gone),
        (429, [:], "", .busy(status: 429, seconds: nil)),
        (503, ["retry-after": "60"], "", .busy(status: 503, seconds: 60)),
        (403, [:], "no", .failed(status: 403)), (404, [:], "", .failed(status: 404)),
        (204, [:], "", .failed(status: 204)), (301, [:], "", .failed(status: 301)),
        (403, ["cf-mitigated": "challenge"], "", .blocked(by: "Cloudflare", status: 403)),
        (
            503, ["retry-after": "9"], "<script src='/cdn-cgi/challenge-platform/h/b'>",
            .blocked(by: "Cloudflare", status: 503)
        ),
        (403, ["x-datadome": "protected"], "", .blocked(by: "DataDome", status: 403)),
        (200, ["x-datadome": "protected"], "other", .fresh),
    ])
    func `an answer means this`(
        status: Int, headers: [String: String], body: String, outcome: PollOutcome
    ) {
        let known = state {
            $0.etag = "\"a\""
            $0.bodyHash = BodyHash.of(Array("same".utf8))
        }
        let answer = response(status, headers, body: body)
        #expect(PollOutcome(answer, state: known, now: CourtesyTests.now) == outcome)
    }

    @Test func `what is wrong with a document is told as the cause`() {
        let answer = PollAnswer.unreadable(
            response(200, body: "<html>"), cause: "the document is an HTML page, not a feed")
        let failed = next(state { _ in }, answer)
        #expect(failed.lastError == "example.org: the document is an HTML page, not a feed")
        #expect(failed.lastFailure == .document)
        #expect(failed.status == 200)
        #expect(failed.failures == 1)
    }

    @Test(arguments: [
        (401, "example.org: wants a password (401)"),
        (403, "example.org: refuses the request (403)"),
        (404, "example.org: has no such page (404)"),
        (418, "example.org: answered 418"),
        (451, "example.org: refuses for legal reasons (451)"),
        (500, "example.org: is in trouble (500)"),
        (304, "example.org: answered 304 to an unconditional request"),
        (200, "example.org: answered without a feed"),
    ])
    func `a failure is told without secrets and waited out`(status: Int, cause: String) {
        let first = next(state { _ in }, .response(response(status, body: "x"), nil))
        #expect(first.lastError == cause)
        #expect(first.lastFailure == (status == 200 ? .document : .status))
        #expect(first.status == status)
        #expect(first.failures == 1)
        #expect(first.failingSince == CourtesyTests.now)
        let wait = first.nextPoll?.timeIntervalSince(CourtesyTests.now) ?? 0
        #expect((3600...3960).contains(wait))
        #expect(
            first.reason == "next in \(Words.duration(wait)): failed once since "
                + "2026-01-31 12:00 UTC: \(cause)")
        let second = next(first, .response(response(status, body: "x"), nil), after: 3600)
        #expect(second.failures == 2)
        #expect(second.failingSince == CourtesyTests.now)
        #expect(second.reason?.contains("failed 2 times in a row since 2026-01-31 12:00") == true)
    }

    @Test func `a success ends all failures`() {
        let failed = next(state { _ in }, .failure(.dns(host: "example.org")))
        #expect(failed.lastError == "example.org: no such host, or no name server answered")
        #expect(failed.lastFailure == .dns)
        #expect(failed.status == nil)
        let good = next(failed, .response(response(200), parsed()), after: 3600)
        #expect(good.failures == 0)
        #expect(good.failingSince == nil)
        #expect(good.lastError == nil)
        #expect(good.lastFailure == nil)
        #expect(good.lastSuccess == CourtesyTests.now + 3600)
    }

    @Test(arguments: [
        (429, ["retry-after": "7200"], 7200.0...7200.0, true),
        (503, ["retry-after": "7200"], 7200...7200, true),
        (429, ["retry-after": "5"], 900...900, true),
        (429, ["retry-after": "999999999"], 604_800...604_800, true),
        (503, ["retry-after": "Sat, 31 Jan 2026 15:00:00 GMT"], 10800...10800, true),
        (429, [:], 3600...3960, true), (503, [:], 3600...3960, false),
    ])
    func `a busy host is left alone for as long as it asks`(
        status: Int, headers: [String: String], wait: ClosedRange<Double>, isHeld: Bool
    ) {
        let next = next(state { _ in }, .response(response(status, headers), nil))
        #expect(wait.contains(next.nextPoll?.timeIntervalSince(CourtesyTests.now) ?? 0))
        let held = courtesy.hold(of: CourtesyTests.feed, next, at: CourtesyTests.now)
        #expect((held?.host == "example.org") == isHeld)
        #expect(next.lastError == "example.org: busy (\(status))")
        #expect(next.lastFailure == .status)
    }

    @Test func `a request that was held back is no failure`() {
        let next = next(state { _ in }, .failure(.held(host: "example.org", seconds: 600)))
        #expect(next.failures == 0)
        #expect(next.lastPoll == nil)
        #expect(next.nextPoll == CourtesyTests.now + 600)
        #expect(next.reason == "next in 10 min: example.org asked to be left alone")
    }

    @Test(arguments: [
        DownloadError.cancelled(host: "example.org"), .closed(host: "example.org"),
    ])
    func `a request that was never sent changes nothing`(error: DownloadError) {
        let known = state { $0.nextPoll = CourtesyTests.now }
        #expect(next(known, .failure(error)) == known)
    }

    @Test func `a request for which this machine had no descriptor is put off for a minute`() {
        let known = state {
            $0.etag = "\"old\""
            $0.failures = 2
            $0.failingSince = CourtesyTests.now - 9_000
            $0.lastError = "example.org: is in trouble (500)"
        }
        let next = next(known, .failure(.noDescriptors(host: "example.org")))
        var expected = known
        expected.nextPoll = next.nextPoll
        expected.reason =
            "next within a minute: example.org: not asked: too many open files; raise the limit "
            + "(LimitNOFILE=)"
        #expect(next == expected)
        let wait = next.nextPoll?.timeIntervalSince(CourtesyTests.now) ?? 0
        #expect((5...60).contains(wait), "\(wait)")
    }

    @Test func `a feed that is gone is not asked again`() {
        let next = next(state { _ in }, .response(response(410), nil))
        #expect(next.stopped)
        #expect(next.nextPoll == nil)
        #expect(
            next.reason == "stopped on 2026-01-31 12:00: example.org: says that the feed is "
                + "gone for good (410)")
        #expect(!courtesy.isDue(CourtesyTests.feed, next, at: CourtesyTests.now + 1e9))
    }

    @Test(
        arguments: [
            (nil, 0, true), (-1, 0, true), (0, 0, true), (1, 0, false), (3600, 3599, false),
            (3600, 3600, true),
        ] as [(Double?, Double, Bool)])
    func `a feed is due when its time has come`(planned: Double?, later: Double, isDue: Bool) {
        let known = state { $0.nextPoll = planned.map { CourtesyTests.now + $0 } }
        #expect(courtesy.isDue(CourtesyTests.feed, known, at: CourtesyTests.now + later) == isDue)
    }

    @Test func `a new feed is due and a disabled one is not`() {
        var feed = CourtesyTests.feed
        #expect(courtesy.isDue(feed, nil, at: CourtesyTests.now))
        feed.enabled = false
        #expect(!courtesy.isDue(feed, nil, at: CourtesyTests.now))
    }

    @Suite struct Redirects {
        let tests = CourtesyTests()
        static let day = 86400.0
        static let there = DownloadResponse.Redirect(
            status: 301, location: "https://example.org/new")
        static let elsewhere = DownloadResponse.Redirect(
            status: 308, location: "https://example.org/newest")
        static let detour = DownloadResponse.Redirect(
            status: 302, location: "https://example.org/detour")

        @Test(
            arguments: [
                ([(0, [there]), (day / 2, [there]), (day, [there])], "https://example.org/new"),
                ([(0, [there]), (60, [there]), (120, [there])], nil),
                ([(0, [there]), (day, [there])], nil),
                (
                    [(0, [there]), (60, [there]), (120, [there]), (day, [there])],
                    "https://example.org/new"
                ),
                ([(0, [there]), (day / 2, []), (day, [there])], nil),
                ([(0, [there]), (day / 2, [elsewhere]), (day, [there])], nil),
                ([(0, [detour]), (day / 2, [detour]), (day, [detour])], nil),
                (
                    [(0, [detour, there]), (day / 2, [detour, there]), (day, [detour, there])], nil
                ),
                (
                    [(0, [there, detour]), (day / 2, [there, detour]), (day, [there])],
                    "https://example.org/new"
                ),
                (
                    [
                        (0, [there, elsewhere]), (day / 2, [there, elsewhere]),
                        (day, [there, elsewhere]),
                    ],
                    "https://example.org/newest"
                ),
            ] as [([(Double, [DownloadResponse.Redirect])], String?)])
        func `a permanent redirect is believed after three polls over a day`(
            polls: [(Double, [DownloadResponse.Redirect])], adopted: String?
        ) {
            var state = tests.state { _ in }
            for (seconds, redirects) in polls {
                let answer = tests.response(200, redirects: redirects)
                state = tests.next(state, .response(answer, tests.parsed()), after: seconds)
            }
            #expect(state.adoptedURL == adopted)
            let url = tests.courtesy.request(for: CourtesyTests.feed, state).url
            #expect(url == adopted ?? CourtesyTests.feed.url)
        }

        @Test func `an adopted address that fails is given up`() {
            var state = tests.state {
                $0.adoptedURL = "https://example.org/new"
                $0.etag = "\"a\""
            }
            for _ in 0..<3 {
                #expect(state.adoptedURL != nil)
                state = tests.next(state, .response(tests.response(404), nil))
            }
            #expect(state.adoptedURL == nil)
            #expect(state.etag == nil)
        }

        @Test func `a 410 of an adopted address does not stop the feed`() {
            let state = tests.state { $0.adoptedURL = "https://example.org/new" }
            let next = tests.next(state, .response(tests.response(410), nil))
            #expect(!next.stopped)
            #expect(next.adoptedURL == nil)
            #expect(next.nextPoll == CourtesyTests.now + 3600)
        }
    }

    @Suite struct Hints {
        let tests = CourtesyTests()
        static let now = CourtesyTests.now

        @Test func `a document tells its rhythm`() {
            let document = tests.parsed([Hints.now - 60, Hints.now - 600, Hints.now + 900]) {
                $0.ttlMinutes = 45
                $0.updatePeriodMinutes = 0
                $0.skipHours = [3]
                $0.skipDays = ["Sunday"]
                $0.hub = "https://hub.example/"
            }
            let known = tests.state { $0.arrivals = [Hints.now - 500, Hints.now - 9000] }
            let answer = tests.response(200, ["cache-control": "max-age=60"], body: "x")
            let next = tests.next(known, .response(answer, document))
            #expect(next.arrivals == [-60, -600, -9000].map { Hints.now + $0 })
            #expect(next.window == 3)
            #expect(next.ttlMinutes == 45)
            #expect(next.updatePeriodMinutes == nil)
            #expect(next.skipHours == [3])
            #expect(next.skipDays == ["Sunday"])
            #expect(next.hub == "https://hub.example/")
            #expect(next.format == "rss-2.0")
            #expect(next.encoding == "utf-8")
            #expect(next.maxAge == 60)
            #expect(next.bodyHash == BodyHash.of(Array("x".utf8)))
        }

        @Test(arguments: [
            ([-60, -120], [-300.0], true), ([-60, -300], [-300], false),
            ([-60, -600], [-300], false), ([-60, -120], [], false), ([-60], [-300], false),
        ])
        func `an overrun is noticed`(document: [Double], known: [Double], hasOverrun: Bool) {
            let state = tests.state { $0.arrivals = known.map { Hints.now + $0 } }
            let parsed = tests.parsed(document.map { Hints.now + $0 })
            let next = tests.next(state, .response(tests.response(200), parsed))
            #expect(next.lastOverrun == (hasOverrun ? Hints.now : nil))
            #expect(next.hasOverrun == hasOverrun)
        }

        @Test func `a document that overlaps again does not undo an overrun`() {
            let state = tests.state {
                $0.arrivals = [Hints.now - 300]
                $0.lastOverrun = Hints.now - 900
                $0.lastSuccess = Hints.now - 900
            }
            #expect(state.hasOverrun)
            let parsed = tests.parsed([Hints.now - 60, Hints.now - 300])
            let next = tests.next(state, .response(tests.response(200), parsed))
            #expect(!next.hasOverrun)
            #expect(next.lastOverrun == Hints.now - 900)
        }

        @Test func `each overrun is remembered, one noted before others were too`() {
            let state = tests.state {
                $0.arrivals = [Hints.now - 300]
                $0.lastOverrun = Hints.now - 900
            }
            let parsed = tests.parsed([Hints.now - 60, Hints.now - 120])
            let next = tests.next(state, .response(tests.response(200), parsed))
            #expect(next.overruns == [Hints.now - 900, Hints.now])
        }

        @Test func `a delta adds to the rhythm and leaves the window`() {
            let state = tests.state {
                $0.arrivals = [Hints.now - 300, Hints.now - 600]
                $0.window = 30
            }
            let parsed = tests.parsed([Hints.now - 60])
            let next = tests.next(state, .response(tests.response(226), parsed))
            #expect(next.arrivals == [-60, -300, -600].map { Hints.now + $0 })
            #expect(next.window == 30)
            #expect(next.lastOverrun == nil)
        }

        @Test(
            arguments: [
                (304, [:], 600), (304, ["cache-control": "max-age=60"], 60), (200, [:], nil),
            ] as [(Int, [String: String], Double?)])
        func `a 304 keeps what it does not say anew`(
            status: Int, headers: [String: String], maxAge: Double?
        ) {
            let state = tests.state {
                $0.etag = "\"a\""
                $0.maxAge = 600
            }
            let answer = tests.response(status, headers)
            #expect(tests.next(state, .response(answer, tests.parsed())).maxAge == maxAge)
        }
    }
}
