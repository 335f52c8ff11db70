import Foundation
import ServiceLifecycle

/// A program that is started, told something on standard input and waited for.
struct ChildProgram: Sendable {
    let path: String
    let arguments: [String]
    /// Besides `PATH`; nothing else of this process' own is handed on.
    let environment: [String: String]
    /// Seconds that it may take.
    var patience = 60.0

    enum Ending: Sendable, Hashable {
        case cannotStart
        case tookTooLong
        case ended(Int32)
    }

    /// Seconds that it is left when the daemon is told to end.
    private static let grace = 5.0

    func run(input: String) async -> Ending {
        let pipe = Pipe()
        return await run(input: pipe.fileHandleForReading) {
            // A few kilobytes fit into the pipe, whether or not the program reads them.
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? pipe.fileHandleForWriting.close()
        }
    }

    /// - Parameter onStart: called when the program runs.
    func run(input: FileHandle, onStart: () -> Void = {}) async -> Ending {
        let process = process(input)
        let began = ContinuousClock.now
        var alarm: Int?
        let code = await withTaskCancellationOrGracefulShutdownHandler {
            await withCheckedContinuation { (end: CheckedContinuation<Int32?, Never>) in
                process.terminationHandler = { end.resume(returning: $0.terminationStatus) }
                do {
                    try process.run()
                } catch {
                    process.terminationHandler = nil
                    return end.resume(returning: nil)
                }
                onStart()
                alarm = ChildProgram.end(process, after: patience)
            }
        } onCancelOrGracefulShutdown: {
            _ = ChildProgram.end(process, after: ChildProgram.grace)
        }
        alarm.map(Alarm.shared.callOff)
        guard let code else { return .cannotStart }
        let isLate = (ContinuousClock.now - began) / .seconds(1) >= patience
        return isLate ? .tookTooLong : .ended(code)
    }

    private func process(_ input: FileHandle) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = environment.merging(["PATH": search]) { own, _ in own }
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    private static func end(_ process: Process, after seconds: Double) -> Int {
        Alarm.shared.set(after: seconds) {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }
}
