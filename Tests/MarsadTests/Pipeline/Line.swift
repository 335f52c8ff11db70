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
///
/// - Parameter digest: lines of `marsad.yaml` under `digest:`.
func withLine<Result>(
    _ press: Press, and others: [Feed] = [], digest: String? = nil,
    _ body: (Line) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        var small = press.settings()
        if let digest { small.files["marsad.yaml"]? += "\ndigest:\n  \(digest)" }
        try small.write(to: folder + "/config")
        var settings = try SettingsFolder(folder + "/config").read()
        settings.feeds += others
        let archive = try Archive(at: folder + "/state", access: .readWrite)
        let line = Line(pipeline: Pipeline(settings, archive: archive), archive: archive)
        return try await body(line)
    }
}
