import ArgumentParser
import Foundation
import Logging
import Polling
import ServiceLifecycle
import Settings
import Storage
import UnixSignals

/// `marsad run`: the daemon, in the foreground.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch the feeds until told to stop; the daemon, in the foreground.",
        discussion: """
            SIGTERM and SIGINT end it: polls in flight are given up, what is whole is kept.

            Example: marsad run --config /etc/marsad --state /var/lib/marsad
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(
        help: "trace, debug, info, notice, warning, error or critical (else as the settings say).")
    var logLevel: GeneralSettings.LogLevel?

    func run() async throws {
        let workspace = try Workspace(config, state, .readWrite)
        let log = logger(workspace.settings)
        let pipeline = Pipeline(workspace.settings, archive: workspace.archive)
        let loop = PollLoop(
            pipeline: pipeline, archive: workspace.archive, log: log,
            notifier: SystemdNotifier())
        let clock = DigestClock(
            pipeline: pipeline, archive: workspace.archive, folder: state.path + "/digests",
            log: log)
        var group = ServiceGroupConfiguration(
            services: [
                // By default the name is the whole service as text, with every rule in it.
                .init(service: loop, serviceName: "poll loop"),
                .init(service: clock, serviceName: "digest clock"),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        group.maximumGracefulShutdownDuration = .seconds(10)
        try await ServiceGroup(configuration: group).run()
        if let unkept = await pipeline.keeper.settled() {
            log.error("\(unkept.polls) polls are lost to memory; their feeds will be asked again")
        }
        try orFail { () throws(ArchiveError) in try workspace.archive.close() }
        log.info("stopped")
    }

    private func logger(_ settings: Configuration) -> Logger {
        let isJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil
        var log = Logger(label: "marsad") { _ in LogFormat(journal: isJournal) }
        log.logLevel = (logLevel ?? settings.general.logLevel).level
        return log
    }
}

extension GeneralSettings.LogLevel: ExpressibleByArgument {}
