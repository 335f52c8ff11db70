package import struct Foundation.Date

/// For how long an answer is said to stay the same (RFC 9111 §4.2).
package enum Freshness {
    /// Seconds from now, less what the answer aged on its way; 0 where it must be checked each
    /// time; nil where it does not say. `s-maxage` counts as well: a cache between us and the
    /// publisher would give the same answer for that long. `Expires` is reckoned from the
    /// answer's own `Date`, so that a wrong clock does no harm.
    package static func seconds(of response: DownloadResponse, at now: Date) -> Double? {
        let control = response.cacheControl
        if control.noCache || control.noStore { return 0 }
        guard let lifetime = lifetime(of: response, control, at: now) else { return nil }
        let age = response.headers["age"].flatMap(Double.init) ?? 0
        return max(0, lifetime - max(0, age.isFinite ? age : 0))
    }

    private static func lifetime(
        of response: DownloadResponse, _ control: CacheControl, at now: Date
    ) -> Double? {
        let ages = [control.maxAge, control.sharedMaxAge].compactMap(\.self)
        if let longest = ages.max() { return longest }
        guard let expires = response.headers["expires"] else { return nil }
        guard let moment = HTTPDate.parse(expires) else { return 0 }
        return moment.timeIntervalSince(response.headers["date"].flatMap(HTTPDate.parse) ?? now)
    }
}
