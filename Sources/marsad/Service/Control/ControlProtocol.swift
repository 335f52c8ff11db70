import Foundation
import News
import Storage

/// What is asked of a daemon: one JSON object on a line of its own, such as
/// `{"command":"poll","feeds":["hespress.com"]}`.
struct ControlRequest: Codable, Sendable, Hashable {
    enum Command: String, Codable, Sendable, CaseIterable {
        case status, metrics, poll, reload, pause, resume
        /// Corrections and care of the archive, which the daemon holds.
        case merge, split, label, compact
        /// For tests alone (`docs/notes/testing-the-daemon.md`).
        case stall, clock
    }

    var command: Command
    /// Of `poll`: ids or names; none for all that may be asked.
    var feeds: [String]?
    /// Of `merge`: this story becomes part of the other.
    var story: Int64?
    var into: Int64?
    /// Of `split`.
    var item: ItemKey?
    /// Of `label`.
    var labels: [Label]?
    /// Of `label`: takes back what was said, instead of saying it.
    var forget: [Label]?
    /// Of `clock`: how far it is set forward.
    var seconds: Double?

    init(_ command: Command) { self.command = command }
}

/// What a daemon answers, on one line: `{"ok":true,…}` or `{"error":"…","ok":false}`.
struct ControlReply: Codable, Sendable {
    var ok: Bool
    /// Why not, as a sentence.
    var error: String?
    /// What was done, as a sentence.
    var done: String?
    var status: StatusReport?
    var metrics: String?
    var polls: [PollLine]?
    /// Of `split`: the item's story.
    var story: Int64?
    /// Of `compact`: bytes before and after.
    var bytes: [Int]?

    static func failure(_ cause: String) -> ControlReply { ControlReply(ok: false, error: cause) }
    static func success(_ done: String) -> ControlReply { ControlReply(ok: true, done: done) }
}

/// JSON as both ends write it: one line, ISO dates, words parted by underscores.
enum ControlJSON {
    static func line(_ value: some Encodable) throws -> String {
        try JSON.text(value, snake: true) + "\n"
    }

    static func value<Value: Decodable>(_ type: Value.Type, in line: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: line)
    }
}

/// Where a daemon listens.
enum ControlPath {
    /// In the runtime folder that systemd gives, else in the state folder.
    static func forDaemon(
        state: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        let given = environment["RUNTIME_DIRECTORY"] ?? ""
        let folder = given.split(separator: ":").first.map(String.init) ?? state
        let path = folder + "/control.sock"
        return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
