import Foundation
import Logging
import News
import ServiceLifecycle
import Settings
import Sockets

/// Reads the settings anew at each SIGHUP: feeds, topics, lexicon, schedule.
///
/// Settings that do not check are refused whole: their complaints go to the log and into
/// ``SettingsRecord``, and those in force stay. Polls go on meanwhile. systemd is told as
/// sd_notify(3) has it: RELOADING=1 with the monotonic clock, then READY=1, whatever came of it.
struct Reloading: Service {
    /// The settings folder.
    let settings: String
    /// The state folder.
    let state: String
    let line: LiveLine
    /// Listens on another port where the settings say so; nil where none could be had.
    let server: SocketServer?
    /// Whether the command line says how much is logged, whatever the settings say.
    let isLogLevelFixed: Bool
    let log: Logger
    let notifier: SystemdNotifier
    /// Of SIGHUP; caught before the service runs, so that none ends the program.
    let signals: AsyncStream<Int32>
    let inbox: LoopInbox
    let instruments: Instruments
    private let turns = InTurn()

    func run() async throws {
        for await _ in signals.cancelOnGracefulShutdown() { _ = await reload(at: Date()) }
    }

    /// What was wrong with the settings; nothing where they are in force now. One at a time: what
    /// was read last is in force, and READY=1 says that nothing more is to come.
    func reload(at now: Date) async -> [String] {
        await turns.run { await readAnew(at: now) }
    }

    private func readAnew(at now: Date) async -> [String] {
        notifier.reloading()
        // Those of before come into force first.
        _ = await line.ruled()
        let clock = ContinuousClock()
        let began = clock.now
        var complaints: [String] = []
        switch await Reloading.read(KnownSettings(config: settings, state: state)) {
        case .success(let fresh): await take(fresh, at: now, after: began.duration(to: clock.now))
        case .failure(let error):
            complaints = error.problems.map(\.description)
            await refuse(error, at: now)
        }
        await instruments.countReload(isTaken: complaints.isEmpty)
        inbox.put(.settings)
        notifier.ready()
        return complaints
    }

    /// On another thread than the line's: it takes a while.
    @concurrent
    private static func read(
        _ settings: KnownSettings
    ) async -> Result<Configuration, SettingsError> {
        do throws(SettingsError) {
            return .success(try settings.check())
        } catch {
            return .failure(error)
        }
    }

    private func take(_ fresh: Configuration, at now: Date, after spent: Duration) async {
        let old = await line.pipeline.settings
        await line.adopt(fresh)
        adopt(fresh.general)
        keep(SettingsRecord(fresh.polls, read: now, control: SettingsRecord(in: state)?.control))
        let before = Set(old.enabledFeeds.map(\.id))
        let after = Set(fresh.enabledFeeds.map(\.id))
        log.notice(
            "settings read anew",
            metadata: [
                "feeds": "\(after.count)", "added": "\(after.subtracting(before).count)",
                "removed": "\(before.subtracting(after).count)", "rules": "\(fresh.fingerprint)",
                "before": "\(old.fingerprint)",
                "took": "\(Int(spent / .milliseconds(1)))ms",
            ])
    }

    /// What is no part of the line.
    private func adopt(_ settings: GeneralSettings) {
        if !isLogLevelFixed {
            var log = log
            log.logLevel = settings.logLevel.level
        }
        do throws(SocketFault) {
            try server?.listen(on: settings.metrics.port)
        } catch {
            log.error("cannot listen: \(error)")
        }
    }

    private func refuse(_ error: SettingsError, at now: Date) async {
        let complaints = error.problems.map(\.description)
        await line.refuse(at: now)
        let inForce = await line.pipeline.settings
        var record = SettingsRecord(in: state) ?? SettingsRecord(inForce, read: now, control: nil)
        record.refused = .init(at: now, complaints: complaints)
        keep(record)
        for complaint in complaints.prefix(Reloading.told) { log.error("\(complaint)") }
        let more = complaints.count - Reloading.told
        if more > 0 { log.error("and \(more) more; see ‘marsad status’") }
        log.error(
            "settings refused; those in force stay", metadata: ["rules": "\(inForce.fingerprint)"])
    }

    /// Complaints that go to the log one by one.
    private static let told = 20

    private func keep(_ record: SettingsRecord) {
        do {
            try record.write(in: state)
        } catch {
            log.error("\(state)/settings.json: cannot be written: \(error.localizedDescription)")
        }
    }
}
