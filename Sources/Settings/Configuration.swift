package import Digests
package import Extraction
package import News

/// All settings of a folder such as `config/`, read and checked.
package struct Configuration: Sendable {
    package var general: GeneralSettings
    package var feeds: [Feed]
    package var lexicon: [LexiconEntry]
    package var topics: TopicSettings
    /// What digests are written by; nil for the program's own.
    package var templates: Templates?
    /// The compiled rules and names, ready to examine.
    package var examiner: Examiner
    /// Of all that decides what an item is found to be: what lexicon, topics and relevance mean,
    /// whatever comments stand beside it.
    package var fingerprint: String

    package var enabledFeeds: [Feed] { feeds.filter(\.enabled) }

    /// What of it says whom to ask, and how.
    package var polls: PollSettings {
        PollSettings(general: general, feeds: feeds, fingerprint: fingerprint)
    }

    /// The same without what only compiling, explaining and tuning read: a daemon keeps it for
    /// weeks. Names and titles stay.
    package func lean() -> Configuration {
        var lean = self
        lean.examiner = examiner.lean()
        lean.lexicon = []
        for number in lean.topics.topics.indices { lean.topics.topics[number].rules = [] }
        lean.topics.relevance.rules = []
        lean.topics.lists = [:]
        return lean
    }
}

/// Whom to ask, and how: all that a daemon must know before its rules.
package struct PollSettings: Sendable {
    package var general: GeneralSettings
    package var feeds: [Feed]
    /// Of the rules that go with them, as ``Configuration/fingerprint``.
    package var fingerprint: String

    package var enabledFeeds: [Feed] { feeds.filter(\.enabled) }
}
