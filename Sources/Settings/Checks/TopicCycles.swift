import Extraction

/// Topics that ask for one another in a circle, so that none of them could be judged first.
struct TopicCycles {
    private let lists: [String: [Condition]]
    /// By topic, the topics that it asks for, with the places where it does.
    private var asked: [String: [Term]] = [:]

    init(_ settings: TopicSettings) {
        lists = settings.lists
        for topic in settings.topics {
            let conditions =
                topic.requires + topic.vetoes
                + topic.rules.flatMap { rule in
                    [rule.condition] + (rule.onlyNear?.terms ?? [])
                        + (rule.unlessNear?.terms ?? [])
                }
            asked[topic.id] = conditions.flatMap { terms(of: $0, open: []) }
        }
    }

    /// A problem for each circle, at the first place that closes it.
    var problems: [SettingsProblem] {
        var problems: [SettingsProblem] = []
        var done: Set<String> = []
        for topic in asked.keys.sorted() { follow([topic], &done, &problems) }
        return problems
    }

    private func follow(
        _ path: [String], _ done: inout Set<String>, _ problems: inout [SettingsProblem]
    ) {
        guard let topic = path.last, !done.contains(topic) else { return }
        for term in asked[topic] ?? [] {
            let next = String(term.text.dropFirst())
            guard let start = path.firstIndex(of: next) else {
                follow(path + [next], &done, &problems)
                continue
            }
            let circle = (path[start...] + [next]).map { "#\($0)" }.joined(separator: " → ")
            let problem = SettingsProblem(
                start == path.count - 1
                    ? "the topic asks for itself" : "topics ask for one another: \(circle)",
                at: term.place)
            if !problems.contains(problem) { problems.append(problem) }
        }
        done.insert(topic)
    }

    private func terms(of condition: Condition, open: Set<String>) -> [Term] {
        switch condition {
        case .term(let term):
            if term.text.hasPrefix("#") { return [term] }
            let name = String(term.text.dropFirst())
            guard term.text.hasPrefix("$"), !open.contains(name) else { return [] }
            return (lists[name] ?? []).flatMap { terms(of: $0, open: open.union([name])) }
        case .any(let all), .all(let all), .none(let all), .atLeast(_, let all):
            return all.flatMap { terms(of: $0, open: open) }
        case .near(let near): return near.groups.joined().flatMap { terms(of: $0, open: open) }
        }
    }
}
