import Feeds
import Foundation
import News
import Polling

/// Asks for the pages of items, for feeds that give but a teaser: through the same downloader
/// and courtesy as feeds, and only where the site's `robots.txt` lets it.
struct ArticlePages: Sendable {
    /// What came of asking for pages.
    struct Tally: Sendable, Hashable, Codable {
        var read = 0
        /// Left alone because `robots.txt` says so.
        var forbidden = 0
        /// Not to be had, or without more text than the feed has.
        var failed = 0
    }

    private let downloader: Downloader
    private let robots: Robots
    private let reader: ArticleReader

    /// A teaser is shorter than this, in Unicode scalars; so is hardly an article.
    private static let shortText = 600
    private static let accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

    init(_ downloader: Downloader, limits: FeedLimits) {
        self.downloader = downloader
        robots = Robots(downloader)
        reader = ArticleReader(limits: limits)
    }

    /// Whether the page of an item of that feed is to be asked for, where it may match.
    static func isWanted(for item: Item, of feed: Feed) -> Bool {
        guard item.link != nil else { return false }
        switch feed.fullText ?? .never {
        case .never: return false
        case .always: return true
        case .whenShort:
            let text = item.text.trimmingSuffix { $0.isWhitespace || "[]()".contains($0) }
            return item.text.unicodeScalars.count < shortText || text.hasSuffix("…")
                || text.hasSuffix("...")
        }
    }

    /// The item with its page's text, and with date and authors where it has none; nil where
    /// the page gives no more than the item has.
    func whole(_ item: Item, of feed: Feed, _ tally: inout Tally) async -> Item? {
        guard let page = await page(of: item, feed, &tally) else { return nil }
        guard page.text.unicodeScalars.count > item.text.unicodeScalars.count else {
            tally.failed += 1
            return nil
        }
        var whole = item
        whole.text = page.text
        whole.published = item.published ?? page.published
        if item.authors.isEmpty { whole.authors = page.authors }
        tally.read += 1
        return whole
    }

    private func page(of item: Item, _ feed: Feed, _ tally: inout Tally) async -> ArticlePage? {
        guard let link = item.link else { return nil }
        do throws(DownloadError) {
            let request = try DownloadRequest(url: link, accept: ArticlePages.accept)
                .made(as: feed)
            guard await robots.allow(request) else {
                tally.forbidden += 1
                return nil
            }
            let response = try await downloader.fetch(request)
            if response.status == 200, let page = read(response, feed) { return page }
        } catch {
            // The item stays as its feed has it; the feed is not to blame.
        }
        tally.failed += 1
        return nil
    }

    private func read(_ response: DownloadResponse, _ feed: Feed) -> ArticlePage? {
        guard response.contentType?.lowercased().contains("html") ?? true else { return nil }
        var context = FeedContext(response, as: feed)
        context.forcedEncoding = nil
        do throws(FeedError) {
            return try reader.article(response.body, context: context)
        } catch {
            return nil
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
