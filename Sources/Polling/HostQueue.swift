/// Whose turn it is: so many transfers in all, so many to one host, a pause between them, and
/// none to a host that asked to be left alone.
///
/// Hosts take turns, so that one with a long queue does not hold up the others. Pure: time is
/// passed in, and whoever owns it starts what ``next(at:)`` names.
struct HostQueue {
    typealias Instant = ContinuousClock.Instant

    private struct Host {
        var waiting = FIFO<Int>()
        var active = 0
        var isListed = false
        var restsUntil: Instant?
    }

    private let concurrency: Int
    private let perHost: Int
    private let pause: Duration
    private var hosts: [String: Host] = [:]
    private var listed = FIFO<String>()
    /// All pauses are of one length, so that they end in the order in which they began.
    private var resting = FIFO<(host: String, until: Instant)>()
    private var holds: [String: Instant] = [:]
    private var active = 0

    init(concurrency: Int, perHost: Int, pause: Duration) {
        self.concurrency = max(1, concurrency)
        self.perHost = max(1, perHost)
        self.pause = max(.zero, pause)
    }

    mutating func enqueue(_ id: Int, host: String) {
        hosts[host, default: Host()].waiting.append(id)
        list(host)
    }

    /// The next transfer to start, which counts as active from now on; nil where none may.
    mutating func next(at now: Instant) -> Int? {
        wake(at: now)
        while active < concurrency, let name = listed.popFirst() {
            guard var host = hosts[name] else { continue }
            host.isListed = false
            guard let id = host.waiting.popFirst() else {
                hosts[name] = host
                forgetIfIdle(name)
                continue
            }
            host.active += 1
            active += 1
            hosts[name] = host
            list(name)
            return id
        }
        return nil
    }

    /// Whether anything waits for a host's turn.
    func hasWaiting(for name: String) -> Bool { hosts[name]?.waiting.isEmpty == false }

    /// A transfer that ``next(at:)`` named has ended.
    mutating func finished(host name: String, at now: Instant) {
        active -= 1
        hosts[name]?.active -= 1
        if pause > .zero {
            hosts[name]?.restsUntil = now + pause
            resting.append((name, now + pause))
        } else {
            list(name)
            forgetIfIdle(name)
        }
    }

    /// Takes one out that waits; false where it is not waiting.
    mutating func remove(_ id: Int, host name: String) -> Bool {
        guard hosts[name]?.waiting.remove(id) == true else { return false }
        forgetIfIdle(name)
        return true
    }

    /// Leaves a host alone until then; returns those that waited for it, taken out.
    mutating func hold(_ name: String, until: Instant) -> [Int] {
        holds[name] = max(until, holds[name] ?? until)
        let thrownOut = hosts[name]?.waiting.removeAll() ?? []
        forgetIfIdle(name)
        return thrownOut
    }

    /// Until when a host is to be left alone; nil where it is not.
    mutating func heldUntil(_ name: String, at now: Instant) -> Instant? {
        guard let until = holds[name] else { return nil }
        if until > now { return until }
        holds[name] = nil
        return nil
    }

    /// When ``next(at:)`` is worth asking again although nothing ended; nil where only an end or
    /// a new transfer can change its answer.
    var wakes: Instant? { active < concurrency ? resting.first?.until : nil }

    private mutating func wake(at now: Instant) {
        while let rest = resting.first, rest.until <= now {
            _ = resting.popFirst()
            guard hosts[rest.host]?.restsUntil == rest.until else { continue }
            hosts[rest.host]?.restsUntil = nil
            list(rest.host)
            forgetIfIdle(rest.host)
        }
    }

    private mutating func list(_ name: String) {
        guard let host = hosts[name], !host.isListed, host.restsUntil == nil,
            host.active < perHost, !host.waiting.isEmpty
        else { return }
        hosts[name]?.isListed = true
        listed.append(name)
    }

    private mutating func forgetIfIdle(_ name: String) {
        guard let host = hosts[name], host.active == 0, host.waiting.isEmpty, !host.isListed,
            host.restsUntil == nil
        else { return }
        hosts[name] = nil
    }
}
