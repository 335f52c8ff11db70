import Feeds
import Foundation
import News
import Polling

extension FeedContext {
    /// What an answer says of its document, and what the settings say of the feed.
    init(_ response: DownloadResponse, as feed: Feed? = nil, at now: Date = Date()) {
        self.init(
            contentType: response.contentType, url: response.effectiveURL,
            contentLocation: response.headers["content-location"],
            contentLanguage: response.headers["content-language"],
            forcedEncoding: feed?.encoding, fetched: now)
        if let zone = feed?.timeZone { timeZone = zone }
    }
}
