import Foundation
import News
import Polling
import Settings
import Storage

/// Begins a subscription: a line in `feeds.yaml`, and in the archive the first poll, from the
/// answer by which the feed was found.
struct Subscription {
    let config: ConfigOption
    let state: StateOption

    func begin(_ feed: Feed, with found: Discovery.Found) async throws {
        var editor = try config.editor()
        if let known = editor.feeds.first(where: { $0.url == feed.url }) {
            throw Failure.couldNot("‘\(known.id)’ is subscribed to already")
        }
        guard let added = try? editor.add([feed]).first else {
            throw Failure.couldNot("\(config.path)/feeds.yaml cannot be edited")
        }
        try config.write(editor)
        Terminal.line("added \(added.id) to \(config.path)/feeds.yaml")
        try await keep(found, as: added)
    }

    private func keep(_ found: Discovery.Found, as feed: Feed) async throws {
        if try askDaemon(for: feed) { return }
        let archive = try openArchive()
        let pipeline = Pipeline(try config.read(), archive: archive)
        let report = await pipeline.take(.success(found.answer), nil, of: feed, nil)
        await pipeline.downloader.close()
        let unkept = await pipeline.keeper.settled()
        try orFail { () throws(ArchiveError) in try archive.close() }
        if let unkept { throw Failure.couldNot("\(unkept.cause); the feed will be asked again") }
        Terminal.line("\(report.summary.new) items, \(report.summary.matches) matches")
        if let reason = report.state.reason { Terminal.line(reason) }
    }

    /// Has a daemon that holds the archive take up the settings and ask the feed: nobody else
    /// writes then. False where none listens.
    private func askDaemon(for feed: Feed) throws -> Bool {
        guard let client = ControlClient(state: state.path),
            try client.ask(ControlRequest(.reload)) != nil
        else { return false }
        var request = ControlRequest(.poll)
        request.feeds = [feed.id]
        guard let poll = try client.ask(request, patience: 600)?.polls?.first else { return false }
        if let error = poll.error { throw Failure.couldNot("\(feed.id): \(error)") }
        Terminal.line("the daemon asked it: \(poll.new) new items, \(poll.matches) matches")
        if let next = poll.next { Terminal.line(next) }
        return true
    }

    /// Beside another command that has it: a poll, say.
    private func openArchive() throws -> Archive {
        do throws(ArchiveError) {
            return try Archive(at: state.path, access: .readWrite)
        } catch .locked {
            return try Workspace.open(state, .writeBeside)
        } catch {
            throw Failure.couldNot(error)
        }
    }
}
