import Foundation
import News
import Polling
import Settings
import Storage

/// What the poll loop knows: the settings in force, how each feed does, what is under way.
///
/// Pure: the time is passed in, and the loop carries out what it says.
struct Watch: Sendable {
    private(set) var pipeline: Pipeline
    /// Those that are watched, by the settings in force.
    private(set) var watched: WatchedFeeds
    /// Those that are being asked, or wait for their turn.
    private(set) var inFlight: Set<String> = []
    private var turns: PollTurns
    var isPaused = false
    /// The archive is being cared for.
    private(set) var isResting = false
    private var waitingForRest: [@Sendable () -> Void] = []
    private(set) var isEnding = false
    private(set) var failures = FailureLog()
    private(set) var outage = Outage()
    private var orders: [Order] = []
    private var clock: ClockWatch

    /// Somebody waits for these feeds.
    private struct Order: Sendable {
        var waitsFor: Set<String>
        var lines: [PollLine] = []
        var reply: @Sendable (Result<[PollLine], OrderRefused>) -> Void
    }

    init(
        _ pipeline: Pipeline, _ states: [String: FeedState], at now: Date,
        monotonic: ContinuousClock.Instant
    ) {
        self.pipeline = pipeline
        watched = WatchedFeeds(pipeline.settings.enabledFeeds, states, by: pipeline.courtesy)
        turns = PollTurns(pipeline.settings.general.downloadOptions)
        clock = ClockWatch(wall: now, monotonic: monotonic)
    }

    /// Hardly a poll is under way (a slow feed's may always be), and the archive is not being
    /// cared for.
    var isAtRest: Bool { inFlight.count < 4 && !isResting }

    var feeds: [Feed] { watched.feeds }

    /// Whether these settings name a feed of which nothing is known here.
    func hasUnknownFeeds(_ line: Pipeline) -> Bool {
        line.settings.enabledFeeds.contains { watched[$0.id] == nil }
    }

    /// By other settings a feed may be due at another time.
    ///
    /// - Parameter known: What the archive says of feeds that are new here: ‘feeds add’ may have
    ///   asked them already.
    mutating func adopt(_ line: Pipeline, known: [String: FeedState] = [:], at now: Date) {
        pipeline = line
        var states = known.merging(watched.known) { _, own in own }
        let feeds = line.settings.enabledFeeds
        for feed in feeds {
            // It may be due at another time by other settings.
            states[feed.id] = states[feed.id].map {
                line.courtesy.replanned(feed, $0, at: now)
            }
        }
        watched = WatchedFeeds(feeds, states, by: line.courtesy)
        turns.adopt(line.settings.general.downloadOptions)
        failures.keep(Set(feeds.map(\.id)))
    }

    /// Seconds by which the clock was set since the last look; all that is planned moves along.
    mutating func clockJump(at now: Date, monotonic: ContinuousClock.Instant) -> Double? {
        guard let jump = clock.jump(wall: now, monotonic: monotonic) else { return nil }
        watched.shift(by: jump)
        failures.shift(by: jump)
        outage.shift(by: jump)
        return jump
    }

    // MARK: Whom to ask

    /// Lines up the feeds that are to be asked now.
    mutating func lineUp(at now: Date) {
        guard !isEnding, !isPaused, !isResting else { return }
        var chosen = watched.take(at: now)
        if let probe = outage.probe({ watched[$0]?.lastPoll }, at: now) {
            chosen += feeds.filter { $0.id == probe }
        }
        lineUp(chosen)
    }

    /// Lines up those of an order that are to be asked now. It is answered once all it names are
    /// through; at once where nothing may be asked.
    mutating func lineUp(_ order: PollOrder, at now: Date) {
        guard !isEnding, !isResting else {
            let cause = isEnding ? "the daemon is stopping" : "the archive is being compacted"
            return order.reply(.failure(OrderRefused(cause)))
        }
        do throws(OrderRefused) {
            let wanted = try wanted(order.feeds, at: now)
            orders.append(Order(waitsFor: Set(wanted.map(\.id)), reply: order.reply))
            answerOrders()
            lineUp(wanted)
        } catch {
            order.reply(.failure(error))
        }
    }

    private mutating func lineUp(_ feeds: [Feed]) {
        for feed in feeds where inFlight.insert(feed.id).inserted { turns.add(feed) }
    }

    /// The next to be asked; nil until one of those that are being asked is through.
    mutating func next() -> Feed? { turns.next() }

    /// Nobody else is asked: who waited for a turn has none.
    mutating func end() {
        isEnding = true
        inFlight.subtract(turns.dropWaiting().map(\.id))
    }

    private func wanted(_ names: [String]?, at now: Date) throws(OrderRefused) -> [Feed] {
        guard let names else { return feeds.filter { mayBeAsked($0, at: now) } }
        var wanted: [Feed] = []
        for name in names {
            let known = pipeline.settings.feeds.first { $0.id == name || $0.name == name }
            guard let known else {
                throw OrderRefused("there is no feed ‘\(name)’ in the daemon’s settings")
            }
            if !wanted.contains(known) { wanted.append(known) }
        }
        return wanted
    }

