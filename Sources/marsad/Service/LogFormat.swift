import Foundation
import Logging
import Settings
import Synchronization

/// Writes log lines to standard error: with journal priorities (`<4>`, sd-daemon(3)) where
/// systemd reads it, with the time otherwise; fields behind as `feed=… status=…`.
struct LogFormat: LogHandler {
    var metadata = Logger.Metadata()
    /// One for all copies of the logger: who sets it on one sets it for the program.
    var logLevel: Logger.Level {
        get { threshold.level }
        set { threshold.level = newValue }
    }
    private let isJournal: Bool
    private let threshold: LogThreshold

    init(journal: Bool, threshold: LogThreshold) {
        isJournal = journal
        self.threshold = threshold
    }

    /// Whether standard error is the journal: `JOURNAL_STREAM` names its device and inode
    /// (systemd.exec(5)); a variable left over from elsewhere names another's.
    static var isJournal: Bool {
        var about = stat()
        guard let named = ProcessInfo.processInfo.environment["JOURNAL_STREAM"],
            fstat(STDERR_FILENO, &about) == 0
        else { return false }
        return named == "\(about.st_dev):\(about.st_ino)"
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
            .sorted { $0.key < $1.key }.map { " \($0.key)=\(LogFormat.quoted("\($0.value)"))" }
        let text = LogFormat.clean("\(event.message)") + fields.joined()
        let head =
            isJournal
            ? "<\(LogFormat.priority(event.level))>"
            : "\(Date().formatted(.iso8601)) \(event.level.rawValue) "
        Terminal.complain(head + text)
    }

    /// Nothing in a message may forge a second line.
    private static func clean(_ text: String) -> String {
        String(
            text.unicodeScalars.map {
                $0.properties.generalCategory == .control ? " " : Character($0)
            })
    }

    private static func quoted(_ value: String) -> String {
        let value = clean(value)
        guard value.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else { return value }
        return "\"" + value.replacing("\"", with: "'") + "\""
    }

    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}

/// What is told from now on, and what is not; may change while the program runs.
final class LogThreshold: Sendable {
    private let state: Mutex<Logger.Level>

    init(_ level: Logger.Level) { state = Mutex(level) }

    var level: Logger.Level {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

extension GeneralSettings.LogLevel {
    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}
