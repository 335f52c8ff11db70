extension CompiledCondition {
    /// The condition as a person would say it, long lists cut.
    var words: String {
        switch self {
        case .term(_, let term): "‘\(term.text)’"
        case .reference(_, _, let term), .list(let term, _): term.text
        case .any(let any): CompiledCondition.joined(any.conditions, by: "or")
        case .all(let conditions): CompiledCondition.joined(conditions, by: "and")
        case .none(let any): "none of " + CompiledCondition.joined(any.conditions, by: "or")
        case .atLeast(let count, let conditions):
            "\(count) of " + CompiledCondition.joined(conditions, by: "or")
        case .near(let groups, let near):
            groups.map { CompiledCondition.joined($0.conditions, by: "or") }
                .joined(separator: " near ")
                + " (within \(near.within))"
        }
    }

    static func joined(_ conditions: [CompiledCondition], by word: String) -> String {
        let shown = conditions.prefix(4).map(\.words)
        guard conditions.count <= 4 else {
            return shown.joined(separator: ", ") + ", … (\(conditions.count))"
        }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "nothing" }
        return shown.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }
}
