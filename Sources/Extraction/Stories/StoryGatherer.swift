package import Foundation

/// Puts each new match into the story of an earlier one, or opens a new story.
///
/// Two ways to be the same: a republished dispatch shares half of the shorter text's runs of
/// four words, unless both give numbers that clash (weekly road-toll bulletins); and the same
/// event told in other words or another language, within three days, shares facts that tell it
/// from others: the fewer stories state a fact, the more it tells. The cost of a new match
/// depends on what it shares, not on how many there are: both ways go through an index.
package struct StoryGatherer<Key: Hashable & Sendable>: Sendable {
    /// Seconds for which a match can draw others.
    package static var window: Double { 10 * 86_400 }
    /// Seconds within which shared facts mean the same event.
    static var factWindow: Double { 3 * 86_400 }

    package enum Placement: Sendable, Hashable {
        case opens
        /// The story of an earlier match, and why, in a sentence for people.
        case joins(Key, why: String)
    }

    private var index = StoryIndex()
    /// Of each member of the index.
    private var keys: [Key] = []
    /// The facts of each story.
    private var stories: [Set<String>] = []
    /// The places of the archive's stories in `stories`.
    private var known: [Int64: Int] = [:]
    private var weights = StoryWeights()
    /// When that many are remembered, the old ones are let go.
    private var crowd = 1_024
    /// How many earlier matches were looked at so far: what the work depends on.
    private(set) var comparisons = 0

    package init() {}

    /// How many matches are remembered.
    package var count: Int { keys.count }

    /// Decides where a match belongs and remembers it.
    package mutating func place(_ print: Fingerprint, of key: Key, seen: Date) -> Placement {
        if count >= crowd { forgetOld(at: seen) }
        let features = StoryFeatures(print)
        let found = dispatch(print, features, seen: seen) ?? event(print, features, seen: seen)
        let story = found.map { index.members[$0.place].story } ?? openStory()
        add(print, features, of: key, seen: seen, story: story)
        return found.map { .joins(keys[$0.place], why: $0.why) } ?? .opens
    }

    /// Remembers a match that is in a story of the archive already, or in none.
    package mutating func add(
        _ print: Fingerprint, of key: Key, seen: Date, story number: Int64? = nil
    ) {
        let story = number.flatMap { known[$0] } ?? openStory()
        if let number { known[number] = story }
        add(print, StoryFeatures(print), of: key, seen: seen, story: story)
    }

    private mutating func openStory() -> Int {
        stories.append([])
        weights.open()
        return stories.count - 1
    }

    private mutating func add(
        _ print: Fingerprint, _ features: StoryFeatures, of key: Key, seen: Date, story: Int
    ) {
        let member = StoryMember(
            shingleCount: print.shingles.count, numbers: print.numbers, features: features,
            seen: seen, story: story)
        index.add(member, shingles: print.shingles)
        keys.append(key)
        state(features, in: story)
    }

    private mutating func state(_ features: StoryFeatures, in story: Int) {
        for fact in features.kinds.keys where stories[story].insert(fact).inserted {
            weights.add(fact)
        }
    }

    /// Lets go of what is too old to draw others: a daemon of months would keep it all. The
    /// crowd is then twice what is left, so that each match is moved once or twice in its life.
    private mutating func forgetOld(at now: Date) {
        let kept = keys.indices.filter { index.isRecent($0, now, within: Self.window) }
        index.keep(kept)
        keys = kept.map { keys[$0] }
        stories = []
        weights = StoryWeights()
        var places: [Int: Int] = [:]
        for (place, member) in index.members.enumerated() {
            let story = places[member.story] ?? openStory()
            places[member.story] = story
            index.move(place, toStory: story)
            state(member.features, in: story)
        }
        known = known.compactMapValues { places[$0] }
        crowd = max(1_024, 2 * count)
    }

    private typealias Found = (place: Int, why: String)

    // MARK: The same dispatch

    private mutating func dispatch(
        _ print: Fingerprint, _ features: StoryFeatures, seen: Date
    ) -> Found? {
        let sharing = index.sharing(print.shingles)
        comparisons += sharing.count
        let likely = sharing.filter { index.isRecent($0.place, seen, within: Self.window) }
            .map { (place: $0.place, part: part($0.count, print, index.members[$0.place])) }
            .filter { $0.part >= 0.5 }
            .sorted { ($1.part, $0.place) < ($0.part, $1.place) }
        let best = likely.first { near in
            let member = index.members[near.place]
            return !features.clashes(with: member.features) && !differ(print, member)
        }
        return best.map { best in
            (best.place, "shares \(Int(best.part * 100)) % of the shorter text with it")
        }
    }

    /// How much of the shorter text is shared; texts of less than eight words tell nothing.
    private func part(_ shared: Int, _ print: Fingerprint, _ member: StoryMember) -> Double {
        let shorter = min(print.shingles.count, member.shingleCount)
        return shorter < 5 ? 0 : Double(shared) / Double(shorter)
    }

    /// Both give three numbers or more and share less than half of the fewer.
    private func differ(_ print: Fingerprint, _ member: StoryMember) -> Bool {
        let fewer = min(print.numbers.count, member.numbers.count)
        guard fewer >= 3 else { return false }
        return Set(print.numbers).intersection(member.numbers).count * 2 < fewer
    }

    // MARK: The same event

    private mutating func event(
        _ print: Fingerprint, _ features: StoryFeatures, seen: Date
    ) -> Found? {
        let candidates = index.stating(features.kinds.keys.filter { weights.isRare($0) })
            .filter { index.isRecent($0, seen, within: Self.factWindow) }
        comparisons += candidates.count
        let likely = candidates.map {
            (place: $0, evidence: evidence(features, index.members[$0], seen))
        }
        .filter { $0.evidence > 0 }
        .sorted { ($1.evidence, $0.place) < ($0.evidence, $1.place) }
        let best = likely.first { !clash(print, features, index.members[$0.place]) }
        guard let best else { return nil }
        let shared = features.shared(with: index.members[best.place].features).keys.sorted()
        return (best.place, "tells of the same \(shared.joined(separator: ", "))")
    }

    /// As of ``StoryFeatures/clashes(with:)``, or they differ in most numbers, and none that they
    /// share tells an event by itself: what outlets count of it is not all the same.
    private func clash(
        _ print: Fingerprint, _ features: StoryFeatures, _ member: StoryMember
    ) -> Bool {
        features.clashes(with: member.features)
            || !features.shared(with: member.features).values.contains(.large)
                && differ(print, member)
    }

    /// What speaks for one event: the weight of the facts that both state, less what they
    /// contradict each other in, fading with the time between them (a Gaussian of 72 hours);
    /// nothing where that is not enough.
    ///
    /// How much is enough, and how large a part of what the one that says less says must be
    /// shared, depends on what is shared: a number is a matter of the event; a person, or an
    /// event with a name, may stand in many stories of a week; place and day do in most.
    private func evidence(
        _ features: StoryFeatures, _ member: StoryMember, _ seen: Date
    ) -> Double {
        let facts = features.shared(with: member.features)
        let shared = weights.sum(facts)
        let lesser = min(weights.sum(features.kinds), weights.sum(member.features.kinds))
        let hours = member.seen.timeIntervalSince(seen) / 3_600
        let evidence =
            (shared - Self.doubt * features.contradictions(with: member.features))
            * exp(-hours * hours / (2 * 72 * 72))
        let kinds = Set(facts.values)
        let needed: (evidence: Double, part: Double) =
            if kinds.contains(.large) {
                (5, 0.4)
            } else if kinds.contains(where: \.isNumber) {
                (6, 0.4)
            } else if !kinds.isDisjoint(with: [.person, .event]) {
                (7, 0.5)
            } else if kinds.contains(.place), !kinds.isDisjoint(with: [.date, .digit]) {
                (7, 0.75)
            } else {
                (.infinity, 1)
            }
        return evidence >= needed.evidence && shared >= needed.part * lesser ? evidence : 0
    }

    /// What a contradiction takes away.
    private static var doubt: Double { 2.5 }
}
