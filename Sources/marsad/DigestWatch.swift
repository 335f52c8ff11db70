import Digests
import Foundation
import News
import Polling
import Settings
import Storage

/// What a digest says of the watch: feeds in trouble or silent, overruns, settings refused.
struct DigestWatch {
    let settings: PollSettings
    let archive: Archive

    func troubled(_ states: [String: FeedState], at now: Date) -> [FeedTrouble] {
        settings.enabledFeeds.compactMap { feed in
            guard let state = states[feed.id] else { return nil }
            if state.failures > 0 || state.stopped {
                return FeedTrouble(
                    feed: feed.name, since: state.failingSince, cause: state.lastError ?? "")
            }
            guard FeedHealth.silence(of: state, at: now) != nil else { return nil }
            return FeedTrouble(
                feed: feed.name, since: state.arrivals.first, cause: "", isSilent: true)
        }
    }

    /// In the order in which they came about.
    func notices(_ states: [String: FeedState], since: Date, until: Date) -> [Notice] {
        var notices: [Notice] = settings.enabledFeeds.compactMap { feed in
            guard let date = states[feed.id]?.overranAt, date >= since, date < until else {
                return nil
            }
            return .overran(feed: feed.name, at: date)
        }
        let folder = (archive.path as NSString).deletingLastPathComponent
        if let refused = SettingsRecord(in: folder)?.refused, refused.at < until {
            let complaint = refused.complaints.first ?? ""
            let more = refused.complaints.count - 1
            notices.append(
                .refused(
                    at: refused.at,
                    complaint: more > 0 ? "\(complaint) (and \(more) more)" : complaint))
        }
        if let unkept = archive.holder?.unkept, unkept.since < until {
            notices.append(.unkept(since: unkept.since, cause: unkept.cause))
        }
        return notices.sorted { $0.date < $1.date }
    }
}
