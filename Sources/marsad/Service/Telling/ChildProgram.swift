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

    /// How it ended, and the last that it said on standard error.
    typealias Outcome = (ending: Ending, said: String)

    /// Seconds that it is left when the daemon is told to end.
    private static let grace = 5.0

    func run(input: String) async -> Outcome {
        let pipe = Pipe()
        return await run(input: pipe.fileHandleForReading) {
            // A few kilobytes fit into the pipe, whether or not the program reads them.
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? pipe.fileHandleForWriting.close()
        }
    }

    /// - Parameter onStart: called when the program runs.
    func run(input: FileHandle, onStart: () -> Void = {}) async -> Outcome {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let child = Child(
            path, arguments, environment.merging(["PATH": search]) { own, _ in own },
            input: input.fileDescriptor)
        guard let child else { return (.cannotStart, "") }
        onStart()
        let began = ContinuousClock.now
        let alarm = ChildProgram.end(child, after: patience)
        let (code, said) = await withTaskCancellationOrGracefulShutdownHandler {
            await child.ending()
        } onCancelOrGracefulShutdown: {
            _ = ChildProgram.end(child, after: ChildProgram.grace)
        }
        Alarm.shared.callOff(alarm)
        let isLate = (ContinuousClock.now - began) / .seconds(1) >= patience
        return (isLate ? .tookTooLong : .ended(code), said)
    }

    private static func end(_ child: Child, after seconds: Double) -> Int {
        Alarm.shared.set(after: seconds) { child.kill() }
    }
}
