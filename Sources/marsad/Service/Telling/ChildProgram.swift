import Foundation

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

    func run(input: String) async -> Ending {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = environment.merging(["PATH": search]) { own, _ in own }
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let began = ContinuousClock.now
        var alarm: Int?
        let code = await withCheckedContinuation { (end: CheckedContinuation<Int32?, Never>) in
            process.terminationHandler = { end.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                end.resume(returning: nil)
                return
            }
            // A few kilobytes fit into the pipe, whether or not the program reads them.
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? pipe.fileHandleForWriting.close()
            alarm = Alarm.shared.set(after: patience) {
                if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            }
        }
        alarm.map(Alarm.shared.callOff)
        guard let code else { return .cannotStart }
        let isLate = (ContinuousClock.now - began) / .seconds(1) >= patience
        return isLate ? .tookTooLong : .ended(code)
    }
}
