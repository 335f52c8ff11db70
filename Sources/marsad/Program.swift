import ArgumentParser
import Foundation

/// Runs a command and turns what it throws into the exit codes 1 and 2.
enum Program {
    static func run(_ root: any AsyncParsableCommand.Type) async {
        // A reader that goes away must not end the program without a word of its own.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try root.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Terminal.complain(failure.message)
            exit(failure.code)
        } catch {
            let code = root.exitCode(for: error)
            let message = root.fullMessage(for: error)
            if code == .success {
                print(message)
                exit(0)
            }
            if !message.isEmpty { Terminal.complain(message) }
            exit(error is ExitCode ? code.rawValue : 2)
        }
    }
}

/// Why a command could not do its work, said to its user.
struct Failure: Error {
    var message: String
    /// 1: done, with complaints; 2: could not.
    var code: Int32

    static func couldNot(_ error: any Error) -> Failure {
        Failure(message: "marsad: \(error)", code: 2)
    }

    static func couldNot(_ message: String) -> Failure {
        Failure(message: "marsad: \(message)", code: 2)
    }
}
