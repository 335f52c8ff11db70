private import CCurl
package import struct Foundation.Date

/// Dates of HTTP headers in their three forms (RFC 9110 §5.6.7).
package enum HTTPDate {
    /// Nil for what is no date, such as the `0` of many an `Expires`.
    package static func parse(_ text: String) -> Date? {
        guard text.contains(":") else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Date(timeIntervalSince1970: Double(seconds))
    }
}
