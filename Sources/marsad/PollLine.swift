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
    var next: String?

    init(_ report: PollReport) {
        feed = report.feed.id
        status = report.status
        items = report.items
        new = report.summary.new
        edited = report.summary.edited
        matches = report.summary.matches
        error = report.error
        next = report.state.reason
    }
}
