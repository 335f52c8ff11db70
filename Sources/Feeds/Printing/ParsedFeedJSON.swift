package import Foundation
package import News

/// A parsed feed as `marsad parse` prints it: all fields, in snake case, instants as
/// `2026-01-31T12:00:00Z`.
package struct ParsedFeedJSON: Encodable, Sendable {
    private let feed: ParsedFeed
    private let number: Int?
    private let isNested: Bool

    /// The channel's fields beside `items` and `complaints`.
    package init(_ feed: ParsedFeed) {
        self.feed = feed
        number = nil
        isNested = false
    }

    /// The form of `--batch`: the channel's fields under `feed`, the case's number as `n`.
    package init(_ feed: ParsedFeed, number: Int) {
        self.feed = feed
        self.number = number
        isNested = true
    }

    /// A coder that writes what the contract says, keys in the alphabet's order.
    package static func encoder(pretty: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting =
            pretty
            ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            : [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private enum Key: String, CodingKey {
        case n, feed, items, complaints
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encodeIfPresent(number, forKey: .n)
        if isNested {
            try values.encode(feed.channel, forKey: .feed)
        } else {
            try feed.channel.encode(to: encoder)
        }
        try values.encode(feed.items, forKey: .items)
        try values.encode(feed.complaints, forKey: .complaints)
    }
}
