import Foundation

/// A match that may draw others into its story.
struct StoryMember: Sendable {
    /// How many runs of four words its text has.
    var shingleCount: Int
    /// As in ``Fingerprint/numbers``.
    var numbers: [String]
    var features: StoryFeatures
    /// What the words of its headline told when it came, and all its words (``StoryWeights``).
    var titleWeight: Double
    var wordsWeight: Double
    var seen: Date
    /// Its place among the gatherer's stories.
    var story: Int
}

/// Earlier matches by what they share with a new one: what it shares nothing with is not looked at.
struct StoryIndex: Sendable {
    private(set) var members: [StoryMember] = []
    /// The members' places in order, for each run of four words.
    private var byShingle: [UInt64: [Int32]] = [:]
    private var byFact: [String: [Int32]] = [:]
    /// For each word of a headline.
    private var byWord: [UInt32: [Int32]] = [:]
    /// Of each member, zero between two uses (``sharing(_:)``).
    private var counts: [Int32] = []

    mutating func add(_ member: StoryMember, shingles: [UInt64]) {
        let place = Int32(members.count)
        members.append(member)
        counts.append(0)
        for shingle in shingles { byShingle[shingle, default: []].append(place) }
        for fact in member.features.kinds.keys { byFact[fact, default: []].append(place) }
        for word in member.features.title { byWord[word, default: []].append(place) }
    }

    mutating func move(_ place: Int, toStory story: Int) { members[place].story = story }

    /// How many of the runs of words each member has that has any. An event that a thousand
    /// outlets tell has as many members for each run: they are counted in an array, for a
    /// dictionary would take twenty times as long.
    mutating func sharing(_ shingles: [UInt64]) -> [(place: Int, count: Int)] {
        var touched: [Int] = []
        for shingle in shingles {
            for place in byShingle[shingle] ?? [] {
                if counts[Int(place)] == 0 { touched.append(Int(place)) }
                counts[Int(place)] += 1
            }
        }
        return touched.map { place in
            defer { counts[place] = 0 }
            return (place, Int(counts[place]))
        }
    }

    /// The members that state one of these facts or more, or have one of these words in the
    /// headline.
    func stating(_ facts: [String], orEntitled words: [UInt32]) -> Set<Int> {
        var places = Set<Int>()
        for fact in facts {
            for place in byFact[fact] ?? [] { places.insert(Int(place)) }
        }
        for word in words {
            for place in byWord[word] ?? [] { places.insert(Int(place)) }
        }
        return places
    }

    /// Whether a member was seen that many seconds before or after, at most.
    func isRecent(_ place: Int, _ moment: Date, within seconds: Double) -> Bool {
        abs(members[place].seen.timeIntervalSince(moment)) <= seconds
    }

    /// Lets go of all members but these, which keep their order.
    mutating func keep(_ places: [Int]) {
        var moved = [Int32](repeating: -1, count: members.count)
        for (new, old) in places.enumerated() { moved[old] = Int32(new) }
        members = places.map { members[$0] }
        counts = Array(repeating: 0, count: members.count)
        byShingle = StoryIndex.moved(byShingle, to: moved)
        byFact = StoryIndex.moved(byFact, to: moved)
        byWord = StoryIndex.moved(byWord, to: moved)
    }

    /// - Parameter moved: For each place the new one, or -1.
    private static func moved<Shared>(
        _ index: [Shared: [Int32]], to moved: [Int32]
    ) -> [Shared: [Int32]] {
        index.compactMapValues { places in
            let kept = places.map { moved[Int($0)] }.filter { $0 >= 0 }
            return kept.isEmpty ? nil : kept
        }
    }
}
