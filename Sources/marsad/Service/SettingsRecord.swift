import Foundation
import News
import Settings

/// What the daemon says of its settings to other processes: `settings.json` in the state folder.
///
/// Written at start and at each reload, taken away at the end; for whoever may read the archive.
struct SettingsRecord: Codable, Hashable {
    /// New settings that were not taken, with every complaint.
    struct Refusal: Codable, Hashable {
        var at: Date
        var complaints: [String]
    }

    /// When the settings in force were read.
    var read: Date
    /// The fingerprint of the rules in force.
    var rules: String
    /// The feeds that are watched, by id.
    var feeds: [String]
    var timeZone: String
    /// The socket on which the daemon listens; nil where it has none.
    var control: String?
    /// Nil where the last reading was taken.
    var refused: Refusal?

    init(_ settings: PollSettings, read: Date, control: String?) {
        self.read = read
        self.control = control
        rules = settings.fingerprint
        feeds = settings.enabledFeeds.map(\.id)
        timeZone = settings.general.digest.timeZone
    }

    /// Nil where no daemon left one that can be read.
    init?(in state: String) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let data = FileManager.default.contents(atPath: SettingsRecord.path(in: state)),
            let record = try? decoder.decode(SettingsRecord.self, from: data)
        else { return nil }
        self = record
    }

    func write(in state: String) throws {
        let text = try JSON.text(self, pretty: true, snake: true)
        try StateFile.write(text + "\n", to: SettingsRecord.path(in: state))
    }

    static func remove(from state: String) {
        try? FileManager.default.removeItem(atPath: path(in: state))
    }

    private static func path(in state: String) -> String { state + "/settings.json" }

    /// What a person is told of a refusal; nothing where there is none.
    var lines: [String] {
        guard let refused else { return [] }
        return [
            "settings refused at \(refused.at.formatted(.iso8601)); those of "
                + "\(read.formatted(.iso8601)) stay in force (rules \(rules)):"
        ] + refused.complaints.map { "  \($0)" }
    }
}
