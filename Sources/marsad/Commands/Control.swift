import ArgumentParser
import Foundation

/// `marsad control`: tells a running daemon what to do.
struct Control: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "control",
        abstract:
            "Tell the running daemon to pause, to go on, to read its settings; ask its metrics.",
        discussion: """
            Works through the daemon’s control socket, which root and the daemon’s own user may \
            use. Exit code 2 where no daemon listens.

            Examples:
              marsad control pause
              marsad control reload
              marsad control metrics | promtool check metrics
            """,
        subcommands: [
            PauseDaemon.self, ResumeDaemon.self, ReloadDaemon.self, DaemonMetrics.self,
        ])

    /// Asks, or ends the command.
    static func ask(_ command: ControlRequest.Command, _ state: StateOption) throws -> ControlReply
    {
        guard
            let reply = try ControlClient(state: state.path)?
                .ask(ControlRequest(command), patience: 120)
        else { throw Failure.couldNot("\(state.path): no daemon listens") }
        return reply
    }
}

struct PauseDaemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Ask no feed until told to resume, or started again.")

    @OptionGroup var state: StateOption

    func run() async throws { Terminal.line(try Control.ask(.pause, state).done ?? "") }
}

struct ResumeDaemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Ask feeds again when they are due.")

    @OptionGroup var state: StateOption

    func run() async throws { Terminal.line(try Control.ask(.resume, state).done ?? "") }
}

struct ReloadDaemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Read the settings anew; tells what is wrong with them.",
        discussion: "As SIGHUP does, but waits for the outcome: exit code 2 where they are refused."
    )

    @OptionGroup var state: StateOption

    func run() async throws { Terminal.line(try Control.ask(.reload, state).done ?? "") }
}

struct DaemonMetrics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Print the daemon’s metrics as Prometheus reads them.")

    @OptionGroup var state: StateOption

    func run() async throws { Terminal.write(try Control.ask(.metrics, state).metrics ?? "") }
}
