import Foundation
import Testing

@testable import marsad

/// Days and moments as options take them, and what spans of them are called.
@Suite struct MomentTests {
    private let zone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test(arguments: [
        ("2026-11-22", "2026-11-21T23:00:00Z"), ("2026-07-01", "2026-06-30T22:00:00Z"),
        ("2028-02-29", "2028-02-28T23:00:00Z"), ("2026-11-22T07:00", "2026-11-22T06:00:00Z"),
        ("2026-11-22T07:00:09", "2026-11-22T06:00:09Z"),
        ("2026-11-22T07:00Z", "2026-11-22T07:00:00Z"),
        ("2026-11-22T07:00:00Z", "2026-11-22T07:00:00Z"),
        ("2026-11-22T07:00+05:30", "2026-11-22T01:30:00Z"),
        ("2026-11-22T23:59:59-01:00", "2026-11-23T00:59:59Z"),
    ])
    func `a day, and a moment without a zone, are of the zone of the settings`(
        _ text: String, _ expected: String
    ) throws {
        #expect(Moment(text)?.date(in: zone) == (try date(expected)))
    }

    @Test(arguments: [
        "", "T", "soon", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-2", "20261122",
        "2026-11-22 foo", "2026-11-22 07:00", "2026-11-22T", "2026-11-22T07", "2026-11-22T24:00",
        "2026-11-22T07:60", "2026-11-22T07:00:60", "2026-11-22T07:00z", "2026-11-22T07:00:00.5Z",
        "2026-11-22T07:00+0100", "2026-11-22T07:00+19:00", "2026-11-22T07:00+01:00Z",
        "2026-11-22T07:00:00ZZ", " 2026-11-22", "٢٠٢٦-١١-٢٢", "2026-11-22T07:00 Z",
    ])
    func `nothing else is a day or a moment`(_ text: String) {
        #expect(Moment(text) == nil)
    }

    private typealias Draft = (
        begin: String?, end: String, isOver: Bool, topics: [String], name: String
    )

    private static let drafts: [Draft] = [
        (nil, "2026-11-22T14:30:00Z", false, [], "2026-11-22"),
        (nil, "2026-11-22T23:30:00Z", false, [], "2026-11-23"),
        (nil, "2026-11-22T14:30:00Z", false, ["b", "a", "b"], "2026-11-22-a+b"),
        ("2026-10-31T23:00:00Z", "2026-11-22T14:30:00Z", false, [], "2026-11-01-to-2026-11-22"),
        ("2026-10-31T23:00:00Z", "2026-11-22T14:30:00Z", true, [], "2026-11-01-to-2026-11-22T1530"),
        (
            "2026-11-20T23:00:07Z", "2026-11-21T23:00:00Z", true, ["drugs"],
            "2026-11-21T000007-to-2026-11-22-drugs"
        ),
    ]

    @Test(arguments: drafts)
    func `a draft of another span or of other topics has a folder of its own`(
        _ begin: String?, _ end: String, _ isOver: Bool, _ topics: [String], _ expected: String
    ) throws {
        let (begin, end) = (try begin.map(date), try date(end))
        let name = DigestPeriod.draftName(from: begin, to: end, isOver: isOver, in: zone)
        let period = DigestPeriod(since: begin ?? end, until: end, name: name)
        #expect(period.draftName(ofTopics: topics) == expected)
    }
}
