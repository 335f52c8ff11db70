import News
import Testing

@testable import Extraction

/// An examiner without what only explaining and tuning read.
@Suite struct LeanRulesTests {
    /// The rules' own examples: each is there to show what one of them does or does not hit.
    @Test func `it reports of any text what the whole one does`() {
        let examiner = Shipped.examiner
        let lean = examiner.lean()
        let all = examiner.compiledRules.flatMap { rule in
            rule.rule.examples.match + rule.rule.examples.noMatch
        }
        let examples = stride(from: 0, to: all.count, by: 4).map { all[$0] }
        #expect(examples.count > 100)
        for (number, example) in examples.enumerated() {
            let document = Document(
                id: "\(number)", source: "rows", title: "La police", body: example.text)
            #expect(lean.examine(document) == examiner.examine(document), "\(example.text)")
        }
    }

    @Test func `it holds nothing that editors wrote`() {
        let lean = Shipped.examiner.lean()
        #expect(lean.compiledRules.count == Shipped.examiner.compiledRules.count)
        for compiled in lean.compiledRules {
            #expect(compiled.rule.condition == .any([]))
            #expect(compiled.rule.examples == Rule.Examples())
        }
    }
}
