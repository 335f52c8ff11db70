internal import News
internal import struct Foundation.Date

/// Permanent redirects are believed only after a while: many a publisher's 301 is a mistake of
/// an evening, or a hotel's login page.
enum Probation {
    /// How often a target must have been the same, and over how many seconds.
    static let times = 3
    static let period = 86400.0

    /// Notes where a good answer was found; adopts the address when the probation is over. The
    /// settings' own address stays where it is, in `Feed.url`.
    static func note(_ response: DownloadResponse, in state: inout FeedState, at now: Date) {
        guard let target = response.permanentTarget else { return clear(&state) }
        guard target == state.movedTo, let since = state.movedSince else {
            state.movedTo = target
            state.movedSince = now
            state.movedCount = 1
            return
        }
        state.movedCount += 1
        guard state.movedCount >= times, now.timeIntervalSince(since) >= period else { return }
        state.adoptedURL = target
        clear(&state)
    }

    private static func clear(_ state: inout FeedState) {
        state.movedTo = nil
        state.movedSince = nil
        state.movedCount = 0
    }
}
