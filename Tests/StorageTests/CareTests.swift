import Foundation
import News
import Testing

@testable import Storage

@Suite struct CareTests {
    let folder: TemporaryFolder
    let archive: Archive

    init() throws {
        folder = try TemporaryFolder()
        archive = try Archive(at: folder.path, access: .readWrite)
    }

    private func key(_ id: String) -> ItemKey { ItemKey(feed: north.id, id: id) }

    // MARK: Revising

    @Test func `changed rules make and unmake matches without a version`() throws {
        let plain = kept(news("1", "Drogue saisie", "Texte."))
        var match = kept(news("1", "Drogue saisie", "Texte."), topics: ["drugs"])
        match.rulesFingerprint = "rules-2"
        _ = try archive.record(poll([plain]))
        #expect(
            try archive.revise([match, kept(news("2", "Inconnu"))], of: north.id, at: later(5))
                == RecordSummary(edited: 1, matches: 1))
        var stored = try #require(try archive.item(.key(key("1"))))
        #expect(stored.matched == later(5))
        #expect(stored.rulesFingerprint == "rules-2")
        #expect(stored.item.text == "Texte.")
        #expect(stored.versions == [])
        #expect(try archive.matches(topics: ["drugs"]).count == 1)
        _ = try archive.revise([plain], of: north.id, at: later(6))
        stored = try #require(try archive.item(.key(key("1"))))
        #expect(stored.matched == nil)
        #expect(stored.report == nil)
        #expect(try archive.search(SearchQuery("drogue", now: morning, words: words)).count == 1)
        #expect(try archive.check() == [])
    }

    @Test func `an item new and edited within one record is indexed once`() throws {
        let records = ["Premier", "Second"].map { poll([kept(news("1", $0))]) }
        #expect(try archive.record(records) == RecordSummary(new: 1, edited: 1))
        #expect(try archive.search(SearchQuery("premier", now: morning, words: words)) == [])
        #expect(try archive.search(SearchQuery("second", now: morning, words: words)).count == 1)
        #expect(try archive.check() == [])
    }

    // MARK: Stories

    @Test func `stories merged by hand stay one, and take what joins either`() throws {
        for number in 1...2 {
            let title = "Titre \(number)"
            _ = try archive.record(
                poll([kept(news(title, title), topics: ["drugs"], story: .new(headline: title))]))
        }
        #expect(try archive.merge(story: 2, into: 1))
        #expect(try !archive.merge(story: 2, into: 1))
        _ = try archive.record(
            poll([kept(news("3", "Trois"), topics: ["drugs"], story: .joins(story: 2, why: "x"))]))
        let stories = try archive.stories()
        #expect(stories.map(\.headline) == ["Titre 1"])
        #expect(stories[0].members.map(\.key.id) == ["Titre 1", "Titre 2", "3"])
        #expect(try archive.check() == [])
    }

    @Test func `an item split off has a story of its own`() throws {
        _ = try archive.record(
            poll([
                kept(news("1", "Un"), topics: ["drugs"], story: .new(headline: "Un")),
                kept(
                    news("2", "Deux"), topics: ["drugs"],
                    story: .joinsStory(of: key("1"), why: "near")),
            ]))
        #expect(try archive.split(key("2")) == 2)
        #expect(try archive.split(key("9")) == nil)
        #expect(try archive.stories().map(\.headline).sorted() == ["Deux", "Un"])
        #expect(try archive.check() == [])
    }

    @Test func `a story that others were merged into stays, though all were split off`() throws {
        for number in 1...2 {
            let title = "Titre \(number)"
            _ = try archive.record(
                poll([kept(news(title, title), topics: ["drugs"], story: .new(headline: title))]))
        }
        #expect(try archive.merge(story: 2, into: 1))
        for number in 1...2 { #expect(try archive.split(key("Titre \(number)")) != nil) }
        #expect(try archive.check() == [])
        #expect(try archive.stories().map(\.headline).sorted() == ["Titre 1", "Titre 2"])
    }

    // MARK: Labels

    @Test func `the later label of a person counts`() throws {
        _ = try archive.record(poll([kept(news("1", "Un"))]))
        let first = Label(
            key: key("1"), subject: .topic("drugs"), verdict: true, who: "ed", at: morning)
        let second = Label(
            key: key("1"), subject: .topic("drugs"), verdict: false, who: "ed", at: later(1),
            note: "une publicité")
        let other = Label(
            key: key("1"), subject: .relevance, verdict: true, who: "al", at: later(2))
        let unknown = Label(
            key: key("9"), subject: .relevance, verdict: true, who: "al", at: morning)
        #expect(try archive.keep([first, second, other, unknown]) == [unknown])
        #expect(try archive.keep([first]) == [])
        #expect(try archive.labels() == [second, other])
        #expect(try archive.labels(of: key("1")) == [second, other])
        try archive.drop(second)
        #expect(try archive.labels() == [other])
    }

    // MARK: Retention

    @Test func `tidying drops what is beyond its limit, in batches, but never the labelled`()
        throws
    {
        for number in 0..<30 {
            let topics = number % 3 == 0 ? ["drugs"] : []
            let item = kept(news("\(number)", "Titre \(number)", "Texte."), topics: topics)
            _ = try archive.record(poll(at: later(Double(number) * 1_440), [item]))
        }
        _ = try archive.keep([
            Label(key: key("1"), subject: .relevance, verdict: true, who: "ed", at: morning)
        ])
        try archive.note(
            WrittenDigest(
                name: "day", since: morning, until: later(1_440), written: later(1_440),
                files: [], cited: [key("2")]))
        var retention = Retention()
        retention.texts.days = 20
        retention.items.days = 25
        retention.matches.count = 8
        retention.polls.days = 10
        let now = later(30 * 1_440)
        var sum = TidySummary()
        var steps = 0
        repeat {
            let step = try archive.tidy(retention, now: now, batch: 4)
            sum.texts += step.texts
            sum.items += step.items
            sum.matches += step.matches
            sum.polls += step.polls
            sum.isDone = step.isDone
            steps += 1
        } while !sum.isDone && steps < 50
        let left = try archive.items(after: 0).map(\.item)
        // Items 1 and 2 are labelled and cited; 0 and 3 were the oldest of ten matches.
        #expect(left.map(\.key.id) == (["1", "2"] + (5..<30).map(\.description)))
        let bare = left.filter { $0.item.text.isEmpty }.map(\.key.id)
        #expect(bare == ["5", "7", "8"])
        #expect(sum.polls == 20)
        #expect(try archive.check() == [])
    }

    @Test func `an item dropped for its age does not come back from its feed`() throws {
        let old = kept(news("1", "Un", "Texte."), topics: ["drugs"])
        _ = try archive.record(poll([old]))
        var retention = Retention()
        retention.matches.days = 1
        #expect(try archive.tidy(retention, now: later(5_000)).matches == 1)
        #expect(try archive.known(["1"], of: north.id) == ["1": old.contentHash])
        #expect(try archive.record(poll([old])) == RecordSummary(unchanged: 1))
        let edited = kept(news("1", "Un", "Autre texte."), topics: ["drugs"])
        #expect(try archive.record(poll([edited])) == RecordSummary(new: 1, matches: 1))
        #expect(try archive.check() == [])
    }

    @Test func `tidying gives pages back to the disk`() throws {
        let items = (0..<200).map {
            kept(news("\($0)", "Titre \($0)", String(repeating: "mot ", count: 500)))
        }
        _ = try archive.record(poll(items))
        var retention = Retention()
        retention.items.days = 1
        #expect(try archive.tidy(retention, now: later(5_000)).freed > 100_000)
    }
}
