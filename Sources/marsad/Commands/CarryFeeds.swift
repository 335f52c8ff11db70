import ArgumentParser
import Feeds
import Foundation
import News
import Settings

/// `marsad feeds import`: subscriptions from another reader.
struct ImportFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Subscribe to the feeds of an OPML file; its folders become tags.",
        discussion: """
            Feeds that are subscribed to already are passed over, by their address; nothing is \
            asked. Outlines that are commented out come in switched off.

            Examples:
              marsad feeds import subscriptions.opml --dry-run
              marsad feeds import - < subscriptions.opml
            """)

    @Argument(help: ArgumentHelp("An OPML file; - is standard input.", valueName: "FILE"))
    var file: String

    @Flag(help: "Only say what would be added.")
    var dryRun = false

    @OptionGroup var config: ConfigOption

    func run() throws {
        let listed = try read()
        var editor = try config.editor()
        let known = Set(editor.feeds.map(\.url))
        let new = listed.filter { !known.contains($0.url) }.map(Feed.init)
        do throws(SettingsError) {
            for feed in try editor.add(new) {
                Terminal.line("\(feed.id)  \(feed.tags.joined(separator: ", "))")
            }
        } catch {
            throw Failure(message: error.description, code: 2)
        }
        if !dryRun { try config.write(editor) }
        Terminal.complain(
            "\(new.count) \(dryRun ? "would be added" : "added"), "
                + "\(listed.count - new.count) subscribed to already")
    }

    private func read() throws -> [OPMLFeed] {
        let data =
            file == "-"
            ? try? FileHandle.standardInput.readToEnd() ?? Data()
            : FileManager.default.contents(atPath: file)
        guard let data else { throw Failure.couldNot("\(file): cannot be read") }
        do throws(OPMLError) {
            return try OPMLReader.feeds(in: Array(data))
        } catch {
            throw Failure.couldNot("\(file): \(error)")
        }
    }
}

/// `marsad feeds export`: the subscriptions for another reader.
struct ExportFeeds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the subscriptions as OPML 2.0; tags become nested folders.",
        discussion: """
            Feeds that are switched off are commented out (isComment). User names and passwords \
            in addresses are left out.

            Example: marsad feeds export subscriptions.opml
            """)

    @Argument(help: ArgumentHelp("Where to; else standard output.", valueName: "FILE"))
    var file: String?

    @OptionGroup var config: ConfigOption

    func run() throws {
        let feeds = try config.read().feeds.map(OPMLFeed.init)
        let document = OPMLWriter.document(feeds, title: "Marsad", created: Date())
        guard let file else { return Terminal.write(document) }
        do {
            try Data(document.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw Failure.couldNot("\(file): \((error as NSError).localizedDescription)")
        }
    }
}

extension Feed {
    fileprivate init(_ outline: OPMLFeed) {
        let id = Feed.usualID(of: outline.url)
        let code = outline.language?.split(separator: "-").first?.lowercased() ?? ""
        let isLanguage = Locale.Language(identifier: code).languageCode?.isISOLanguage == true
        self.init(
            id: id, name: outline.title ?? id, url: outline.url,
            language: isLanguage ? code : nil, tags: outline.tags, enabled: outline.isEnabled)
    }
}

extension OPMLFeed {
    fileprivate init(_ feed: Feed) {
        self.init(
            url: Feed.withoutPassword(feed.url), title: feed.name, language: feed.language,
            tags: feed.tags, isEnabled: feed.enabled)
    }
}
