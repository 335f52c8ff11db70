import Foundation
import Logging
import ServiceLifecycle
import Settings
import Sockets
import Storage

/// All that runs while the daemon does, put together.
struct Daemon {
    /// The settings folder and the state folder.
    let config: String
    let state: String
    let line: LiveLine
    let archive: Archive
    /// Whether the command line says how much is logged, whatever the settings say.
    let isLogLevelFixed: Bool
    let clock: DaemonClock
    let rights: TestingRights
    let notifier: SystemdNotifier
    let log: Logger
    let inbox = LoopInbox()
    let instruments = Instruments()

    /// Returns when it was told to end and all is done.
    func run(_ hangups: AsyncStream<Int32>, _ signals: AsyncStream<Int32>) async throws {
        let settings = await line.pipeline.settings
        let server = server(port: settings.general.metrics.port)
        let record = SettingsRecord(settings, read: clock.now, control: server?.path)
        try? record.write(in: state)
        let reloading = Reloading(
            settings: config, state: state, line: line, server: server,
            isLogLevelFixed: isLogLevelFixed, log: log, notifier: notifier, signals: hangups,
            inbox: inbox, instruments: instruments)
        var configuration = ServiceGroupConfiguration(
            services: services(reloading, server), logger: log)
        // A little more than polls in flight get: they end first, or are given up.
        configuration.maximumGracefulShutdownDuration = .seconds(PollLoop.grace + 1.5)
        let group = ServiceGroup(configuration: configuration)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            // The watch on signals outlives all: the second may come at any moment.
            tasks.addTask {
                await SignalWatch(signals: signals, inbox: inbox, log: log).run {
                    await group.triggerGracefulShutdown()
                }
            }
            tasks.addTask {
                // The loop first: it needs no rules to be ready.
                guard await inbox.ping(), await !line.pipeline.rules.areThere else { return }
                _ = await line.ruled()
                inbox.put(.settings)
            }
            try await group.run()
            tasks.cancelAll()
        }
    }

    /// Nil where it cannot be had, which the log tells: the daemon does its work without. A port
    /// that another program has takes nothing from who asks on the socket.
    private func server(port: Int?) -> SocketServer? {
        let path = ControlPath.forDaemon(state: state)
        do throws(SocketFault) {
            return try SocketServer(path: path, port: port)
        } catch {
            log.error("cannot listen: \(error)")
            return port == nil ? nil : server(port: nil)
        }
    }

    /// Each has a name of its own: by default it would be the whole service as text, with every
    /// rule in it.
    private func services(
        _ reloading: Reloading, _ server: SocketServer?
    ) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        let loop = PollLoop(
            line: line, archive: archive, inbox: inbox, instruments: instruments, clock: clock,
            log: log, notifier: notifier)
        let digests = DigestClock(
            line: line, inbox: inbox, folder: state + "/digests", clock: clock, log: log)
        let retention = RetentionClock(
            line: line, archive: archive, instruments: instruments, clock: clock, log: log)
        let watchdog = Watchdog(
            line: line, inbox: inbox, instruments: instruments, notifier: notifier, clock: clock,
            log: log)
        let teller = HookTeller(
            line: line, archive: archive, instruments: instruments, clock: clock, log: log)
        let desk = ControlDesk(
            server: server, line: line, archive: archive, inbox: inbox, instruments: instruments,
            reloading: reloading, state: state, clock: clock, rights: rights, log: log)
        let metrics = MetricsFile(line: line, desk: desk, clock: clock, log: log)
        // They are told to end from the last to the first, each when the one before has ended: the
        // loop, so that no poll begins any more, then those who wait for its answers.
        return [
            .init(service: metrics, serviceName: "metrics file"),
            .init(service: desk, serviceName: "control desk"),
            .init(service: teller, serviceName: "hook teller"),
            .init(service: watchdog, serviceName: "watchdog"),
            .init(service: reloading, serviceName: "reloading"),
            .init(service: retention, serviceName: "retention clock"),
            .init(service: digests, serviceName: "digest clock"),
            .init(service: loop, serviceName: "poll loop"),
        ]
    }
}
