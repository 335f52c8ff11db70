import Feeds
import Foundation
import News
import Polling
import Settings

/// Finds the feeds behind an address: it is one itself, or its page names some, or they lie
/// where most systems put them.
///
/// Each address is asked once. The answer that proved to be a feed is kept, so that the first
/// poll need not ask again.
struct Discovery {
    let downloader: Downloader
    let parser: FeedParser

    /// A feed, with the answer that it came in.
    struct Found: Sendable {
        var url: String
        var answer: DownloadResponse
        var parsed: ParsedFeed
    }

    struct Result: Sendable {
        var feeds: [Found] = []
        /// What was asked and gave no feed, each as a sentence.
        var misses: [String] = []
    }

    /// Addresses asked behind the first one.
    private static let most = 12

    private static let accept = DownloadRequest.feedTypes.replacing(
        "*/*;q=0.1", with: "text/html;q=0.7, */*;q=0.1")

    func feeds(at address: String) async -> Result {
        let url = Discovery.url(of: address)
        var result = Result()
        var page: DownloadResponse?
        await ask(url, &result) { page = $0 }
        guard result.feeds.isEmpty, let page else { return result }
        let context = FeedContext(page)
        let named = FeedLinks.candidates(in: page.body, context: context).map(\.url)
        for candidate in named.prefix(Discovery.most) where candidate != url {
            await ask(candidate, &result)
        }
        guard result.feeds.isEmpty else { return result }
        let guesses = FeedLinks.wellKnown(of: page.effectiveURL).map(\.url)
        for guess in guesses where guess != url && !named.contains(guess) {
            await ask(guess, &result)
            if !result.feeds.isEmpty { break }
        }
        return result
    }

    /// `telquel.ma` is `https://telquel.ma`.
    static func url(of address: String) -> String {
        address.contains("://") ? address : "https://" + address
    }

    /// Adds the feed, or why there is none; a page that is no feed is handed to `onPage`.
    private func ask(
        _ url: String, _ result: inout Result, onPage: (DownloadResponse) -> Void = { _ in }
    ) async {
        let shown = Feed.withoutSecrets(url)
        do throws(DownloadError) {
            let request = DownloadRequest(url: url, accept: Discovery.accept)
            let answer = try await downloader.fetch(request)
            let outcome = Polling.PollOutcome(answer, state: FeedState(), now: Date())
            guard outcome.hasDocument else {
                result.misses.append("\(shown): \(outcome.sentence)")
                return
            }
            do throws(FeedError) {
                let parsed = try parser.parse(answer.body, context: FeedContext(answer))
                result.feeds.append(Found(url: url, answer: answer, parsed: parsed))
            } catch {
                result.misses.append("\(shown): \(error)")
                onPage(answer)
            }
        } catch {
            result.misses.append("\(shown): \(error)")
        }
    }
}

extension Discovery.Found {
    /// The feed as it would be subscribed to, by what it says of itself.
    func feed() -> Feed {
        let id = Feed.usualID(of: url)
        let title = parsed.channel.title ?? ""
        return Feed(
            id: id, name: title.isEmpty ? id : title, url: url, language: parsed.language)
    }

    /// `rss-2.0, 30 items, the newest of 2026-11-22T03:05:00Z`.
    var summary: String {
        var parts = [parsed.channel.format, "\(parsed.items.count) items"]
        if let newest = parsed.newest { parts.append("newest \(newest.formatted(.iso8601))") }
        if let language = parsed.language { parts.append(language) }
        return parts.joined(separator: ", ")
    }
}

extension ParsedFeed {
    /// When the latest item came out.
    var newest: Date? { items.compactMap { $0.published ?? $0.updated }.max() }

    /// The language that it declares, as ISO 639 has it: of `ar-MA` it is `ar`.
    var language: String? {
        let declared = channel.language ?? items.compactMap(\.language).first
        guard let code = declared?.split(separator: "-").first?.lowercased(),
            Locale.Language(identifier: code).languageCode?.isISOLanguage == true
        else { return nil }
        return code
    }
}
