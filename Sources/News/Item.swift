package import struct Foundation.Date

/// One entry of a feed as published.
///
/// Nothing in it can act: `summary` and `content` are sanitised HTML, `title` and `text` are
/// plain, and every address is absolute and of a harmless scheme.
package struct Item: Sendable, Hashable, Codable, Identifiable {
    /// The publisher's id (`guid`, `atom:id`), else the link, else a hash of title and day.
    package var id: String
    package var title: String
    package var link: String?
    package var summary: String?
    package var content: String?
    /// The body (content, else summary) as plain text, paragraphs parted by a blank line.
    package var text: String
    package var authors: [String]
    package var categories: [String]
    package var published: Date?
    package var updated: Date?
    /// BCP 47, as declared nearest to the item.
    package var language: String?
    /// The address of the page of comments.
    package var comments: String?
    package var enclosures: [Enclosure]
    /// The feed that it was taken from, where the feed gathers others' items.
    package var source: ItemSource?

    package init(
        id: String, title: String = "", link: String? = nil, summary: String? = nil,
        content: String? = nil, text: String = "", authors: [String] = [],
        categories: [String] = [], published: Date? = nil, updated: Date? = nil,
        language: String? = nil, comments: String? = nil, enclosures: [Enclosure] = [],
        source: ItemSource? = nil
    ) {
        self.id = id
        self.title = title
        self.link = link
        self.summary = summary
        self.content = content
        self.text = text
        self.authors = authors
        self.categories = categories
        self.published = published
        self.updated = updated
        self.language = language
        self.comments = comments
        self.enclosures = enclosures
        self.source = source
    }
}

/// The feed that an item was taken from (RSS 2.0's `source`, RFC 4287 §4.2.11).
package struct ItemSource: Sendable, Hashable, Codable {
    /// Plain text.
    package var title: String?
    /// The page of that feed, else the feed itself.
    package var url: String?

    package init(title: String? = nil, url: String? = nil) {
        self.title = title
        self.url = url
    }
}

/// A file that an item comes with: a picture, a recording.
package struct Enclosure: Sendable, Hashable, Codable {
    package var url: String
    /// The media type as the feed states it.
    package var type: String?
    /// Bytes, as the feed states it.
    package var length: Int?

    package init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}
