import ArgumentParser
import Feeds
import Foundation
import News
import Polling
import Settings

/// `marsad feeds discover`: the feeds behind an address.
struct DiscoverFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discover",
        abstract: "Find the feeds of a site: what its page names, else the usual places.",
        discussion: """
            A page's <link rel="alternate"> are asked in their order; where there is none, the \
            places in which most systems put a feed. With --add the first is subscribed to, and \
            what has just come counts as its first poll.

            Examples:
              marsad feeds discover telquel.ma
              marsad feeds discover https://www.hespress.com/ --add
            """)

    @Argument(help: "The address of a site, a page or a feed; https:// may be left out.")
    var url: String

    @Flag(help: "Subscribe to the first that is found, as ‘marsad feeds add’ does.")
    var add = false

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(help: "text, json or jsonl.")
    var format = OutputFormat.text

    func run() async throws {
        let settings = try config.read()
        let downloader = Downloader(settings.general.downloadOptions)
        let discovery = Discovery(
            downloader: downloader, parser: FeedParser(limits: settings.general.feedLimits))
        let result = await discovery.feeds(at: url)
        await downloader.close()
        try print(result)
        guard let first = result.feeds.first else {
            throw Failure(message: "marsad: no feed found at \(Feed.withoutSecrets(url))", code: 2)
        }
        guard add else { return }
        try await Subscription(config: config, state: state).begin(first.feed(), with: first)
    }

    private func print(_ result: Discovery.Result) throws {
        let lines = result.feeds.map(FoundLine.init)
        try format.print(lines) { lines in
            result.misses.forEach(Terminal.complain)
            for (line, found) in zip(lines, result.feeds) {
                Terminal.line("\(Terminal.bold(line.url))  \(Bidi.isolated(line.title ?? "–"))")
                Terminal.line("  \(found.summary)")
            }
        }
    }
}

/// A found feed as JSON.
private struct FoundLine: Encodable {
    var url: String
    var title: String?
    var format: String
    var items: Int
    var newest: Date?
    var language: String?
    var encoding: String
    var hub: String?

    init(_ found: Discovery.Found) {
        url = found.url
        title = found.parsed.channel.title
        format = found.parsed.channel.format
        items = found.parsed.items.count
        newest = found.parsed.newest
        language = found.parsed.language
        encoding = found.parsed.channel.encoding
        hub = found.parsed.channel.hub
    }
}
