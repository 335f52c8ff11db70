import News
import Testing

@testable import Extraction
@testable import Settings

/// How well the one matcher finds single keywords, each compiled as a rule beside all that is
/// shipped.
@Suite struct KeywordQualityTests {
    @Test func `a keyword finds its forms in a text and no other word`() throws {
        let score = KeywordScore(KeywordRows.all, in: try KeywordRules(KeywordRows.all))
        #expect(score.recall >= 0.995, "\(score)")
        #expect(score.precision >= 0.99, "\(score)")
    }

    @Test func `each keyword has eight forms and six look-alikes`() {
        let rows = Dictionary(grouping: KeywordRows.all, by: \.keyword)
        #expect(rows.count >= 70)
        for (keyword, rows) in rows {
            #expect(rows.map(\.wanted.count).reduce(0, +) >= 8, "\(keyword)")
            #expect(rows.map(\.alikes).reduce(0, +) >= 6, "\(keyword)")
        }
    }
}

/// Keywords as the rules of one topic, a rule each, beside the lexicon that is shipped.
struct KeywordRules {
    private let examiner: Examiner
    private let rules: [String: CompiledRule]

    init(_ rows: [KeywordRow]) throws {
        let shipped = try SettingsFolder(Shipped.root + "/config").read()
        let rules = Set(rows.map(\.keyword)).sorted().map { keyword in
            Rule(id: keyword, condition: .any([.term(Term(keyword))]))
        }
        examiner = Examiner(
            lexicon: shipped.lexicon,
            topics: TopicSettings(
                topics: [TopicRules(id: "keywords", rules: rules)],
                relevance: shipped.topics.relevance, lists: shipped.topics.lists))
        self.rules = Dictionary(
            uniqueKeysWithValues: examiner.topics.topics.flatMap(\.rules).map { ($0.rule.id, $0) })
    }

    /// What the rule of a keyword counts in a text.
    func hits(of keyword: String, in text: String) -> [Evidence] {
        guard let rule = rules[keyword] else { return [] }
        let scan = examiner.scan(
            Document(id: "row", source: "rows", text: text, titleLength: 0))
        return TopicSums(examiner.topics, scan, JudgedFacts(Facts())).account(of: rule)?.hits ?? []
    }
}

/// What was found of what should be, and the rows that went wrong.
struct KeywordScore: CustomStringConvertible {
    private(set) var found = 0
    private(set) var missed = 0
    private(set) var wrong = 0
    private(set) var complaints: [String] = []

    var recall: Double { Double(found) / Double(max(1, found + missed)) }
    var precision: Double { Double(found) / Double(max(1, found + wrong)) }

    init(_ rows: [KeywordRow], in rules: KeywordRules) {
        for row in rows { take(rules.hits(of: row.keyword, in: row.text), row) }
    }

    /// A hit is right where it ends with a marked form and begins in it, for what is quoted
    /// leaves out و ف ب ك ل and the French l' d' qu'.
    private mutating func take(_ hits: [Evidence], _ row: KeywordRow) {
        let right = row.wanted.filter { form in
            hits.contains { form.contains($0.start) && $0.end == form.upperBound }
        }
        let others = hits.filter { hit in
            !right.contains { $0.contains(hit.start) && hit.end == $0.upperBound }
        }
        found += right.count
        missed += row.wanted.count - right.count
        wrong += others.count
        if right.count < row.wanted.count { complaints.append("missed in \(row.name)") }
        for hit in others { complaints.append("found ‘\(hit.quote)’ in \(row.name)") }
    }

    var description: String {
        """
        recall \(recall): \(found) of \(found + missed); \
        precision \(precision): \(found) of \(found + wrong)
        \(complaints.joined(separator: "\n"))
        """
    }
}
