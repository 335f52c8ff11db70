import Foundation
import ServiceLifecycle

/// Hands a message to a program that takes mail as `sendmail -t` does: on standard input, with
/// its recipients in its headers.
struct Sendmail {
    /// The program's path.
    let program: String
    /// Seconds that it may take.
    var patience = 60.0

    /// - Parameter file: the message.
    /// - Throws: `Refused` where the program cannot be started, fails or takes too long, or is
    ///   broken off because the daemon ends; the message stays where it is.
    func send(_ file: String) async throws(Refused) {
        guard let message = FileHandle(forReadingAtPath: file) else {
            throw Refused(program: program, cause: "\(file) cannot be read")
        }
        let child = ChildProgram(
            path: program, arguments: ["-t", "-i"],
            environment: ProcessInfo.processInfo.environment, patience: patience)
        let (ending, said) = await child.run(input: message)
        let words = said.isEmpty ? "" : " (\(said))"
        switch ending {
        case .cannotStart: throw Refused(program: program, cause: "cannot be started")
        case .tookTooLong: throw again("took longer than \(Int(patience)) s\(words)")
        case .ended(0): return
        case .ended(Sendmail.temporaryFailure): throw again("ended with 75\(words)")
        case .ended(let code):
            if Task.isShuttingDownGracefully { throw again("was broken off") }
            throw Refused(program: program, cause: "ended with \(code)\(words)")
        }
    }

    private func again(_ cause: String) -> Refused {
        Refused(program: program, cause: cause + ", so it is asked again later", isTemporary: true)
    }

    /// EX_TEMPFAIL of sysexits.h: try again later.
    private static let temporaryFailure: Int32 = 75

    struct Refused: Error, Equatable, CustomStringConvertible {
        let program: String
        let cause: String
        /// It may take the message another time.
        var isTemporary = false
        var description: String { "\(program): did not take the digest's mail: \(cause)" }
    }
}
