package import Foundation

/// Puts each new match into the story of an earlier one, or opens a new story.
///
/// Two ways to be the same: a republished dispatch shares half of the shorter text's runs of
/// four words, unless both give numbers that clash (weekly road-toll bulletins); and the same
/// event told in other words or another language, within two days, is half alike in the facts
/// that both state, the rare ones weighing most. The cost of a new match depends on what it
/// shares, not on how many there are: both ways go through an index.
package struct StoryGatherer<Key: Hashable & Sendable>: Sendable {
    /// Seconds for which a match can draw others.
    package static var window: Double { 10 * 86_400 }
    /// Seconds within which shared facts mean the same event.
    static var factWindow: Double { 2 * 86_400 }

    package enum Placement: Sendable, Hashable {
        case opens
        /// The story of an earlier match, and why, in a sentence for people.
        case joins(Key, why: String)
    }

    private struct Member: Sendable {
        var key: Key
        var print: Fingerprint
        var seen: Date
    }

    private var members: [Member] = []
    private var byShingle: [UInt64: [Int]] = [:]
    private var byFact: [String: [Int]] = [:]

    package init() {}

    /// Decides where a match belongs and remembers it.
    package mutating func place(_ print: Fingerprint, of key: Key, seen: Date) -> Placement {
        let placement = placement(of: print, seen: seen)
        add(print, of: key, seen: seen)
        return placement
    }

    /// Remembers a match that is in a story already.
    package mutating func add(_ print: Fingerprint, of key: Key, seen: Date) {
        let index = members.count
        members.append(Member(key: key, print: print, seen: seen))
        for shingle in print.shingles { byShingle[shingle, default: []].append(index) }
        for fact in print.factIDs + print.numbers { byFact[fact, default: []].append(index) }
    }

    private func placement(of print: Fingerprint, seen: Date) -> Placement {
        if let same = dispatch(print, seen: seen) { return same }
        return event(print, seen: seen) ?? .opens
    }

    // MARK: The same dispatch

    private func dispatch(_ print: Fingerprint, seen: Date) -> Placement? {
        var shared: [Int: Int] = [:]
        for shingle in print.shingles {
            for index in byShingle[shingle] ?? [] { shared[index, default: 0] += 1 }
        }
        let best = shared.filter { isRecent($0.key, seen, within: Self.window) }
            .map { (index: $0.key, part: part($0.value, print, members[$0.key].print)) }
            .filter { $0.part >= 0.5 && !clash(print, members[$0.index].print) }
            .max { ($0.part, $1.index) < ($1.part, $0.index) }
        return best.map { best in
            .joins(
                members[best.index].key,
                why: "shares \(Int(best.part * 100)) % of the shorter text with it")
        }
    }

    /// How much of the shorter text is shared; texts of less than eight words tell nothing.
    private func part(_ shared: Int, _ one: Fingerprint, _ other: Fingerprint) -> Double {
        let shorter = min(one.shingles.count, other.shingles.count)
        return shorter < 5 ? 0 : Double(shared) / Double(shorter)
    }

    /// Both give three numbers or more, and share less than half of the fewer.
    private func clash(_ one: Fingerprint, _ other: Fingerprint) -> Bool {
        let fewer = min(one.numbers.count, other.numbers.count)
        guard fewer >= 3 else { return false }
        return Set(one.numbers).intersection(other.numbers).count * 2 < fewer
    }

    // MARK: The same event

    private func event(_ print: Fingerprint, seen: Date) -> Placement? {
        let facts = print.factIDs + print.numbers
        var shared: [Int: [String]] = [:]
        for fact in facts where isRare(fact) {
            for index in byFact[fact] ?? [] where isRecent(index, seen, within: Self.factWindow) {
                shared[index, default: []].append(fact)
            }
        }
        let best = shared.filter { isTelling($0.value) && !clash(print, members[$0.key].print) }
            .map { (index: $0.key, likeness: likeness(print, members[$0.key].print)) }
            .filter { $0.likeness >= Self.leastLikeness }
            .max { ($0.likeness, $1.index) < ($1.likeness, $0.index) }
        return best.map { best in
            let told = (shared[best.index] ?? []).sorted().joined(separator: ", ")
            return .joins(members[best.index].key, why: "tells of the same \(told)")
        }
    }

    /// Half of what both state, by weight: an event named in passing by both is not enough.
    private static var leastLikeness: Double { 0.5 }

    /// The cosine of two fingerprints' facts, each weighted by how rare it is.
    private func likeness(_ one: Fingerprint, _ other: Fingerprint) -> Double {
        let left = Set(one.factIDs + one.numbers)
        let right = Set(other.factIDs + other.numbers)
        func weight(_ facts: Set<String>) -> Double {
            facts.reduce(0) { sum, fact in
                let rarity = log(
                    1 + Double(members.count + 1) / Double(1 + (byFact[fact]?.count ?? 0)))
                return sum + rarity * rarity
            }
        }
        let length = (weight(left) * weight(right)).squareRoot()
        return length > 0 ? weight(left.intersection(right)) / length : 0
    }

    /// In no more than three matches, or one in twenty of the window's.
    private func isRare(_ fact: String) -> Bool {
        (byFact[fact]?.count ?? 0) <= max(3, members.count / 20)
    }

    /// Two facts at least, of which one can tell an event from another.
    private func isTelling(_ facts: [String]) -> Bool {
        facts.count >= 2
            && facts.contains { fact in
                fact.hasPrefix("person:") || fact.hasPrefix("event:")
                    || fact.first?.isNumber == true
            }
    }

    private func isRecent(_ index: Int, _ seen: Date, within seconds: Double) -> Bool {
        abs(members[index].seen.timeIntervalSince(seen)) <= seconds
    }
}
