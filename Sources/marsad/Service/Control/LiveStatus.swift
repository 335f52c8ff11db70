import Foundation
import News

/// What only the daemon knows of itself.
struct LiveStatus: Codable, Sendable, Hashable {
    /// The living sentence, as systemd shows it.
    var sentence: String
    var running: Date
    var paused: Bool
    var inFlight: Int
    /// Since when no feed at all can be reached; nil while some can.
    var offlineSince: Date?
    /// Since poll loop and archive were last found to go on; nil before the first time.
    var watchdogAgeSeconds: Double?
    /// Why the archive could not be written to when it was last tried.
    var writeFault: String?
    /// What was last dropped for its age; nil before the first time.
    var retention: RetentionRound?
    /// Of this run, by outcome.
    var polls: [String: Int]
    /// Of this run, by cause.
    var failures: [String: Int]
    var items: Int
    var matches: Int

    init?(_ instruments: Instruments) async {
        guard let loop = await instruments.loop else { return nil }
        let counts = await instruments.counts
        sentence = loop.sentence
        running = instruments.began
        paused = loop.isPaused
        inFlight = loop.inFlight
        offlineSince = loop.offlineSince
        watchdogAgeSeconds = await instruments.watchdogAge.map { ($0 * 10).rounded() / 10 }
        writeFault = await instruments.writeFault
        retention = await instruments.retention
        polls = counts.polls
        failures = Dictionary(
            uniqueKeysWithValues: counts.failures.map { ($0.key.rawValue, $0.value) })
        items = counts.new
        matches = counts.matches
    }
}
