import Foundation
import HeapModule
import News
import Polling

/// The feeds that are watched, and what is known of each.
///
/// What the loop asks at every turn is kept at hand: who is to be asked next, how many are in
/// trouble. A change costs the logarithm of their number, a turn no more than what it finds.
struct WatchedFeeds: Sendable {
    private(set) var feeds: [Feed]
    /// How many feeds there are of which the last poll failed.
    private(set) var failing = 0
    /// How many are asked no more.
    private(set) var stopped = 0
    private let courtesy: Courtesy
    /// By id.
    private let places: [String: Int]
    /// By place; nil where nothing is known of a feed.
    private var states: [FeedState?]
    /// Places of feeds whose host asked to be left alone, be it over or not.
    private var held: Set<Int> = []
    /// What was planned over stays in it until it comes up.
    private var turns = Heap<Turn>()
    /// By place, the turn that holds.
    private var planned: [Date?]

    private struct Turn: Comparable, Sendable {
        let date: Date
        let place: Int

        static func < (left: Turn, right: Turn) -> Bool {
            (left.date, left.place) < (right.date, right.place)
        }
    }

    /// - Parameter states: By id of a feed; those of other feeds are left out.
    init(_ feeds: [Feed], _ states: [String: FeedState], by courtesy: Courtesy) {
        self.feeds = feeds
        self.courtesy = courtesy
        places = Dictionary(
            zip(feeds.map(\.id), feeds.indices), uniquingKeysWith: { first, _ in first })
        self.states = feeds.map { states[$0.id] }
        planned = feeds.map { _ in nil }
        for state in self.states { count(state, 1) }
        for place in feeds.indices { note(place) }
        planAll()
    }

    /// What is known of a feed; nil also for one that is not watched.
    subscript(feed: String) -> FeedState? { places[feed].flatMap { states[$0] } }

    /// Of feeds that are not watched nothing is kept.
    mutating func set(_ state: FeedState, of feed: String) {
        guard let place = places[feed] else { return }
        count(states[place], -1)
        states[place] = state
        count(state, 1)
        note(place)
        plan(place)
        if turns.count > 2 * feeds.count + 16 { turns = standing() }
        dropStale()
    }

    /// The clock was set.
    mutating func shift(by seconds: Double) {
        for place in states.indices { states[place] = states[place]?.shifted(by: seconds) }
        planAll()
    }

    /// All that is known, by id.
    var known: [String: FeedState] {
        Dictionary(
            uniqueKeysWithValues: places.compactMap { id, place in
                states[place].map { (id, $0) }
            })
    }

    /// How many are left alone because their host asks for it.
    func held(at now: Date) -> Int { held.count { (states[$0]?.heldUntil ?? now) > now } }

    // MARK: Whose turn it is

    /// When somebody is to be asked next; nil where nobody is.
    var next: Date? { turns.min?.date }

    /// Those that are to be asked by now, in the order of their turns. Each is named once; it
    /// has no other turn until something new is ``set(_:of:)`` of it.
    mutating func take(at now: Date) -> [Feed] {
        var due: [Feed] = []
        while let turn = turns.min, turn.date <= now {
            turns.removeMin()
            planned[turn.place] = nil
            due.append(feeds[turn.place])
            dropStale()
        }
        return due
    }

    private mutating func planAll() {
        planned = zip(feeds, states).map { courtesy.turn(of: $0, $1) }
        turns = standing()
    }

    private func standing() -> Heap<Turn> {
        Heap(
            planned.enumerated().compactMap { place, date in
                date.map { Turn(date: $0, place: place) }
            })
    }

    private mutating func plan(_ place: Int) {
        let date = courtesy.turn(of: feeds[place], states[place])
        guard planned[place] != date else { return }
        planned[place] = date
        if let date { turns.insert(Turn(date: date, place: place)) }
    }

    private mutating func dropStale() {
        while let turn = turns.min, planned[turn.place] != turn.date { turns.removeMin() }
    }

    // MARK: Counts

    private mutating func count(_ state: FeedState?, _ one: Int) {
        guard let state else { return }
        if state.failures > 0 { failing += one }
        if state.stopped { stopped += one }
    }

    private mutating func note(_ place: Int) {
        if states[place]?.heldUntil == nil { held.remove(place) } else { held.insert(place) }
    }
}
