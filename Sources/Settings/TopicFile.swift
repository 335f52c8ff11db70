import Extraction
import Foundation
import News
import Yams

/// Reads a file of `config/topics/`, or `relevance.yaml`: one topic and its rules.
struct TopicFile {
    private let file: String
    private let isRelevance: Bool
    private let problems: ProblemList
    private let reader: ConditionReader
    private(set) var topic: TopicRules?

    /// - Parameters:
    ///   - id: the file's name without its ending.
    ///   - isRelevance: whether it is `relevance.yaml`, which alone is called so and stands
    ///     beside no topic.
    init(_ path: String, id: String, isRelevance: Bool = false, problems: ProblemList) {
        file = path
        self.isRelevance = isRelevance
        self.problems = problems
        reader = ConditionReader(file: path, problems: problems)
        guard let root = YAMLFile(path, problems: problems).root else { return }
        topic = read(Fields(root, file: path, problems: problems), id: id)
    }

    private func read(_ fields: Fields, id: String) -> TopicRules {
        var topic = TopicRules(id: fields.string("id") ?? id, place: fields.place)
        topic.titles = fields.byLanguage("title") ?? [:]
        topic.note = fields.string("note")
        topic.threshold = fields.points("threshold") ?? topic.threshold
        checkID(of: topic, fields)
        if let grades = fields.fields("grades") {
            topic.primary = grades.points("primary") ?? topic.primary
            topic.secondary = grades.points("secondary") ?? topic.secondary
            grades.refuseOthers()
            if topic.secondary > topic.primary {
                grades.complain(
                    "‘secondary’ wants no more than ‘primary’, else nothing would be secondary")
            }
        }
        topic.requires = reader.conditions(fields.list("requires") ?? [])
        topic.vetoes = reader.conditions(fields.list("vetoes") ?? [])
        topic.beside = beside(fields)
        if isRelevance, topic.beside != nil {
            fields.complain("‘beside’ is for topics; relevance stands alone", key: "beside")
        }
        if let words = fields.list("words") {
            topic.rules.append(
                Rule(
                    id: "\(id).words", condition: .any(reader.conditions(words)),
                    place: fields.place))
        }
        for (number, node) in (fields.list("rules") ?? []).enumerated() {
            if let rule = rule(node, number: number + 1, topic: id) { topic.rules.append(rule) }
        }
        fields.refuseOthers()
        checkRules(of: topic, fields)
        return topic
    }

    /// What stands in reports, in the archive and on the command line.
    private func checkID(of topic: TopicRules, _ fields: Fields) {
        let isPlain = topic.id.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        if !isPlain {
            fields.complain(
                "‘\(topic.id)’ cannot be a topic's id: small letters, digits and ‘-’ (a file's "
                    + "name is its topic's id)")
        }
        if topic.id == "relevance", !isRelevance {
            fields.complain(
                "no topic can be called ‘relevance’: relevance.yaml beside the topics is")
        }
    }

    /// Ids of topics; whether there are such is checked with all topics at hand.
    private func beside(_ fields: Fields) -> [Term]? {
        fields.list("beside")?.compactMap { node in
            guard let id = node.scalar?.string, !id.isEmpty else {
                fields.complain("‘beside’ wants ids of topics", at: node)
                return nil
            }
            return Term(id, place: fields.place(of: node))
        }
    }

    private func checkRules(of topic: TopicRules, _ fields: Fields) {
        if !fields.has("words"), !fields.has("rules") {
            fields.complain("a topic wants ‘words’ or ‘rules’")
        }
        var seen: Set<String> = []
        for rule in topic.rules where !seen.insert(rule.id).inserted {
            problems.add("the rule ‘\(rule.id)’ is there twice", at: rule.place)
        }
    }

