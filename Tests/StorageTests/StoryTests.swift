import Foundation
import News
import Testing

@testable import Storage

@Suite struct StoryTests {
    let folder: TemporaryFolder
    let archive: Archive
    let print = StoryFingerprint(
        shingles: [1, .max, 0x0123_4567_89AB_CDEF], factIDs: ["TR", "hammouchi"], numbers: ["15"],
        titleWords: [7, .max], bodyWords: [1, 0x0102_0304, 9])

    init() throws {
        folder = try TemporaryFolder()
        archive = try Archive(at: folder.path, access: .readWrite)
    }

    @Test func `a story has its members in order, within one record and over several`() throws {
        _ = try archive.record(
            poll([
                kept(
                    news("1", "Visite à Ankara"), topics: ["security-cooperation"],
                    story: .new(headline: "Visite à Ankara")),
                kept(
                    news("2", "Une visite"), topics: ["security-cooperation"],
                    story: .joinsStory(of: ItemKey(feed: north.id, id: "1"), why: "same text")),
            ]))
        let story = try #require(try archive.stories().first)
        _ = try archive.record(
            poll(
                south, at: later(30),
                [
                    kept(
                        news("3", "زيارة إلى أنقرة"), topics: ["security-cooperation"],
                        story: .joins(story: story.id, why: "same people and place"))
                ]))
        let stories = try archive.stories()
        #expect(stories.map(\.headline) == ["Visite à Ankara"])
        #expect(stories[0].members.map(\.key.id) == ["1", "2", "3"])
        #expect(stories[0].firstSeen == morning)
        #expect(stories[0].lastSeen == later(30))
        let third = try archive.item(.key(ItemKey(feed: south.id, id: "3")))
        #expect(third?.why == "same people and place")
        #expect(try archive.check() == [])
    }

