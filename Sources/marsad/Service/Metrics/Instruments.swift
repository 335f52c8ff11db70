import Foundation
import News
import Settings
import Storage

/// How the poll loop stood when it last looked.
struct LoopState: Sendable, Hashable {
    var at: Date
    var sentence: String
    var feeds: Int
    var failing: Int
    var stopped: Int
    var held: Int
    var inFlight: Int
    var isPaused: Bool
    var offlineSince: Date?
    /// Of the feeds that have series of their own, in the order of the settings.
    var shown: [FeedMoments]

    struct FeedMoments: Sendable, Hashable {
        var id: String
        var lastSuccess: Date?
        var nextPoll: Date?
    }

    init(_ watch: Watch, sentence: String, at now: Date) {
        at = now
        self.sentence = sentence
        let watched = watch.watched
        shown = watched.feeds.prefix(watch.pipeline.settings.general.metrics.feeds).map { feed in
            let state = watched[feed.id]
            return FeedMoments(
                id: feed.id, lastSuccess: state?.lastSuccess, nextPoll: state?.nextPoll)
        }
        feeds = watched.feeds.count
        failing = watched.failing
        stopped = watched.stopped
        held = watched.held(at: now)
        inFlight = watch.inFlight.count
        isPaused = watch.isPaused
        offlineSince = watch.outage.since
    }
}

/// What the daemon counts and measures of itself since it began.
actor Instruments {
    struct Counts: Sendable {
        var polls: [String: Int] = [:]
        var failures: [FailureKind: Int] = [:]
        var new = 0
        var edited = 0
        var matches = 0
        var bytes = 0
        var itemsOfFeed: [String: Int] = [:]
        var pollsOfFeed: [String: Int] = [:]
        var failuresOfFeed: [String: Int] = [:]
        var reloads = 0
        var refusedReloads = 0
        var delivered = 0
        var undelivered = 0
        var pollTimes = Histogram.polls
        var examineTimes = Histogram.examinations
    }

    private(set) var counts = Counts()
    private(set) var loop: LoopState?
    /// When the watchdog last found that all goes on.
    private(set) var lastBeat: ContinuousClock.Instant?
    private(set) var lastBeatDate: Date?
    /// Why the archive could not be written to when it was last tried.
    private(set) var writeFault: String?
    /// What was last dropped for its age; nil before the first time.
    private(set) var retention: RetentionRound?
    /// The archive is being compacted: nothing else is written meanwhile.
    var isUnderCare = false
    let began = Date()

    func count(_ report: PollReport, seconds: Double) {
        if let failure = report.failure, !report.isGivenUp || failure == .descriptors {
            counts.failures[failure, default: 0] += 1
        }
        guard !report.isGivenUp else { return }
        let feed = report.feed.id
        counts.polls[report.outcome, default: 0] += 1
        counts.pollsOfFeed[feed, default: 0] += 1
        counts.pollTimes.observe(seconds)
        counts.bytes += report.bytes
        counts.new += report.summary.new
        counts.edited += report.summary.edited
        counts.matches += report.summary.matches
        counts.itemsOfFeed[feed, default: 0] += report.summary.new
        if report.error != nil { counts.failuresOfFeed[feed, default: 0] += 1 }
        for spent in report.examineSeconds { counts.examineTimes.observe(spent) }
    }

    func note(_ state: LoopState) { loop = state }
    func note(_ round: RetentionRound) { retention = round }
    func countReload(isTaken: Bool) {
        if isTaken { counts.reloads += 1 } else { counts.refusedReloads += 1 }
    }

    func countDelivery(isDone: Bool) {
        if isDone { counts.delivered += 1 } else { counts.undelivered += 1 }
    }

    func beat(at now: Date, writeFault: String?) {
        lastBeat = .now
        lastBeatDate = now
        self.writeFault = writeFault
    }

    func setUnderCare(_ isUnderCare: Bool) { self.isUnderCare = isUnderCare }

    /// Seconds since the watchdog last found that all goes on; nil before the first time.
    var watchdogAge: Double? { lastBeat.map { (ContinuousClock.now - $0) / .seconds(1) } }
}
