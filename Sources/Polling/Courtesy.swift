package import News
package import Foundation

/// What was got for a request.
package enum PollAnswer: Sendable {
    /// An answer, with its document where it brought one; see ``PollOutcome/hasDocument``.
    case response(DownloadResponse, ParsedFeed?)
    /// An answer whose body should be a feed and is none; the cause as a sentence of its own.
    case unreadable(DownloadResponse, cause: String)
    case failure(DownloadError)
}

/// The one place where it is decided how to treat a publisher: whether to ask, what to send,
/// and what to remember of the answer.
///
/// Pure: values in, values out, the time passed in.
package struct Courtesy: Sendable {
    /// Seconds; no host is left alone for longer at one word of its own.
    package static let longestHold = 7 * 86400.0

    package var schedule: Schedule

    package init(limits: PollingLimits = PollingLimits()) {
        schedule = Schedule(limits: limits)
    }

    /// When a feed is to be asked: at once where it never was, never where it is disabled, and
    /// one stopped by a 410 only when the settings give it another address.
    package func turn(of feed: Feed, _ state: FeedState?) -> Date? {
        guard feed.enabled else { return nil }
        guard let state = state.map({ valid($0, for: feed) }) else { return .distantPast }
        return state.stopped ? nil : state.nextPoll ?? .distantPast
    }

    /// Whether it is to be asked now.
    package func isDue(_ feed: Feed, _ state: FeedState?, at now: Date) -> Bool {
        turn(of: feed, state).map { $0 <= now } ?? false
    }

    /// The request to send: conditional wherever the last answer gave something to compare.
    package func request(for feed: Feed, _ state: FeedState?) -> DownloadRequest {
        guard let state = state.map({ valid($0, for: feed) }) else {
            return DownloadRequest(url: feed.url)
        }
        return DownloadRequest(
            url: state.adoptedURL ?? feed.url, etag: state.etag, lastModified: state.lastModified)
    }

    /// What an answer means for a feed of which this is remembered.
    package func outcome(
        of response: DownloadResponse, for feed: Feed, _ state: FeedState?, at now: Date
    ) -> PollOutcome {
        PollOutcome(response, state: valid(state ?? FeedState(), for: feed), now: now)
    }

    /// The state with its next poll planned by other settings than those before. A feed that
    /// failed, was stopped or asked to be left alone keeps its time.
    package func replanned(_ feed: Feed, _ state: FeedState, at now: Date) -> FeedState {
        guard state.failures == 0, !state.stopped, let last = state.lastSuccess,
            last == state.lastPoll, (state.heldUntil ?? now) <= now
        else { return state }
        var replanned = state
        let plan = schedule.plan(for: feed, state, after: last)
        replanned.nextPoll = plan.date
        replanned.reason = plan.reason
        return replanned
    }

    /// The host that is to be left alone on behalf of this feed, and for how many seconds more;
    /// for ``Downloader/hold(host:seconds:)`` after a restart.
    package func hold(
        of feed: Feed, _ state: FeedState, at now: Date
    ) -> (host: String, seconds: Double)? {
        let url = state.adoptedURL ?? feed.url
        guard let until = state.heldUntil, until > now, let host = try? WebAddress(url).host else {
            return nil
        }
        return (host, until.timeIntervalSince(now))
    }

    /// What to remember of a feed after an answer: validators, rhythm, failures, and when to ask
    /// next with one sentence that says why. A request that was never sent (cancelled, closed)
    /// changes nothing; one that this machine had no descriptor for is only put off for a minute.
    package func next(
        feed: Feed, state: FeedState, answer: PollAnswer, now: Date
    ) -> FeedState {
        var next = valid(state, for: feed)
        next.addressHash = BodyHash.of(feed.url)
        switch answer {
        case .failure(.cancelled), .failure(.closed): return state
        case .failure(.noDescriptors(let host)):
            var again = state
            again.nextPoll = schedule.soon(feed, after: now)
            again.reason = "next within a minute: \(DownloadError.noDescriptors(host: host))"
            return again
        case .failure(.held(let host, let seconds)):
            next.nextPoll = now + seconds
            next.reason = "next in \(Words.duration(seconds)): \(host) asked to be left alone"
        case .failure(let error):
            next.status = nil
            fail(&next, of: feed, FailureKind(error), error.description, at: now)
        case .response(let response, let parsed):
            next.status = response.status
            take(response, parsed, into: &next, of: feed, at: now)
        case .unreadable(let response, let cause):
            next.status = response.status
            let host = WebAddress.shownHost(of: response.effectiveURL)
            fail(&next, of: feed, .document, "\(host): \(cause)", at: now)
        }
        return next
    }

    private func take(
        _ response: DownloadResponse, _ parsed: ParsedFeed?, into state: inout FeedState,
        of feed: Feed, at now: Date
    ) {
        let host = WebAddress.shownHost(of: response.effectiveURL)
        let outcome = PollOutcome(response, state: state, now: now)
        switch (outcome, parsed) {
        case (.unchanged, _):
            state.lastError = nil
            state.lastFailure = nil
            Memory.keep(validatorsOf: response, in: &state)
            succeed(response, &state, of: feed, at: now)
        case (.fresh, let parsed?), (.delta, let parsed?):
            Memory.keep(parsed, of: response, in: &state, at: now)
            succeed(response, &state, of: feed, at: now)
        case (.fresh, nil), (.delta, nil):
            fail(&state, of: feed, .document, "\(host): answered without a feed", at: now)
        case (.busy(let status, let seconds), _):
            wait(&state, of: feed, "\(host): \(outcome.sentence)", status, seconds, at: now)
        case (.gone, _): stop(&state, "\(host): \(outcome.sentence)", at: now)
        case (.blocked, _), (.failed, _):
            fail(&state, of: feed, .status, "\(host): \(outcome.sentence)", at: now)
        }
    }

    private func succeed(
        _ response: DownloadResponse, _ state: inout FeedState, of feed: Feed, at now: Date
    ) {
        state.lastPoll = now
        state.lastSuccess = now
        state.failures = 0
        state.failingSince = nil
        state.heldUntil = nil
        Memory.keep(freshnessOf: response, in: &state, at: now)
        Probation.note(response, in: &state, at: now)
        let plan = schedule.plan(for: feed, state, after: now)
        state.nextPoll = plan.date
        state.reason = plan.reason
    }

    private func fail(
        _ state: inout FeedState, of feed: Feed, _ kind: FailureKind, _ cause: String,
        at now: Date
    ) {
        noteFailure(&state, kind, cause, at: now)
        // An adopted address that fails is given up: the settings' own may know better.
        if state.failures >= Probation.times { giveUpAdoptedAddress(&state) }
        let date = schedule.backOff(feed, failures: state.failures, after: now)
        state.nextPoll = date
        state.reason = reason(date, state, at: now)
    }

    /// A host that says for how long is taken at its word, all its feeds together; one that does
    /// not is asked less and less. A Retry-After of seconds is no leave to hammer.
    private func wait(
        _ state: inout FeedState, of feed: Feed, _ cause: String, _ status: Int,
        _ seconds: Double?, at now: Date
    ) {
        guard let seconds else {
            fail(&state, of: feed, .status, cause, at: now)
            if status == 429 { state.heldUntil = state.nextPoll }
            return
        }
        noteFailure(&state, .status, cause, at: now)
        let held = min(max(seconds, schedule.floor(of: feed, isFast: true)), Courtesy.longestHold)
        state.heldUntil = now + min(seconds, Courtesy.longestHold)
        state.nextPoll = now + held
        state.reason =
            "next in \(Words.duration(held)): \(cause), Retry-After \(Int(min(seconds, 1e9)))"
    }

    private func stop(_ state: inout FeedState, _ cause: String, at now: Date) {
        noteFailure(&state, .status, cause, at: now)
        if state.adoptedURL != nil {
            giveUpAdoptedAddress(&state)
            state.nextPoll = now + schedule.limits.firstBackOff
            state.reason = reason(now + schedule.limits.firstBackOff, state, at: now)
        } else {
            state.stopped = true
            state.nextPoll = nil
            state.reason = "stopped on \(Words.moment(now)): \(cause)"
        }
    }

    private func noteFailure(
        _ state: inout FeedState, _ kind: FailureKind, _ cause: String, at now: Date
    ) {
        state.lastPoll = now
        state.failures += 1
        state.failingSince = state.failingSince ?? now
        state.lastError = cause
        state.lastFailure = kind
    }

    private func giveUpAdoptedAddress(_ state: inout FeedState) {
        guard state.adoptedURL != nil else { return }
        state.adoptedURL = nil
        Memory.forgetDocument(in: &state)
    }

    private func reason(_ date: Date, _ state: FeedState, at now: Date) -> String {
        let wait = Words.duration(date.timeIntervalSince(now))
        let since = state.failingSince.map { " since \(Words.moment($0)) UTC" } ?? ""
        let count = state.failures == 1 ? "once" : "\(state.failures) times in a row"
        return "next in \(wait): failed \(count)\(since): \(state.lastError ?? "unknown")"
    }

    /// The state, or a new one with the same failures' clock where the settings' address is not
    /// the one that it was learnt from.
    private func valid(_ state: FeedState, for feed: Feed) -> FeedState {
        guard let known = state.addressHash, known != BodyHash.of(feed.url) else { return state }
        var fresh = FeedState()
        fresh.arrivals = state.arrivals
        fresh.lastSuccess = state.lastSuccess
        fresh.lastOverrun = state.lastOverrun
        fresh.overruns = state.overruns
        return fresh
    }
}

/// What a status means to the person who must act.
enum StatusText {
    static func of(_ status: Int) -> String {
        switch status {
        case 304: "answered 304 to an unconditional request"
        case 401: "wants a password (401)"
        case 403: "refuses the request (403)"
        case 404: "has no such page (404)"
        case 451: "refuses for legal reasons (451)"
        case 500...599: "is in trouble (\(status))"
        default: "answered \(status)"
        }
    }
}
