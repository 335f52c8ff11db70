import ArgumentParser
import CLinux
import Foundation
import Logging
import Polling
import ServiceLifecycle
import Settings
import Storage

/// `marsad run`: the daemon, in the foreground.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch the feeds until told to stop; the daemon, in the foreground.",
        discussion: """
            SIGTERM and SIGINT end it: no new polls, those in flight get ten seconds, what is \
            whole is kept; a second one ends it at once. SIGHUP has it read the settings anew: \
            feeds, topics, lexicon, schedule. Settings that do not check are refused whole; the \
            log and ‘marsad status’ say why, and those in force stay. SIGUSR1 has all feeds asked \
            that may be, due or not.

            While it runs, ‘marsad status’, ‘poll’, ‘label’, ‘stories --merge’ and ‘archive \
            compact’ ask it through its control socket; so does ‘marsad control’.

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
        // Many arenas keep much that is freed; two are enough for this program's few threads. What
        // is large is mapped for itself, and goes back when it is freed.
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 128 << 10)
        _ = (ProgramText.ranges, ProgramText.tables)
        TaskThreads.whenAtRest { ProgramText.letGo() }
        let caught = try Signals.streams(of: [[SIGHUP], SignalWatch.wanted])
        let notifier = SystemdNotifier()
        let (settings, rules, archive) = try await opened(notifier)
        let log = logger(settings.general)
        if settings.general.contact == GeneralSettings().contact {
            log.warning("publishers cannot reach you: set ‘contact’ in marsad.yaml")
        }
        let rights = TestingRights()
        if rights.areGiven {
            log.warning("tests may have their way with this daemon (MARSAD_TESTING)")
        }
        let clock = rights.clock
        let line = LiveLine(Pipeline(settings, rules, archive: archive, clock: clock))
        let daemon = Daemon(
            config: config.path, state: state.path, line: line, archive: archive,
            isLogLevelFixed: logLevel != nil, clock: clock, rights: rights, notifier: notifier,
            log: log)
        try await daemon.run(caught[0], caught[1])
        if let unkept = await line.pipeline.keeper.settled() {
            log.error("\(unkept.polls) polls are lost to memory; their feeds will be asked again")
        }
        SettingsRecord.remove(from: state.path)
        try orFail { () throws(ArchiveError) in try archive.close() }
        log.info("stopped")
    }

    /// Settings and archive, read and opened at the same time: either may take a while.
    private func opened(
        _ notifier: SystemdNotifier
    ) async throws -> (PollSettings, AwaitedRules, Archive) {
        async let archive = Opening(state: state.path, notifier: notifier).archive()
        let known = KnownSettings(config: config.path, state: state.path)
        if let (polls, rules) = known.settings() { return (polls, rules, try await archive) }
        let settings: Configuration
        do throws(SettingsError) {
            settings = try known.check()
        } catch {
            try? await archive.close()
            throw Failure(message: error.description, code: 2)
        }
        return (settings.polls, .known(settings), try await archive)
    }

    private func logger(_ settings: GeneralSettings) -> Logger {
        let isJournal = LogFormat.isJournal
        let threshold = LogThreshold((logLevel ?? settings.logLevel).level)
        return Logger(label: "marsad") { _ in
            LogFormat(journal: isJournal, threshold: threshold)
        }
    }
}

extension GeneralSettings.LogLevel: ExpressibleByArgument {}

/// Opens the archive, and tells systemd where that takes longer than it thinks.
struct Opening: Sendable {
    /// The state folder.
    let state: String
    let notifier: SystemdNotifier

    /// Seconds that each step of a migration may take, and between two words to systemd.
    private static let patience = 60
    private static let pause = 10.0

    @concurrent
    func archive() async throws -> Archive {
        // As long as the work goes on, and no longer, more time is asked for.
        let asking = Task {
            while (try? await DaemonClock.real.sleep(Opening.pause)) != nil {
                notifier.extendTimeout(by: Opening.patience, "opening the archive")
            }
        }
        defer { asking.cancel() }
        do throws(ArchiveError) {
            return try Archive(at: state, access: .readWrite) { step, last in
                let words = "bringing the archive up to date, step \(step) of \(last)"
                notifier.extendTimeout(by: Opening.patience, words)
                Terminal.complain(words)
            }
        } catch {
            throw Failure.couldNot(error)
        }
    }
}
