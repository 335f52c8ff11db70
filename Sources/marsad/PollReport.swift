import Feeds
import Foundation
import News
import Polling
import Storage

/// How the poll of one feed went.
struct PollReport: Sendable {
    let feed: Feed
    /// The HTTP status; nil where there was no answer.
    let status: Int?
    /// Bytes of the document, decoded.
    let bytes: Int
    /// Items in the document.
    let items: Int
    /// What was wrong with the document, though it could be read.
    let complaints: [Complaint]
    /// Why the poll failed; nil for success.
    let error: String?
    /// The program ended before the answer came, or had no descriptor to ask with: neither the
    /// feed's fault nor an answer.
    let isGivenUp: Bool
    /// Articles' pages that were asked for.
    var pages = ArticlePages.Tally()
    /// What is remembered of the feed from now on.
    var state: FeedState
    var summary = RecordSummary()
    var archiveError: ArchiveError?
    /// What kind of failure it was; nil for success.
    let failure: FailureKind?
    /// Seconds that each item took to examine.
    var examineSeconds: [Double] = []

    init(
        _ feed: Feed, _ answer: Result<DownloadResponse, DownloadError>,
        _ document: Result<ParsedFeed, FeedError>?, _ state: FeedState
    ) {
        self.feed = feed
        self.state = state
        switch answer {
        case .success(let response):
            isGivenUp = false
            status = response.status
            bytes = response.bodyLength
        case .failure(let error):
            isGivenUp = error.isOurOwn
            status = nil
            bytes = 0
        }
        let parsed = document.flatMap { try? $0.get() }
        items = parsed?.items.count ?? 0
        complaints = parsed?.complaints ?? []
        error = PollReport.error(answer, document, state)
        failure = error == nil ? nil : PollReport.failure(answer, document)
    }

    /// For metrics: `changed`, `unchanged`, `held` (its host asked to be left alone), `failed`.
    var outcome: String {
        if error != nil { return "failed" }
        if status == nil { return "held" }
        return summary.new + summary.edited > 0 ? "changed" : "unchanged"
    }

    private static func failure(
        _ answer: Result<DownloadResponse, DownloadError>,
        _ document: Result<ParsedFeed, FeedError>?
    ) -> FailureKind {
        switch (answer, document) {
        case (.failure(let error), _): FailureKind(error)
        case (_, .failure?): .document
        default: .status
        }
    }

    /// That items may have been missed since the poll before; nil where this one saw no sign.
    var overrun: String? {
        guard error == nil, let overran = state.lastOverrun, overran == state.lastPoll else {
            return nil
        }
        return "items may have been missed: none of this document's was known before"
    }

    /// `3 pages left alone, for robots.txt forbids them`; nil where all that were wanted came.
    var pagesLeft: String? {
        let parts = [
            pages.forbidden > 0
                ? "\(pages.forbidden) pages left alone, for robots.txt forbids them" : nil,
            pages.failed > 0 ? "\(pages.failed) pages gave no more than the feed" : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func error(
        _ answer: Result<DownloadResponse, DownloadError>,
        _ document: Result<ParsedFeed, FeedError>?, _ state: FeedState
    ) -> String? {
        if case .failure(.held) = answer { return nil }
        if case .failure(let error) = answer { return error.description }
        if case .failure(let error)? = document { return error.description }
        return state.failures > 0 ? state.lastError : nil
    }
}

extension DownloadError {
    /// Ended by this program, not by the host or the way to it.
    fileprivate var isOurOwn: Bool {
        switch self {
        case .cancelled, .closed, .noDescriptors: true
        default: false
        }
    }
}
