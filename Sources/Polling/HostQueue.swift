/// Whose turn it is: so many transfers in all, so many to one host, a pause between them, and
/// none to a host that asked to be left alone.
///
/// Hosts take turns, so that one with a long queue does not hold up the others. Pure: time is
/// passed in, and whoever owns it starts what ``next(at:)`` names.
struct HostQueue {
    typealias Instant = ContinuousClock.Instant

    private struct Host {
        var waiting = FIFO<Int>()
        /// Those that go before: somebody who holds up others waits for them.
        var urgent = FIFO<Int>()
        var active = 0
        var isListed = false
        var isListedAsUrgent = false
        var restsUntil: Instant?
    }

    private var concurrency: Int
    private var perHost: Int
    private let pause: Duration
    private var hosts: [String: Host] = [:]
    private var listed = FIFO<String>()
    private var listedAsUrgent = FIFO<String>()
    /// All pauses are of one length, so that they end in the order in which they began.
    private var resting = FIFO<(host: String, until: Instant)>()
    private var holds: [String: Instant] = [:]
    private var active = 0

    init(concurrency: Int, perHost: Int, pause: Duration) {
        self.concurrency = max(1, concurrency)
        self.perHost = max(1, perHost)
        self.pause = max(.zero, pause)
    }

    /// From now on so many; what is active stays so.
    mutating func allow(concurrency: Int, perHost: Int) {
        self.concurrency = max(1, concurrency)
        self.perHost = max(1, perHost)
        for host in hosts.keys { list(host) }
    }

    mutating func enqueue(_ id: Int, host: String, isUrgent: Bool = false) {
        if isUrgent {
            hosts[host, default: Host()].urgent.append(id)
        } else {
            hosts[host, default: Host()].waiting.append(id)
        }
        list(host)
    }

    /// The next transfer to start, which counts as active from now on; nil where none may.
    ///
    /// - Parameter urgentOnly: to leave the others waiting.
    mutating func next(at now: Instant, urgentOnly: Bool = false) -> Int? {
        wake(at: now)
        while active < concurrency, let name = listedAsUrgent.popFirst() {
            hosts[name]?.isListedAsUrgent = false
            if let id = take(from: \.urgent, of: name) { return id }
        }
        while !urgentOnly, active < concurrency, let name = listed.popFirst() {
            hosts[name]?.isListed = false
            if let id = take(from: \.waiting, of: name) { return id }
        }
        return nil
    }

    /// Nil where it is not the host's turn after all: the other list let another go first.
    private mutating func take(
        from line: WritableKeyPath<Host, FIFO<Int>>, of name: String
    ) -> Int? {
        guard var host = hosts[name] else { return nil }
        guard host.restsUntil == nil, host.active < perHost, let id = host[keyPath: line].popFirst()
        else {
            forgetIfIdle(name)
            return nil
        }
        host.active += 1
        active += 1
        hosts[name] = host
        list(name)
        return id
    }

    /// Whether anything waits for a host's turn.
    func hasWaiting(for name: String) -> Bool {
        hosts[name].map { !$0.waiting.isEmpty || !$0.urgent.isEmpty } ?? false
    }

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
        guard hosts[name]?.waiting.remove(id) == true || hosts[name]?.urgent.remove(id) == true
        else { return false }
        forgetIfIdle(name)
        return true
    }

    /// Leaves a host alone until then; returns those that waited for it, taken out.
    mutating func hold(_ name: String, until: Instant) -> [Int] {
        holds[name] = max(until, holds[name] ?? until)
        let urgent = hosts[name]?.urgent.removeAll() ?? []
        let thrownOut = urgent + (hosts[name]?.waiting.removeAll() ?? [])
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
        guard let host = hosts[name], host.restsUntil == nil, host.active < perHost else { return }
        if !host.isListed, !host.waiting.isEmpty {
            hosts[name]?.isListed = true
            listed.append(name)
        }
        if !host.isListedAsUrgent, !host.urgent.isEmpty {
            hosts[name]?.isListedAsUrgent = true
            listedAsUrgent.append(name)
        }
    }

    private mutating func forgetIfIdle(_ name: String) {
        guard let host = hosts[name], host.active == 0, host.waiting.isEmpty, host.urgent.isEmpty,
            !host.isListed, !host.isListedAsUrgent, host.restsUntil == nil
        else { return }
        hosts[name] = nil
    }
}
