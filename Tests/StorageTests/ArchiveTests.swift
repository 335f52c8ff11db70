import Foundation
import GRDB
import News
import Testing

@testable import Storage

@Suite struct ArchiveTests {
    let folder: TemporaryFolder
    let archive: Archive

    init() throws {
        folder = try TemporaryFolder()
        archive = try Archive(at: folder.path, access: .readWrite)
    }

    @Test func `a feed's state is what was recorded last`() throws {
        var state = FeedState()
        state.etag = "W/\"a\""
        state.bodyHash = .max
        state.lastPoll = morning
        state.skipHours = [1, 2]
        state.arrivals = [morning, later(-30)]
        var record = poll([])
        record.state = state
        _ = try archive.record(record)
        #expect(try archive.feedState(north.id) == state)
        #expect(try archive.feedStates() == [north.id: state])
        #expect(try archive.feedState("unknown") == nil)
    }

    @Test func `recording the same poll twice doubles nothing`() throws {
        let record = poll([
            kept(news("1", "Saisie de drogue à Tanger"), topics: ["drugs"]),
            kept(news("2", "Recette du jour")),
        ])
        #expect(try archive.record(record) == RecordSummary(new: 2, matches: 1))
        #expect(try archive.record(record) == RecordSummary(unchanged: 2))
        #expect(try archive.totals().items == 2)
        #expect(try archive.matches().map(\.key.id) == ["1"])
        #expect(try archive.check() == [])
    }

