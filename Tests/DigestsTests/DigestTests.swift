import Foundation
import News
import Testing

@testable import Digests

/// What a digest picks, orders and leaves unsaid.
struct DigestTests {
    @Test func `a story that more outlets print stands first`() {
        let digest = Digest(SampleDigest.input, language: .en)
        #expect(
            digest.sections.map(\.topic) == [
                "drugs", "citizen-services", "security-cooperation", "accountability",
            ])
        #expect(digest.totals == .init(articles: 6, stories: 4, outlets: 4, change: 1))
    }

    @Test func `a story without a topic has a place and a heading`() {
        var input = SampleDigest.input
        input.stories[3].members[0].report.topics = []
        let section = Digest(input, language: .fr).sections.last
        #expect(section?.title == "Divers")
        #expect(section?.anchor == "topic-other")
    }

    @Test func `the reader's language is quoted where an outlet wrote in it`() {
        let quoted = DigestLanguage.allCases.map { language in
            Digest(SampleDigest.input, language: language).sections[0].stories[0].outlet
        }
        #expect(quoted == ["جريدة الأطلس", "Le Courrier du Détroit", "Le Courrier du Détroit"])
    }

    @Test func `an older story is told as a development, with its earlier articles last`() {
        let story = Digest(SampleDigest.input, language: .fr).sections[2].stories[0]
        #expect(!story.isNew)
        #expect(story.coverage.map(\.isNew) == [true, false])
    }

    @Test func `only what became a match in the period is new, whenever it was seen`() throws {
        var input = SampleDigest.input
        var story = try #require(input.stories.first { $0.members.count > 1 })
        for member in story.members.indices {
            story.members[member].seen = input.since - 7_200
            story.members[member].matched = input.since - 3_600
        }
        story.firstSeen = input.since - 3_600
        input.stories = [story]
        #expect(Digest(input, language: .fr).isQuiet)
        input.stories[0].members[1].matched = input.since + 3_600
        let digest = Digest(input, language: .fr)
        #expect(digest.totals.articles == 1)
        let told = digest.sections[0].stories[0]
        #expect(!told.isNew)
        #expect(told.coverage.count { $0.isNew } == 1)
        #expect(told.lastSeen == input.since + 3_600)
    }

    @Test func `people outside the lexicon are joined across articles nowhere`() {
        var input = SampleDigest.input
        for story in input.stories.indices {
            for member in input.stories[story].members.indices {
                input.stories[story].members[member].report.facts.people = [
                    Person(name: "personne \(story).\(member)")
                ]
            }
        }
        let digest = Digest(input, language: .ar)
        #expect(!digest.named.contains { $0.kind == .people })
        let named = digest.sections[0].stories[0].facts.flatMap(\.entries).map(\.text)
            .filter { $0.hasPrefix("personne") }
        #expect(named == ["personne 0.0"])
    }

    @Test func `an anchor and an Atom id stay the same in every digest of a story`() {
        for language in DigestLanguage.allCases {
            let digest = Digest(SampleDigest.input, language: language)
            #expect(digest.render(.html).contains(#"<article id="story-101""#))
            // As Python's uuid.uuid5 has it of the archive's identity and «story:101».
            #expect(
                digest.render(.atom).contains(
                    "<id>urn:uuid:822ca5ae-26eb-5efe-b916-69c0bc333f7e</id>"))
        }
    }

    @Test func `no Atom id of another archive, language or choice of topics is the same`() {
        var other = SampleDigest.input
        other.archive = UUID()
        var drugs = SampleDigest.input
        drugs.topics = ["drugs"]
        let feeds = [
            Digest(SampleDigest.input, language: .ar), Digest(SampleDigest.input, language: .fr),
            Digest(other, language: .ar), Digest(drugs, language: .ar),
        ].map(ids)
        #expect(feeds.allSatisfy { $0.count == 5 && Set($0).count == 5 })
        #expect(Set(feeds.map { $0[0] }).count == 4)
        #expect(feeds[0].dropFirst() == feeds[3].dropFirst())
        #expect(Set(feeds[0]).isDisjoint(with: feeds[2]))
    }

    private func ids(_ digest: Digest) -> [String] {
        digest.render(.atom).matches(of: /<id>(.*)<\/id>/).map { String($0.output.1) }
    }

    /// RFC 9562 A.4, and lengths about a block's end, as Python's uuid.uuid5 has them.
    @Test(arguments: [
        ("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
        (String(repeating: "x", count: 39), "2f80c0d1-1c62-579f-8d68-e61ad5592c9b"),
        (String(repeating: "x", count: 40), "e56fd57a-7633-5e1d-8f80-70e05ac413e5"),
        (String(repeating: "مرصد", count: 50), "f8160821-7e3c-5712-9dcc-a623f8b81d43"),
    ])
    func `a named UUID is what the standard makes of the name`(
        _ name: String, _ expected: String
    ) throws {
        let dns = try #require(UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
        #expect(UUID(named: name, in: dns).urn == "urn:uuid:" + expected)
    }

    @Test func `a feed links to itself where its address is known`() {
        var input = SampleDigest.input
        #expect(!Digest(input, language: .fr).render(.atom).contains("rel=\"self\""))
        input.address = "https://digests.example.org/police/"
        let feed = Digest(input, language: .fr).render(.atom)
        let address = "https://digests.example.org/police/latest.fr."
        for link in [
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(address)atom\"/>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)html\"/>",
        ] {
            #expect(feed.components(separatedBy: link).count == 2)
        }
    }

    /// A week and a month from seven to seven, a month from midnight, days that were asked for,
    /// a week over the year's end and one over Ramadan's change of the clock.
    @Test(arguments: [
        (
            "2026-11-16T06:00:00Z", "2026-11-23T06:00:00Z", "16–22 نونبر 2026",
            "du 16 au 22 novembre 2026", "16–22 November 2026"
        ),
        (
            "2026-11-01T06:00:00Z", "2026-12-01T06:00:00Z", "نونبر 2026", "novembre 2026",
            "November 2026"
        ),
        (
            "2026-07-31T23:00:00Z", "2026-08-31T23:00:00Z", "غشت 2026", "août 2026", "August 2026"
        ),
        (
            "2026-11-16T23:00:00Z", "2026-11-22T09:30:00Z", "17–22 نونبر 2026",
            "du 17 au 22 novembre 2026", "17–22 November 2026"
        ),
        (
            "2026-10-31T23:00:00Z", "2026-11-05T23:00:00Z", "1–5 نونبر 2026",
            "du 1er au 5 novembre 2026", "1–5 November 2026"
        ),
        (
            "2026-11-30T06:00:00Z", "2026-12-07T06:00:00Z", "30 نونبر – 6 دجنبر 2026",
            "du 30 novembre au 6 décembre 2026", "30 November – 6 December 2026"
        ),
        (
            "2026-12-28T06:00:00Z", "2027-01-04T06:00:00Z", "28 دجنبر 2026 – 3 يناير 2027",
            "du 28 décembre 2026 au 3 janvier 2027", "28 December 2026 – 3 January 2027"
        ),
        (
            "2026-02-09T06:00:00Z", "2026-02-16T07:00:00Z", "9–15 فبراير 2026",
            "du 9 au 15 février 2026", "9–15 February 2026"
        ),
        (
            "2026-02-14T06:00:00Z", "2026-02-15T07:00:00Z", "الأحد، 15 فبراير 2026",
            "dimanche 15 février 2026", "Sunday, 15 February 2026"
        ),
    ])
    func `a digest of several days is headed by them, one of a day by it`(
        _ since: String, _ until: String, _ arabic: String, _ french: String, _ english: String
    ) throws {
        var input = SampleDigest.quiet(polls: 1, failures: 0)
        input.since = try Date(since, strategy: .iso8601)
        input.until = try Date(until, strategy: .iso8601)
        let titles = DigestLanguage.allCases.map { Digest(input, language: $0).title }
        #expect(titles == [arabic, french, english])
    }

    @Test func `long lists are cut where people read them, and whole for programs`() {
        var input = SampleDigest.input
        input.edited = (1...23).map {
            EditedArticle(outlet: "o", before: "Titre \($0)", after: "Titre \($0).")
        }
        input.nearMisses = (1...21).map { NearMiss(title: "Autre \($0)", outlet: "o") }
        let digest = Digest(input, language: .fr)
        for form in [DigestForm.html, .markdown, .text] {
            let text = digest.render(form)
            #expect(text.contains("Titre 20.") && !text.contains("Titre 21."))
            #expect(text.contains("et 3 autres articles") && text.contains("et 1 autre article"))
            #expect(text.contains("Autre 20") && !text.contains("Autre 21"))
        }
        let json = digest.render(.json)
        #expect(json.contains("Titre 23.") && json.contains("Autre 21"))
    }

    @Test(arguments: [(900.0, false), (901, true)])
    func `a digest says that it is late`(_ seconds: Double, _ isLate: Bool) {
        var input = SampleDigest.input
        input.due = input.until
        input.generated = input.until + seconds
        for (language, words) in [
            (DigestLanguage.ar, "كُتب متأخرا، يوم"), (.fr, "Écrite en retard, le"),
            (.en, "Written late, on"),
        ] {
            let digest = Digest(input, language: language)
            for form in [DigestForm.html, .markdown, .text] {
                #expect(digest.render(form).contains(words) == isLate)
            }
        }
    }

    @Test(arguments: [
        (
            1, false, DigestLanguage.en,
            "Rif: everything in the feed was new twice (06:00 · 06:01), so"
        ),
        (
            2, false, .fr,
            "Rif : tout était nouveau dans le flux à 3 reprises (06:00 · 06:01 · 06:02)"
        ),
        (1, false, .ar, "كل ما في المصدر كان جديدا مرتين (06:00 · 06:01)، فقد"),
        (
            9, true, .en,
            "new at least 10 times (06:00 · 06:01 · 06:02 · 06:03 · 06:04 · 06:05 · 06:06 · … · 06:09)"
        ),
        (1, true, .fr, "à au moins 2 reprises (06:00 · 06:01), des articles"),
        (10, false, .ar, "كان جديدا 11 مرة (06:00"),
        (3, true, .ar, "كان جديدا ما لا يقل عن 4 مرات (06:00"),
    ])
    func `every overrun of a feed is told`(
        _ again: Int, _ mayBeMore: Bool, _ language: DigestLanguage, _ words: String
    ) {
        var input = SampleDigest.quiet(polls: 10, failures: 0)
        let first = input.until - 3_600
        let moments = (1...again).map { first + Double($0) * 60 }
        input.notices = [.overran(feed: "Rif", at: first, again: moments, mayBeMore: mayBeMore)]
        let digest = Digest(input, language: language)
        for form in [DigestForm.html, .markdown, .text] {
            let text = Isolates.removed(from: digest.render(form)).replacing(/\s+/, with: " ")
            #expect(text.contains(words), "\(form)")
        }
        let json = digest.render(.json).replacing(/\s+/, with: "")
        #expect(json.contains("\"may_be_more\":\(mayBeMore)"))
        #expect(
            json.split(separator: "\"again\":[").last?.prefix { $0 != "]" }
                .split(separator: ",").count == again)
    }

    @Test(arguments: [
        (0, 0, Watch.Trust.blind), (10, 10, .doubtful), (10, 5, .doubtful), (10, 4, .partial),
        (10, 0, .full),
    ])
    func `silence is trusted as far as the polls went`(
        _ polls: Int, _ failures: Int, _ trust: Watch.Trust
    ) {
        let digest = Digest(SampleDigest.quiet(polls: polls, failures: failures), language: .en)
        #expect(digest.isQuiet)
        #expect(digest.watch.trust == trust)
    }

    @Test func `a quiet day has its total, the change and its chart`() {
        var input = SampleDigest.quiet(polls: 10, failures: 0)
        input.matchesPerDay = (0..<30).map { DayCount(day: input.until - 86_400, count: $0 / 40) }
        let chart = String(repeating: "▁", count: 30)
        for (language, words) in [
            (DigestLanguage.en, "0 articles, 5 articles fewer than in the period before"),
            (.fr, "0 article, 5 articles de moins que la période précédente"),
            (.ar, "لا مقالات، أقل بـ5 مقالات من الفترة السابقة"),
        ] {
            let digest = Digest(input, language: language)
            for form in [DigestForm.text, .markdown] {
                let text = digest.render(form).replacing("\u{A0}", with: " ")
                #expect(text.contains(words) && text.contains(chart), "\(form)")
            }
            #expect(digest.render(.html).contains("<p class=\"change\">"))
        }
    }

    @Test(arguments: [
        (DigestLanguage.fr, "pas de comparaison : aucun flux n’a été relevé"),
        (.en, "no comparison: no feed was polled in the period before"),
        (.ar, "لا مقارنة: لم يراجع أي مصدر في الفترة السابقة"),
    ])
    func `a change that is not known says why`(_ language: DigestLanguage, _ words: String) {
        var input = SampleDigest.input
        input.previousTotal = nil
        let digest = Digest(input, language: language)
        for form in [DigestForm.html, .markdown, .text] {
            let text = digest.render(form).replacing("\u{A0}", with: " ")
            #expect(text.replacing("\n", with: " ").contains(words), "\(form)")
        }
    }

    @Test(arguments: [
        (DigestLanguage.fr, "ne relevait de : Stupéfiants, Redevabilité."),
        (.en, "No article of this period was about: Drugs, Accountability."),
        (.ar, "لم يتناول أي مقال في هذه الفترة: المخدرات، المساءلة."),
    ])
    func `silence is of the topics that were asked for`(
        _ language: DigestLanguage, _ words: String
    ) {
        var input = SampleDigest.quiet(polls: 10, failures: 0)
        input.topics = ["drugs", "accountability"]
        let digest = Digest(input, language: language)
        for form in [DigestForm.html, .markdown, .text, .atom] {
            let text = digest.render(form).replacing("\u{A0}", with: " ")
            #expect(text.contains(words), "\(form)")
        }
    }

    @Test(arguments: [
        (DigestLanguage.fr, " – Stupéfiants, Redevabilité uniquement"),
        (.en, " – Drugs, Accountability only"), (.ar, " – المخدرات، المساءلة فقط"),
    ])
    func `the heading names the topics that alone were asked for`(
        _ language: DigestLanguage, _ words: String
    ) {
        var input = SampleDigest.input
        input.topics = ["drugs", "accountability"]
        let some = Digest(input, language: language)
        let whole = Digest(SampleDigest.input, language: language)
        #expect(some.title == whole.title + words)
        for form in [DigestForm.html, .markdown, .text, .atom] {
            let heading = some.render(form).prefix(2_000).replacing(/\s+/, with: " ")
            #expect(heading.contains(words), "\(form)")
        }
        #expect(
            some.render(.json).replacing(/\s+/, with: "").contains(
                "\"of_topics\":[{\"id\":\"drugs\",\"title\":\"\(some.title(ofTopic: "drugs"))\"},"))
        #expect(!whole.render(.json).contains("of_topics"))
    }

    @Test(arguments: [
        ("DGSN: حجز أطنان", "ar", Direction.rightToLeft), ("2030", "ar", .rightToLeft),
        ("Tanger Med", "ar", .leftToRight), ("La عيطة à Safi", "fr", .leftToRight),
        ("عنوان", "fr", .rightToLeft), ("عنوان ثم Titre", "und", .rightToLeft),
        ("Titre ثم عنوان", "und", .leftToRight), ("", "fr", .leftToRight),
    ])
    func `a text runs the way of its language as long as it has its letters`(
        _ text: String, _ language: String, _ direction: Direction
    ) {
        #expect(Direction(of: text, language: language) == direction)
    }
}
