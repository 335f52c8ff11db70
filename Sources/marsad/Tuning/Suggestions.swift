import Extraction
import Foundation

/// A document that is counted for suggestions.
struct CountedDocument: Sendable {
    var id: String
    /// Of what was kept of it: chance, but the same each time.
    var hash: UInt64 = 0
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
        let numbers = WordNumbers(documents, without: stopwords)
        var counts: [TermKey: Count] = [:]
        for document in documents {
            for key in places(in: document, numbers).keys {
                counts[key, default: Count()].add(document)
            }
        }
        let totals = counts.values.reduce(into: Count()) { $0.add($1) }
        let odds = LogOdds(prior: prior, within: totals.within, without: totals.without)
        var rows: [TermKey: Row] = [:]
        for (key, count) in counts where count.within >= least {
            let z = odds.z(within: count.within, without: count.without)
            if z > 1.96 { rows[key] = Row(count: count, z: z) }
        }
        rows = Suggestions.withoutParts(rows)
        for (number, document) in documents.enumerated() where document.isOfTopic {
            let quotes = document.quotes
            for (key, place) in places(in: document, numbers) {
                rows[key]?.add(place, document, number, quotes)
            }
        }
        return rows.values.map { $0.suggestion(documents) }
    }

    /// A word that nearly always stands in one pair says no more than the pair.
    private static func withoutParts(_ rows: [TermKey: Row]) -> [TermKey: Row] {
        var pairs: [Int32: [Count]] = [:]
        for (key, row) in rows where key.isPair {
            for word in Set([key.first, key.second]) { pairs[word, default: []].append(row.count) }
        }
        return rows.filter { key, row in
            key.isPair
                || !(pairs[key.first] ?? []).contains { pair in
                    Double(pair.within) >= 0.9 * Double(row.count.within)
                        && pair.without <= row.count.without
                }
        }
    }

    // MARK: Terms of a document

    /// Where a term stands: its words, first to last.
    private typealias Place = ClosedRange<Int>

    /// The document's words and pairs with the first place of each that no evidence covers, else
    /// the first.
    private func places(in document: CountedDocument, _ numbers: WordNumbers) -> [TermKey: Place] {
        var places: [TermKey: Place] = [:]
        func add(_ key: TermKey, _ place: Place) {
            let isBetter = places[key].map {
                document.isCovered($0) && !document.isCovered(place)
            }
            if isBetter ?? true { places[key] = place }
        }
        for (index, word) in document.words.enumerated() {
            guard let number = numbers[word.folded] else { continue }
            add(TermKey(first: number), index...index)
            guard index > 0, word.joinsPrevious else { continue }
            let before = document.words[index - 1]
            guard before.sentence == word.sentence, let previous = numbers[before.folded]
            else { continue }
            add(TermKey(first: previous, second: number), (index - 1)...index)
        }
        return places
    }

    /// A word, or two that stand side by side, by their numbers.
    private struct TermKey: Hashable {
        var first: Int32
        var second: Int32 = -1

        var isPair: Bool { second >= 0 }
    }

    /// In how many documents a term stands.
    private struct Count {
        var within = 0
        var without = 0

        mutating func add(_ document: CountedDocument) {
            if document.isOfTopic { within += 1 } else { without += 1 }
        }

        mutating func add(_ other: Count) {
            within += other.within
            without += other.without
        }
    }

    /// What is told of one term.
    private struct Row {
        let count: Count
        let z: Double
        var covered = 0
        var forms: [String: Int] = [:]
        /// Documents of the topic.
        var examples: [(document: Int, place: Place)] = []

        init(count: Count, z: Double) { (self.count, self.z) = (count, z) }

        mutating func add(
            _ place: Place, _ document: CountedDocument, _ number: Int, _ quotes: Quotes
        ) {
            forms[document.quote(place, quotes), default: 0] += 1
            if document.isCovered(place) { covered += 1 }
            if examples.count < 2 { examples.append((number, place)) }
        }

        func suggestion(_ documents: [CountedDocument]) -> SuggestedTerm {
            let forms = forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            return SuggestedTerm(
                term: forms.first ?? "", z: (z * 100).rounded() / 100, within: count.within,
                without: count.without, covered: covered, forms: Array(forms.prefix(6)),
                examples: examples.map { example in
                    let document = documents[example.document]
                    return .init(
                        id: document.id,
                        sentence: document.sentence(around: example.place, document.quotes))
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

    /// Takes a walk through the text: to be asked once for all places.
    fileprivate var quotes: Quotes { Quotes(text) }

    fileprivate func quote(_ place: ClosedRange<Int>, _ quotes: Quotes) -> String {
        quotes.quote(words[place.lowerBound].start, words[place.upperBound].end)
    }

    /// The sentence of a place, at most 12 words before and behind.
    fileprivate func sentence(around place: ClosedRange<Int>, _ quotes: Quotes) -> String {
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
        return quote(first...last, quotes).split(separator: "\n").joined(separator: " ")
    }
}

/// A text by the offsets of its scalars.
private struct Quotes {
    private let text: String
    private let places: [String.Index]

    init(_ text: String) {
        self.text = text
        places = Array(text.unicodeScalars.indices) + [text.unicodeScalars.endIndex]
    }

    func quote(_ start: Int, _ end: Int) -> String { String(text[places[start]..<places[end]]) }
}

/// The numbers of words that may be part of a term: those that are one word but for their clitics
/// have the same.
private struct WordNumbers {
    private var numbers: [String: Int32] = [:]

    init(_ documents: [CountedDocument], without stopwords: Set<String>) {
        let stems = Stems(documents)
        var known: [String: Int32] = [:]
        for word in stems.vocabulary where word.count > 1 && !stopwords.contains(word) {
            let stem = stems[word]
            let number = known[stem] ?? Int32(known.count)
            known[stem] = number
            numbers[word] = number
        }
    }

    /// Nil for a letter and for what no term begins or ends with.
    subscript(word: String) -> Int32? { numbers[word] }
}

/// Words without the clitics and the article that some documents write onto them.
struct Stems {
    /// All words, folded.
    let vocabulary: Set<String>
    private var stems: [String: String] = [:]

    init(_ documents: [CountedDocument]) {
        var vocabulary: Set<String> = []
        for document in documents {
            for word in document.words { vocabulary.insert(word.folded) }
        }
        self.vocabulary = vocabulary
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
