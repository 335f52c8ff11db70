import Foundation

/// How much a fact tells of which event it is: the more, the fewer stories state it.
struct StoryWeights: Sendable {
    /// In how many stories each fact is.
    private var stories: [String: Int] = [:]
    /// In how many stories each word is (``StoryWords``).
    private var storiesOfWord: [UInt32: Int] = [:]
    private var count = 0

    mutating func open() { count += 1 }

    /// A fact is in one story more.
    mutating func add(_ fact: String) { stories[fact, default: 0] += 1 }

    /// Rare enough to look for others by it.
    func isRare(_ fact: String) -> Bool { stories[fact, default: 0] <= max(8, count / 20) }

    /// A word is in one story more.
    mutating func add(_ word: UInt32) { storiesOfWord[word, default: 0] += 1 }

    /// Words that few stories have: to look for others by.
    func rare(_ words: [UInt32]) -> [UInt32] {
        words.filter { storiesOfWord[$0, default: 0] <= max(8, count / 100) }
    }

    /// What words tell together: the logarithm of how seldom each is, as of facts.
    func sum(_ words: [UInt32]) -> Double {
        let among = Double(count) + 100
        return words.reduce(0) { sum, word in
            sum + max(0, log(among / Double(storiesOfWord[word, default: 0] + 4)))
        }
    }

    /// What facts tell together. However many bodies took part, they tell little.
    func sum(_ facts: [String: StoryFeatures.Kind]) -> Double {
        var organisations = 0.0
        var others = 0.0
        for (fact, kind) in facts {
            if kind == .organisation {
                organisations += weight(fact, kind)
            } else {
                others += weight(fact, kind)
            }
        }
        return min(3, organisations) + others
    }

    /// The logarithm of how seldom it is, as if beside a hundred stories that were not seen:
    /// the first of an archive are few.
    private func weight(_ fact: String, _ kind: StoryFeatures.Kind) -> Double {
        let among = Double(count) + 100
        return log(among / (Double(stories[fact, default: 0]) + StoryWeights.usual(kind)))
    }

    /// Of a hundred stories, in how many one such fact is.
    private static func usual(_ kind: StoryFeatures.Kind) -> Double {
        switch kind {
        case .large: 1
        case .age: 3
        case .place, .event, .number: 4
        case .person, .round: 5
        case .country: 8
        case .date, .digit: 12
        case .organisation: 15
        }
    }
}
