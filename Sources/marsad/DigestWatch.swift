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

    /// As it was when the period ended, whatever came later.
    func troubled(
        _ states: [String: FeedState], until: Date, at now: Date
    ) throws(ArchiveError) -> [FeedTrouble] {
        let failures = try archive.failures(before: until)
        return settings.enabledFeeds.compactMap { feed in
            guard let state = states[feed.id] else { return nil }
            let isFailing = state.failures > 0 || state.stopped
            if isFailing, (state.failingSince ?? .distantPast) < until {
                return FeedTrouble(
                    feed: feed.name, since: state.failingSince,
                    cause: .failure(state.failureKind, status: state.status))
            }
            if let past = failures[feed.id] {
                return FeedTrouble(
                    feed: feed.name, since: past.since,
                    cause: .failure(FailureKind(ofStatus: past.status), status: past.status))
            }
            guard FeedHealth.silence(of: state, at: min(now, until)) != nil else { return nil }
            return FeedTrouble(
                feed: feed.name, since: state.arrivals.first, cause: .silence)
        }
    }

    /// In the order in which they came about.
    func notices(_ states: [String: FeedState], since: Date, until: Date) -> [Notice] {
        var notices: [Notice] = settings.enabledFeeds.compactMap { feed in
            guard let found = states[feed.id]?.overruns(since: since, until: until),
                let first = found.moments.first
            else { return nil }
            return .overran(
                feed: feed.name, at: first, again: Array(found.moments.dropFirst()),
                mayBeMore: found.mayBeMore)
        }
        let folder = (archive.path as NSString).deletingLastPathComponent
        if let refused = SettingsRecord(in: folder)?.refused, refused.at < until {
            notices.append(
                .refused(
                    at: refused.at, complaint: refused.complaints.first ?? "",
                    of: refused.complaints.count))
        }
        if let unkept = archive.holder?.unkept, unkept.since < until {
            notices.append(.unkept(since: unkept.since, cause: unkept.cause))
        }
        return notices.sorted { $0.date < $1.date }
    }
}

extension FeedState {
    /// What an archive from before kinds were noted leaves open is told by the status.
    fileprivate var failureKind: FailureKind { lastFailure ?? FailureKind(ofStatus: status) }
}

extension FailureKind {
    /// As far as the status of the answer tells it; nil where none came.
    fileprivate init(ofStatus status: Int?) {
        guard let status else {
            self = .transfer
            return
        }
        self = (200..<300).contains(status) ? .document : .status
    }
}
