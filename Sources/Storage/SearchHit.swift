package import News

package import struct Foundation.Date

/// An item found, with the place that shows why.
package struct SearchHit: Sendable, Hashable {
    package var key: ItemKey
    package var outlet: String
    package var title: String
    package var link: String?
    /// Of publication, else of when it was first seen.
    package var date: Date
    package var isMatch: Bool
    package var story: Int64?
    /// Higher is better; to be compared within one search only.
    package var score: Double
    package var snippet: Snippet

    package var short: String { key.short }
}

/// A stretch of an item's text and the words in it that were looked for.
package struct Snippet: Sendable, Hashable {
    package var text: String
    /// Half-open, in Unicode scalars of ``text``; in order and apart.
    package var highlights: [Range<Int>]

    package init(text: String, highlights: [Range<Int>] = []) {
        self.text = text
        self.highlights = highlights
    }
}
