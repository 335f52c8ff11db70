package import News
package import struct Foundation.Date

/// What a person should know of a feed between two polls.
package enum FeedHealth {
    /// `no item for 9 days; usual gap 3 h`; nil while the feed keeps its rhythm or none is known.
    /// Silence is four usual gaps and at least a day.
    package static func silence(of state: FeedState, at now: Date) -> String? {
        guard let newest = state.arrivals.first,
            let rhythm = Rhythm(arrivals: state.arrivals, at: now)
        else { return nil }
        let quiet = now.timeIntervalSince(newest)
        guard quiet >= max(86400, 4 * rhythm.usualGap) else { return nil }
        return "no item for \(Words.duration(quiet)); usual gap \(Words.duration(rhythm.usualGap))"
    }

    /// `3.1 items an hour`; nil where no rhythm is known.
    package static func rhythm(of state: FeedState, at now: Date) -> String? {
        Rhythm(arrivals: state.arrivals, at: now).map { Words.rate(perHour: $0.usual) }
    }

    /// `items may have been missed before 2026-11-22 03:05 UTC`; nil where none were for a day.
    package static func overrun(of state: FeedState, at now: Date) -> String? {
        guard let last = state.lastOverrun, now.timeIntervalSince(last) < 86_400 else {
            return nil
        }
        return "items may have been missed before \(Words.moment(last)) UTC"
    }

    /// `failing for 2 days, 4 times in a row: example.org: has no such page (404)`.
    package static func failure(of state: FeedState, at now: Date) -> String? {
        guard state.failures > 0, let since = state.failingSince else { return nil }
        if state.stopped { return state.reason }
        let length = Words.duration(now.timeIntervalSince(since))
        let count = state.failures == 1 ? "once" : "\(state.failures) times in a row"
        return "failing for \(length), \(count): \(state.lastError ?? "unknown")"
    }
}
