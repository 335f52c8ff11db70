import Digests
import Foundation
import News
import Origin
import Settings
import Storage
import Testing

@testable import marsad

/// What a digest is made of, from the archive.
@Suite(.timeLimit(.minutes(2))) struct DigestWriterTests {
    @Test func `edits, what an editor set aside and settings refused are told`() async throws {
        try await withPress(papers: 4) { press in
            try await withLine(press) { line in
                _ = try await line.poll()
                let matches = try line.archive.matches()
                try #require(matches.count >= 2)
                let place = try #require(press.place(of: matches[0].key))
                press.edit(place.entry, of: place.paper)
                _ = try await line.poll()
                let no = Label(
                    key: matches[1].key, subject: .relevance, verdict: false, who: "e", at: Date())
                _ = try line.archive.keep([no])
                try refuse(line, "feeds.yaml:1:1: no", "feeds.yaml:2:1: no")

                let input = try await line.input()
                #expect(input.edited.map(\.before) == [matches[0].item.title])
                #expect(input.edited[0].after.hasSuffix(" – 2"))
                #expect(input.edited[0].changed != nil)
                let setAside = input.nearMisses.filter { $0.missing == nil }
                #expect(setAside.map(\.title) == [matches[1].item.title])
                let told = input.stories.flatMap(\.members).map(\.key)
                #expect(Set(told) == Set(matches.map(\.key)).subtracting([matches[1].key]))
                #expect(
                    input.notices == [
                        .refused(
                            at: Date(timeIntervalSince1970: 1_000),
                            complaint: "feeds.yaml:1:1: no", of: 2)
                    ])
            }
        }
    }

    @Test func `the period before is counted by the same topics`() async throws {
        try await withPress(papers: 4) { press in
            try await withLine(press) { line in
                _ = try await line.poll()
                let now = Date()
                let writer = await line.pipeline.writer
                let later = { (topics: [String]) in
                    try writer.input(
                        since: now.addingTimeInterval(60), until: now.addingTimeInterval(600),
                        topics: topics, at: now
                    ).previousTotal
                }
                #expect(try later([]) == press.matches.count)
                #expect(try later(["institution"]) == press.matches.count)
                #expect(try later(["drugs"]) == 0)
            }
        }
    }

    @Test func `what an editor refused is counted nowhere`() async throws {
        try await withPress(papers: 4) { press in
            try await withLine(press) { line in
                _ = try await line.poll()
                let matches = try line.archive.matches()
                try #require(matches.count >= 2)
                let refused = matches.map {
                    Label(key: $0.key, subject: .relevance, verdict: false, who: "e", at: Date())
                }
                let writer = await line.pipeline.writer
                let now = Date()
                for (labels, count) in [(refused.prefix(1), matches.count - 1), (refused[...], 0)] {
                    _ = try line.archive.keep(Array(labels))
                    for topics in [[], ["institution"]] {
                        let input = try writer.input(
                            since: now - 3_600, until: now + 60, topics: topics, at: now)
                        #expect(Digest(input, language: .fr).totals.articles == count)
                        #expect(input.matchesPerDay.map(\.count).suffix(2) == [0, count])
                        let after = try writer.input(
                            since: now + 60, until: now + 3_720, topics: topics, at: now)
                        #expect(after.previousTotal == count)
                    }
                }
            }
        }
    }

    @Test func `a feed that failed when a period ended is told of it, recovered or not`()
        async throws
    {
        try await withPress(papers: 2) { press in
            try await withLine(press) { line in
                let feed = try #require(line.pipeline.settings.enabledFeeds.first)
                let hour = 3_600.0
                let start = Date(timeIntervalSince1970: 1_763_000_000)
                for (time, status, error) in [
                    (0.0, 200, nil), (hour, nil, "no route"), (2 * hour, 503, "busy"),
                    (4 * hour, 200, nil), (5 * hour, 200, "no document"), (6 * hour, 304, nil),
                ] as [(Double, Int?, String?)] {
                    var state = FeedState()
                    state.status = status
                    _ = try line.archive.record(
                        PollRecord(
                            feed: feed, state: state, at: start + time,
                            outcome: PollOutcome(status: status, error: error)))
                }
                let watch = DigestWatch(settings: line.pipeline.settings, archive: line.archive)
                let states = try line.archive.feedStates()
                for (end, trouble) in [
                    (hour, nil),
                    (3 * hour, (hour, FeedTrouble.Cause.failure(.status, status: 503))),
                    (2 * hour, (hour, .failure(.transfer, status: nil))),
                    (4.5 * hour, nil), (5.5 * hour, (5 * hour, .failure(.document, status: 200))),
                    (7 * hour, nil), (90 * hour, nil),
                ] as [(Double, (Double, FeedTrouble.Cause)?)] {
                    let told = try watch.troubled(
                        states, until: start + end, at: start + 100 * hour)
                    let expected = trouble.map {
                        FeedTrouble(feed: feed.name, since: start + $0.0, cause: $0.1)
                    }
                    #expect(told == [expected].compactMap(\.self), "\(end / hour)")
                }
            }
        }
    }

    @Test func `a feed that only fell silent is told as silent`() async throws {
        try await withPress(papers: 1) { press in
            try await withLine(press) { line in
                var state = FeedState()
                let now = Date()
                state.arrivals = (1...20).map {
                    now.addingTimeInterval(Double($0 * -3_600) - 864_000)
                }
                var failing = FeedState()
                failing.failures = 2
                failing.lastError = "has no such page (404)"
                failing.status = 404
                failing.failingSince = now
                let watch = DigestWatch(
                    settings: line.pipeline.settings, archive: line.archive)
                let id = press.papers[0].id
                let name = try #require(line.pipeline.settings.enabledFeeds.first).name
                #expect(
                    try watch.troubled([id: state], until: now, at: now) == [
                        FeedTrouble(
                            feed: name, since: state.arrivals[0], cause: .silence)
                    ])
                #expect(
                    try watch.troubled([id: failing], until: now + 1, at: now) == [
                        FeedTrouble(
                            feed: name, since: now, cause: .failure(.status, status: 404))
                    ])
                failing.lastFailure = .tls
                #expect(
                    try watch.troubled([id: failing], until: now + 1, at: now).map(\.cause)
                        == [.failure(.tls, status: 404)])
                // What began after the period is not of it.
                #expect(try watch.troubled([id: failing], until: now, at: now).isEmpty)
                let before = state.arrivals[0] + 3_600
                #expect(try watch.troubled([id: state], until: before, at: now).isEmpty)
                state.lastOverrun = now
                let notices = watch.notices(
                    [id: state], since: now, until: now.addingTimeInterval(1))
                #expect(notices == [.overran(feed: name, at: now)])
                #expect(watch.notices([id: state], since: now + 1, until: now + 2).isEmpty)
                state.noteOverrun(at: now + 600)
                state.noteOverrun(at: now + 1_200)
                #expect(
                    watch.notices([id: state], since: now, until: now + 1_200)
                        == [.overran(feed: name, at: now, again: [now + 600])])
                for minute in 0..<120 { state.noteOverrun(at: now + 7_200 + Double(minute) * 60) }
                #expect(
                    watch.notices([id: state], since: now, until: now + 8_520) == [
                        .overran(
                            feed: name, at: now + 8_400, again: [now + 8_460], mayBeMore: true)
                    ])
            }
        }
    }

    @Test func `a digest is written once, whatever happens at its hour`() async throws {
        try await withPress(papers: 2) { press in
            try await withLine(press) { line in
                _ = try await line.poll()
                let folder = (line.archive.path as NSString).deletingLastPathComponent + "/digests"
                let now = Date()
                let period = DigestPeriod(
                    since: now.addingTimeInterval(-3_600), until: now.addingTimeInterval(1),
                    name: "2026-11-21")
                let path = try await line.pipeline.digest(period, under: folder, at: now)
                let page = try Data(contentsOf: URL(filePath: path + "/digest.ar.html"))
                press.addArticle(to: 0)
                _ = try await line.poll()
                _ = try await line.pipeline.digest(period, under: folder, at: now)
                #expect(try Data(contentsOf: URL(filePath: path + "/digest.ar.html")) == page)
                #expect(try line.archive.digests().map(\.name) == ["2026-11-21"])
                let index = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
                #expect(index.contains("2026-11-21/digest.ar.html"))
                #expect(index.contains("2026-11-21/digest.fr.html"))
            }
        }
    }

    private func refuse(_ line: Line, _ complaints: String...) throws {
        var record = SettingsRecord(line.pipeline.settings, read: Date(), control: nil)
        record.refused = .init(at: Date(timeIntervalSince1970: 1_000), complaints: complaints)
        try record.write(in: (line.archive.path as NSString).deletingLastPathComponent)
    }
}

extension Line {
    fileprivate func input() async throws -> DigestInput {
        try await pipeline.writer.input(
            since: Date().addingTimeInterval(-3_600), until: Date().addingTimeInterval(60),
            at: Date())
    }
}

extension Press {
    fileprivate func place(of key: ItemKey) -> (paper: Int, entry: Int)? {
        for (index, paper) in papers.enumerated() where paper.id == key.feed {
            if let entry = paper.entries.firstIndex(where: { $0.id == key.id }) {
                return (index, entry)
            }
        }
        return nil
    }
}