    @Test func `an item listed twice in one document is one, as first listed`() throws {
        let summary = try archive.record(
            poll([kept(news("1", "Premier")), kept(news("1", "Second"))]))
        #expect(summary == RecordSummary(new: 1))
        #expect(
            try archive.item(.key(ItemKey(feed: north.id, id: "1")))?.item.title == "Premier")
    }

    @Test func `known tells the hash of what was kept`() throws {
        let first = kept(news("1", "Titre"))
        _ = try archive.record(poll([first]))
        #expect(try archive.known(["1", "2"], of: north.id) == ["1": first.contentHash])
        #expect(try archive.known(["1"], of: south.id) == [:])
    }

    @Test func `a match comes back whole`() throws {
        let item = Item(
            id: "guid-1", title: "حجز مخدرات بطنجة", link: "https://north.example/1",
            summary: "<p>حجز</p>", content: "<p>حجز مخدرات</p>", text: "حجز مخدرات بطنجة.",
            authors: ["A. B."], categories: ["مجتمع"], published: morning, updated: later(1),
            language: "ar", comments: "https://north.example/1#c",
            enclosures: [Enclosure(url: "https://north.example/1.jpg", type: "image/jpeg")])
        let report = report(item, ["drugs", "crime-investigation"], ["ES"])
        var match = kept(item, topics: ["drugs"])
        match.report = report
        _ = try archive.record(poll(at: later(5), [match]))
        #expect(
            try archive.matches() == [
                Match(
                    key: ItemKey(feed: north.id, id: "guid-1"), item: item, outlet: "Le Nord",
                    report: report, seen: later(5))
            ])
    }

    @Test func `an edited item keeps its versions`() throws {
        let key = ItemKey(feed: north.id, id: "1")
        let texts = ["Un mort", "Deux morts", "Trois morts"].map { news("1", $0, "\($0).") }
        for (minutes, item) in texts.enumerated() {
            _ = try archive.record(poll(at: later(Double(minutes)), [kept(item)]))
        }
        let stored = try #require(try archive.item(.key(key)))
        #expect(stored.item == texts[2])
        #expect(stored.seen == morning)
        #expect(stored.edited == later(2))
        #expect(
            stored.versions == [
                ItemVersion(
                    number: 1, seen: morning, contentHash: kept(texts[0]).contentHash,
                    title: "Un mort", text: "Un mort."),
                ItemVersion(
                    number: 2, seen: later(1), contentHash: kept(texts[1]).contentHash,
                    title: "Deux morts", text: "Deux morts."),
            ])
        #expect(try archive.check() == [])
    }

    @Test func `an item edited at each poll keeps its first version and the latest`() throws {
        for number in 0..<80 {
            let item = kept(news("1", "Vu \(number) fois"))
            _ = try archive.record(poll(at: later(Double(number)), [item]))
        }
        let versions = try archive.item(.key(ItemKey(feed: north.id, id: "1")))?.versions ?? []
        #expect(versions.map(\.number) == [1] + Array(31...79))
    }

    @Test func `an edit can make a match and unmake it`() throws {
        let plain = kept(news("1", "Arrestation"))
        let match = kept(news("1", "Arrestation à Fès"), topics: ["crime-investigation"])
        _ = try archive.record(poll([plain]))
        #expect(
            try archive.record(poll(at: later(1), [match]))
                == RecordSummary(edited: 1, matches: 1))
        #expect(try archive.matches(since: later(1)).count == 1)
        #expect(try archive.record(poll(at: later(2), [plain])) == RecordSummary(edited: 1))
        #expect(try archive.matches() == [])
        #expect(try archive.check() == [])
    }

    @Test func `one address in two feeds is one article of two items`() throws {
        let link = "https://www.paper.example/a/?utm_source=rss"
        _ = try archive.record(poll([kept(news("1", "Titre", link: link))]))
        _ = try archive.record(
            poll(south, [kept(news("9", "Titre", link: "http://paper.example/a"))]))
        let found = try #require(try archive.item(.link("https://paper.example/a#top")))
        #expect(found.key == ItemKey(feed: north.id, id: "1"))
        #expect(found.elsewhere == [ItemKey(feed: south.id, id: "9")])
    }

    @Test func `an item is found by the beginning of its short id`() throws {
        _ = try archive.record(poll([kept(news("1", "Un")), kept(news("2", "Deux"))]))
        let key = ItemKey(feed: north.id, id: "2")
        #expect(try archive.item(.short(String(key.short.prefix(6))))?.key == key)
        #expect(try archive.item(.short("zzzzzzzzzzzzz")) == nil)
        #expect(throws: ArchiveError.self) { try archive.item(.short("")) }
    }

    @Test func `matches are those of the period and of any of the topics, newest first`() throws {
        for (minutes, topic) in ["drugs", "road-safety", "drugs"].enumerated() {
            let item = kept(news("\(minutes)", "Titre \(minutes)"), topics: [topic])
            _ = try archive.record(poll(at: later(Double(minutes)), [item]))
        }
        #expect(try archive.matches().map(\.key.id) == ["2", "1", "0"])
        #expect(try archive.matches(since: later(1)).map(\.key.id) == ["2", "1"])
        #expect(try archive.matches(until: later(1)).map(\.key.id) == ["0"])
        #expect(try archive.matches(topics: ["drugs"]).map(\.key.id) == ["2", "0"])
        #expect(try archive.matches(topics: ["drugs"], limit: 1).map(\.key.id) == ["2"])
    }

    @Test(arguments: [
        (KeepText.all, ["Le texte.", "Autre texte."]), (.matches, ["Le texte.", ""]),
        (.none, ["", ""]),
    ])
    func `texts are kept as asked`(_ keep: KeepText, _ texts: [String]) throws {
        _ = try archive.record(
            poll([
                kept(news("1", "Police", "Le texte."), topics: ["institution"]),
                kept(news("2", "Météo", "Autre texte.")),
            ]), keepText: keep)
        #expect(try archive.items(after: 0).map(\.item.item.text) == texts)
    }

    @Test func `totals count a period`() throws {
        _ = try archive.record(
            poll([kept(news("1", "Un"), topics: ["drugs"]), kept(news("2", "Deux"))]))
        _ = try archive.record(poll(south, at: later(1), status: nil, error: "no answer", []))
        _ = try archive.record(poll(at: later(1_440), [kept(news("1", "Un!"), topics: ["drugs"])]))
        #expect(
            try archive.totals(since: morning, until: later(60))
                == Totals(
                    polls: 2, failures: 1, feeds: 2, items: 2, edits: 0, matches: 1))
        #expect(try archive.totals().edits == 1)
    }

    @Test func `several polls are one transaction`() throws {
        let records = [poll([kept(news("1", "Un"))]), poll(south, [kept(news("1", "واحد"))])]
        #expect(try archive.record(records) == RecordSummary(new: 2))
        #expect(try archive.feedStates().keys.sorted() == [north.id, south.id])
    }

    @Test func `a digest is noted once for its period, with what it cites`() throws {
        _ = try archive.record(poll([kept(news("1", "Un"), topics: ["drugs"])]))
        var digest = WrittenDigest(
            name: "day", since: morning, until: later(1_440), written: later(1_441),
            files: ["2025-05-16.html"], cited: [ItemKey(feed: north.id, id: "1")])
        try archive.note(digest)
        digest.written = later(1_500)
        try archive.note(digest)
        #expect(try archive.digests() == [digest])
        #expect(try archive.check() == [])
    }

    @Test func `a feed with a header and a proxy of its own is kept like any other`() throws {
        var feed = north
        feed.access = FeedAccess(
            headers: ["X-Key": .file("/etc/marsad/key")], proxy: .environment("PROXY"))
        _ = try archive.record(poll(feed, []))
        #expect(try archive.feedStates().keys.contains(north.id))
    }

    @Test func `no secret of a feed's address reaches the disk`() throws {
        _ = try archive.record(poll([]))
        try archive.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: archive.path))
        #expect(bytes.range(of: Data("north.example/feed".utf8)) != nil)
        #expect(bytes.range(of: Data("secret".utf8)) == nil)
    }

    @Test func `commits wait for the disk`() throws {
        #expect(try archive.connection.setting("synchronous") == 2)
    }
}
