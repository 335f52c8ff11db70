package import struct Foundation.Date

/// What is known of a document besides its bytes: how it was sent and from where.
package struct FeedContext: Sendable, Hashable {
    /// The HTTP header `Content-Type`, parameters included.
    package var contentType: String?
    /// The address that it came from: the base of relative links (RFC 3986 §5.1.3).
    package var url: String?
    /// The HTTP header `Content-Location`, which precedes ``url`` as the base.
    package var contentLocation: String?
    /// The HTTP header `Content-Language`: the language of what declares none.
    package var contentLanguage: String?
    /// An encoding's label that overrules everything but a byte order mark.
    package var forcedEncoding: String?
    /// The IANA name of the zone of dates that state none.
    package var timeZone: String?
    /// When it was fetched: dates more than a day later are not believed.
    package var fetched: Date

    package init(
        contentType: String? = nil, url: String? = nil, contentLocation: String? = nil,
        contentLanguage: String? = nil, forcedEncoding: String? = nil,
        timeZone: String? = "Africa/Casablanca", fetched: Date = Date()
    ) {
        self.contentType = contentType
        self.url = url
        self.contentLocation = contentLocation
        self.contentLanguage = contentLanguage
        self.forcedEncoding = forcedEncoding
        self.timeZone = timeZone
        self.fetched = fetched
    }
}
