package import News

package import struct Foundation.Date

/// How an item of the archive is asked for.
package enum ItemReference: Sendable, Hashable {
    case key(ItemKey)
    /// The beginning of ``ItemKey/short``.
    case short(String)
    /// Its address, with or without the parameters of visitor counters. Of several feeds'
    /// items for one article the first seen is meant.
    case link(String)
}

/// An item as the archive holds it.
package struct StoredItem: Sendable, Hashable {
    package var key: ItemKey
    package var outlet: String
    /// Without its text where that is not kept.
    package var item: Item
    package var contentHash: UInt64
    package var seen: Date
    /// When the present version was first seen; nil for an item never edited.
    package var edited: Date?
    /// When it became a match; nil for all others.
    package var matched: Date?
    package var report: Report?
    package var rulesFingerprint: String?
    package var story: Int64?
    /// Why it is in its story.
    package var why: String?
    /// Earlier versions, oldest first.
    package var versions: [ItemVersion]
    /// Items of other feeds with the same address.
    package var elsewhere: [ItemKey]

    package var short: String { key.short }
}

/// What an item was before an edit.
package struct ItemVersion: Sendable, Hashable {
    package var number: Int
    package var seen: Date
    package var contentHash: UInt64
    package var title: String
    /// Nil where the text was not kept.
    package var text: String?

    package init(number: Int, seen: Date, contentHash: UInt64, title: String, text: String?) {
        self.number = number
        self.seen = seen
        self.contentHash = contentHash
        self.title = title
        self.text = text
    }
}
