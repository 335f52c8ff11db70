import Settings

@testable import Extraction

/// The shipped rules as an editor may have changed them: a list, a weight, a threshold and a rule.
enum ChangedRules {
    static let rules: TopicSettings = {
        var rules = Shipped.settings.topics
        rules.lists["officers"]?.removeFirst(3)
        rules.relevance.rules[0].weight = 2
        for number in rules.topics.indices {
            switch rules.topics[number].id {
            case "drugs": rules.topics[number].threshold = 5
            case "institution": rules.topics[number].rules.removeFirst()
            case "road-safety": rules.topics[number].note = "says nothing else"
            default: break
            }
        }
        return rules
    }()

    static let examiner = Examiner(lexicon: Shipped.settings.lexicon, topics: rules)

    static let pair = ExaminerPair(
        present: (Shipped.settings.lexicon, Shipped.settings.topics),
        other: (Shipped.settings.lexicon, rules))
}
