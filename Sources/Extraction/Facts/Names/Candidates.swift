import News

extension Scan {
    /// What was found of a kind, the longest where several overlap; together what has the very
    /// same words, as الكونغولي has for two states.
    func candidates(_ kind: LexiconKind) -> [[EntryHit]] {
        let hits = all(kind)
        guard !hits.isEmpty else { return [] }
        let ranked = hits.sorted {
            ($1.words.count, $0.first, $0.entry) < ($0.words.count, $1.first, $1.entry)
        }
        var groups: [[EntryHit]] = []
        /// By word, the number of its group; -1 for none.
        var groupOfWord = [Int32](repeating: -1, count: text.tokens.count)
        for hit in ranked {
            let group = Int(groupOfWord[hit.first])
            if group >= 0, groups[group][0].words == hit.words {
                groups[group].append(hit)
            } else if hit.words.allSatisfy({ groupOfWord[$0] < 0 }) {
                for word in hit.words { groupOfWord[word] = Int32(groups.count) }
                groups.append([hit])
            }
        }
        return groups.sorted { $0[0].first < $1[0].first }
    }
}

/// Words of a text that are spoken for, such as those of people's names.
struct TakenWords: Sendable {
    private var ranges: [ClosedRange<Int>] = []
    /// By word, the number of the last range that took it, and one more; zero for none.
    private var owners: [Int32] = []

    init(_ ranges: some Sequence<ClosedRange<Int>>) { for range in ranges { take(range) } }

    mutating func take(_ range: ClosedRange<Int>) {
        ranges.append(range)
        while owners.count <= range.upperBound { owners.append(0) }
        for word in range { owners[word] = Int32(ranges.count) }
    }

    private func owner(of word: Int) -> ClosedRange<Int>? {
        contains(word) ? ranges[Int(owners[word]) - 1] : nil
    }

    func contains(_ word: Int) -> Bool { owners.indices.contains(word) && owners[word] > 0 }

    func overlaps(_ words: ClosedRange<Int>) -> Bool { words.contains(where: contains) }

    /// Whether the words are part of a longer stretch.
    func enclose(_ words: ClosedRange<Int>) -> Bool {
        guard let owner = owner(of: words.lowerBound) else { return false }
        return owner.count > words.count && owner.contains(words.upperBound)
    }

    /// Whether the words are such a stretch or part of one.
    func cover(_ words: ClosedRange<Int>) -> Bool {
        owner(of: words.lowerBound)?.contains(words.upperBound) ?? false
    }
}

/// Mentions gathered by what they name, in the order of the first mention of each.
struct Gathered<Named: Hashable> {
    private(set) var order: [Named] = []
    /// As in ``order``.
    private var mentions: [[Mention]] = []
    private var places: [Named: Int] = [:]

    mutating func add(_ mention: Mention, of named: Named) {
        if let place = places[named] {
            mentions[place].append(mention)
            return
        }
        places[named] = order.count
        order.append(named)
        mentions.append([mention])
    }

    /// In the order of the text.
    func mentions(of named: Named) -> [Mention] {
        guard let place = places[named] else { return [] }
        return mentions[place].sorted { $0.start < $1.start }
    }
}
