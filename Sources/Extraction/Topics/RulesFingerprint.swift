import News

/// What lexicon and rules mean, told by 16 hexadecimal digits: of all that decides what a text is
/// found to be, and of nothing else.
///
/// Comments, blank lines, quotation marks, notes, titles and examples change nothing; the order
/// of entries, rules and terms counts.
package struct RulesFingerprint {
    private var hash = StableHash()

    package static func digits(of lexicon: [LexiconEntry], _ topics: TopicSettings) -> String {
        var print = RulesFingerprint()
        lexicon.forEach { print.add($0) }
        topics.topics.forEach { print.add($0) }
        print.add(topics.relevance)
        for (name, list) in topics.lists.sorted(by: { $0.key < $1.key }) {
            print.add("list", name)
            print.add(list)
        }
        let digits = String(print.hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func add(_ texts: String...) {
        for text in texts { hash.combine(text) }
    }

    /// A list's length tells where it ends.
    private mutating func add<Element>(
        all elements: [Element], _ body: (inout RulesFingerprint, Element) -> Void
    ) {
        add("\(elements.count)")
        for element in elements { body(&self, element) }
    }

    private mutating func add(_ names: Set<String>) {
        add(all: names.sorted()) { $0.add($1) }
    }

    private mutating func add(_ texts: [String: String]) {
        add(all: texts.sorted { $0.key < $1.key }) { $0.add($1.key, $1.value) }
    }

    // MARK: Lexicon

    private mutating func add(_ entry: LexiconEntry) {
        add("entry", entry.kind, entry.id)
        add(entry.names)
        add(entry.attributes)
        add(all: entry.terms.sorted { $0.key < $1.key }) { print, list in
            print.add(list.key)
            print.add(list.value)
        }
    }

    private mutating func add(_ terms: [Term]) { add(all: terms) { $0.add($1) } }

    private mutating func add(_ term: Term) {
        add("term", term.text)
        guard let company = term.company else { return add("alone") }
        add("within \(company.within)")
        for terms in [
            company.onlyNear, company.unlessNear, company.after, company.notAfter,
            company.before, company.notBefore,
        ] { add(terms) }
    }

    // MARK: Topics

    private mutating func add(_ topic: TopicRules) {
        add("topic", topic.id, "\(topic.threshold) \(topic.secondary) \(topic.primary)")
        add(topic.requires)
        add(topic.vetoes)
        add(topic.beside == nil ? "beside all" : "beside")
        add(Set(topic.beside?.map(\.text) ?? []))
        add(all: topic.rules) { $0.add($1) }
    }

    private mutating func add(_ rule: Rule) {
        add("rule", rule.id, "\(rule.weight)")
        add(rule.condition)
        for names in [
            Set(rule.parts.map(\.rawValue)), rule.languages, rule.countries, rule.feeds, rule.tags,
        ] { add(names) }
        for neighbours in [rule.onlyNear, rule.unlessNear] {
            add(neighbours.map { "within \($0.within)" } ?? "anywhere")
            add(neighbours?.terms ?? [])
        }
    }

    private mutating func add(_ conditions: [Condition]) { add(all: conditions) { $0.add($1) } }

    private mutating func add(_ condition: Condition) {
        switch condition {
        case .term(let term): add(term)
        case .any(let conditions): add("any", conditions)
        case .all(let conditions): add("all", conditions)
        case .none(let conditions): add("none", conditions)
        case .atLeast(let count, let conditions): add("at least \(count)", conditions)
        case .near(let near):
            add("near \(near.within) \(near.isOrdered) \(near.crossesSentences)")
            add(all: near.groups) { $0.add($1) }
        }
    }

    private mutating func add(_ word: String, _ conditions: [Condition]) {
        add(word)
        add(conditions)
    }
}
