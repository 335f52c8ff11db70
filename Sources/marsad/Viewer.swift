import Foundation

/// Shows a file to the person at the machine.
enum Viewer {
    /// Hands the file to `$BROWSER`, else to xdg-open, and does not wait for them to end.
    static func show(_ file: String) throws {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 }
        let program = named ?? "xdg-open"
        guard let path = path(of: program, environment["PATH"] ?? "/usr/bin:/bin") else {
            throw Failure.couldNot(
                "\(program): is not to be found; open \(file) yourself, or name a program in "
                    + "$BROWSER")
        }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = [URL(filePath: file).path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw Failure.couldNot("\(path): cannot be started: \(error.localizedDescription)")
        }
    }

    private static func path(of program: String, _ folders: String) -> String? {
        let places =
            program.contains("/")
            ? [program] : folders.split(separator: ":").map { "\($0)/\(program)" }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
