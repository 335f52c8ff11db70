import Feeds
import Foundation
import News
import Polling
import Settings

/// Asks feeds as a poll does, and says what came, without keeping any of it.
struct FeedTrial {
    let downloader: Downloader
    private let parser: FeedParser
    private let courtesy: Courtesy

    init(_ settings: Configuration) {
        downloader = Downloader(settings.general.downloadOptions)
        parser = FeedParser(limits: settings.general.feedLimits)
        courtesy = Courtesy(limits: settings.general.pollingLimits)
    }

    /// What a feed answered, as JSON.
    struct Line: Encodable, Sendable {
        struct Redirect: Encodable, Sendable {
            var status: Int
            var to: String
        }

        var feed: String
        var url: String
        var status: Int?
        var format: String?
        var items: Int?
        var newest: Date?
        var encoding: String?
        var redirects: [Redirect] = []
        var etag: Bool
        var lastModified: Bool
        /// Seconds for which the answer is said to stay the same.
        var maxAge: Double?
        var hub: String?
        var seconds: Double?
        var next: Date?
        var why: String?
        var complaints: [String] = []
        var error: String?

        /// `etag, last-modified, 600 s`.
        var cache: String {
            let parts = [
                etag ? "etag" : nil, lastModified ? "last-modified" : nil,
                maxAge.map { "\(Int(min($0, 1e9))) s" },
            ].compactMap(\.self)
            return parts.isEmpty ? "–" : parts.joined(separator: ", ")
        }
    }

    /// In the order of the feeds.
    ///
    /// - Parameter states: What is remembered of feeds, by id.
    func lines(_ feeds: [Feed], _ states: [String: FeedState]) async -> [Line] {
        let bar = ProgressBar(total: feeds.count)
        defer { bar.finish() }
        return await withTaskGroup(of: (Int, Line).self) { group in
            for (index, feed) in feeds.enumerated() {
                group.addTask { (index, await line(feed, states[feed.id] ?? FeedState())) }
            }
            var lines: [(index: Int, line: Line)] = []
            for await (index, line) in group {
                lines.append((index, line))
                bar.show(lines.count)
            }
            return lines.sorted { $0.index < $1.index }.map(\.line)
        }
    }

    private func line(_ feed: Feed, _ state: FeedState) async -> Line {
        do throws(DownloadError) {
            let request = try courtesy.request(for: feed, state).made(as: feed)
            let response = try await downloader.fetch(request)
            return line(feed, state, response)
        } catch {
            let next = courtesy.next(
                feed: feed, state: state, answer: .failure(error), now: Date())
            var line = Line(feed, next)
            line.error = error.description
            return line
        }
    }

    private func line(_ feed: Feed, _ state: FeedState, _ response: DownloadResponse) -> Line {
        let outcome = courtesy.outcome(of: response, for: feed, state, at: Date())
        var answer = PollAnswer.response(response, nil)
        var document: ParsedFeed?
        if outcome.hasDocument {
            do throws(FeedError) {
                let context = FeedContext(response, as: feed)
                let parsed = try parser.parse(response.body, context: context)
                document = parsed
                answer = .response(response, parsed)
            } catch {
                answer = .unreadable(response, cause: error.description)
            }
        }
        let next = courtesy.next(feed: feed, state: state, answer: answer, now: Date())
        var line = Line(feed, next)
        line.take(response)
        line.complaints = document?.complaints.prefix(3).map(\.description) ?? []
        line.error = next.failures > 0 ? next.lastError : nil
        if let document {
            line.items = document.items.count
            line.newest = document.newest
        }
        return line
    }
}

extension FeedTrial.Line {
    /// By what is remembered of the feed.
    fileprivate init(_ feed: Feed, _ state: FeedState) {
        self.feed = feed.id
        url = feed.shownURL
        status = state.status
        format = state.format
        items = state.window > 0 ? state.window : nil
        newest = state.arrivals.first
        encoding = state.encoding
        etag = state.etag != nil
        lastModified = state.lastModified != nil
        maxAge = state.maxAge
        hub = state.hub.map(Feed.withoutSecrets)
        next = state.nextPoll
        why = state.reason
    }

    fileprivate mutating func take(_ response: DownloadResponse) {
        redirects = response.redirects.map {
            Redirect(status: $0.status, to: Feed.withoutSecrets($0.location))
        }
        seconds = response.seconds
    }
}
