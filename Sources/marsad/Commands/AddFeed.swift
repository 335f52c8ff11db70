import ArgumentParser
import Feeds
import Foundation
import News
import Polling
import Settings

/// `marsad feeds add`: a subscription more.
struct AddFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Subscribe to a feed, or to the first feed of a site.",
        discussion: """
            The feed is looked for as ‘marsad feeds discover’ does; a line for it is added to \
            feeds.yaml, where all else stays as it is; and what has just come counts as its \
            first poll. A daemon that runs takes it up and asks it once more.

            Examples:
              marsad feeds add telquel.ma
              marsad feeds add https://lnt.ma/feed --name 'La Nouvelle Tribune' --language fr \
            --tag national
            """)

    @Argument(help: "The address of a feed or of a site; https:// may be left out.")
    var url: String

    @Option(help: "A short, lasting name; else made from the address.")
    var id: String?

    @Option(help: "The outlet's name; else the feed's own title.")
    var name: String?

    @Option(help: "ar, fr, en …; else what the feed says.")
    var language: String?

    @Option(help: "The outlet's country, as ISO 3166 has it.")
    var country = "MA"

    @Option(name: .customLong("tag"), help: "A tag; may be given several times.")
    var tags: [String] = []

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    func run() async throws {
        let settings = try config.read()
        let address = Discovery.url(of: url)
        if let known = settings.feeds.first(where: { $0.url == address }) {
            throw Failure.couldNot("‘\(known.id)’ is subscribed to already")
        }
        let downloader = Downloader(settings.general.downloadOptions)
        let discovery = Discovery(
            downloader: downloader, parser: FeedParser(limits: settings.general.feedLimits))
        let result = await discovery.feeds(at: address)
        await downloader.close()
        guard let found = result.feeds.first else {
            result.misses.forEach(Terminal.complain)
            throw Failure.couldNot("no feed found at \(Feed.withoutSecrets(url))")
        }
        try await Subscription(config: config, state: state).begin(feed(found), with: found)
    }

    private func feed(_ found: Discovery.Found) -> Feed {
        var feed = found.feed()
        if let id { feed.id = id }
        if let name { feed.name = name }
        if let language { feed.language = language }
        feed.country = country
        feed.tags = tags
        return feed
    }
}

/// `marsad feeds remove`: a subscription less.
struct RemoveFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "End a subscription; what it has brought stays in the archive.",
        discussion: """
            Its line is taken out of feeds.yaml, where all else stays as it is. To pause a feed \
            instead, write ‘enabled: false’.

            Example: marsad feeds remove telquel.ma
            """)

    @Argument(help: "Ids, names or addresses of feeds.")
    var feeds: [String]

    @OptionGroup var config: ConfigOption

    func run() throws {
        var editor = try config.editor()
        for name in feeds {
            let feed = try config.feed(named: name, among: editor.feeds)
            do throws(SettingsError) {
                _ = try editor.remove(feed.id)
            } catch {
                throw Failure(message: error.description, code: 2)
            }
            Terminal.line("removed \(feed.id)")
        }
        try config.write(editor)
    }
}
