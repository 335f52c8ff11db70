import Extraction
import Foundation
import News

/// What changed rules find in stored texts beside what the present ones find.
struct Backtest: Sendable, Encodable {
    var items: Int
    /// Fingerprints of the two sets of rules.
    var present: String
    var other: String
    /// How often each subject was found before and after; relevance first, then by id.
    var subjects: [Count]
    /// In the order in which the items came.
    var changes: [Change]

    /// A subject's findings.
    struct Count: Sendable, Hashable, Encodable {
        /// `relevance`, or a topic.
        var subject: String
        var before = 0
        var after = 0
        var gained = 0
        var lost = 0
        var regraded = 0
    }

    /// What changed of one item and one subject.
    struct Change: Sendable, Hashable, Encodable {
        enum Kind: String, Sendable, Encodable { case gained, lost, regraded }

        var item: String
        var outlet: String
        var title: String
        var link: String?
        var subject: String
        var kind: Kind
        var before: Standing?
        var after: Standing?
        var reasons: [Reason]
        /// What changed of the topic itself: its threshold, what bars it.
        var causes: [String]
    }

    /// How high a subject stands in an item.
    struct Standing: Sendable, Hashable, Encodable {
        var score: Double
        /// `relevant` or a topic's grade.
        var grade: String
    }

    /// A rule that adds something else than before.
    struct Reason: Sendable, Hashable, Encodable {
        var rule: String
        var before: Double
        var after: Double
        var quotes: [String]
    }

    var hasLoss: Bool { changes.contains { $0.kind == .lost } }
}

/// One item under both sets of rules.
struct BacktestItem: Sendable {
    /// The subjects found, before and after.
    var before: Set<String>
    var after: Set<String>
    var changes: [Backtest.Change]
    /// Of the text examined.
    let byteCount: Int

    /// - Parameter other: the document as the other settings have it; nil where they say the same
    ///   of its feed.
    init(_ document: Document, other: Document?, title: String, by pair: ExaminerPair) {
        byteCount = document.text.utf8.count
        let verdicts =
            other.map {
                (present: pair.present.verdict(on: document), other: pair.other.verdict(on: $0))
            }
            ?? pair.verdicts(on: document)
        let standings = (
            BacktestItem.standings(verdicts.present), BacktestItem.standings(verdicts.other)
        )
        before = Set(standings.0.keys)
        after = Set(standings.1.keys)
        let changed = before.union(after).filter {
            standings.0[$0]?.grade != standings.1[$0]?.grade
        }
        changes = []
        guard !changed.isEmpty else { return }
        let accounts = (
            BacktestItem.accounts(of: document, by: pair.present),
            BacktestItem.accounts(of: other ?? document, by: pair.other)
        )
        changes = changed.sorted().map { subject in
            let (old, new) = (standings.0[subject], standings.1[subject])
            return Backtest.Change(
                item: document.id, outlet: document.outlet ?? document.source, title: title,
                link: document.link, subject: subject,
                kind: old == nil ? .gained : new == nil ? .lost : .regraded, before: old,
                after: new,
                reasons: BacktestItem.reasons(
                    accounts.0[subject]?.rules ?? [], accounts.1[subject]?.rules ?? []),
                causes: BacktestItem.causes(accounts.0[subject], accounts.1[subject]))
        }
    }

    private static func standings(_ verdict: Verdict) -> [String: Backtest.Standing] {
        var standings = Dictionary(
            verdict.topics.map { ($0.id, Backtest.Standing(score: $0.score, grade: $0.grade)) },
            uniquingKeysWith: { $1 })
        if verdict.isRelevant {
            standings["relevance"] = Backtest.Standing(score: verdict.score, grade: "relevant")
        }
        return standings
    }

    private static func accounts(
        of document: Document, by examiner: Examiner
    ) -> [String: TopicAccount] {
        let accounts = examiner.accounts(of: document) { _ in true }
        return Dictionary(
            ([accounts.relevance] + accounts.topics).map { ($0.id, $0) },
            uniquingKeysWith: { $1 })
    }

    private static func causes(_ before: TopicAccount?, _ after: TopicAccount?) -> [String] {
        guard let before else { return ["a new topic"] }
        guard let after else { return ["a topic no more"] }
        var causes: [String] = []
        if before.threshold != after.threshold {
            causes.append(
                "threshold \(ExplanationText.points(before.threshold)) → "
                    + ExplanationText.points(after.threshold))
        }
        causes += after.barred.filter { !before.barred.contains($0) }.map { "now barred: \($0)" }
        causes += before.barred.filter { !after.barred.contains($0) }
            .map { "barred no more: \($0)" }
        return causes
    }

    /// The rules whose points differ, those that moved most first.
    static func reasons(_ before: [RuleAccount], _ after: [RuleAccount]) -> [Backtest.Reason] {
        let old = Dictionary(before.map { ($0.rule, $0) }, uniquingKeysWith: { $1 })
        let new = Dictionary(after.map { ($0.rule, $0) }, uniquingKeysWith: { $1 })
        return Set(old.keys).union(new.keys).compactMap { rule -> Backtest.Reason? in
            let (one, other) = (old[rule], new[rule])
            guard one?.points != other?.points else { return nil }
            let isMore = (other?.points ?? 0) >= (one?.points ?? 0)
            let quotes = ((isMore ? other : one)?.hits ?? []).map(\.quote)
            return Backtest.Reason(
                rule: rule, before: one?.points ?? 0, after: other?.points ?? 0, quotes: quotes)
        }.sorted {
            (abs($1.after - $1.before), $0.rule) < (abs($0.after - $0.before), $1.rule)
        }
    }
}

extension Backtest {
    init(_ items: [BacktestItem], present: String, other: String) {
        self.items = items.count
        self.present = present
        self.other = other
        changes = items.flatMap(\.changes)
        var counts: [String: Count] = [:]
        for item in items {
            for subject in item.before {
                counts[subject, default: Count(subject: subject)].before += 1
            }
            for subject in item.after {
                counts[subject, default: Count(subject: subject)].after += 1
            }
        }
        for change in changes {
            switch change.kind {
            case .gained: counts[change.subject]?.gained += 1
            case .lost: counts[change.subject]?.lost += 1
            case .regraded: counts[change.subject]?.regraded += 1
            }
        }
        subjects = counts.values.sorted {
            ($0.subject == "relevance" ? "" : $0.subject)
                < ($1.subject == "relevance" ? "" : $1.subject)
        }
    }
}
