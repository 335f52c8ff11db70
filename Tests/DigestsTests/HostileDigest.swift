import Digests
import Foundation
import News

/// A digest of what feeds could say to take it over; what ran of it would set `window.hostile`,
/// for which `Tests/Browser` looks.
enum HostileDigest {
    static let texts = [
        "<script>hostile=1</script>",
        "\"><img src=x onerror=hostile=1>' onmouseover='hostile=1",
        "](javascript:hostile=1) ![x](data:text/html,<b>x</b>) [a]: http://evil.example",
        "`code` **bold** __it__ ~~no~~ # not a heading | a | table | \\",
        "\u{202E}txt.exe\u{2066}\u{2068}never closed",
        "one\n\n# forged heading\r\n\r\nBcc: all\u{2028}\u{85}two",
        "\u{0}\u{1B}[31mred\u{7}\u{9B}2J\u{FFFE}\u{E0041}",
        "]]> --> <!-- {{x}} ${x} %s &#60;script&#62; &lt;b&gt;",
        "- item www.evil.example http://evil.example a@evil.example",
        String(repeating: "أ", count: 10_000),
        String(repeating: "mot ", count: 2_500),
    ]

    /// A story a text, with it in every place that a feed can fill.
    static func input(
        _ texts: [String] = texts, link: String? = "javascript:hostile=1", outlet: String? = nil
    ) -> DigestInput {
        let stories = texts.enumerated().map { number, text in
            story(Int64(number + 1), text, link: link, outlet: outlet)
        }
        return DigestInput(
            archive: SampleDigest.archive,
            since: SampleArticle.morning.addingTimeInterval(-86_400), until: SampleArticle.morning,
            stories: stories,
            troubled: texts.flatMap {
                [
                    FeedTrouble(feed: $0, cause: .failure(.status, status: 503)),
                    FeedTrouble(feed: $0, since: SampleArticle.morning, cause: .silence),
                ]
            },
            nearMisses: texts.map {
                NearMiss(title: $0, outlet: $0, link: link, missing: .infinity)
            },
            edited: texts.map { text in
                EditedArticle(
                    outlet: text, link: link, before: "", after: text, language: text,
                    changes: [
                        WordChange(before: text, removed: text, added: text, after: text)
                    ])
            },
            notices: texts.flatMap { text -> [Notice] in
                [
                    .overran(feed: text, at: SampleArticle.morning),
                    .refused(at: SampleArticle.morning, complaint: text, of: 2),
                    .unkept(since: SampleArticle.morning, cause: text),
                ]
            },
            topicTitles: ["drugs": ["fr": texts[0]]], generated: SampleArticle.morning,
            timeZone: TimeZone(identifier: "Africa/Casablanca") ?? .gmt)
    }

    private static func story(
        _ id: Int64, _ text: String, link: String?, outlet: String?
    ) -> Story {
        let seen = SampleArticle.morning.addingTimeInterval(-3600)
        var facts = Facts()
        facts.people = [Person(name: text, role: text)]
        facts.organisations = [Organisation(id: text, name: text, acronym: text)]
        facts.places = [Place(id: text, name: text, kind: text, from: text)]
        facts.events = [Event(id: text, name: text, start: text, from: text)]
        facts.countries = [Country(code: "ES")]
        facts.dates = [DateFact(quote: text, start: 0, end: 1, value: text, kind: "day")]
        facts.quantities = [Quantity(quote: text, start: -5, end: 99_999, value: nil)]
        let evidence = [
            Evidence(rule: text, points: 1, quote: text, start: 1, end: 3, part: .title),
            Evidence(rule: text, points: .infinity, quote: text, start: -9, end: -1, part: .lead),
            Evidence(rule: text, points: .nan, quote: text, start: 90_000, end: 1, part: .body),
        ]
        let report = Report(
            id: "\(id)", source: "f", language: text, title: text,
            topics: [
                TopicFinding(
                    id: "drugs", score: 4, threshold: 3, grade: text, evidence: evidence)
            ], facts: facts, boilerplate: [Boilerplate(start: -4, end: -1, kind: .other)])
        let match = Match(
            key: ItemKey(feed: "f", id: "\(id)"),
            item: Item(
                id: "\(id)", title: text, link: link, text: "Corps " + text, published: seen),
            outlet: outlet ?? text, report: report, seen: seen)
        return Story(id: id, headline: text, firstSeen: seen, lastSeen: seen, members: [match])
    }
}
