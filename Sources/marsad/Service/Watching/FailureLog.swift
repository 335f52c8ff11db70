import Foundation
import News

/// Decides what of many failures is worth a line of the log.
///
/// A feed's failure is told when it begins or becomes another, and its end; what repeats is
/// counted. What befalls many feeds within moments is told in one line for its kind, and again
/// only after a minute, two, four and so on up to an hour.
struct FailureLog: Sendable {
    struct Line: Sendable, Hashable {
        var isWarning: Bool
        var message: String
        var fields: [String: String]
    }

    private struct Kind {
        var waiting: [(feed: String, cause: String)] = []
        var since: Date?
        var quietUntil: Date?
        var quiet = 60.0
    }

    /// What each feed was said to fail by, and how often it did since.
    private var told: [String: (kind: FailureKind, times: Int, since: Date)] = [:]
    private var kinds: [FailureKind: Kind] = [:]
    private var recovered: [(feed: String, times: Int, since: Date)] = []
    private var recoveredSince: Date?

    /// Seconds for which failures are gathered before they are told.
    static let gathering = 2.0
    private static let longest = 3_600.0
    /// So many are told one by one.
    private static let few = 3

    mutating func failed(_ feed: String, _ kind: FailureKind, _ cause: String, at now: Date) {
        // Whoever failed before still does, whatever this machine lacks besides.
        if let known = told[feed], known.kind == kind || kind == .descriptors {
            told[feed]?.times += 1
            return
        }
        told[feed] = (kind, 1, now)
        kinds[kind, default: Kind()].waiting.append((feed, cause))
        if kinds[kind]?.since == nil { kinds[kind]?.since = now }
    }

    mutating func succeeded(_ feed: String, at now: Date) {
        guard let known = told.removeValue(forKey: feed) else { return }
        // What was never told need not be taken back.
        if let place = kinds[known.kind]?.waiting.firstIndex(where: { $0.feed == feed }) {
            kinds[known.kind]?.waiting.remove(at: place)
            return
        }
        recovered.append((feed, known.times, known.since))
        recoveredSince = recoveredSince ?? now
    }

    /// Whether some feeds are known not to have been asked for want of descriptors.
    var lacksDescriptors: Bool { told.values.contains { $0.kind == .descriptors } }

    /// Of failures of a kind nothing more is to be told one by one: one line said it all.
    mutating func passOver(_ kind: FailureKind) {
        kinds[kind]?.waiting = []
        kinds[kind]?.since = nil
    }

    /// Of the feeds that answer again nothing is to be told one by one.
    mutating func passOverRecoveries() {
        recovered = []
        recoveredSince = nil
    }

    /// The clock was set: what was quiet until some moment may speak again.
    mutating func shift(by seconds: Double) {
        for kind in kinds.keys {
            kinds[kind]?.quietUntil = nil
            kinds[kind]?.since? += seconds
        }
        recoveredSince? += seconds
    }

    /// Feeds that the settings name no more are forgotten.
    mutating func keep(_ feeds: Set<String>) { told = told.filter { feeds.contains($0.key) } }

    /// What is to be told by now.
    mutating func lines(at now: Date) -> [Line] {
        var lines: [Line] = []
        for kind in FailureKind.allCases { lines += self.lines(of: kind, at: now) }
        return lines + recoveries(at: now)
    }

    /// When there is something to tell; nil where there is nothing.
    var due: Date? {
        let kinds = kinds.values.compactMap { kind in
            kind.since.map { max($0 + FailureLog.gathering, kind.quietUntil ?? $0) }
        }
        return (kinds + [recoveredSince.map { $0 + FailureLog.gathering }].compactMap(\.self)).min()
    }

    private mutating func lines(of kind: FailureKind, at now: Date) -> [Line] {
        guard var state = kinds[kind], let since = state.since else { return [] }
        let isQuiet = state.quietUntil.map { $0 > now } ?? false
        guard now >= since + FailureLog.gathering, !isQuiet else { return [] }
        let isSoon = state.quietUntil.map { now.timeIntervalSince($0) < state.quiet } ?? false
        state.quiet = isSoon ? min(state.quiet * 2, FailureLog.longest) : 60
        state.quietUntil = now + state.quiet
        let waiting = state.waiting
        state.waiting = []
        state.since = nil
        kinds[kind] = state
        // What this machine lacks is one trouble, whomever it befalls.
        guard waiting.count > FailureLog.few || kind == .descriptors else {
            return waiting.map {
                Line(isWarning: true, message: $0.cause, fields: ["feed": $0.feed])
            }
        }
        return [
            Line(
                isWarning: true,
                message: kind == .descriptors
                    ? "feeds cannot be asked: \(kind.words)"
                    : "\(waiting.count) feeds fail: \(kind.words)",
                fields: ["feeds": "\(waiting.count)", "such-as": waiting[0].feed])
        ]
    }

    private mutating func recoveries(at now: Date) -> [Line] {
        guard let since = recoveredSince, now >= since + FailureLog.gathering else { return [] }
        let recovered = recovered
        passOverRecoveries()
        guard recovered.count > FailureLog.few else {
            return recovered.map {
                Line(
                    isWarning: false, message: "answers again",
                    fields: [
                        "feed": $0.feed, "failures": "\($0.times)",
                        "since": $0.since.formatted(.iso8601),
                    ])
            }
        }
        return [
            Line(
                isWarning: false, message: "\(recovered.count) feeds answer again",
                fields: ["feeds": "\(recovered.count)"])
        ]
    }
}
