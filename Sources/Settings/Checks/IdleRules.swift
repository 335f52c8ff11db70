import Extraction
import News

/// Rules that can never add anything, and topics that can never be reached.
struct IdleRules {
    private let feeds: [Feed]

    /// - Parameter feeds: the subscriptions, of which rules may name some.
    init(feeds: [Feed]) { self.feeds = feeds }

    func problems(of topic: TopicRules) -> [SettingsProblem] {
        var problems = topic.rules.compactMap { rule in
            reason(rule).map {
                SettingsProblem("rule ‘\(rule.id)’ can never count: \($0)", at: rule.place)
            }
        }
        let most = topic.rules.reduce(0) { $0 + max(0, $1.weight) * IdleRules.most($1) }
        if !topic.rules.isEmpty, most < topic.threshold {
            problems.append(
                SettingsProblem(
                    "‘\(topic.id)’ can never be reached: its rules come to \(most) points at most, "
                        + "the threshold is \(topic.threshold)", at: topic.place,
                    isConsequence: true))
        }
        return problems
    }

    /// Twice its weight, one hit and a half of it in the title.
    private static func most(_ rule: Rule) -> Double {
        guard standsInText(rule.condition) else { return 1 }
        return rule.parts.isEmpty || rule.parts.contains(.title) ? 3 : 2
    }

    private func reason(_ rule: Rule) -> String? {
        if rule.weight == 0 { return "its weight is 0" }
        if !rule.parts.isEmpty, !IdleRules.standsInText(rule.condition) {
            return "‘in’ wants something that stands in the text"
        }
        if let word = IdleRules.contradiction(rule.condition) {
            return "it wants ‘\(word)’ and wants it not to be there"
        }
        return outlets(rule)
    }

    // MARK: Outlets

    /// Nothing is known of feeds that could not be read.
    private func outlets(_ rule: Rule) -> String? {
        guard !feeds.isEmpty else { return nil }
        if let feed = IdleRules.unknown(rule.feeds, among: feeds.map(\.id)) {
            return "no feed is called ‘\(feed)’"
                + Suggestion.question(for: feed, among: feeds.map(\.id))
        }
        let tags = feeds.flatMap(\.tags)
        if let tag = IdleRules.unknown(rule.tags, among: tags) {
            return "no feed has the tag ‘\(tag)’" + Suggestion.question(for: tag, among: tags)
        }
        return nil
    }

    /// The first of what is named, where none of it is known.
    private static func unknown(_ named: Set<String>, among known: [String]) -> String? {
        named.isDisjoint(with: known) ? named.sorted().first : nil
    }

    // MARK: Conditions

    /// Whether hits of the condition have a place; `#topic` and `none` have none.
    private static func standsInText(_ condition: Condition) -> Bool {
        switch condition {
        case .term(let term): !term.text.hasPrefix("#")
        case .any(let all), .all(let all), .atLeast(_, let all): all.contains(where: standsInText)
        case .none: false
        case .near: true
        }
    }

    /// A word that is both wanted and not; nil where there is none.
    private static func contradiction(_ condition: Condition) -> String? {
        guard case .all(let parts) = condition else { return nil }
        let unwanted = Set(
            parts.flatMap { part -> [String] in
                guard case .none(let conditions) = part else { return [] }
                return conditions.compactMap(plain)
            })
        for part in parts {
            for group in groups(of: part) {
                let words = group.map(plain)
                let refused = words.compactMap { $0 }.filter(unwanted.contains)
                if !words.isEmpty, refused.count == words.count { return refused[0] }
            }
        }
        return nil
    }

    /// Groups of alternatives of which one each must be found.
    private static func groups(of condition: Condition) -> [[Condition]] {
        switch condition {
        case .term: [[condition]]
        case .any(let all): [all]
        case .all(let all): all.flatMap(groups)
        case .near(let near): near.groups
        case .none, .atLeast: []
        }
    }

    /// A term that counts in any company.
    private static func plain(_ condition: Condition) -> String? {
        guard case .term(let term) = condition, term.company == nil else { return nil }
        return term.text
    }
}
