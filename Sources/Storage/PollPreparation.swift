import Foundation

/// Polls that are prepared on the other cores while the one writer writes those before them.
///
/// Unchecked because the compiler cannot see that the lock guards what changes.
final class PollPreparation: @unchecked Sendable {
    private enum Place {
        case waiting, underway, taken
        case ready(Result<PreparedPoll, any Error>)
    }

    private let polls: [PollRecord]
    private let changed = NSCondition()
    private var places: [Place]

    init(_ polls: [PollRecord]) {
        self.polls = polls
        places = Array(repeating: .waiting, count: polls.count)
        // One that brought nothing is no work to share.
        let laborious = polls.dropFirst().count { !$0.items.isEmpty }
        let others = ProcessInfo.processInfo.activeProcessorCount - 1
        for _ in 0..<min(others, laborious) {
            Thread.detachNewThread { [self] in help() }
        }
    }

    var count: Int { polls.count }

    /// The poll at a place, to be asked for once. Nobody is waited for who has not begun: what
    /// no other core has taken up is prepared here.
    func poll(at place: Int) throws -> PreparedPoll {
        guard !begin(place) else { return try PreparedPoll(polls[place]) }
        changed.lock()
        defer { changed.unlock() }
        while true {
            if case .ready(let result) = places[place] {
                places[place] = .taken
                return try result.get()
            }
            changed.wait()
        }
    }

    /// Prepares nothing more.
    func stop() {
        changed.withLock {
            for place in places.indices {
                if case .waiting = places[place] { places[place] = .taken }
            }
        }
    }

    /// Takes up one place after the other, from the second on: the first is the writer's.
    private func help() {
        for place in places.indices.dropFirst() where begin(place) {
            let result = Result { try PreparedPoll(polls[place]) }
            changed.withLock {
                places[place] = .ready(result)
                changed.broadcast()
            }
        }
    }

    private func begin(_ place: Int) -> Bool {
        changed.withLock {
            guard case .waiting = places[place] else { return false }
            places[place] = .underway
            return true
        }
    }
}
