import Extraction

/// Why a person's judgement of an item would tell much.
struct Doubt: Sendable, Hashable {
    enum Kind: Int, Sendable, CaseIterable {
        /// About as many points as the threshold.
        case near = 1
        /// Rules that speak against each other.
        case disputed
        /// Found or not found otherwise than before.
        case changed
    }

    /// `relevant`, or a topic's id.
    var subject: String
    var kind: Kind
    /// What is told: ‘2 of 3 points’.
    var why: String
    /// From 0 to 1, within the kind.
    var weight = 1.0
}

extension Doubt {
    /// The doubts of one subject by its arithmetic.
    ///
    /// - Parameter wasFound: by other rules, or when the item was kept; nil where nobody knows.
    static func doubts(
        of account: TopicAccount, as subject: String, wasFound: Bool?, by before: String
    ) -> [Doubt] {
        [
            changed(account, subject, wasFound, before), disputed(account, subject),
            near(account, subject),
        ].compactMap { $0 }
    }

    private static func changed(
        _ account: TopicAccount, _ subject: String, _ wasFound: Bool?, _ before: String
    ) -> Doubt? {
        guard let wasFound, wasFound != account.isReached else { return nil }
        return Doubt(
            subject: subject, kind: .changed,
            why: account.isReached ? "gained: not found \(before)" : "lost: was found \(before)")
    }

    private static func disputed(_ account: TopicAccount, _ subject: String) -> Doubt? {
        if account.score >= account.threshold, let bar = account.barred.first {
            return Doubt(subject: subject, kind: .disputed, why: "enough points, but \(bar)")
        }
        let against = account.rules.filter { $0.points < 0 }
        let speakingFor = account.rules.filter { $0.points > 0 }
        guard let most = speakingFor.max(by: { $0.points < $1.points }),
            let least = against.min(by: { $0.points < $1.points })
        else { return nil }
        return Doubt(
            subject: subject, kind: .disputed,
            why: "rules disagree: \(most.rule) adds \(ExplanationText.points(most.points)), "
                + "\(least.rule) \(ExplanationText.points(least.points))")
    }

    private static func near(_ account: TopicAccount, _ subject: String) -> Doubt? {
        let range = max(1, account.threshold / 3)
        let distance = abs(account.score - account.threshold)
        guard account.score > 0, distance <= range else { return nil }
        return Doubt(
            subject: subject, kind: .near,
            why: "\(ExplanationText.points(account.score)) of "
                + "\(ExplanationText.points(account.threshold)) points",
            weight: 1 - distance / range / 2)
    }
}
