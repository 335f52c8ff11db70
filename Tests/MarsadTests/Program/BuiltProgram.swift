import Foundation

/// The program as it was built beside the tests, run as a process of its own.
enum BuiltProgram {
    /// The folder that the package lies in, in which the program is run.
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "marsad").path

    /// Runs it to its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> Ending {
        try await RunningProgram(arguments, environment: environment).ending()
    }
}

/// How a process ended, and all that it said.
struct Ending: Sendable, Hashable {
    /// The exit code; the signal as a negative number where one ended it.
    var code: Int32
    var output: String
    var complaints: String
}

/// A process under way; it is killed where nobody waits for its end any longer.
final class RunningProgram: Sendable {
    private let process = Process()
    private let ends: AsyncStream<Int32>
    private let said: URL

    /// - Parameters:
    ///   - environment: What stands in the environment besides `PATH` and `HOME`.
    ///   - input: What it reads on standard input.
    init(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) throws {
        said = FileManager.default.temporaryDirectory
            .appending(path: "marsad-said-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: said, withIntermediateDirectories: true)
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        self.ends = ends
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.currentDirectoryURL = URL(filePath: BuiltProgram.package)
        process.arguments = arguments
        var own = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME"].contains($0.key) }
        _ = Leftovers.areEnded
        own[Leftovers.variable] = "\(getpid())"
        process.environment = own.merging(environment) { $1 }
        process.standardInput = try RunningProgram.input(said, input)
        process.standardOutput = try RunningProgram.file(said, "output")
        process.standardError = try RunningProgram.file(said, "complaints")
        process.terminationHandler = { process in
            let isSignal = process.terminationReason == .uncaughtSignal
            end.yield(isSignal ? -process.terminationStatus : process.terminationStatus)
            end.finish()
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: said)
    }

    var id: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(id, signal) }

    /// What it has said so far on standard error.
    var complaints: String { text("complaints") }

    func ending() async throws -> Ending {
        for await code in ends {
            return Ending(code: code, output: text("output"), complaints: text("complaints"))
        }
        throw CancellationError()
    }

    private func text(_ name: String) -> String {
        let data = FileManager.default.contents(atPath: said.appending(path: name).path)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    private static func input(_ folder: URL, _ text: String) throws -> FileHandle {
        guard !text.isEmpty else { return FileHandle.nullDevice }
        let file = folder.appending(path: "input")
        try Data(text.utf8).write(to: file)
        return try FileHandle(forReadingFrom: file)
    }

    /// Files, not pipes: a full pipe would hold the program up.
    private static func file(_ folder: URL, _ name: String) throws -> FileHandle {
        let path = folder.appending(path: name).path
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }
}
