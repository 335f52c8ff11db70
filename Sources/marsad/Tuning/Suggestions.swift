import Extraction
import Foundation

/// A document that is counted for suggestions.
struct CountedDocument: Sendable {
    var id: String
    /// Documents are compared with others of their language.
    var language: String
    /// Whether it is of the topic.
    var isOfTopic: Bool
    /// Whether it concerns the police, as the rules say.
    var isRelevant = true
    var words: [DocumentWord]
    /// For each word, whether the topic's evidence covers it already.
    var isCovered: [Bool]
    var text: String
    /// What people say; nil where nobody did.
    var label: Bool?
    /// What the topic's terms find.
    var hits: [TermHit] = []
}

/// A word or pair of words that tells a topic's documents from others.
struct SuggestedTerm: Sendable, Hashable, Encodable {
    /// In its most frequent form.
    var term: String
    /// Standard deviations from no difference.
    var z: Double
    /// Documents of the topic that have it, others that have it.
    var within: Int
    var without: Int
    /// Of ``within``, those where the topic's rules find it already.
    var covered: Int
    /// Its forms, the most frequent first.
    var forms: [String]
    var examples: [Example]

    struct Example: Sendable, Hashable, Encodable {
        var id: String
        var sentence: String
    }
}

/// Finds what tells a topic's documents from others: log-odds with an informative Dirichlet
/// prior (Monroe, Colaresi & Quinn 2008, «Fightin' Words», section 3.5), documents counted, not
/// words; the prior is the term's share in all documents.
///
/// Clitics are taken off an Arabic word where what remains stands alone elsewhere.
struct Suggestions {
    /// How many pseudo-counts the prior weighs.
    var prior = 500.0
    /// Documents of the topic that must have a term.
    var least = 3
    /// Folded words that no term may begin or end with.
    var stopwords: Set<String> = []

    func suggestions(from documents: [CountedDocument], limit: Int) -> [SuggestedTerm] {
        let found = Dictionary(grouping: documents, by: \.language).values
            .flatMap { suggestions(within: $0) }
        return Array(
            found.sorted { ($1.z, $0.term) < ($0.z, $1.term) }.prefix(limit))
    }

    /// Of documents in one language.
    private func suggestions(within documents: [CountedDocument]) -> [SuggestedTerm] {
        let stems = Stems(documents)
        var table: [String: Row] = [:]
        for (number, document) in documents.enumerated() {
            for (key, place) in terms(of: document, stems) {
                table[key, default: Row()].add(place, document, number)
            }
        }
        let totals = table.values.reduce(into: (within: 0, without: 0)) {
            $0.within += $1.within
            $0.without += $1.without
        }
        let scored = table.filter { $0.value.within >= least }.map { key, row in
            (key, row, z(row, totals))
        }.filter { $0.2 > 1.96 }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
        return Suggestions.withoutParts(scored).map { _, row, z in row.suggestion(z, documents) }
    }

    private func z(_ row: Row, _ totals: (within: Int, without: Int)) -> Double {
        LogOdds(prior: prior, within: totals.within, without: totals.without)
            .z(within: row.within, without: row.without)
    }

    /// A word that nearly always stands in one pair says no more than the pair.
    private static func withoutParts(
        _ scored: [(String, Row, Double)]
    ) -> [(String, Row, Double)] {
        let pairs = scored.filter { $0.0.contains(" ") }
        return scored.filter { key, row, _ in
            key.contains(" ")
                || !pairs.contains { pair, other, _ in
                    pair.split(separator: " ").contains(key[...])
                        && Double(other.within) >= 0.9 * Double(row.within)
                        && other.without <= row.without
                }
        }
    }

    // MARK: Terms of a document

    /// Where a term stands: its words, first to last.
    private typealias Place = ClosedRange<Int>

    /// The document's words and pairs with the first place of each that no evidence covers, else
    /// the first.
    private func terms(of document: CountedDocument, _ stems: Stems) -> [String: Place] {
        var terms: [String: Place] = [:]
        func add(_ key: String, _ place: Place) {
            let isBetter = terms[key].map {
                document.isCovered($0) && !document.isCovered(place)
            }
            if isBetter ?? true { terms[key] = place }
        }
        for (index, word) in document.words.enumerated() where word.folded.count > 1 {
            guard !stopwords.contains(word.folded) else { continue }
            let stem = stems[word.folded]
            add(stem, index...index)
            guard index > 0, word.joinsPrevious else { continue }
            let before = document.words[index - 1]
            guard before.sentence == word.sentence, before.folded.count > 1,
                !stopwords.contains(before.folded)
            else { continue }
            add(stems[before.folded] + " " + stem, (index - 1)...index)
        }
        return terms
    }

