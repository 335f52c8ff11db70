package import struct Foundation.Date

/// Puts each new match into the story of an earlier one, or opens a new story.
///
/// Two ways to be the same: a republished dispatch shares half of the shorter text's runs of
/// four words, unless both give numbers that clash (weekly road-toll bulletins); and the same
/// event told in other words or another language shares at least two rare facts, one of them a
/// person, an event or a number, within two days. The cost of a new match depends on what it
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
        let facts = (print.factIDs + print.numbers).filter(isRare)
        var shared: [Int: [String]] = [:]
        for fact in facts {
            for index in byFact[fact] ?? [] where isRecent(index, seen, within: Self.factWindow) {
                shared[index, default: []].append(fact)
            }
        }
        let best = shared.filter { isEnough($0.value) && !clash(print, members[$0.key].print) }
            .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        return best.map { best in
            .joins(
                members[best.key].key,
                why: "tells of the same \(best.value.sorted().joined(separator: ", "))")
        }
    }

    /// In no more than two matches, or one in twenty of the window's.
    private func isRare(_ fact: String) -> Bool {
        (byFact[fact]?.count ?? 0) <= max(2, members.count / 20)
    }

    /// Two facts, of which one can tell an event from another; with three of which two can.
    private func isEnough(_ facts: [String]) -> Bool {
        let telling = facts.filter { fact in
            fact.hasPrefix("person:") || fact.hasPrefix("event:") || fact.first?.isNumber == true
        }
        return facts.count >= 3 && telling.count >= 2
            || facts.count >= 2 && facts.contains { $0.hasPrefix("event:") }
    }

    private func isRecent(_ index: Int, _ seen: Date, within seconds: Double) -> Bool {
        abs(members[index].seen.timeIntervalSince(seen)) <= seconds
    }
}
