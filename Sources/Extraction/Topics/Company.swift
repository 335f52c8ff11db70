/// What a topic is told beside, and which stronger one it stands back behind.
extension TopicRules {
    /// Whether a finding of this topic stands back behind one of another: both say what they are
    /// told ``beside``, and neither names the other.
    ///
    /// Of such two a mention stands back behind whatever is stronger, any other finding behind
    /// what is twice as strong at least.
    func standsBack(_ score: Double, behind other: TopicRules, _ otherScore: Double) -> Bool {
        guard let beside, let others = other.beside, id != other.id,
            !beside.contains(where: { $0.text == other.id }),
            !others.contains(where: { $0.text == id })
        else { return false }
        return score < secondary ? score < otherScore : score * 2 <= otherScore
    }
}

extension TopicSums {
    /// The strongest topic that one which reached its threshold stands back behind; nil for one
    /// that stands.
    func stronger(than topic: CompiledTopic, among topics: [CompiledTopic]) -> CompiledTopic? {
        let score = sum(of: topic).score
        return
            topics.filter { other in
                let sum = sum(of: other)
                return sum.isReached
                    && topic.topic.standsBack(score, behind: other.topic, sum.score)
            }
            .max {
                (sum(of: $0).score, $1.topic.id) < (sum(of: $1).score, $0.topic.id)
            }
    }
}

extension TopicCompiler {
    /// Ids under ``TopicRules/beside`` that no topic has, or that are of no use there.
    func problemsOfCompany(of topic: TopicRules) -> [SettingsProblem] {
        var seen: Set<String> = []
        return (topic.beside ?? []).compactMap { term in
            let id = term.text
            if !topicIDs.contains(id) {
                let hint = Suggestion.question(for: id, among: topicIDs)
                return SettingsProblem("‘\(id)’ names no topic\(hint)", at: term.place)
            }
            if id == topic.id {
                return SettingsProblem("a topic always stands beside itself", at: term.place)
            }
            guard seen.insert(id).inserted else {
                return SettingsProblem("‘\(id)’ is there twice", at: term.place)
            }
            return nil
        }
    }
}