    /// Before its time, but not against its publisher's word, and not twice within a minute.
    private func mayBeAsked(_ feed: Feed, at now: Date) -> Bool {
        guard let state = watched[feed.id] else { return true }
        let pause = min(60, pipeline.settings.general.polling.floor)
        return !state.stopped && (state.heldUntil ?? now) <= now
            && (state.lastPoll.map { now.timeIntervalSince($0) >= pause } ?? true)
    }

    /// Nobody is asked until ``wake()``; the answer is given once no poll is in flight.
    mutating func rest(_ answer: @escaping @Sendable () -> Void) {
        isResting = true
        waitingForRest.append(answer)
        answerRest()
    }

    mutating func wake() { isResting = false }

    mutating func answerRest() {
        guard inFlight.isEmpty || isEnding else { return }
        for answer in waitingForRest { answer() }
        waitingForRest = []
    }

    // MARK: What came of it

    /// Takes a poll's outcome in; says where it begins or ends an outage.
    mutating func take(_ report: PollReport, at now: Date) -> Outage.Change? {
        let feed = report.feed
        inFlight.remove(feed.id)
        turns.finished(feed)
        // It may have begun under other settings; what was given up has its time already.
        let state =
            report.isGivenUp
            ? report.state : pipeline.courtesy.replanned(feed, report.state, at: now)
        watched.set(state, of: feed.id)
        for index in orders.indices where orders[index].waitsFor.remove(feed.id) != nil {
            orders[index].lines.append(PollLine(report))
        }
        answerOrders()
        answerRest()
        if report.failure == .descriptors, let cause = report.error {
            failures.failed(feed.id, .descriptors, cause, at: now)
        }
        guard !report.isGivenUp else { return nil }
        return note(report, at: now)
    }

    private mutating func note(_ report: PollReport, at now: Date) -> Outage.Change? {
        let feed = report.feed.id
        guard let kind = report.failure, let cause = report.error else {
            if report.status != nil { failures.succeeded(feed, at: now) }
            return report.status == nil ? nil : ended(at: now)
        }
        failures.failed(feed, kind, cause, at: now)
        guard kind.isUnreached else { return report.status == nil ? nil : ended(at: now) }
        let change = outage.unreached(feed, of: report.feed.host, cause, at: now)
        if outage.since != nil {
            failures.passOver(.dns)
            failures.passOver(.connect)
        }
        return change
    }

    /// After an outage those that could not be reached are asked soon, each at its own moment of
    /// the next minute.
    private mutating func ended(at now: Date) -> Outage.Change? {
        guard let change = outage.answered(at: now), case .ended(_, let feeds) = change else {
            return nil
        }
        for feed in self.feeds where feeds.contains(feed.id) && !inFlight.contains(feed.id) {
            guard var state = watched[feed.id], let next = state.nextPoll else { continue }
            state.nextPoll = min(next, pipeline.courtesy.schedule.soon(feed, after: now))
            watched.set(state, of: feed.id)
        }
        failures.passOverRecoveries()
        return change
    }

    private mutating func answerOrders() {
        for order in orders where order.waitsFor.isEmpty { order.reply(.success(order.lines)) }
        orders.removeAll(where: \.waitsFor.isEmpty)
    }

    /// Nobody is left waiting.
    mutating func refuseOrders(_ cause: String) {
        answerRest()
        for order in orders { order.reply(.failure(OrderRefused(cause))) }
        orders = []
    }

    /// What of failures is to be told by now.
    mutating func failureLines(at now: Date) -> [FailureLog.Line] { failures.lines(at: now) }

    // MARK: When to look again

    /// Seconds until the loop must look at the clock again: between one and thirty, for a jump
    /// of the clock is to be seen soon, and what comes of polls under way too.
    func rest(at now: Date) -> Double {
        guard inFlight.isEmpty else { return 1 }
        var moments = [failures.due, outage.nextProbe].compactMap(\.self)
        if !isPaused, !isResting { moments += watched.next.map { [$0] } ?? [] }
        let next = moments.min() ?? now + 30
        return min(max(next.timeIntervalSince(now), 1), 30)
    }

    /// `84 feeds, 3 failing; 12 matches today; next poll in 43 s`.
    func sentence(matchesToday: Int, isRefused: Bool, at now: Date) -> String {
        let matches = matchesToday == 1 ? "1 match" : "\(matchesToday) matches"
        let next = isEnding ? "stopping" : isPaused ? "paused" : turn(at: now)
        let trouble =
            (outage.since == nil ? "" : "; no feed can be reached")
            + (failures.lacksDescriptors ? "; too many open files" : "")
        let refused = isRefused ? "; new settings refused, see the log" : ""
        return "\(feeds.count) feeds, \(watched.failing) failing; \(matches) today; \(next)"
            + trouble + refused
    }

    private func turn(at now: Date) -> String {
        if let next = watched.next {
            return "next poll in \(max(0, Int(next.timeIntervalSince(now).rounded()))) s"
        }
        return inFlight.isEmpty ? "nobody to ask" : "all are being asked"
    }
}

extension Feed {
    /// As far as it tells one publisher from another.
    fileprivate var host: String { URL(string: shownURL)?.host() ?? shownURL }
}