    @Test func `a digest is told the same stories in short, and of articles the whole on demand`()
        throws
    {
        for (minute, feed, items) in [
            (0.0, north, ["1", "2"]), (30, south, ["3"]), (60, north, ["4"]),
        ] {
            _ = try archive.record(
                poll(
                    feed, at: later(minute),
                    items.map { id in
                        let opens = id == "1" || id == "4"
                        return kept(
                            news(id, "Titre \(id)", "Texte \(id)", link: "https://a.example/\(id)"),
                            topics: ["drugs"], countries: ["ES"],
                            story: opens
                                ? .new(headline: id)
                                : .joinsStory(of: ItemKey(feed: north.id, id: "1"), why: "same"))
                    }))
        }
        let whole = try archive.stories(since: later(10), until: later(90))
        let told = try archive.digestStories(since: later(10), until: later(90))
        #expect(told.map(\.headline) == ["4", "1"])
        #expect(told.map { $0.members.map(\.key) } == whole.map { $0.members.map(\.key) })
        #expect(told.map(\.firstSeen) == whole.map(\.firstSeen))
        #expect(told[1].members.map(\.outlet) == ["Le Nord", "Le Nord", "الجنوب"])
        #expect(told[1].members.map(\.item.text) == ["", "", ""])
        #expect(told[1].members[2].report.facts.countries.map(\.code) == ["ES"])
        let keys = told[1].members.map(\.key)
        let quoted = try archive.matches(keys, before: later(90)).map(\.match)
        #expect(quoted.map(\.item) == whole[1].members.map(\.item))
        #expect(quoted.map(\.key) == keys)
        #expect(
            quoted[0].report.facts.countries[0].mentions == [
                Mention(quote: "", start: 0, end: 2, kind: .name)
            ])
        let gone = ItemKey(feed: north.id, id: "gone")
        #expect(try archive.matches([gone], before: later(90)) == [])
        let early = try archive.digestStories(since: morning, until: later(20))
        #expect(early.map { $0.members.map(\.key.id) } == [["1", "2"]])
    }

    @Test func `a past period is told as articles read when it ended`() throws {
        for (minute, title) in [(0.0, "Un"), (60, "Deux"), (120, "Trois")] {
            _ = try archive.record(
                poll(
                    north, at: later(minute),
                    [
                        kept(
                            news("1", title, "Texte \(title)"), topics: ["drugs"],
                            story: .new(headline: title))
                    ]))
        }
        let key = ItemKey(feed: north.id, id: "1")
        for (end, title, isEdited) in [
            (30.0, "Un", true), (60, "Un", true), (90, "Deux", true), (130, "Trois", false),
        ] {
            let told = try archive.digestStories(since: later(-1), until: later(end))
            #expect(told.map { $0.members.map(\.item.title) } == [[title]])
            let quoted = try archive.matches([key], before: later(end))
            #expect(quoted.map(\.match.item.title) == [title])
            #expect(quoted.map(\.match.item.text) == ["Texte \(title)"])
            #expect(quoted.map(\.isEditedSince) == [isEdited])
        }
    }

    @Test func `an edit leaves an item in its story`() throws {
        let key = ItemKey(feed: north.id, id: "1")
        for title in ["Un", "Deux"] {
            _ = try archive.record(
                poll([kept(news("1", title), topics: ["drugs"], story: .new(headline: title))]))
        }
        #expect(try archive.stories().map(\.headline) == ["Un"])
        #expect(try archive.item(.key(key))?.story == 1)
    }

    @Test func `a story that is gone is opened anew`() throws {
        _ = try archive.record(
            poll([
                kept(
                    news("1", "Un"), topics: ["drugs"], story: .joins(story: 77, why: "near"))
            ]))
        #expect(try archive.stories().map(\.headline) == ["Un"])
    }

    @Test func `candidates carry what new matches are compared with`() throws {
        _ = try archive.record(
            poll([
                kept(
                    news("1", "Un"), topics: ["drugs"], story: .new(headline: "Un"),
                    fingerprint: print),
                kept(news("2", "Deux"), fingerprint: print),
            ]))
        #expect(
            try archive.storyCandidates(since: morning) == [
                StoryCandidate(
                    story: 1, key: ItemKey(feed: north.id, id: "1"), title: "Un",
                    language: "fr", seen: morning, fingerprint: print)
            ])
        #expect(try archive.storyCandidates(since: later(1)) == [])
    }

    @Test func `stories are those with a match in the period`() throws {
        for minutes in 0..<3 {
            let title = "Titre \(minutes)"
            let item = kept(
                news(title, title), topics: ["drugs"], story: .new(headline: title))
            _ = try archive.record(poll(at: later(Double(minutes)), [item]))
        }
        #expect(try archive.stories(since: later(1)).map(\.headline) == ["Titre 2", "Titre 1"])
        #expect(
            try archive.stories(since: later(1), until: later(2)).map(\.headline) == ["Titre 1"])
    }

    @Test func `an article that an edit makes a match is of the period of the edit`() throws {
        let first = ItemKey(feed: north.id, id: "1")
        let plain = kept(news("2", "Un festival", link: "https://x.example/a"))
        let edited = kept(
            news("2", "La police au festival", link: "https://x.example/a"), topics: ["drugs"],
            story: .joinsStory(of: first, why: "same place"))
        let twin = kept(
            news("3", "La police", link: "https://x.example/a"), topics: ["drugs"],
            story: .joinsStory(of: first, why: "same place"))
        _ = try archive.record(
            poll([
                kept(news("1", "Un"), topics: ["drugs"], story: .new(headline: "Un")), plain,
            ]))
        _ = try archive.record(poll(south, at: later(1), [twin]))
        _ = try archive.record(poll(at: later(60), [edited]))

        func members(since: Date, until: Date? = nil) throws -> [String] {
            try archive.stories(since: since, until: until).flatMap(\.members).map(\.key.id)
        }
        #expect(try members(since: morning, until: later(30)) == ["1", "3"])
        // The other feed had brought the article as a match before.
        #expect(try members(since: later(30)) == [])
        #expect(
            try archive.matchTimes(since: morning, until: later(90)) == [
                first: morning, ItemKey(feed: south.id, id: "3"): later(1),
            ])
    }

    @Test func `a period's story is without what became a match after it`() throws {
        let first = ItemKey(feed: north.id, id: "1")
        let item = { (id: String, title: String, topics: [String]) in
            kept(
                news(id, title), topics: topics,
                story: id == "1"
                    ? .new(headline: title) : .joinsStory(of: first, why: "same place"))
        }
        _ = try archive.record(
            poll([item("1", "Un", ["drugs"]), item("2", "Un festival", [])]))
        _ = try archive.record(poll(at: later(60), [item("2", "La police", ["institution"])]))
        let before = try archive.stories(until: later(30))
        #expect(before.map { $0.members.map(\.key.id) } == [["1"]])
        let after = try archive.stories(since: later(30))
        #expect(after.map { $0.members.map(\.key.id) } == [["1", "2"]])
        #expect(after[0].members.map(\.seen) == [morning, morning])
        #expect(after[0].members.map(\.matched) == [morning, later(60)])
        let second = ItemKey(feed: north.id, id: "2")
        let times = { try archive.matchTimes(since: morning, until: later(90), topics: $0) }
        #expect(try times([]) == [first: morning, second: later(60)])
        #expect(try times(["institution"]) == [second: later(60)])
    }

    @Test func `one address in two feeds is one article`() throws {
        func item(_ id: String, _ link: String) -> KeptItem {
            kept(
                news(id, "Saisie à Tanger", "Trois tonnes.", link: link), topics: ["drugs"],
                story: .new(headline: id))
        }
        _ = try archive.record(poll([item("1", "https://www.x.example/a/?utm_source=rss")]))
        _ = try archive.record(poll(south, at: later(60), [item("2", "http://x.example/a#top")]))
        let stories = try archive.stories()
        #expect(stories.map(\.headline) == ["1"])
        #expect(stories[0].members.map(\.key.id) == ["1"])
        #expect(stories[0].members.map(\.why) == ["opened the story"])
        #expect(try archive.stories(since: later(30)) == [])
        #expect(try archive.totals().matches == 1)
        #expect(try archive.counts() == (items: 2, matches: 2))
        let query = SearchQuery("tanger", now: morning, words: words)
        #expect(try archive.search(query).count == 1)
        let second = ItemKey(feed: south.id, id: "2")
        let why = try archive.item(.key(second))?.why
        #expect(why == "is the same article as that of north.example")
        let first = try archive.item(.link("x.example/a/"))
        #expect(first == nil)
        #expect(try archive.item(.link("https://x.example/a/"))?.elsewhere == [second])
        #expect(try archive.check() == [])
    }

    @Test func `items that all link to the front page are not one article`() throws {
        for (feed, id) in [(north, "1"), (south, "2")] {
            let item = kept(
                news(id, "Titre \(id)", link: "https://x.example/"), topics: ["drugs"],
                story: .new(headline: id))
            _ = try archive.record(poll(feed, [item]))
        }
        #expect(try archive.stories().count == 2)
    }
}
