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
            SIGTERM and SIGINT end it: polls in flight are given up, what is whole is kept. \
            SIGHUP has it read the settings anew: feeds, topics, lexicon, schedule. Settings \
            that do not check are refused whole; the log and ‘marsad status’ say why, and those \
            in force stay.

            Examples:
              marsad run --config /etc/marsad --state /var/lib/marsad
              systemctl reload marsad        # or: kill -HUP PID
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var state: StateOption

    @Option(
        help: "trace, debug, info, notice, warning, error or critical (else as the settings say).")
    var logLevel: GeneralSettings.LogLevel?

    func run() async throws {
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        let workspace = try Workspace(config, state, .readWrite)
        let log = logger(workspace.settings)
        if workspace.settings.general.contact == GeneralSettings().contact {
            log.warning("publishers cannot reach you: set ‘contact’ in marsad.yaml")
        }
        try? SettingsRecord(workspace.settings, read: Date()).write(in: state.path)
        let line = LiveLine(Pipeline(workspace.settings, archive: workspace.archive))
        var group = ServiceGroupConfiguration(
            services: services(line, workspace.archive, hangups, log),
            gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        group.maximumGracefulShutdownDuration = .seconds(10)
        try await ServiceGroup(configuration: group).run()
        if let unkept = await line.pipeline.keeper.settled() {
            log.error("\(unkept.polls) polls are lost to memory; their feeds will be asked again")
        }
        SettingsRecord.remove(from: state.path)
        try orFail { () throws(ArchiveError) in try workspace.archive.close() }
        log.info("stopped")
    }

    /// Each has a name of its own: by default it would be the whole service as text, with every
    /// rule in it.
    private func services(
        _ line: LiveLine, _ archive: Archive, _ hangups: UnixSignalsSequence, _ log: Logger
    ) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        let notifier = SystemdNotifier()
        let loop = PollLoop(line: line, archive: archive, log: log, notifier: notifier)
        let clock = DigestClock(
            line: line, archive: archive, folder: state.path + "/digests", log: log)
        let reloading = Reloading(
            settings: config.path, state: state.path, line: line, log: log, notifier: notifier,
            signals: hangups)
        return [
            .init(service: loop, serviceName: "poll loop"),
            .init(service: clock, serviceName: "digest clock"),
            .init(service: reloading, serviceName: "reloading"),
        ]
    }

    private func logger(_ settings: Configuration) -> Logger {
        let isJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil
        var log = Logger(label: "marsad") { _ in LogFormat(journal: isJournal) }
        log.logLevel = (logLevel ?? settings.general.logLevel).level
        return log
    }
}

extension GeneralSettings.LogLevel: ExpressibleByArgument {}
