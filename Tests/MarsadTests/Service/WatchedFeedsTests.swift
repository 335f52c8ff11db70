import Foundation
import News
import Polling
import Testing

@testable import marsad

/// Whose turn it is, and how many are in trouble, against what looking at each feed says.
@Suite struct WatchedFeedsTests {
    private static let begin = Date(timeIntervalSince1970: 1_763_000_000)
    private static let courtesy = Courtesy()

    private static func feed(_ number: Int, enabled: Bool = true) -> Feed {
        var feed = Feed(
            id: "f\(number)", name: "F\(number)", url: "https://f\(number).example/",
            language: "fr")
        feed.enabled = enabled
        return feed
    }

    private static func state(next seconds: Double?, failures: Int = 0) -> FeedState {
        var state = FeedState()
        state.nextPoll = seconds.map { begin + $0 }
        state.failures = failures
        return state
    }

    /// What ``WatchedFeeds`` is to say, by looking at all feeds each time.
    private struct Plain {
        var feeds: [Feed]
        var states: [String: FeedState]
        var taken: Set<String> = []

        func turn(_ feed: Feed) -> Date? {
            taken.contains(feed.id)
                ? nil : WatchedFeedsTests.courtesy.turn(of: feed, states[feed.id])
        }

        var next: Date? { feeds.compactMap(turn).min() }

        mutating func take(at now: Date) -> Set<String> {
            let due = feeds.filter { feed in turn(feed).map { $0 <= now } ?? false }.map(\.id)
            taken.formUnion(due)
            return Set(due)
        }
    }

    @Test(arguments: 1...30)
    func `turns and counts are what looking at every feed gives`(_ seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let feeds = (0..<9).map { WatchedFeedsTests.feed($0, enabled: $0 != 8) }
        let states = Dictionary(
            uniqueKeysWithValues: feeds.prefix(6).map { feed in
                (feed.id, WatchedFeedsTests.state(next: Double(dice.below(500))))
            })
        var watched = WatchedFeeds(feeds, states, by: WatchedFeedsTests.courtesy)
        var plain = Plain(feeds: feeds, states: states)
        var now = WatchedFeedsTests.begin
        for _ in 0..<300 {
            switch dice.below(8) {
            case 0...4:
                let feed = feeds[dice.below(feeds.count)]
                let state = dice.state(at: now)
                watched.set(state, of: feed.id)
                plain.states[feed.id] = state
                plain.taken.remove(feed.id)
            case 5:
                let jump = Double(dice.below(4_000) - 2_000)
                watched.shift(by: jump)
                plain.states = plain.states.mapValues { $0.shifted(by: jump) }
                // All have a turn again, those under way too.
                plain.taken = []
            default:
                now += Double(dice.below(200))
                let due = watched.take(at: now).map(\.id)
                #expect(Set(due) == plain.take(at: now))
                #expect(Set(due).count == due.count)
            }
            let known = plain.states.values
            #expect(watched.next == plain.next)
            #expect(watched.failing == known.count { $0.failures > 0 })
            #expect(watched.stopped == known.count(where: \.stopped))
            #expect(watched.held(at: now) == known.count { ($0.heldUntil ?? now) > now })
            #expect(watched.known == plain.states)
        }
    }

    @Test func `the earliest comes first, whoever was never asked before all`() {
        let feeds = (0..<3).map { WatchedFeedsTests.feed($0) }
        let states = [
            "f0": WatchedFeedsTests.state(next: 20), "f1": WatchedFeedsTests.state(next: 10),
        ]
        var watched = WatchedFeeds(feeds, states, by: WatchedFeedsTests.courtesy)
        #expect(watched.take(at: WatchedFeedsTests.begin + 60).map(\.id) == ["f2", "f1", "f0"])
        #expect(watched.take(at: WatchedFeedsTests.begin + 60).isEmpty)
        #expect(watched.next == nil)
    }

    @Test func `of a feed that is not watched nothing is kept`() {
        var watched = WatchedFeeds(
            [WatchedFeedsTests.feed(1)], ["gone": WatchedFeedsTests.state(next: 0, failures: 3)],
            by: WatchedFeedsTests.courtesy)
        watched.set(WatchedFeedsTests.state(next: 0, failures: 2), of: "gone")
        #expect(watched["gone"] == nil)
        #expect(watched.failing == 0)
        #expect(watched.known.isEmpty)
        #expect(watched.take(at: WatchedFeedsTests.begin).map(\.id) == ["f1"])
    }
}

extension Dice {
    fileprivate mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    fileprivate mutating func state(at now: Date) -> FeedState {
        var state = FeedState()
        state.nextPoll = below(9) == 0 ? nil : now + Double(below(400) - 40)
        state.failures = below(3)
        state.stopped = below(7) == 0
        state.heldUntil = below(5) == 0 ? now + Double(below(300) - 100) : nil
        return state
    }
}
