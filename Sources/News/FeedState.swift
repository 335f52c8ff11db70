package import struct Foundation.Date

/// What is remembered of a feed between two polls.
package struct FeedState: Sendable, Hashable, Codable {
    /// The validators to send back: the ETag as the opaque text received, quotes and `W/`
    /// included, and Last-Modified as its text.
    package var etag: String?
    package var lastModified: String?
    /// A hash of the last body, for origins that answer 200 to everything.
    package var bodyHash: UInt64?
    package var lastPoll: Date?
    package var lastSuccess: Date?
    package var nextPoll: Date?
    /// Why the next poll is when it is, for people.
    package var reason: String?
    /// Failures in a row.
    package var failures: Int
    package var failingSince: Date?
    package var lastError: String?
    /// What kind of failure that was; nil where none was, or nobody noted it.
    package var lastFailure: FailureKind?
    /// The status of the last answer; nil when there was none.
    package var status: Int?
    /// Set by 410: not asked again until the settings change.
    package var stopped: Bool
    /// A permanent redirect under probation: where to, since when, how often seen.
    package var movedTo: String?
    package var movedSince: Date?
    package var movedCount: Int
    /// The address adopted after the probation; nil while the settings' own is used.
    package var adoptedURL: String?
    /// A hash of the settings' address that all this was learnt from: under another one the
    /// validators, the adopted address and a 410 mean nothing.
    package var addressHash: UInt64?
    /// Until when the host asked that none of its feeds be asked (429 or 503 with Retry-After).
    package var heldUntil: Date?
    /// When a document last held no item that was known, so that some may have been missed. What
    /// was missed stays missed, whatever came later.
    package var lastOverrun: Date?
    /// When that happened of late, the oldest first; at most ``overrunLimit`` of them. Nil while
    /// nobody noted more than the last.
    package var overruns: [Date]?
    /// What the feed last said of its own rhythm.
    package var ttlMinutes: Int?
    package var updatePeriodMinutes: Int?
    package var skipHours: [Int]
    package var skipDays: [String]
    /// Seconds for which the last answer was said to be fresh.
    package var maxAge: Double?
    /// What the last document was: its format and encoding as ``Channel`` has them, and the
    /// WebSub hub that it names.
    package var format: String?
    package var encoding: String?
    package var hub: String?
    /// How many items the last document held, and the publication dates of the latest of them,
    /// newest first: the feed's rhythm and its window.
    package var window: Int
    package var arrivals: [Date]
    /// Hashes of the lines that its system puts around every text; nil while none is known.
    package var recurringLines: [UInt64]?

    /// Whether the last good answer held no item that was known.
    package var hasOverrun: Bool { lastOverrun != nil && lastOverrun == lastSuccess }

    package static let overrunLimit = 100

    /// Notes that a document held no item that was known.
    package mutating func noteOverrun(at moment: Date) {
        overruns = (knownOverruns + [moment]).suffix(FeedState.overrunLimit)
        lastOverrun = moment
    }

    /// The overruns of a half-open period, the oldest first, and whether there may have been more
    /// before them, which are forgotten.
    package func overruns(
        since: Date, until: Date
    ) -> (moments: [Date], mayBeMore: Bool) {
        let known = knownOverruns
        let isFull = known.count == FeedState.overrunLimit
        return (
            known.filter { $0 >= since && $0 < until },
            isFull && known.first.map { $0 >= since } == true
        )
    }

    private var knownOverruns: [Date] { overruns ?? [lastOverrun].compactMap(\.self) }

    package init() {
        failures = 0
        stopped = false
        movedCount = 0
        skipHours = []
        skipDays = []
        window = 0
        arrivals = []
    }
}
