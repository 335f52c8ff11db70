import Foundation
import Storage

/// What reaches the poll loop, from whomever.
enum LoopEvent: Sendable {
    /// A poll ended; it took so many seconds.
    case polled(PollReport, seconds: Double)
    /// Time to look at the clock; only the latest of those set counts.
    case tick(Int)
    /// The settings were read anew, or refused.
    case settings
    /// Ask feeds now, due or not.
    case poll(PollOrder)
    case pause(Bool)
    /// Answered once the loop has come to it.
    case ping(@Sendable () -> Void)
    /// No new polls; those in flight may end.
    case stop
    /// Those in flight had their time.
    case patienceOver
    /// No polls for a while; answered once none is in flight.
    case rest(@Sendable () -> Void)
    /// The rest is over, or there is something to look at.
    case wake
    /// A test wants the loop to hang.
    case stall
}

/// Feeds that somebody wants to be asked now.
struct PollOrder: Sendable {
    /// Ids or names; nil for all that may be asked.
    var feeds: [String]?
    /// Called once, with a line for each feed asked, or with what is wrong with the order.
    var reply: @Sendable (Result<[PollLine], OrderRefused>) -> Void
}

/// Why an order cannot be carried out, as a sentence.
struct OrderRefused: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// The way to the poll loop: what is put in comes to it one by one, in order.
final class LoopInbox: Sendable {
    let events: AsyncStream<LoopEvent>
    private let entry: AsyncStream<LoopEvent>.Continuation

    init() { (events, entry) = AsyncStream.makeStream() }

    /// False where the loop has ended.
    @discardableResult
    func put(_ event: LoopEvent) -> Bool {
        if case .terminated = entry.yield(event) { return false }
        return true
    }

    /// Returns once the loop has come to it: true proves that the loop goes on.
    func ping() async -> Bool {
        await withCheckedContinuation { answer in
            let isTaken = put(.ping { answer.resume(returning: true) })
            if !isTaken { answer.resume(returning: false) }
        }
    }

    /// No more is taken; what is left is answered, not done.
    func close() async {
        entry.finish()
        for await event in events {
            switch event {
            case .ping(let answer), .rest(let answer): answer()
            case .poll(let order): order.reply(.failure(OrderRefused("the daemon is stopping")))
            default: break
            }
        }
    }
}
