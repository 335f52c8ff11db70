import Foundation
import GRDB
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

    @Test func `an item new and edited within one record is indexed once`() throws {
        let records = ["Premier", "Second"].map { poll([kept(news("1", $0))]) }
        #expect(try archive.record(records) == RecordSummary(new: 1, edited: 1))
        #expect(try archive.search(SearchQuery("premier", now: morning, words: words)) == [])
        #expect(try archive.search(SearchQuery("second", now: morning, words: words)).count == 1)
        #expect(try archive.check() == [])
    }

    /// Days from now of the polls that were noted.
    @Test(arguments: [
        ([], true), ([0], true), ([-1.5, 0], true), ([-2.9, 0], true), ([-3.1, 0], false),
        ([-366, 0], false), ([-366, -0.9, 0], false), ([-367, -1.1, 0], true),
        ([-1.5, 0, 365], true),
    ])
    func `a clock is trusted where polls say so of the last days`(
        _ row: (polls: [Double], isTrusted: Bool)
    ) throws {
        for days in row.polls {
            _ = try archive.record(poll(at: morning.addingTimeInterval(days * 86_400), []))
        }
        #expect(try archive.trusts(morning, pause: 2) == row.isTrusted)
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
        #expect(
            stories[0].members.map(\.why) == [
                "opened the story", "merged by hand with story 2, where it: opened the story", "x",
            ])
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

    /// Else what no list showed would stand in the old story by itself.
    @Test(arguments: [north, south])
    func `an article of two feeds leaves its story with both`(_ split: Feed) throws {
        let first = kept(
            news("1", "Un"), topics: ["drugs"], story: .new(headline: "Un"))
        func article(_ feed: Feed) -> PollRecord {
            let item = news("2", "Deux", link: "https://x.example/2")
            let near = StoryAssignment.joinsStory(of: key("1"), why: "near")
            return poll(feed, at: later(60), [kept(item, topics: ["drugs"], story: near)])
        }
        _ = try archive.record([poll([first]), article(north), article(south)])
        #expect(try archive.split(ItemKey(feed: split.id, id: "2")) == 2)
        let stories = try archive.stories()
        #expect(stories.map { $0.members.map(\.key) } == [[key("2")], [key("1")]])
        #expect(stories.map(\.firstSeen) == [later(60), morning])
        #expect(stories[0].members.map(\.why) == ["split off by hand"])
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
        let sum = try archive.tidy(retention, now: later(30 * 1_440), batch: 4)
        let left = try archive.items(after: 0).map(\.item)
        // Items 1 and 2 are labelled and cited; 0 and 3 were the oldest of ten matches.
        #expect(left.map(\.key.id) == (["1", "2"] + (5..<30).map(\.description)))
        let bare = left.filter { $0.item.text.isEmpty }.map(\.key.id)
        #expect(bare == ["5", "7", "8"])
        #expect(sum.polls == 20)
        #expect(sum.dropped == 20 + sum.texts + sum.items + sum.matches)
        #expect(try archive.check() == [])
        // Titles are found as long as their items are there, texts no longer than they are kept.
        #expect(try found("titre").count == left.count)
        #expect(Set(try found("texte")) == Set(left.map(\.key.id)).subtracting(bare))
    }

    @Test func `what is too many is dropped in batches, the oldest first`() throws {
        for number in 0..<30 {
            _ = try archive.record(poll(at: later(Double(number)), [kept(news("\(number)", "x"))]))
        }
        var retention = Retention()
        retention.items.count = 12
        var tidying = try archive.tidying(retention, now: later(30), batch: 8)
        // What comes meanwhile is not reckoned with.
        _ = try archive.record(poll(at: later(30), [kept(news("30", "x"))]))
        let label = Label(
            key: key("3"), subject: .relevance, verdict: true, who: "ed", at: later(30))
        _ = try archive.keep([label])
        let steps = try (0..<3).map { _ in try archive.step(of: &tidying) }
        #expect(steps.map(\.items) == [7, 8, 2])
        #expect(steps.map(\.isDone) == [false, false, true])
        let left = ["3"] + (18...30).map(\.description)
        #expect(try archive.items(after: 0).map(\.item.key.id) == left)
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

    // MARK: What is found

    private func found(_ text: String) throws -> [String] {
        var query = SearchQuery(text, now: morning, words: words)
        query.limit = 100
        return try archive.search(query).map(\.key.id).sorted()
    }

    @Test(arguments: [
        (KeepText.all, ["1", "2"]), (.matches, ["1"]), (.none, []),
    ])
    func `titles are found in any case, texts where they are kept`(
        _ keep: KeepText, _ texts: [String]
    ) throws {
        let match = kept(
            news("1", "Le titre", "Un texte."), topics: ["drugs"], countries: ["TR"])
        let other = kept(news("2", "Un titre", "Autre texte."))
        _ = try archive.record(poll([match, other]), keepText: keep)
        #expect(try found("titre") == ["1", "2"])
        #expect(try found("texte") == texts)
        #expect(try found("@TR") == ["1"])
        #expect(try archive.check() == [])
    }

    @Test func `an item that is edited months later is found by its own date`() throws {
        for (title, date) in [("Un titre", morning), ("Un autre titre", later(60 * 24 * 90))] {
            _ = try archive.record(poll(at: date, [kept(news("1", title))]))
        }
        var query = SearchQuery("titre", now: morning, words: words)
        (query.since, query.until) = (later(-1), later(1))
        #expect(try archive.search(query).map(\.key.id) == ["1"])
        #expect(try archive.check() == [])
    }

    @Test func `compacting has the search find what is kept and nothing else`() throws {
        _ = try archive.record(
            poll([
                kept(news("1", "Un titre", "Un texte."), topics: ["drugs"], countries: ["TR"]),
                kept(news("2", "Deux titres", "Autre texte.")),
                kept(news("3", "Trois titres", "Encore.")),
                kept(news("4", "Quatre titres", "Rien.", published: later(-1))),
            ]))
        try archive.write { db in
            try db.execute(
                sql: """
                    DELETE FROM search WHERE rowid = 1;
                    UPDATE search SET body = '' WHERE rowid = 2;
                    DELETE FROM body WHERE item = 3;
                    UPDATE search SET marks = '=1 ~1999-01 +match' WHERE rowid = 4;
                    INSERT INTO search (rowid, title, body, marks) VALUES (9, 'gone', '', '');
                    """)
        }
        let remedy = "‘archive compact’ mends that"
        #expect(
            try archive.check() == [
                "items that no search finds: 1; \(remedy)",
                "texts that are kept and not found: 1; \(remedy)",
                "texts that are gone and found all the same: 1; \(remedy)",
                "items found under another feed or month: 1; \(remedy)",
                "matches not found as such, or others that are: 1; \(remedy)",
                "words of items that are gone: 1; \(remedy)",
            ])
        try archive.compact(words: words)
        #expect(try archive.check() == [])
        #expect(try found("titre") == ["1"])
        #expect(try found("titres") == ["2", "3", "4"])
        #expect(try found("texte OR encore OR rien") == ["1", "2", "4"])
        #expect(try found("@TR") == ["1"])
        var query = SearchQuery("titre*", now: morning, words: words)
        query.topics = ["drugs"]
        #expect(try archive.search(query).map(\.key.id) == ["1"])
    }

    @Test func `the pieces of the search index are joined, and find the same`() throws {
        for number in 0..<7 {
            _ = try archive.record(
                poll(at: later(Double(number)), [kept(news("\(number)", "Titre \(number)"))]))
        }
        func pieces() throws -> Int? {
            try archive.read {
                try Int.fetchOne($0, sql: "SELECT count(DISTINCT segid) FROM search_idx")
            }
        }
        #expect(try pieces() == 7)
        var steps = 0
        while try !archive.mergeIndex(), steps < 10 { steps += 1 }
        #expect(try pieces() == 1)
        #expect(steps < 10)
        #expect(try found("titre") == (0..<7).map(\.description))
        #expect(try archive.check() == [])
    }
}
