package import News

/// Two sets of rules asked of the same texts.
///
/// Over one lexicon they are compiled into one matcher: a text is read once, its names and places
/// are found once, and only topics that are not worded alike are judged twice.
package struct ExaminerPair: Sendable {
    package let present: Examiner
    package let other: Examiner
    /// By number of a topic of the other rules, that of the same one of the present rules; nil
    /// where the lexicons differ.
    private let same: [Int: Int]?

    /// Compiles both. What cannot be compiled is left out, as ``Examiner`` does.
    package init(
        present: (lexicon: [LexiconEntry], topics: TopicSettings),
        other: (lexicon: [LexiconEntry], topics: TopicSettings)
    ) {
        guard ExaminerPair.isSame(present.lexicon, other.lexicon) else {
            self.present = Examiner(lexicon: present.lexicon, topics: present.topics)
            self.other = Examiner(lexicon: other.lexicon, topics: other.topics)
            same = nil
            return
        }
        let (first, second) = Examiner.pair(
            over: present.lexicon, present.topics, other.topics)
        self.present = first
        self.other = second
        let unchanged = UnchangedTopics(present.topics, other.topics).ids
        same = Dictionary(
            uniqueKeysWithValues: second.topics.all.compactMap { topic in
                guard unchanged.contains(topic.topic.id),
                    let twin = first.topics.all.first(where: { $0.topic.id == topic.topic.id })
                else { return nil }
                return (topic.number, twin.number)
            })
    }

    /// What each set of rules says of a document, as ``Examiner/verdict(on:)`` of each would.
    package func verdicts(on document: Document) -> (present: Verdict, other: Verdict) {
        guard let same else { return (present.verdict(on: document), other.verdict(on: document)) }
        return present.verdicts(on: document, beside: other, same: same)
    }

    private static func isSame(_ one: [LexiconEntry], _ other: [LexiconEntry]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0.isWorded(as: $1) }
    }
}
