import ArgumentParser
import Extraction
import Foundation
import News
import Polling
import Settings
import Storage

/// `marsad feeds`: the subscriptions and their health.
struct FeedCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Look at the subscriptions, add and remove some, and carry them in and out.",
        discussion: """
            Examples:
              marsad feeds list --why
              marsad feeds add telquel.ma
              marsad feeds check
            """,
        subcommands: [
            ListFeeds.self, CheckFeeds.self, DiscoverFeeds.self, AddFeed.self, RemoveFeed.self,
            ImportFeeds.self, ExportFeeds.self,
        ], defaultSubcommand: ListFeeds.self)
}

extension ConfigOption {
    /// The feed of that id, name or address; ends the command where there is none.
    func feed(named name: String, among feeds: [Feed]) throws -> Feed {
        let found = feeds.first { [$0.id, $0.name, $0.url].contains(name) }
        if let found { return found }
        let hint = Suggestion.question(for: name, among: feeds.flatMap { [$0.id, $0.name] })
        let shown = Feed.withoutSecrets(name)
        throw Failure.couldNot("there is no feed ‘\(shown)’ in \(path)/feeds.yaml\(hint)")
    }

    /// The subscriptions, to be edited.
    func editor() throws -> FeedsEditor { try orFail { try FeedsEditor(path) } }

    func write(_ editor: FeedsEditor) throws { try orFail { try editor.write() } }

    private func orFail<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as SettingsError {
            throw Failure(message: error.description, code: 2)
        }
    }
}

extension StateOption {
    /// What is remembered of all feeds; nothing where there is no archive yet.
    func feedStates() throws -> [String: FeedState] {
        guard FileManager.default.fileExists(atPath: path + "/archive.sqlite") else { return [:] }
        let archive = try Workspace.open(self, .readOnly)
        return try orFail { () throws(ArchiveError) in try archive.feedStates() }
    }
}
