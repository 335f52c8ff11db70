import Foundation
import News
import Settings
import Storage

@testable import marsad

/// The whole line from a press's feeds to an archive of its own.
struct Line {
    let pipeline: Pipeline
    let archive: Archive

    /// Asks all feeds, due or not, with what the archive remembers of them.
    func poll() async throws -> [PollReport] {
        await pipeline.poll(pipeline.settings.feeds, states: try archive.feedStates())
    }

    func shelf() throws -> Shelf { try Shelf(archive) }
}

/// Runs a body with a line that subscribes to a press and to other feeds.
func withLine<Result>(
    _ press: Press, and others: [Feed] = [], _ body: (Line) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        try press.settings().write(to: folder + "/config")
        var settings = try SettingsFolder(folder + "/config").read()
        settings.feeds += others
        let archive = try Archive(at: folder + "/state", access: .readWrite)
        let line = Line(pipeline: Pipeline(settings, archive: archive), archive: archive)
        return try await body(line)
    }
}
