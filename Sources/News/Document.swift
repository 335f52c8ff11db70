package import struct Foundation.Date

/// The text examined: an item of a feed, or a file of the seed corpus.
package struct Document: Sendable, Hashable {
    package var id: String
    /// Where it came from: a path, or the feed's id.
    package var source: String
    /// Title, a blank line, body; or the whole of a plain text file. All offsets in a report
    /// count Unicode scalars of this text.
    package var text: String
    /// How many scalars at the start of ``text`` are the title; nil where the text does not say
    /// and the examiner is to find it.
    package var titleLength: Int?
    package var language: String?
    /// ISO 3166-1 alpha-2 of the outlet.
    package var country: String?
    package var outlet: String?
    package var published: Date?
    package var link: String?
    package var tags: [String]
    /// Hashes of lines that recur in the items of its feed and are page chrome.
    package var recurringLines: [UInt64]

    package init(
        id: String, source: String, text: String, titleLength: Int? = nil,
        language: String? = nil, country: String? = nil, outlet: String? = nil,
        published: Date? = nil, link: String? = nil, tags: [String] = [],
        recurringLines: [UInt64] = []
    ) {
        self.id = id
        self.source = source
        self.text = text
        self.titleLength = titleLength
        self.language = language
        self.country = country
        self.outlet = outlet
        self.published = published
        self.link = link
        self.tags = tags
        self.recurringLines = recurringLines
    }

    /// A document of a title and a body, joined by a blank line.
    package init(
        id: String, source: String, title: String, body: String, language: String? = nil,
        country: String? = nil, outlet: String? = nil, published: Date? = nil,
        link: String? = nil, tags: [String] = []
    ) {
        let text = title.isEmpty ? body : body.isEmpty ? title : "\(title)\n\n\(body)"
        self.init(
            id: id, source: source, text: text, titleLength: title.unicodeScalars.count,
            language: language, country: country, outlet: outlet, published: published,
            link: link, tags: tags)
    }

    /// An item of a feed, with what was learnt of the feed's recurring lines.
    package init(_ item: Item, of feed: Feed, recurringLines: [UInt64] = []) {
        self.init(
            id: item.id, source: feed.id, title: item.title, body: item.text,
            language: item.language ?? feed.language, country: feed.country,
            outlet: feed.name, published: item.published ?? item.updated, link: item.link,
            tags: feed.tags)
        self.recurringLines = recurringLines
    }
}
