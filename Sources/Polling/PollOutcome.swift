package import News
package import struct Foundation.Date

/// What an answer means for the feed that was asked.
package enum PollOutcome: Sendable, Hashable {
    /// A document to be read.
    case fresh
    /// A document of the new items alone (226, RFC 3229).
    case delta
    /// 304, or a 200 with the very body of the last time.
    case unchanged
    /// Asked too much or at the wrong time (429, 503); nil where it does not say for how long.
    case busy(status: Int, seconds: Double?)
    /// 410: gone for good.
    case gone
    /// A robot check instead of an answer; it is not worked around.
    case blocked(by: String, status: Int)
    case failed(status: Int)

    package init(_ response: DownloadResponse, state: FeedState, now: Date) {
        if let guardian = Challenge.guardian(of: response) {
            self = .blocked(by: guardian, status: response.status)
            return
        }
        let isConditional = state.etag != nil || state.lastModified != nil
        switch response.status {
        case 200 where state.bodyHash == response.bodyHash: self = .unchanged
        case 200: self = .fresh
        case 226: self = .delta
        case 304 where isConditional: self = .unchanged
        case 410: self = .gone
        case 429, 503:
            self = .busy(status: response.status, seconds: response.retryAfter(at: now))
        default: self = .failed(status: response.status)
        }
    }

    /// `has no such page (404)`: what the host did, for a sentence with its name before it.
    package var sentence: String {
        switch self {
        case .fresh: "answered with a document"
        case .delta: "answered with what is new"
        case .unchanged: "has nothing new"
        case .busy(let status, _): "busy (\(status))"
        case .gone: "says that the feed is gone for good (410)"
        case .blocked(let guardian, let status):
            "keeps robots out (\(status), a check by \(guardian))"
        case .failed(let status): StatusText.of(status)
        }
    }

    /// True where the body is to be parsed.
    package var hasDocument: Bool { self == .fresh || self == .delta }
}

/// Tells a page that tests for robots from an answer.
enum Challenge {
    /// Who stands before the publisher; nil where the answer is the publisher's own.
    static func guardian(of response: DownloadResponse) -> String? {
        guard [401, 403, 405, 429, 503].contains(response.status) else { return nil }
        let headers = response.headers
        if headers["cf-mitigated"] == "challenge" { return "Cloudflare" }
        if headers["x-datadome"] != nil { return "DataDome" }
        if headers["x-sucuri-block"] != nil { return "Sucuri" }
        if headers["x-amzn-waf-action"] != nil { return "AWS WAF" }
        let page = String(decoding: response.body.prefix(16 << 10), as: UTF8.self)
        return marks.first { page.contains($0.mark) }?.guardian
    }

    private static let marks: [(mark: String, guardian: String)] = [
        ("/cdn-cgi/challenge-platform/", "Cloudflare"),
        ("cf-browser-verification", "Cloudflare"),
        ("_Incapsula_Resource", "Imperva"),
        ("captcha-delivery.com", "DataDome"),
        ("ddos-guard.net", "DDoS-Guard"),
        ("sucuri.net/privacy-policy", "Sucuri"),
        ("/.well-known/captcha/", "a captcha"),
    ]
}
