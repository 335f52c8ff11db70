import Foundation
import GRDB
import News

/// A poll with everything encoded that the archive keeps as text or bytes, so that the one
/// writer's transaction only writes.
struct PreparedPoll: Sendable {
    let record: PollRecord
    let feed: PreparedFeed
    let state: String
    let items: [PreparedItem]

    init(_ record: PollRecord) throws {
        self.record = record
        feed = try PreparedFeed(record.feed)
        state = try JSONText.of(record.state)
        items = try PreparedItem.all(record.items, of: record.feed.id)
    }
}

/// A feed as the archive remembers it: without anything secret of its address, and without how it
/// is reached, which the settings alone say.
struct PreparedFeed: Sendable {
    let id: String
    let outlet: String
    let about: String

    init(_ feed: Feed) throws {
        var shown = feed
        shown.url = feed.shownURL
        shown.access = nil
        id = feed.id
        outlet = feed.name
        about = try JSONText.of(shown)
    }
}

/// An item with its JSON, its words and its fingerprint's bytes.
///
/// An object, and without what is encoded already: to hand over a ``KeptItem`` is to count the
/// users of some sixty parts.
final class PreparedItem: Sendable {
    let news: Item
    let contentHash: UInt64
    let isMatch: Bool
    let story: StoryAssignment?
    let rulesFingerprint: String
    let topics: [TopicFinding]
    let key: ItemKey
    let short: String
    let article: Int64?
    /// What items seldom have, or nil where it is all empty.
    let more: String?
    let report: [UInt8]?
    let fingerprint: PreparedFingerprint?
    let words: (title: [UInt8], body: [UInt8])
    /// What was found, as words of the index.
    let marks: String

    /// Long lists are encoded on all cores.
    static func all(_ items: [KeptItem], of feed: String) throws -> [PreparedItem] {
        try AllAtOnce.map(items, by: 32) { try PreparedItem($0, of: feed) }
    }

    private init(_ kept: KeptItem, of feed: String) throws {
        news = kept.item
        contentHash = kept.contentHash
        isMatch = kept.isMatch && kept.report != nil
        story = kept.story
        rulesFingerprint = kept.rulesFingerprint
        topics = kept.report?.topics ?? []
        key = ItemKey(feed: feed, id: kept.item.id)
        short = key.short
        article = kept.item.link.flatMap(ArticleAddress.init)?.id
        let extras = ItemExtras(kept.item)
        more = extras.isEmpty ? nil : try JSONText.of(extras)
        var shown = kept.report
        shown?.text = nil
        report = try shown.map { try JSONText.bytes(of: $0) }
        let language = kept.report?.language ?? kept.item.language ?? ""
        fingerprint = try kept.fingerprint.map {
            try PreparedFingerprint($0, language: language)
        }
        words = SearchWords.columns(of: kept.searchText)
        marks = SearchMarks.findings(of: kept.report, isMatch: kept.isMatch)
    }
}

/// What of an item has no column of its own.
struct ItemExtras: Codable {
    var authors: [String]?
    var categories: [String]?
    var comments: String?
    var enclosures: [Enclosure]?
    var source: ItemSource?

    init(_ item: Item) {
        authors = item.authors.isEmpty ? nil : item.authors
        categories = item.categories.isEmpty ? nil : item.categories
        comments = item.comments
        enclosures = item.enclosures.isEmpty ? nil : item.enclosures
        source = item.source
    }

    var isEmpty: Bool {
        authors == nil && categories == nil && comments == nil && enclosures == nil
            && source == nil
    }
}

/// A fingerprint as its row holds it.
struct PreparedFingerprint: Sendable {
    let language: String
    /// Each hash with its lowest byte first.
    let shingles: [UInt8]
    let facts: [UInt8]
    let numbers: [UInt8]
    /// How many words of the headline there are, then those, then the text's; four bytes each,
    /// the lowest first.
    let words: [UInt8]

    init(_ fingerprint: StoryFingerprint, language: String) throws {
        self.language = language
        shingles = PreparedFingerprint.bytes(fingerprint.shingles)
        words = PreparedFingerprint.bytes(
            [UInt32(fingerprint.titleWords.count)] + fingerprint.titleWords + fingerprint.bodyWords)
        facts = try JSONText.bytes(of: fingerprint.factIDs)
        numbers = try JSONText.bytes(of: fingerprint.numbers)
    }

    private static func bytes(_ numbers: [some FixedWidthInteger]) -> [UInt8] {
        numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }
    }
}
