package import Extraction

extension SettingsProblem: CustomStringConvertible {
    /// `config/feeds.yaml:3:12: ‘soon’ is not a length of time; write 15 min, 2 h or 1 d`.
    package var description: String {
        guard !place.file.isEmpty else { return message }
        guard place.line > 0 else { return "\(place.file): \(message)" }
        return "\(place.file):\(place.line):\(place.column): \(message)"
    }
}

/// Settings that cannot be used; every problem of one reading, in the order of the files.
package struct SettingsError: Error, CustomStringConvertible {
    package var problems: [SettingsProblem]

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

/// Collects what is wrong while files are read, so that one reading tells all.
final class ProblemList {
    private(set) var problems: [SettingsProblem] = []

    func add(_ message: String, at place: SettingsPlace) {
        problems.append(SettingsProblem(message, at: place))
    }

    func add(_ more: [SettingsProblem]) { problems += more }
}