    private func rule(_ node: Node, number: Int, topic: String) -> Rule? {
        let fields = Fields(node, file: file, problems: problems)
        guard node.mapping != nil else { return nil }
        let before = problems.problems.count
        let id = fields.string("id") ?? "\(number)"
        var condition = reader.joined(fields)
        var rule = Rule(
            id: "\(topic).\(id)", condition: condition ?? .any([]), place: fields.place)
        rule.weight = fields.weight("weight") ?? rule.weight
        readScope(of: &rule, fields)
        if condition == nil, rule.namesOutlets {
            // Whatever they bring.
            condition = .none([])
            rule.condition = .none([])
        }
        rule.unlessNear = reader.neighbours(fields.fields("unless-near"))
        rule.onlyNear = reader.neighbours(fields.fields("only-near"))
        rule.note = fields.string("note")
        rule.examples = examples(fields.fields("examples"))
        let hasUnknown = fields.refuseOthers() > 0
        // Of a rule that was not read whole they would tell nothing.
        if problems.problems.count > before { rule.examples = Rule.Examples() }
        guard condition != nil else {
            let named = ["any", "all", "none", "at-least", "near", "phrase"].contains(
                where: fields.has)
            if !hasUnknown, !named {
                fields.complain(
                    "a rule wants a condition: any, all, none, at-least, near or phrase; or outlets: "
                        + "feed, tag or country")
            }
            return nil
        }
        return rule
    }

    private func readScope(of rule: inout Rule, _ fields: Fields) {
        for node in fields.list("in") ?? [] {
            if let part = Part(rawValue: node.scalar?.string ?? "") {
                rule.parts.insert(part)
            } else {
                let isOutlet = ["source", "outlet", "feed", "tag", "country"]
                    .contains(node.scalar?.string ?? "")
                fields.complain(
                    "‘in’ wants title, lead or body"
                        + (isOutlet ? "; outlets are told by ‘feed’, ‘tag’ or ‘country’" : ""),
                    at: node)
            }
        }
        rule.languages = languages(fields)
        rule.countries = Set(fields.strings("country") ?? [])
        rule.feeds = Set(fields.strings("feed") ?? [])
        rule.tags = Set(fields.strings("tag") ?? [])
    }

    /// Those that texts are told apart by.
    private func languages(_ fields: Fields) -> Set<String> {
        let known = ["ar", "fr", "en", "zgh"]
        return Set(
            (fields.list("language") ?? []).compactMap { node in
                let text = node.scalar?.string ?? ""
                guard known.contains(text) else {
                    fields.complain("‘language’ wants ar, fr, en or zgh", at: node)
                    return nil
                }
                return text
            })
    }

    private func examples(_ fields: Fields?) -> Rule.Examples {
        guard let fields else { return Rule.Examples() }
        func read(_ key: String) -> [Rule.Example] {
            (fields.list(key) ?? []).compactMap { node in
                node.scalar.map { Rule.Example($0.string, place: fields.place(of: node)) }
            }
        }
        let examples = Rule.Examples(match: read("match"), noMatch: read("no-match"))
        fields.refuseOthers()
        return examples
    }
}

extension Rule {
    /// Whether it is for some outlets alone.
    fileprivate var namesOutlets: Bool { !feeds.isEmpty || !tags.isEmpty || !countries.isEmpty }
}

/// Reads `config/topics/lists.yaml`: lists that rules name with `$`.
struct ListsFile {
    private(set) var lists: [String: [Condition]] = [:]
    private(set) var places: [String: SettingsPlace] = [:]
    /// Those with something wrong in them.
    private(set) var faulty: Set<String> = []

    init() {}

    init(_ path: String, problems: ProblemList) {
        guard let root = YAMLFile(path, problems: problems).root else { return }
        let reader = ConditionReader(file: path, problems: problems)
        let fields = Fields(root, file: path, problems: problems)
        if let named = fields.fields("lists") {
            for name in named.keys {
                let before = problems.problems.count
                lists[name] = reader.conditions(named.list(name) ?? [])
                places[name] = named.place(ofKey: name)
                if problems.problems.count > before { faulty.insert(name) }
            }
        }
        fields.refuseOthers()
    }
}