    /// What is counted of one term.
    private struct Row {
        var within = 0
        var without = 0
        var covered = 0
        var forms: [String: Int] = [:]
        /// Documents of the topic, those not covered first.
        var examples: [(document: Int, place: Place)] = []

        mutating func add(_ place: Place, _ document: CountedDocument, _ number: Int) {
            guard document.isOfTopic else {
                without += 1
                return
            }
            within += 1
            forms[document.quote(place), default: 0] += 1
            if document.isCovered(place) { covered += 1 }
            if examples.count < 2 { examples.append((number, place)) }
        }

        func suggestion(_ z: Double, _ documents: [CountedDocument]) -> SuggestedTerm {
            let forms = forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            return SuggestedTerm(
                term: forms.first ?? "", z: (z * 100).rounded() / 100, within: within,
                without: without, covered: covered, forms: Array(forms.prefix(6)),
                examples: examples.map {
                    .init(
                        id: documents[$0.document].id,
                        sentence: documents[$0.document].sentence(around: $0.place))
                })
        }
    }
}

/// The difference of a term's log-odds in two groups, in standard deviations.
struct LogOdds {
    /// α₀, the pseudo-counts that the prior weighs in each group.
    var prior: Double
    /// n, what is counted of all terms in each group.
    var within: Int
    var without: Int

    /// δ = log(a / (n + α₀ − a)) of one group less that of the other, where a = y + α and
    /// α = α₀ · the term's share in both; over its standard deviation, √(1/a + 1/a′).
    func z(within one: Int, without other: Int) -> Double {
        let alpha = prior * Double(one + other) / Double(within + without)
        let (a, b) = (Double(one) + alpha, Double(other) + alpha)
        let odds = log(a / (Double(within) + prior - a))
        let otherOdds = log(b / (Double(without) + prior - b))
        return (odds - otherOdds) / (1 / a + 1 / b).squareRoot()
    }
}

extension CountedDocument {
    func isCovered(_ place: ClosedRange<Int>) -> Bool { place.allSatisfy { isCovered[$0] } }

    func quote(_ place: ClosedRange<Int>) -> String {
        slice(words[place.lowerBound].start, words[place.upperBound].end)
    }

    /// The sentence of a place, at most 12 words before and behind.
    func sentence(around place: ClosedRange<Int>) -> String {
        let number = words[place.lowerBound].sentence
        var first = place.lowerBound
        var last = place.upperBound
        while first > 0, words[first - 1].sentence == number, place.lowerBound - first < 12 {
            first -= 1
        }
        while last + 1 < words.count, words[last + 1].sentence == number,
            last - place.upperBound < 12
        {
            last += 1
        }
        return slice(words[first].start, words[last].end).split(separator: "\n")
            .joined(separator: " ")
    }

    private func slice(_ start: Int, _ end: Int) -> String {
        let scalars = text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: start)
        let to = scalars.index(from, offsetBy: end - start)
        return String(scalars[from..<to])
    }
}

/// Words without the clitics and the article that some documents write onto them.
struct Stems {
    private var stems: [String: String] = [:]

    init(_ documents: [CountedDocument]) {
        let vocabulary = Set(documents.flatMap { $0.words.map(\.folded) })
        for word in vocabulary { stems[word] = Stems.stem(of: word, in: vocabulary) }
    }

    subscript(word: String) -> String { stems[word] ?? word }

    private static let heads = [
        "وبال", "فبال", "وكال", "ولل", "فلل", "بال", "كال", "وال", "فال", "لل", "ال", "وب", "ول",
        "و", "ب", "ل", "ف", "ك",
    ]

    private static func stem(of word: String, in vocabulary: Set<String>) -> String {
        guard let first = word.unicodeScalars.first, first.value >= 0x600 else { return word }
        for head in heads where word.hasPrefix(head) {
            let rest = String(word.dropFirst(head.count))
            if rest.count >= 3, vocabulary.contains(rest) || vocabulary.contains("ال" + rest),
                rest != word
            {
                return rest
            }
        }
        return word
    }
}
