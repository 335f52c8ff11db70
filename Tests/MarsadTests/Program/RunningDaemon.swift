import Foundation
import News
import Storage
import Testing

@testable import marsad

/// `marsad run` under way as a process, what it tells systemd, and the way to its socket.
final class RunningDaemon {
    let program: RunningProgram
    let notifications: NotifySocket
    private let folder: String

    /// - Parameter tests: whether it lets tests have their way (`MARSAD_TESTING=1`).
    init(
        in folder: String, environment: [String: String] = [:], tests: Bool = false,
        logLevel: String? = nil
    ) throws {
        self.folder = folder
        notifications = try NotifySocket(folder + "/notify")
        var own = ["NOTIFY_SOCKET": folder + "/notify"].merging(environment) { $1 }
        if tests { own["MARSAD_TESTING"] = "1" }
        let level = logLevel.map { ["--log-level", $0] } ?? []
        program = try RunningProgram(
            RunningDaemon.arguments("run", folder) + level, environment: own)
    }

    var state: String { folder + "/state" }
    var log: [String] { program.complaints.split(separator: "\n").map(String.init) }

    /// How many lines of the log hold these words.
    func said(_ words: String) -> Int { log.count { $0.contains(words) } }

    func isReady() async -> Bool { await hears("READY=1") }

    /// Whether systemd comes to be told this.
    func hears(_ beginning: String) async -> Bool {
        await eventually(every: .milliseconds(50)) {
            notifications.messages.contains { $0.hasPrefix(beginning) }
        }
    }

    /// Runs a command on the same settings and archive.
    func command(_ words: String...) async throws -> Ending {
        try await BuiltProgram.run(
            RunningDaemon.arguments(words[0], folder, Array(words.dropFirst())))
    }

    /// Asks on the control socket, as any program may.
    func ask(_ request: ControlRequest) throws -> ControlReply {
        try #require(try ControlClient(state: state)?.ask(request, patience: 30))
    }

    func status() throws -> StatusReport { try #require(try ask(ControlRequest(.status)).status) }

    func holds(_ headlines: [ItemKey: String]) async -> Bool {
        await eventually(every: .milliseconds(50)) { (try? shelf().headlines) == headlines }
    }

    func shelf() throws -> Shelf {
        let archive = try Archive(at: state, access: .readOnly)
        defer { try? archive.close() }
        return try Shelf(archive)
    }

    /// Tells it to end, and expects that it does in good order.
    func end(_ signal: Int32 = SIGTERM) async throws {
        program.send(signal)
        let ending = try await program.ending()
        #expect(ending.code == 0, "\(ending.complaints)")
        #expect(ending.complaints.hasSuffix("stopped\n"), "\(ending.complaints)")
    }

    private static func arguments(
        _ command: String, _ folder: String, _ words: [String] = []
    ) -> [String] {
        let config = ["--config", folder + "/config"]
        let state = ["--state", folder + "/state"]
        let first = command.split(separator: " ").map(String.init)
        let hasConfig = ["run", "poll", "status", "label"].contains(first[0])
        return first + words + (hasConfig ? config : []) + state
    }
}
