import Foundation

/// Hands a message to a program that takes mail as `sendmail -t` does: on standard input, with
/// its recipients in its headers.
struct Sendmail {
    /// The program's path.
    let program: String
    /// Seconds that it may take.
    var patience = 60.0

    /// - Parameter file: the message.
    /// - Throws: `Refused` where the program cannot be started, fails or takes too long; the
    ///   message stays where it is.
    func send(_ file: String) async throws(Refused) {
        guard let message = FileHandle(forReadingAtPath: file) else {
            throw Refused(program: program, cause: "\(file) cannot be read")
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-t", "-i"]
        process.standardInput = message
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        var alarm: Int?
        let status = await withCheckedContinuation { (ending: CheckedContinuation<Int32?, Never>) in
            process.terminationHandler = { ending.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                ending.resume(returning: nil)
                return
            }
            alarm = Alarm.shared.set(after: patience) {
                if process.isRunning { process.terminate() }
            }
        }
        alarm.map(Alarm.shared.callOff)
        guard let status else { throw Refused(program: program, cause: "cannot be started") }
        if status == Sendmail.temporaryFailure {
            throw Refused(
                program: program, cause: "ended with \(status), so it is asked again later",
                isTemporary: true)
        }
        if status != 0 { throw Refused(program: program, cause: "ended with \(status)") }
    }

    /// `EX_TEMPFAIL` of sysexits.h: not now, but later.
    private static let temporaryFailure: Int32 = 75

    struct Refused: Error, Equatable, CustomStringConvertible {
        let program: String
        let cause: String
        var isTemporary = false
        var description: String { "\(program): did not take the digest's mail: \(cause)" }
    }
}
