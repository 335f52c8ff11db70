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
            StallDaemon.self,
        ])
}

/// A command that is one word to the daemon and one line back.
protocol DaemonOrder: AsyncParsableCommand {
    static var order: ControlRequest.Command { get }
    var state: StateOption { get }
}

extension DaemonOrder {
    func run() async throws { Terminal.line(try answer().done ?? "") }

    /// Asks, or ends the command.
    func answer() throws -> ControlReply {
        let reply = try ControlClient(state: state.path)?
            .ask(ControlRequest(Self.order), patience: 120)
        guard let reply else { throw Failure.couldNot("\(state.path): no daemon listens") }
        return reply
    }
}

struct PauseDaemon: DaemonOrder {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Ask no feed until told to resume, or started again.")
    static let order = ControlRequest.Command.pause

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption
}

struct ResumeDaemon: DaemonOrder {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Ask feeds again when they are due.")
    static let order = ControlRequest.Command.resume

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption
}

struct ReloadDaemon: DaemonOrder {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Read the settings anew; tells what is wrong with them.",
        discussion: "As SIGHUP does, but waits for the outcome: exit code 2 where they are refused."
    )
    static let order = ControlRequest.Command.reload

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption
}

struct DaemonMetrics: DaemonOrder {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Print the daemon’s metrics as Prometheus reads them.")
    static let order = ControlRequest.Command.metrics

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption

    func run() async throws { Terminal.write(try answer().metrics ?? "") }
}

/// Tests alone may ask this (`docs/notes/testing-the-daemon.md`).
struct StallDaemon: DaemonOrder {
    static let configuration = CommandConfiguration(
        commandName: "stall", abstract: "Have the poll loop hang.", shouldDisplay: false)
    static let order = ControlRequest.Command.stall

    @OptionGroup var config: UnreadConfigOption
    @OptionGroup var state: StateOption
}
