import Foundation
import ServiceLifecycle
import Synchronization

/// The clock that the daemon lives by: the machine's own, unless a test makes it run faster or
/// sets it (`docs/notes/testing-the-daemon.md`).
final class DaemonClock: Sendable {
    static let real = DaemonClock()

    /// Seconds that pass on it in one of the machine's.
    let speed: Double
    private let began = (wall: Date(), monotonic: ContinuousClock.now)
    /// Seconds by which a test has set it.
    private let offset = Mutex(0.0)

    init(speed: Double = 1) { self.speed = speed }

    var now: Date {
        let wall = speed == 1 ? Date() : began.wall.addingTimeInterval(passed * speed)
        return wall.addingTimeInterval(offset.withLock { $0 })
    }

    /// Goes on evenly, whatever the wall clock is set to.
    var monotonic: ContinuousClock.Instant {
        speed == 1 ? .now : began.monotonic + .seconds(passed * speed)
    }

    /// So many seconds of its own; ends early, throwing, where the task is cancelled.
    func sleep(_ seconds: Double) async throws {
        let nap = Nap()
        await withTaskCancellationHandler {
            await nap.sleep(seconds / speed)
        } onCancel: {
            nap.end()
        }
        try Task.checkCancellation()
    }

    /// The same for a service, which goes on at once when it is told to end.
    func rest(_ seconds: Double) async {
        let nap = Nap()
        await withTaskCancellationOrGracefulShutdownHandler {
            await nap.sleep(seconds / speed)
        } onCancelOrGracefulShutdown: {
            nap.end()
        }
    }

    /// As a person would who sets the machine's clock.
    func set(forward seconds: Double) { offset.withLock { $0 += seconds } }

    private var passed: Double {
        (ContinuousClock.now - began.monotonic) / .seconds(1)
    }
}

/// What only tests may do to the program: nothing, unless `MARSAD_TESTING=1` is set.
struct TestingRights: Sendable {
    let areGiven: Bool
    private let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
        areGiven = environment["MARSAD_TESTING"] == "1"
    }

    /// The daemon's clock; a fast one for `MARSAD_CLOCK_SPEED`.
    var clock: DaemonClock {
        guard areGiven, let speed = environment["MARSAD_CLOCK_SPEED"].flatMap(Double.init),
            speed > 0
        else { return .real }
        return DaemonClock(speed: speed)
    }
}
