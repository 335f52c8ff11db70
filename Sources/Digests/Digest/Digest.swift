import News

package import struct Foundation.Date
package import struct Foundation.UUID

/// What a period brought, for a person: the one value that all forms are made from.
///
/// It holds cleaned text and harmless links alone; how a form writes them is the form's affair.
package struct Digest: Sendable {
    package let language: DigestLanguage
    package let since: Date
    package let until: Date
    package let generated: Date
    /// As ``DigestInput`` has them.
    package let archive: UUID
    let address: String?
    /// Written well after its hour: the machine slept, or was off.
    let isLate: Bool
    package let totals: Totals
    package let matchesPerDay: [DayCount]
    /// A section a topic, the weightiest story's first; stories by weight.
    package let sections: [Section]
    package let named: [NamedList]
    package let edited: [EditedEntry]
    package let leftOut: [LeftOutEntry]
    package let watch: Watch
    let phrasing: Phrasing
    /// Ids of the topics that alone it tells of; empty where it tells of all.
    let topicsAsked: [String]
    private let topicTitles: [String: [String: String]]

    package struct Totals: Sendable, Hashable {
        package var articles: Int
        package var stories: Int
        package var outlets: Int
        /// Articles more (or fewer) than in the period before; nil where that is not known.
        package var change: Int?
    }

    package struct Section: Sendable, Hashable {
        /// The topic's id; empty for stories without a topic.
        package var topic: String
        package var title: String
        package var stories: [DigestStory]

        package var anchor: String {
            topic.isEmpty ? "topic-other" : "topic-" + topic.filter(Digest.isAnchorLetter)
        }
    }

    /// Makes a digest in a language; works on any input, however hostile its text.
    package init(_ input: DigestInput, language: DigestLanguage) {
        let phrasing = Phrasing(
            language: language, timeZone: input.timeZone, names: input.names)
        let editor = StoryEditor(since: input.since, until: input.until, phrasing: phrasing)
        let told = AllAtOnce.map(input.stories, by: 50) { editor.edit($0) }.compactMap(\.self)
        self.language = language
        self.phrasing = phrasing
        since = input.since
        until = input.until
        generated = input.generated
        archive = input.archive
        address = input.address
        isLate = input.due.map { input.generated.timeIntervalSince($0) > Digest.grace } ?? false
        topicsAsked = input.topics
        topicTitles = input.topicTitles
        matchesPerDay = input.matchesPerDay
        totals = Digest.totals(of: told.map(\.story), previous: input.previousTotal)
        let titles = input.topicTitles
        sections = Dictionary(grouping: told, by: \.topic).map { topic, stories in
            Section(
                topic: topic,
                title: Digest.title(of: topic, in: titles, language),
                stories: stories.map(\.story).sorted(by: Digest.isBefore))
        }.sorted { one, other in
            (other.stories[0].weight, one.topic) < (one.stories[0].weight, other.topic)
        }
        named = NamedList.lists(of: input.stories, editor: editor)
        edited = input.edited.map(EditedEntry.init)
        leftOut = input.nearMisses.map(LeftOutEntry.init)
        watch = Watch(input)
    }

    /// Seconds after its hour for which a digest is not late: writing takes its time.
    package static let grace = 900.0

    package var isQuiet: Bool { totals.stories == 0 }

    /// A topic's title in the digest's language, else in another, else its id.
    package func title(ofTopic id: String) -> String {
        Digest.title(of: id, in: topicTitles, language)
    }

    private static func title(
        of topic: String, in titles: [String: [String: String]], _ language: DigestLanguage
    ) -> String {
        guard !topic.isEmpty else { return language.words.otherStories }
        let known = titles[topic] ?? [:]
        let title = known[language.rawValue] ?? known["fr"] ?? known["en"] ?? known["ar"]
        return CleanText.line(title ?? topic, limit: CleanText.wordLimit)
    }

    private static func totals(of stories: [DigestStory], previous: Int?) -> Totals {
        let new = stories.flatMap(\.coverage).filter(\.isNew)
        return Totals(
            articles: new.count, stories: stories.count, outlets: Set(new.map(\.outlet)).count,
            change: previous.map { new.count - $0 })
    }

    private static func isBefore(_ one: DigestStory, _ other: DigestStory) -> Bool {
        (other.weight, other.lastSeen, one.id) < (one.weight, one.lastSeen, other.id)
    }

    private static func isAnchorLetter(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-")
    }
}
