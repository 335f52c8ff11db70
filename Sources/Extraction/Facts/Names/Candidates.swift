import News

extension Scan {
    /// What was found of a kind, the longest where several overlap; together what has the very
    /// same words, as الكونغولي has for two states.
    func candidates(_ kind: LexiconKind) -> [[EntryHit]] {
        let ranked = all(kind).sorted {
            ($1.words.count, $0.first, $0.entry) < ($0.words.count, $1.first, $1.entry)
        }
        var groups: [[EntryHit]] = []
        var groupOfWord: [Int: Int] = [:]
        for hit in ranked {
            if let group = groupOfWord[hit.first], groups[group][0].words == hit.words {
                groups[group].append(hit)
            } else if hit.words.allSatisfy({ groupOfWord[$0] == nil }) {
                for word in hit.words { groupOfWord[word] = groups.count }
                groups.append([hit])
            }
        }
        return groups.sorted { $0[0].first < $1[0].first }
    }
}

/// Words of a text that are spoken for, such as those of people's names.
struct TakenWords: Sendable {
    private var owners: [Int: ClosedRange<Int>] = [:]

    init(_ ranges: some Sequence<ClosedRange<Int>>) { for range in ranges { take(range) } }

    mutating func take(_ range: ClosedRange<Int>) { for word in range { owners[word] = range } }

    func contains(_ word: Int) -> Bool { owners[word] != nil }

    func overlaps(_ words: ClosedRange<Int>) -> Bool { words.contains { owners[$0] != nil } }

    /// Whether the words are part of a longer stretch.
    func enclose(_ words: ClosedRange<Int>) -> Bool {
        guard let owner = owners[words.lowerBound] else { return false }
        return owner.count > words.count && owner.contains(words.upperBound)
    }

    /// Whether the words are such a stretch or part of one.
    func cover(_ words: ClosedRange<Int>) -> Bool {
        owners[words.lowerBound]?.contains(words.upperBound) ?? false
    }
}

/// Mentions gathered by what they name, in the order of the first mention of each.
struct Gathered<Named: Hashable> {
    private(set) var order: [Named] = []
    private var mentions: [Named: [Mention]] = [:]

    mutating func add(_ mention: Mention, of named: Named) {
        if mentions[named] == nil { order.append(named) }
        mentions[named, default: []].append(mention)
    }

    /// In the order of the text.
    func mentions(of named: Named) -> [Mention] {
        (mentions[named] ?? []).sorted { $0.start < $1.start }
    }
}
