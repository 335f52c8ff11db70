import Foundation

/// Tells when it is not the feeds that fail but the way to them: the network is down, or no name
/// server answers.
///
/// Feeds of three hosts that could not be reached, with no answer from anybody between, are an
/// outage; the first answer ends it. Meanwhile one feed a minute is asked, and at the end all
/// that could not be reached, so that nobody waits for the end of a long back-off.
struct Outage: Sendable {
    enum Change: Sendable, Hashable {
        case began(cause: String)
        /// After so many seconds; these feeds may be asked again.
        case ended(seconds: Double, feeds: Set<String>)
    }

    private(set) var since: Date?
    private var hosts: Set<String> = []
    private var feeds: Set<String> = []
    private var lastProbe: Date?

    /// Seconds between two feeds that are asked meanwhile.
    static let pause = 60.0
    private static let enough = 3

    mutating func unreached(
        _ feed: String, of host: String, _ cause: String, at now: Date
    ) -> Change? {
        hosts.insert(host)
        feeds.insert(feed)
        guard since == nil, hosts.count >= Outage.enough else { return nil }
        since = now
        lastProbe = now
        return .began(cause: cause)
    }

    /// A host answered, whatever it said.
    mutating func answered(at now: Date) -> Change? {
        defer { self = Outage() }
        return since.map {
            .ended(seconds: max(0, now.timeIntervalSince($0)), feeds: feeds)
        }
    }

    /// The feed to be asked now to see whether the way is free again: the one that was left
    /// alone longest.
    mutating func probe(_ lastPolls: (String) -> Date?, at now: Date) -> String? {
        guard since != nil, let last = lastProbe, now.timeIntervalSince(last) >= Outage.pause
        else { return nil }
        lastProbe = now
        return feeds.min {
            (lastPolls($0) ?? .distantPast, $0) < (lastPolls($1) ?? .distantPast, $1)
        }
    }

    /// When the next is to be asked; nil where there is no outage.
    var nextProbe: Date? {
        guard since != nil else { return nil }
        return lastProbe.map { $0 + Outage.pause }
    }

    /// The clock was set.
    mutating func shift(by seconds: Double) {
        since = since.map { $0 + seconds }
        lastProbe = lastProbe.map { $0 + seconds }
    }
}
