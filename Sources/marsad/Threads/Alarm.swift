import Foundation
import Synchronization

/// Does something at its time: one thread for all who wait, which sleeps until the first of them
/// is due.
///
/// What is done there is to be short, for others wait. The time goes on evenly, whatever the wall
/// clock is set to.
final class Alarm: Sendable {
    static let shared = Alarm()

    private typealias Entry = (due: ContinuousClock.Instant, act: @Sendable () -> Void)

    private struct State {
        var entries: [Int: Entry] = [:]
        var last = 0
        /// Until when the thread sleeps; nil while it is awake, and looks before it sleeps.
        var sleepsUntil: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let knock: (reading: Int32, writing: Int32)

    private init() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            // At the very start of the program, which could not open anything else either.
            fatalError("no descriptor is left to begin with")
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        knock = (ends[0], ends[1])
        let thread = Thread { self.run() }
        thread.stackSize = 256 << 10
        thread.start()
    }

    /// - Returns: The number by which it can be called off.
    @discardableResult
    func set(after seconds: Double, _ act: @escaping @Sendable () -> Void) -> Int {
        let due = ContinuousClock.now + .seconds(max(0, seconds))
        return state.withLock { state in
            state.last += 1
            state.entries[state.last] = (due, act)
            if let until = state.sleepsUntil, due < until {
                state.sleepsUntil = nil
                wake()
            }
            return state.last
        }
    }

    /// What was done already, or called off, is passed over.
    func callOff(_ number: Int) {
        state.withLock { _ = $0.entries.removeValue(forKey: number) }
    }

    private func wake() {
        var byte: UInt8 = 1
        _ = write(knock.writing, &byte, 1)
    }

    // MARK: on the thread

    private func run() {
        Thread.current.name = "marsad-alarm"
        while true {
            for act in takeDue() { act() }
            guard let milliseconds = millisecondsToSleep() else { continue }
            var polled = pollfd(fd: knock.reading, events: Int16(POLLIN), revents: 0)
            if poll(&polled, 1, milliseconds) > 0 {
                var bytes = [UInt8](repeating: 0, count: 64)
                _ = read(knock.reading, &bytes, bytes.count)
            }
            state.withLock { $0.sleepsUntil = nil }
        }
    }

    private func takeDue() -> [@Sendable () -> Void] {
        state.withLock { state in
            let now = ContinuousClock.now
            let due = state.entries.filter { $0.value.due <= now }
            for number in due.keys { state.entries[number] = nil }
            return due.sorted { $0.key < $1.key }.map(\.value.act)
        }
    }

    /// Nil where something is due already; -1 for as long as nobody knocks.
    private func millisecondsToSleep() -> Int32? {
        state.withLock { state in
            guard let first = state.entries.values.map(\.due).min() else {
                state.sleepsUntil = .now + .seconds(1 << 30)
                return -1
            }
            let seconds = (first - ContinuousClock.now) / .seconds(1)
            guard seconds > 0 else { return nil }
            state.sleepsUntil = first
            return Int32(min(seconds * 1000, 3_600_000).rounded(.up))
        }
    }
}

/// One sleep, which others may end early.
final class Nap: Sendable {
    private struct State {
        var sleeper: CheckedContinuation<Void, Never>?
        var alarm: Int?
        var isOver = false
    }

    private let state = Mutex(State())

    /// For so many seconds, or until ``end()``; at once where that was called already. To be
    /// called once.
    func sleep(_ seconds: Double) async {
        await withCheckedContinuation { sleeper in
            let isOver = state.withLock { state in
                if !state.isOver {
                    state.sleeper = sleeper
                    state.alarm = Alarm.shared.set(after: seconds) { self.end() }
                }
                return state.isOver
            }
            if isOver { sleeper.resume() }
        }
    }

    /// Again does nothing.
    func end() {
        let (sleeper, alarm) = state.withLock { state in
            defer { state = State(isOver: true) }
            return (state.sleeper, state.alarm)
        }
        if let alarm { Alarm.shared.callOff(alarm) }
        sleeper?.resume()
    }
}
