package import News
package import Foundation

/// When a feed is next asked, and why then.
///
/// Pure. Each feed's moment is moved by up to a tenth of its interval, by the feed's own hash,
/// so that neither a restart nor a common interval sends every request at once.
package struct Schedule: Sendable {
    package var limits: PollingLimits

    package init(limits: PollingLimits = PollingLimits()) { self.limits = limits }

    package struct Plan: Sendable, Hashable {
        package var date: Date
        /// `next in 42 min: 3.1 items an hour at this time of day, 30-item window, max-age 600`.
        package var reason: String
    }

    /// The next poll of a feed that answered well.
    ///
    /// It is due when about two items are to be expected, at the latest when half of the
    /// document's window will have rolled over. `ttl` and `sy:` put it off, but not beyond that
    /// half window, for an item lost is lost; what caches were told puts it off in any case,
    /// for they would only repeat themselves. Hours and days to be skipped come last. An
    /// interval in the settings stands above all of these but the floor and the cap.
    package func plan(for feed: Feed, _ state: FeedState, after now: Date) -> Plan {
        if let interval = feed.interval {
            let bounded = bounded(interval, floor: floor(of: feed, isFast: true))
            let why = ["the settings say every \(Words.duration(interval))", bounded.note]
            return plan(
                feed, seconds: bounded.seconds, after: now, why: why.compactMap(\.self))
        }
        let rhythm = Rhythm(arrivals: state.arrivals, at: now)
        let bounded = interval(of: feed, state, rhythm)
        var why = notes(on: state, rhythm) + [bounded.note].compactMap(\.self)
        let spread = spread(bounded.seconds, of: feed)
        let moment = allowed(now + spread, by: state, before: now + limits.cap)
        if moment != now + spread { why.append("moved out of hours that the feed skips") }
        return plan(feed, at: moment, after: now, why: why)
    }

    /// The next poll of a feed that failed so many times in a row: twice as long each time.
    package func backOff(_ feed: Feed, failures: Int, after now: Date) -> Date {
        let doubled = limits.firstBackOff * Double(1 << min(max(0, failures - 1), 20) as Int)
        let patient = max(doubled, floor(of: feed, isFast: true))
        return now + spread(min(patient, limits.cap), of: feed, salt: failures)
    }

    /// The next try of a feed that could not be asked for a cause that is not its own: within the
    /// minute, each at its own moment.
    package func soon(_ feed: Feed, after now: Date) -> Date {
        now + 5 + 55 * BodyHash.fraction(of: feed.id, salt: 0)
    }

    /// Seconds that lie between two polls at least; the settings of a feed come first.
    func floor(of feed: Feed, isFast: Bool) -> Double {
        min(feed.floor ?? (isFast ? limits.fastFloor : limits.floor), limits.cap)
    }

    private func bounded(
        _ wanted: Double, floor: Double
    ) -> (seconds: Double, note: String?) {
        if wanted < floor { return (floor, "no oftener than every \(Words.duration(floor))") }
        if wanted > limits.cap {
            return (limits.cap, "no seldomer than every \(Words.duration(limits.cap))")
        }
        return (wanted, nil)
    }

    private func interval(
        of feed: Feed, _ state: FeedState, _ rhythm: Rhythm?
    ) -> (seconds: Double, note: String?) {
        let floor = floor(of: feed, isFast: state.hasOverrun || (rhythm?.now ?? 0) >= 1)
        var wanted = floor
        if let rhythm {
            wanted = Schedule.itemsPerPoll / rhythm.now * 3600
        }
        if state.hasOverrun { wanted = floor }
        let asked = [state.ttlMinutes, state.updatePeriodMinutes].compactMap(\.self).max() ?? 0
        wanted = max(wanted, Double(asked) * 60)
        if let rhythm, state.window > 0 {
            let peak = max(rhythm.now, rhythm.usual)
            wanted = min(wanted, Double(state.window) / peak * 3600 / 2)
        }
        return bounded(max(wanted, state.maxAge ?? 0), floor: floor)
    }

    private static let itemsPerPoll = 2.0

    private func notes(on state: FeedState, _ rhythm: Rhythm?) -> [String] {
        var notes = [
            rhythm.map { "\(Words.rate(perHour: $0.now)) at this time of day" }
                ?? "no rhythm known yet"
        ]
        if state.window > 0 { notes.append("\(state.window)-item window") }
        if state.hasOverrun { notes.append("items may have been missed last time") }
        if let minutes = state.ttlMinutes { notes.append("ttl \(minutes)") }
        if let minutes = state.updatePeriodMinutes {
            notes.append("updated every \(Words.duration(Double(minutes) * 60))")
        }
        if let age = state.maxAge, age > 0 { notes.append("max-age \(Int(min(age, 1e9)))") }
        return notes
    }

    /// Up to a tenth longer; at the cap up to a tenth shorter, lest all end up on it together.
    private func spread(_ seconds: Double, of feed: Feed, salt: Int = 0) -> Double {
        let part = seconds * 0.1 * BodyHash.fraction(of: feed.id, salt: salt)
        return seconds + part <= limits.cap ? seconds + part : limits.cap - part
    }

    /// The first moment from then on, by whole hours, in no hour and on no day that the feed
    /// skips (GMT, as RSS 2.0 has it); but never after the latest.
    private func allowed(_ date: Date, by state: FeedState, before latest: Date) -> Date {
        var moment = date
        while Schedule.isSkipped(moment, by: state) {
            let seconds = moment.timeIntervalSince1970
            let past = seconds - (seconds / 3600).rounded(.down) * 3600
            // Keeps a feed's own minute, so that not all come at the stroke of the hour.
            moment += moment == date ? 3600 - past * 0.9 : 3600
            guard moment < latest else { return max(date, latest) }
        }
        return moment
    }

    private static func isSkipped(_ date: Date, by state: FeedState) -> Bool {
        guard !state.skipHours.isEmpty || !state.skipDays.isEmpty else { return false }
        // 24 for midnight is of RSS 0.91.
        if state.skipHours.contains(where: { $0 % 24 == Rhythm.hour(of: date) }) { return true }
        let days = Int((date.timeIntervalSince1970 / 86400).rounded(.down))
        let name = weekdays[((days + 4) % 7 + 7) % 7]
        return state.skipDays.contains { $0.lowercased().hasPrefix(name) }
    }

    private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    private func plan(_ feed: Feed, seconds: Double, after now: Date, why: [String]) -> Plan {
        plan(feed, at: now + spread(seconds, of: feed), after: now, why: why)
    }

    private func plan(_ feed: Feed, at date: Date, after now: Date, why: [String]) -> Plan {
        let wait = Words.duration(date.timeIntervalSince(now))
        return Plan(date: date, reason: "next in \(wait): \(why.joined(separator: ", "))")
    }
}
