import Foundation
import Settings

/// Which settings this very program has found to be in order, byte for byte: `checked.json` in the
/// state folder (`docs/notes/ready-soon.md`).
///
/// A start by the same settings need not check them again before it is ready. Another program, or
/// a file that differs by one byte, has them checked as at the first time.
struct KnownSettings {
    /// The settings folder.
    let config: String
    /// The state folder.
    let state: String

    private struct Record: Codable, Hashable {
        /// Of all files of the folder.
        var settings: String
        /// The fingerprint of their rules.
        var rules: String
        /// The program's file as it is told from any other: place, size and time of writing.
        var program: String
    }

    /// Whom to ask, and the rules, which are compiled meanwhile; nil where the settings are not
    /// known to be in order.
    func settings() -> (polls: PollSettings, rules: AwaitedRules)? {
        let folder = SettingsFolder(config)
        let hash = folder.hash()
        guard let known = read(), known == record(hash, rules: known.rules),
            let polls = try? folder.readPolls(fingerprint: known.rules)
        else { return nil }
        return (polls, .coming(ComingRules { await KnownSettings.compiled(folder) }))
    }

    /// Reads and checks all settings, and remembers those that are in order.
    func check() throws(SettingsError) -> Configuration {
        let folder = SettingsFolder(config)
        let before = folder.hash()
        let settings = try folder.read().lean()
        // What was edited meanwhile is not what was checked.
        if folder.hash() == before { write(record(before, rules: settings.fingerprint)) }
        return settings
    }

    /// Ends the program, as a start by settings that do not check does, where files were changed
    /// within the moment since they were compared.
    @concurrent
    private static func compiled(_ folder: SettingsFolder) async -> Configuration {
        do throws(SettingsError) {
            return try folder.read().lean()
        } catch {
            Terminal.complain(error.description)
            exit(2)
        }
    }

    // MARK: What is remembered

    private var file: String { state + "/checked.json" }

    private func read() -> Record? {
        FileManager.default.contents(atPath: file)
            .flatMap { try? JSONDecoder().decode(Record.self, from: $0) }
    }

    /// Where it cannot be written, the next start checks again.
    private func write(_ record: Record?) {
        guard let record, record != read(), let text = try? JSON.text(record, pretty: true) else {
            return
        }
        try? StateFile.write(text + "\n", to: file)
    }

    private func record(_ hash: FolderHash, rules: String) -> Record? {
        var about = stat()
        guard stat("/proc/self/exe", &about) == 0 else { return nil }
        let time = about.st_mtim
        return Record(
            settings: hash.digits, rules: rules,
            program: "\(about.st_ino) \(about.st_size) \(time.tv_sec).\(time.tv_nsec)")
    }
}
