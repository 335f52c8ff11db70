import Foundation
import News

@testable import Feeds

/// 21 November 2026, 12:00 in Greenwich: when the tests' documents are fetched.
let noon = Date(timeIntervalSince1970: 1_795_262_400)

func read(
    _ document: String, contentType: String? = nil, url: String? = nil,
    timeZone: String? = "Africa/Casablanca", limits: FeedLimits = .init()
) throws -> ParsedFeed {
    try read(
        Array(document.utf8), contentType: contentType, url: url, timeZone: timeZone,
        limits: limits)
}

func read(
    _ bytes: [UInt8], contentType: String? = nil, url: String? = nil,
    timeZone: String? = "Africa/Casablanca", limits: FeedLimits = .init()
) throws -> ParsedFeed {
    try FeedParser(limits: limits).parse(
        bytes,
        context: FeedContext(
            contentType: contentType, url: url, timeZone: timeZone, fetched: noon))
}

/// An RSS document of one item that holds `elements`.
func rss(item elements: String, channel: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
    xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
    <channel>\(channel)<item>\(elements)</item></channel></rss>
    """
}

/// An Atom document of one entry that holds `elements`.
func atom(entry elements: String) -> String {
    #"<feed xmlns="http://www.w3.org/2005/Atom"><entry>\#(elements)</entry></feed>"#
}

/// The instant of an ISO 8601 date.
func instant(_ text: String) -> Date? {
    try? Date(text, strategy: .iso8601)
}
