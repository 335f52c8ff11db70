import Extraction
import News
import Yams

/// Reads the conditions of topic rules.
struct ConditionReader {
    let file: String
    let problems: ProblemList
    private let reader: TermReader

    init(file: String, problems: ProblemList) {
        self.file = file
        self.problems = problems
        reader = TermReader(file: file, problems: problems)
    }

    func conditions(_ nodes: [Node]) -> [Condition] { nodes.compactMap(condition) }

    /// A term, or a mapping of the condition keys; nil, and a complaint, for anything else.
    func condition(_ node: Node) -> Condition? {
        guard let mapping = node.mapping else { return reader.term(node).map(Condition.term) }
        if mapping.contains(where: { $0.key.string == "term" }) {
            return reader.term(node).map(Condition.term)
        }
        let fields = Fields(node, file: file, problems: problems)
        let condition = joined(fields)
        // What was meant may have been a term.
        _ = fields.node("term")
        fields.refuseOthers()
        return condition
    }

    /// All condition keys of a mapping, joined by AND; nil where there is none.
    func joined(_ fields: Fields) -> Condition? {
        var parts: [Condition] = []
        if let nodes = fields.list("any") { parts.append(.any(conditions(nodes))) }
        if let nodes = fields.list("all") { parts.append(.all(conditions(nodes))) }
        if let term = fields.node("phrase") {
            if let condition = condition(term) { parts.append(condition) }
        }
        if let fields = fields.fields("at-least") { parts += atLeast(fields) }
        if let fields = fields.fields("near") { parts += near(fields) }
        if let nodes = fields.list("none") { parts.append(.none(conditions(nodes))) }
        if parts.isEmpty { return nil }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func atLeast(_ fields: Fields) -> [Condition] {
        let count = fields.whole("count", in: 1...100)
        let nodes = fields.list("of")
        fields.refuseOthers()
        guard let count, let nodes else {
            fields.complain("‘at-least’ wants ‘count’ and ‘of’: {count: 2, of: [ … ]}")
            return []
        }
        if count > nodes.count {
            fields.complain("‘at-least’ wants \(count) of only \(nodes.count)")
        }
        return [.atLeast(count, conditions(nodes))]
    }

    private func near(_ fields: Fields) -> [Condition] {
        let groups = fields.list("of")?.map { node in
            conditions(node.sequence.map(Array.init) ?? [node])
        }
        let near = Condition.Near(
            groups: groups ?? [], within: fields.whole("within", in: 0...200) ?? 6,
            isOrdered: fields.flag("ordered") ?? false,
            crossesSentences: fields.flag("across-sentences") ?? false)
        fields.refuseOthers()
        guard near.groups.count >= 2 else {
            fields.complain("‘near’ wants two groups at least: {of: [[ … ], [ … ]], within: 6}")
            return []
        }
        return [.near(near)]
    }

    func neighbours(_ fields: Fields?) -> Rule.Neighbours? {
        guard let fields else { return nil }
        let nodes = fields.list("terms") ?? []
        let within = fields.whole("within", in: 0...200) ?? 6
        fields.refuseOthers()
        return Rule.Neighbours(terms: conditions(nodes), within: within)
    }
}
