package import struct Foundation.Date

/// What a host answered after its redirects, whatever the status.
package struct DownloadResponse: Sendable, Hashable {
    /// One step of the way to the answer.
    package struct Redirect: Sendable, Hashable {
        /// 301, 302, 303, 307 or 308.
        package var status: Int
        /// Where it pointed to, absolute.
        package var location: String

        package init(status: Int, location: String) {
            self.status = status
            self.location = location
        }

        /// True for 301 and 308.
        package var isPermanent: Bool { status == 301 || status == 308 }
    }

    package var status: Int
    /// The address that gave the answer. It may hold credentials: show it only through
    /// `Feed.withoutSecrets`.
    package var effectiveURL: String
    package var redirects: [Redirect]
    /// By lower-case name; repeated fields are joined by a comma. A scalar for each byte.
    package var headers: [String: String]
    /// Decoded from its transfer and content encodings; empty where it was given out in parts.
    package var body: [UInt8]
    /// What is known of a body that was given out in parts.
    package var parts: BodyHash?
    /// Seconds from the first request to the last byte.
    package var seconds: Double

    package init(
        status: Int, effectiveURL: String, redirects: [Redirect] = [],
        headers: [String: String] = [:], body: [UInt8] = [], seconds: Double = 0
    ) {
        self.status = status
        self.effectiveURL = effectiveURL
        self.redirects = redirects
        self.headers = headers
        self.body = body
        self.seconds = seconds
    }

    /// How many bytes the body has or had.
    package var bodyLength: Int { parts?.count ?? body.count }
    /// Tells the body from another.
    package var bodyHash: UInt64 { parts?.value ?? BodyHash.of(body) }

    /// The ETag as the opaque text received, quotes and `W/` included.
    package var etag: String? { headers["etag"] }
    /// `Last-Modified` as its text: it is sent back, never reckoned with.
    package var lastModified: String? { headers["last-modified"] }
    package var contentType: String? { headers["content-type"] }
    package var cacheControl: CacheControl { CacheControl(headers["cache-control"] ?? "") }
    /// True for a 226 that holds only what changed (RFC 3229).
    package var isDelta: Bool { status == 226 }

    /// Seconds that the host asks to be left alone, from a number or a date (RFC 9110 §10.2.3);
    /// nil where it does not say or nobody can read it. A date is reckoned from the answer's own
    /// `Date`, so that a clock that is wrong on either side does no harm.
    package func retryAfter(at now: Date) -> Double? {
        guard let text = headers["retry-after"] else { return nil }
        if let seconds = Double(text), seconds.isFinite { return max(0, seconds) }
        guard let moment = HTTPDate.parse(text) else { return nil }
        let sent = headers["date"].flatMap(HTTPDate.parse) ?? now
        return max(0, moment.timeIntervalSince(sent))
    }

    /// Where a chain of permanent redirects, counted from its start, led to; nil where the first
    /// step was a temporary one or there was none.
    package var permanentTarget: String? {
        redirects.prefix(while: \.isPermanent).last?.location
    }
}
