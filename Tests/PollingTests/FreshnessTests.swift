import Foundation
import Testing

@testable import Polling

@Suite struct FreshnessTests {
    /// Sat, 31 Jan 2026 12:00:00 GMT.
    static let now = Date(timeIntervalSince1970: 1_769_860_800)

    private func response(_ headers: [String: String]) -> DownloadResponse {
        DownloadResponse(status: 200, effectiveURL: "https://example.org/feed", headers: headers)
    }

    @Test(
        arguments: [
            ([:], nil),
            (["cache-control": "max-age=600"], 600),
            (["cache-control": "public, Max-Age=\"600\""], 600),
            (["cache-control": "max-age=600", "age": "450"], 150),
            (["cache-control": "max-age=600", "age": "900"], 0),
            (["cache-control": "max-age=0, s-maxage=300"], 300),
            (["cache-control": "max-age=600, no-cache"], 0),
            (["cache-control": "no-store"], 0),
            (["cache-control": "max-age=-5"], nil),
            (["cache-control": "max-age=5, max-age=50"], nil),
            (["cache-control": "max-age=soon"], nil),
            (["cache-control": "private"], nil),
            (["expires": "Sat, 31 Jan 2026 13:00:00 GMT"], 3600),
            (["expires": "Sat, 31 Jan 2026 11:00:00 GMT"], 0),
            (["expires": "0"], 0), (["expires": "-1"], 0),
            (
                [
                    "expires": "Thu, 01 Jan 2015 01:00:00 GMT",
                    "date": "Thu, 01 Jan 2015 00:00:00 GMT",
                ], 3600
            ),
            (["expires": "Sat, 31 Jan 2026 13:00:00 GMT", "cache-control": "max-age=60"], 60),
        ] as [([String: String], Double?)])
    func `an answer is fresh for so long`(headers: [String: String], seconds: Double?) {
        #expect(Freshness.seconds(of: response(headers), at: FreshnessTests.now) == seconds)
    }

    @Test(
        arguments: [
            ([:], nil), (["retry-after": "120"], 120), (["retry-after": "-3"], 0),
            (["retry-after": "soon"], nil),
            (["retry-after": "Sat, 31 Jan 2026 13:00:00 GMT"], 3600),
            (["retry-after": "Saturday, 31-Jan-26 13:00:00 GMT"], 3600),
            (["retry-after": "Sat Jan 31 13:00:00 2026"], 3600),
            (
                [
                    "retry-after": "Thu, 01 Jan 2015 01:00:00 GMT",
                    "date": "Thu, 01 Jan 2015 00:00:00 GMT",
                ], 3600
            ),
        ] as [([String: String], Double?)])
    func `a host asks to be left alone for so long`(headers: [String: String], seconds: Double?) {
        #expect(response(headers).retryAfter(at: FreshnessTests.now) == seconds)
    }
}
