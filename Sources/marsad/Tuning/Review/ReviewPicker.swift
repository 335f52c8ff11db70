import Extraction
import Foundation
import News
import Storage

/// An item to be judged: what to show of it, and what to ask.
struct ReviewItem: Sendable {
    /// One subject of an item.
    struct Question: Sendable, Hashable {
        /// `relevant`, or a topic's id.
        var subject: String
        /// What the rules say.
        var isFound: Bool
        var score: Double
        var threshold: Double
    }

    var key: ItemKey
    var title: String
    /// Outlet and day.
    var source: String
    var text: String
    var marks: [MarkedText.Mark]
    /// Relevance first.
    var questions: [Question]
    /// Those most worth telling first.
    var doubts: [Doubt]

    var worth: Double {
        Doubt.Kind.allCases.reduce(0) { sum, kind in
            let weights = doubts.filter { $0.kind == kind }.map(\.weight)
            return sum + Double(kind.rawValue) * (weights.max() ?? 0)
        }
    }
}

/// Finds out which items are worth a person's judgement: those near a threshold, those where
/// rules speak against each other, those found or lost by changed rules.
struct ReviewPicker: Sendable {
    /// The rules in question.
    let examiner: Examiner
    /// The rules as they are, where those in question are changed ones.
    var present: Examiner?
    /// Only doubts of this subject count; `relevant` for relevance.
    var subject: String?
    /// Topics asked of one item at most.
    var topicLimit = 6

    /// Nil where there is no doubt, or where all that is in doubt was judged.
    ///
    /// - Parameter judged: subjects of the item that somebody judged.
    func item(_ stored: StoredItem, _ document: Document, judged: Set<String>) -> ReviewItem? {
        let before = present?.verdict(on: document)
        let told = before == nil ? "when it was kept" : "by the rules as they are"
        let wasRelevant = before?.isRelevant ?? (stored.matched != nil)
        func doubts(of relevance: TopicAccount) -> [Doubt] {
            Doubt.doubts(of: relevance, as: "relevant", wasFound: wasRelevant, by: told)
        }
        let accounts = examiner.accounts(of: document) { relevance in
            relevance.isReached && subject != "relevant" || !doubts(of: relevance).isEmpty
        }
        let inDoubt =
            doubts(of: accounts.relevance)
            + topicDoubts(accounts, before.map { Set($0.topics.map(\.id)) }, told)
        let open = inDoubt.filter {
            !judged.contains($0.subject) && (subject == nil || $0.subject == subject)
        }.sorted {
            ($1.kind.rawValue, $1.weight, $0.subject) < ($0.kind.rawValue, $0.weight, $1.subject)
        }
        guard !open.isEmpty else { return nil }
        let asked = asked(accounts, open, judged)
        return ReviewItem(
            key: stored.key, title: stored.shownTitle,
            source: "\(stored.outlet)  \(ReviewPicker.day(stored.item.published ?? stored.seen))",
            text: document.text,
            marks: asked.flatMap { $0.rules.flatMap(\.hits) }.map {
                MarkedText.Mark($0.start, $0.end, .hit)
            },
            questions: asked.filter { !judged.contains($0.subject) }.map {
                .init(
                    subject: $0.subject, isFound: $0.isReached, score: $0.score,
                    threshold: $0.threshold)
            }, doubts: open)
    }

    private typealias Accounts = (relevance: TopicAccount, topics: [TopicAccount])

    /// - Parameter found: the topics found before; nil where nobody knows.
    private func topicDoubts(
        _ accounts: Accounts, _ found: Set<String>?, _ told: String
    ) -> [Doubt] {
        accounts.topics.flatMap { account in
            var account = account
            account.isReached = account.isReached && accounts.relevance.isReached
            return Doubt.doubts(
                of: account, as: account.id, wasFound: found?.contains(account.id), by: told)
        }
    }

    /// Relevance, then the topics in doubt, then those found.
    private func asked(
        _ accounts: Accounts, _ doubts: [Doubt], _ judged: Set<String>
    ) -> [TopicAccount] {
        let doubtful = doubts.map(\.subject)
        let found = accounts.topics.filter(\.isReached).map(\.id)
        var order: [String] = []
        for id in doubtful + found where id != "relevant" && !order.contains(id) {
            order.append(id)
        }
        let topics = order.filter { !judged.contains($0) }.prefix(topicLimit).compactMap { id in
            accounts.topics.first { $0.id == id }
        }
        return [accounts.relevance] + topics
    }

    private static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }
}

extension TopicAccount {
    /// As labels call it.
    var subject: String { id == "relevance" ? "relevant" : id }
}
