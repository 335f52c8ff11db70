package import News

/// A word of a document's article, for counting.
package struct DocumentWord: Sendable, Hashable {
    /// Its folded letters.
    package var folded: String
    package var start: Int
    package var end: Int
    package var sentence: Int
    /// Whether a phrase may run over what parts it from the word before.
    package var joinsPrevious: Bool

    package init(folded: String, start: Int, end: Int, sentence: Int, joinsPrevious: Bool) {
        self.folded = folded
        self.start = start
        self.end = end
        self.sentence = sentence
        self.joinsPrevious = joinsPrevious
    }
}

/// A document taken apart for a topic.
package struct TopicReading: Sendable {
    package var verdict: Verdict
    package var language: String
    /// In Arabic and Latin letters, page chrome left out.
    package var words: [DocumentWord]
    /// What the topic's terms find.
    package var hits: [TermHit]
}

extension Examiner {
    /// Reads a document once; facts that no rule asks for are not looked for.
    ///
    /// - Parameter isWanted: by what the rules say of it; nothing more is done with others.
    package func reading(
        of document: Document, for topic: String, where isWanted: (Verdict) -> Bool
    ) -> TopicReading? {
        let reading = reading(of: document)
        guard topics.mayConcern(reading.hits) || isWanted(.unconcerned) else { return nil }
        let scan = scan(document, reading)
        let sums = TopicSums(topics, scan, JudgedFacts(scan, Names(scan)))
        let verdict = Verdict(topics.judgement(by: sums))
        guard isWanted(verdict) else { return nil }
        return TopicReading(
            verdict: verdict, language: scan.language, words: scan.documentWords,
            hits: topics.all.first { $0.topic.id == topic }.map { sums.termHits(of: $0) } ?? [])
    }
}

extension Scan {
    fileprivate var documentWords: [DocumentWord] {
        text.tokens.indices.compactMap { index in
            let token = text.tokens[index]
            guard !layout.isChrome(word: index),
                token.script == .arabic || token.script == .latin
            else { return nil }
            return DocumentWord(
                folded: text.searchable(index), start: start(of: index), end: end(of: index),
                sentence: sentences.number(of: index),
                joinsPrevious: index > 0 && token.gap.joinsPhrase)
        }
    }
}
