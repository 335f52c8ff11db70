import Extraction

/// A term of a topic's rules that finds nothing but what people say is not of the topic.
struct FalseTerm: Sendable, Hashable, Encodable {
    var term: String
    /// `config/topics/drugs.yaml:12:7`.
    var place: String
    /// The rules that list it.
    var rules: [String]
    /// Judged documents, not of the topic, that have it.
    var wrong: Int
    var examples: [String]
}

/// Finds terms that only bring false hits: whatever rule counts one of them is wrong.
struct FalseTerms {
    /// In how many documents that are not of the topic a term must stand.
    var least = 2

    /// - Parameter documents: those that people judged, with what the topic's terms found.
    func terms(
        in documents: [(id: String, isOfTopic: Bool, hits: [TermHit])]
    ) -> [FalseTerm] {
        var rows: [SettingsPlace: Row] = [:]
        for document in documents {
            let counted = document.hits.filter(\.isCounted)
            for (place, hits) in Dictionary(grouping: counted, by: \.place) {
                rows[place, default: Row(term: hits[0].term)].add(hits, document)
            }
        }
        return rows.filter { $0.value.right == 0 && $0.value.wrong.count >= least }
            .map { $0.value.falseTerm(at: $0.key) }
            .sorted { ($1.wrong, $0.place) < ($0.wrong, $1.place) }
    }

    /// What one term found.
    private struct Row {
        let term: String
        var rules: Set<String> = []
        var right = 0
        var wrong: [String] = []

        mutating func add(
            _ hits: [TermHit], _ document: (id: String, isOfTopic: Bool, hits: [TermHit])
        ) {
            rules.formUnion(hits.map(\.rule))
            if document.isOfTopic { right += 1 } else { wrong.append(document.id) }
        }

        func falseTerm(at place: SettingsPlace) -> FalseTerm {
            FalseTerm(
                term: term, place: "\(place.file):\(place.line):\(place.column)",
                rules: rules.sorted(), wrong: wrong.count, examples: Array(wrong.prefix(3)))
        }
    }
}

/// A word that is read as a keyword with a clitic in front, and seems to be a word of its own.
struct WordToProtect: Sendable, Hashable, Encodable {
    /// Folded: «وسام».
    var word: String
    /// «سام».
    var term: String
    var clitic: String
    /// How often the word stands in the documents.
    var count: Int
    /// How often the keyword stands without that clitic.
    var alone: Int
}

/// Finds words that also read as و, ف, ب, ك or ل and a keyword.
///
/// Two signs tell them: something stands in front that never stands before that clitic («بوجدة»,
/// «الوالي»); or, for و and ف, the keyword seldom stands without, for a conjunction is written
/// onto one word in ten. ب and ل are no such sign («بتهمة»), nor is what has the article.
struct LookAlikeWords {
    /// How often a word must stand.
    var least = 3

    private static let conjunctions = ["و", "ف"]
    private static let clitics = conjunctions + ["ب", "ك", "ل", "وب", "ول", "فب", "فل"]

    /// - Parameters:
    ///   - hits: of the terms in question.
    ///   - vocabulary: how often each folded word stands in the documents.
    func words(_ hits: [TermHit], vocabulary: [String: Int]) -> [WordToProtect] {
        var found: [String: WordToProtect] = [:]
        for hit in Set(hits.map { [$0.term, $0.firstWord] }) {
            let words = SearchForms.words(of: hit[0])
            guard words.count == 1, let core = words.first, hit[1] != core,
                hit[1].hasSuffix(core)
            else { continue }
            let clitic = String(hit[1].dropLast(core.count))
            guard LookAlikeWords.clitics.contains(clitic) else { continue }
            let count = vocabulary[hit[1]] ?? 0
            let alone = ["", "ال", "وال", "بال", "لل"].reduce(0) {
                $0 + (vocabulary[$1 + core] ?? 0)
            }
            let isRare = count > alone && LookAlikeWords.conjunctions.contains(clitic)
            guard count >= least,
                isRare && !core.hasPrefix("ال") || isWordOfItsOwn(hit[1], clitic, vocabulary)
            else { continue }
            found[hit[1]] = WordToProtect(
                word: hit[1], term: hit[0], clitic: clitic, count: count, alone: alone)
        }
        return found.values.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
    }

    /// Whether the word stands with something in front that the clitic would not let there.
    private func isWordOfItsOwn(
        _ word: String, _ clitic: String, _ vocabulary: [String: Int]
    ) -> Bool {
        let prepositions = ["ب", "ك", "ل"]
        let heads =
            ["ال", "بال", "لل", "وال"]
            + (LookAlikeWords.conjunctions.contains(clitic) ? prepositions + ["و"] : prepositions)
        return heads.contains { vocabulary[$0 + word, default: 0] > 0 }
    }
}
