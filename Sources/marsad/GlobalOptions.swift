import ArgumentParser
import Foundation
import Settings

/// Where settings and state are; the same for every command.
struct ConfigOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "The settings folder (else $MARSAD_CONFIG, ./config, $XDG_CONFIG_HOME/marsad, /etc/marsad).",
            valueName: "DIR"))
    var folder: String?

    /// The folder given, else the first of the usual places that exists.
    var path: String { folder ?? ConfigOption.usualPath }

    static var usualPath: String {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["MARSAD_CONFIG"], !named.isEmpty { return named }
        let home = environment["XDG_CONFIG_HOME"] ?? (environment["HOME"] ?? "/root") + "/.config"
        let usual = ["config", home + "/marsad", "/etc/marsad"]
        return usual.first { FileManager.default.fileExists(atPath: $0 + "/marsad.yaml") }
            ?? "config"
    }

    /// All settings; ends the command with every complaint where there are any.
    func read() throws -> Configuration { try ConfigOption.read(path) }

    static func read(_ path: String) throws -> Configuration {
        do throws(SettingsError) {
            return try SettingsFolder(path).read()
        } catch {
            throw Failure(message: error.description, code: 2)
        }
    }
}

/// For commands that need no settings: taken all the same, so that every command that works on an
/// archive can be given the same two folders.
struct UnreadConfigOption: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The settings folder; not needed here.", valueName: "DIR"))
    var folder: String?
}

struct StateOption: ParsableArguments {
    @Option(
        name: .customLong("state"),
        help: ArgumentHelp(
            """
            The state folder (else $STATE_DIRECTORY, $XDG_STATE_HOME/marsad, \
            ~/.local/state/marsad, as root /var/lib/marsad).
            """,
            valueName: "DIR"))
    var folder: String?

    var path: String {
        if let folder { return folder }
        let environment = ProcessInfo.processInfo.environment
        if let given = environment["STATE_DIRECTORY"], !given.isEmpty {
            return given.split(separator: ":").first.map(String.init) ?? given
        }
        if let home = environment["XDG_STATE_HOME"], !home.isEmpty { return home + "/marsad" }
        if getuid() != 0, let home = environment["HOME"] { return home + "/.local/state/marsad" }
        return "/var/lib/marsad"
    }
}

/// How a result that is data is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl

    /// Prints values as data, an array or one a line, or has them told to a person.
    ///
    /// - Parameter snake: As for ``JSON/text(_:pretty:snake:)``.
    func print<Line: Encodable>(
        _ lines: [Line], snake: Bool = false, text: ([Line]) throws -> Void
    ) throws {
        switch self {
        case .json: Terminal.line(try JSON.text(lines, pretty: true, snake: snake))
        case .jsonl: for line in lines { Terminal.line(try JSON.text(line, snake: snake)) }
        case .text: try text(lines)
        }
    }
}
