import News
import Testing

@testable import Extraction

/// `within` counts the words between, in every place where it may stand.
@Suite struct WithinTests {
    private static func word(_ text: String) -> Condition { .term(Term(text)) }

    private static func term(_ change: (inout Term.Company) -> Void) -> Condition {
        var company = Term.Company()
        change(&company)
        return .term(Term("drone", company: company))
    }

    /// A rule that looks for «drone» near «police», and not near «film».
    private static func rules(within: Int) -> [(name: String, rule: Rule)] {
        let near = Condition.near(
            .init(groups: [[word("drone")], [word("police")]], within: within))
        let neighbours = Rule.Neighbours(terms: [word("police")], within: within)
        return [
            ("near", Rule(id: "topic.near", condition: near)),
            (
                "a rule's only-near",
                Rule(id: "topic.only", condition: word("drone"), onlyNear: neighbours)
            ),
            (
                "a term's only-near",
                Rule(
                    id: "topic.term",
                    condition: term {
                        $0.onlyNear = [Term("police")]
                        $0.within = within
                    })
            ),
        ]
    }

    @Test(arguments: [
        (
            "Le ⟦drone⟧ de la nouvelle ⟦police⟧ vole.",
            Condition.near(.init(groups: [[word("drone")], [word("police")]], within: 4))
        ),
        (
            "Un drone, encore un ⟦drone⟧, et la ⟦police⟧.",
            .near(.init(groups: [[word("police")], [word("drone"), word("ballon")]], within: 9))
        ),
        (
            "Le ⟦drone⟧ suit la ⟦police⟧ et le ⟦parquet⟧.",
            .any([
                word("ballon"),
                .near(
                    .init(
                        groups: [[word("drone")], [word("police")], [word("parquet")]], within: 9)
                ),
            ])
        ),
        ("La nouvelle police vole.", word("nouvelle police")),
    ])
    func `evidence of nearness tells its terms apart from what lies between`(
        _ marked: String, _ condition: Condition
    ) {
        let parts = marked.split(separator: "⟦").dropFirst().map { $0.prefix { $0 != "⟧" } }
        let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
        let scalars = Array(document(text).text.unicodeScalars)
        let evidence = examined(Rule(id: "topic.rule", condition: condition), text)
            .topics.flatMap(\.evidence)
        #expect(!evidence.isEmpty)
        let terms = Set(evidence.flatMap { $0.terms ?? [] }).sorted { $0.start < $1.start }
        let quotes = terms.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }
        #expect(quotes == parts.map(String.init))
    }

    private func counts(_ rule: Rule, in text: String) -> Bool {
        !examined(rule, text).topics.isEmpty
    }

    private func document(_ text: String) -> Document {
        Document(id: "row", source: "rows", title: "", body: text)
    }

    private func examined(_ rule: Rule, _ text: String) -> Report {
        let examiner = Examiner(
            lexicon: [],
            topics: TopicSettings(
                topics: [TopicRules(id: "topic", threshold: 1, rules: [rule])],
                relevance: TopicRules(id: "relevance", threshold: 0)))
        return examiner.examine(document(text))
    }

    @Test(arguments: 0...2)
    func `so many words may stand between, and no more`(_ within: Int) {
        for (name, rule) in WithinTests.rules(within: within) {
            for between in 0...3 {
                let words = Array(repeating: "mot", count: between)
                for ends in [["police", "drone"], ["drone", "police"]] {
                    let text = ([ends[0]] + words + [ends[1]]).joined(separator: " ")
                    #expect(counts(rule, in: text) == (between <= within), "\(name): \(text)")
                }
            }
        }
    }

    @Test(arguments: 0...2)
    func `unless-near refuses with as many words between`(_ within: Int) {
        let rules = [
            Rule(
                id: "topic.rule", condition: WithinTests.word("drone"),
                unlessNear: .init(terms: [WithinTests.word("film")], within: within)),
            Rule(
                id: "topic.term",
                condition: WithinTests.term {
                    $0.unlessNear = [Term("film")]
                    $0.within = within
                }),
        ]
        for rule in rules {
            for between in 0...3 {
                let words = Array(repeating: "mot", count: between)
                let text = (["drone"] + words + ["film"]).joined(separator: " ")
                #expect(counts(rule, in: text) == (between > within), "\(rule.id): \(text)")
            }
        }
    }

    @Test func `a phrase that goes on ends no gap that another phrase leaves open`() {
        let gapped = Rule(id: "topic.gap", condition: WithinTests.word("saisie ... chira"))
        let plain = Rule(id: "topic.plain", condition: WithinTests.word("saisie de drogue"))
        let examiner = Examiner(
            lexicon: [],
            topics: TopicSettings(
                topics: [TopicRules(id: "topic", threshold: 1, rules: [gapped, plain])],
                relevance: TopicRules(id: "relevance", threshold: 0)))
        for text in ["saisie de chira", "saisie de la chira", "saisie de drogue et chira"] {
            let document = Document(id: "row", source: "rows", title: "", body: text)
            let rules = examiner.examine(document).topics.flatMap { $0.evidence.map(\.rule) }
            #expect(rules.contains("topic.gap"), "\(text)")
        }
    }
}
