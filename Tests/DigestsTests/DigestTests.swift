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
            #expect(digest.render(.atom).contains("<id>tag:marsad.invalid,2026:story:101</id>"))
        }
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

    @Test(arguments: [
        (DigestLanguage.fr, "ne relevait de\u{A0}: Stupéfiants, Redevabilité."),
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
            #expect(digest.render(form).contains(words), "\(form)")
        }
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
