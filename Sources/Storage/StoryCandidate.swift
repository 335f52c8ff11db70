package import News

package import struct Foundation.Date

/// A match of the archive, as light as comparing it with new ones allows.
package struct StoryCandidate: Sendable, Hashable {
    /// Nil for a match that was put in no story.
    package var story: Int64?
    package var key: ItemKey
    package var title: String
    package var language: String
    package var seen: Date
    package var fingerprint: StoryFingerprint

    package init(
        story: Int64?, key: ItemKey, title: String, language: String, seen: Date,
        fingerprint: StoryFingerprint
    ) {
        self.story = story
        self.key = key
        self.title = title
        self.language = language
        self.seen = seen
        self.fingerprint = fingerprint
    }
}
