import News
import Storage

/// A poll as JSON.
struct PollLine: Codable, Sendable, Hashable {
    var feed: String
    var status: Int?
    var items: Int
    var new: Int
    var edited: Int
    var matches: Int
    var error: String?
    /// Why what came could not be kept.
    var archiveError: String?
    /// That items may have been missed since the poll before.
    var overrun: String?
    /// Articles' pages; nil where none was asked for.
    var pages: ArticlePages.Tally?
    var next: String?

    init(_ report: PollReport) {
        feed = report.feed.id
        status = report.status
        items = report.items
        new = report.summary.new
        edited = report.summary.edited
        matches = report.summary.matches
        error = report.error
        archiveError = report.archiveError?.description
        overrun = report.overrun
        pages = report.pages == ArticlePages.Tally() ? nil : report.pages
        next = report.state.reason
    }
}
