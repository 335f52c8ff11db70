internal import News

internal import struct Foundation.Date

/// What is kept of a good answer.
enum Memory {
    /// Validators of an answer without news. A 304 that repeats none leaves them as they are; a
    /// 200 is the whole truth, so that what it lacks is dropped.
    static func keep(validatorsOf response: DownloadResponse, in state: inout FeedState) {
        let isWhole = response.status != 304
        if isWhole || response.etag != nil { state.etag = response.etag }
        if isWhole || response.lastModified != nil { state.lastModified = response.lastModified }
    }

    /// The document's validators, hints and rhythm. A document that was cut short leaves the
    /// validators as they were, so that the rest of it can still be had.
    static func keep(
        _ parsed: ParsedFeed, of response: DownloadResponse, in state: inout FeedState,
        at now: Date
    ) {
        state.lastError = nil
        state.lastFailure = nil
        if parsed.isComplete {
            keep(validatorsOf: response, in: &state)
            state.bodyHash = response.isDelta ? nil : response.bodyHash
        } else {
            state.lastError = "the last document was cut short"
        }
        keep(parsed.channel, in: &state)
        keep(
            parsed.items.compactMap { $0.published ?? $0.updated }, of: parsed, in: &state,
            isDelta: response.isDelta, at: now)
    }

    /// From a 200 and a 304 alike; a 304 that says nothing leaves what the 200 said.
    static func keep(
        freshnessOf response: DownloadResponse, in state: inout FeedState, at now: Date
    ) {
        let seconds = Freshness.seconds(of: response, at: now)
        if response.status != 304 || seconds != nil { state.maxAge = seconds }
    }

    /// The next request will be unconditional and its answer fresh.
    static func forgetDocument(in state: inout FeedState) {
        state.etag = nil
        state.lastModified = nil
        state.bodyHash = nil
    }

    private static func keep(_ channel: Channel, in state: inout FeedState) {
        state.ttlMinutes = channel.ttlMinutes.flatMap { $0 > 0 ? $0 : nil }
        state.updatePeriodMinutes = channel.updatePeriodMinutes.flatMap { $0 > 0 ? $0 : nil }
        state.skipHours = channel.skipHours
        state.skipDays = channel.skipDays
        state.format = channel.format
        state.encoding = channel.encoding
        state.hub = channel.hub
    }

    private static func keep(
        _ dates: [Date], of parsed: ParsedFeed, in state: inout FeedState, isDelta: Bool,
        at now: Date
    ) {
        if !isDelta, parsed.isComplete {
            if hasOverrun(dates, of: parsed, known: state.arrivals) { state.noteOverrun(at: now) }
            state.window = parsed.items.count
        }
        state.arrivals = Rhythm.merged(state.arrivals, with: dates, isDelta: isDelta, at: now)
    }

    /// True where even the oldest item is newer than the newest known: between the two polls the
    /// window rolled over, and what stood between is lost.
    private static func hasOverrun(
        _ dates: [Date], of parsed: ParsedFeed, known: [Date]
    ) -> Bool {
        guard let newest = known.first, dates.count == parsed.items.count, dates.count > 1,
            let oldest = dates.min()
        else { return false }
        return oldest > newest
    }
}
