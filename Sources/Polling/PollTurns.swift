package import News

/// Whose poll may begin: as many as keep the downloader busy.
///
/// A poll that has begun holds some twenty kilobytes until it is over, be it that it only waits
/// for its host's turn; one that waits here holds what is known of its feed anyway. Twice what is
/// fetched at a time is begun, in all and of one host, so that the downloader always has a next
/// one; hosts take turns.
package struct PollTurns: Sendable {
    private var queue: HostQueue
    private var waiting: [Int: Feed] = [:]
    private var lastID = 0

    package init(_ options: DownloadOptions) {
        queue = HostQueue(concurrency: 1, perHost: 1, pause: .zero)
        adopt(options)
    }

    /// Other settings, for those that have not begun.
    package mutating func adopt(_ options: DownloadOptions) {
        queue.allow(concurrency: 2 * options.concurrency, perHost: 2 * options.perHost)
    }

    package mutating func add(_ feed: Feed) {
        lastID += 1
        waiting[lastID] = feed
        queue.enqueue(lastID, host: PollTurns.host(of: feed))
    }

    /// The next poll to begin, which counts as begun from now on; nil where none may.
    package mutating func next() -> Feed? {
        queue.next(at: .now).flatMap { waiting.removeValue(forKey: $0) }
    }

    /// A poll that ``next()`` named is over.
    package mutating func finished(_ feed: Feed) {
        queue.finished(host: PollTurns.host(of: feed), at: .now)
    }

    /// Those that have not begun, which are forgotten.
    package mutating func dropWaiting() -> [Feed] {
        for (id, feed) in waiting { _ = queue.remove(id, host: PollTurns.host(of: feed)) }
        defer { waiting = [:] }
        return Array(waiting.values)
    }

    private static func host(of feed: Feed) -> String { WebAddress.shownHost(of: feed.url) }
}
