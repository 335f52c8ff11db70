import Foundation
import News

/// Reckons up an evaluation; pure, and the same numbers for the same documents.
struct Evaluator {
    private let documents: [Judged]
    private let doubtful: Int
    private let topics: [String]
    private let rules: [String: [RatedRule]]
    private let macroFrom: Int
    /// For each document, what happened of relevance, then of each topic.
    private let tallies: [[Tally]]

    /// - Parameters:
    ///   - topics: the topics that there are rules for; labels may name more.
    ///   - rules: all rules by topic, `relevance` among them.
    ///   - macroFrom: how many documents a topic must have to count in the macro average.
    init(
        _ judged: [Judged], topics known: [String], rules: [String: [RatedRule]], macroFrom: Int = 1
    ) {
        let documents = judged.filter { !$0.labelled.isDoubtful }
        let named = documents.flatMap { $0.labelled.topics.filter(\.value).keys }
        let topics = Set(known + named).sorted()
        self.documents = documents
        doubtful = judged.count - documents.count
        self.topics = topics
        self.rules = rules
        self.macroFrom = macroFrom
        tallies = documents.map { document in
            var row = [Tally](repeating: Tally(), count: topics.count + 1)
            if let wanted = document.labelled.isRelevant {
                row[0].count(wanted: wanted, found: document.isRelevant)
            }
            for (index, topic) in topics.enumerated() {
                guard let wanted = document.labelled.verdict(topic) else { continue }
                row[index + 1].count(wanted: wanted, found: document.topics.contains(topic))
            }
            return row
        }
    }

    func evaluation(_ bootstrap: Bootstrap = Bootstrap()) -> Evaluation {
        let sums = sums(of: Array(documents.indices))
        let inMacro = sums.dropFirst().map { $0.right + $0.missed >= max(1, macroFrom) }
        let f1 = f1(of: sums, inMacro)
        let intervals = bootstrap.intervals(documents: documents.count) {
            self.f1(of: self.sums(of: $0), inMacro)
        }
        func interval(_ index: Int) -> (low: Double, high: Double)? {
            intervals.indices.contains(index) ? intervals[index] : nil
        }
        let count = topics.count
        return Evaluation(
            documents: documents.count, doubtful: doubtful,
            relevance: Score(sums[0], f1: interval(0)),
            micro: Score(sums.dropFirst().reduce(Tally(), +), f1: interval(count + 1)),
            macro: f1[count + 2].map {
                Estimate(
                    value: $0, low: interval(count + 2)?.low ?? $0,
                    high: interval(count + 2)?.high ?? $0)
            },
            macroFrom: max(1, macroFrom),
            until: documents.compactMap(\.labelled.document.published).max(),
            topics: topics.enumerated().map { index, topic in
                .init(id: topic, score: Score(sums[index + 1], f1: interval(index + 1)))
            },
            confusion: confusion(), rules: ruleScores(), errors: mistakes())
    }

    // MARK: Scores

    private func sums(of drawn: [Int]) -> [Tally] {
        var sums = [Tally](repeating: Tally(), count: topics.count + 1)
        for document in drawn {
            for (index, tally) in tallies[document].enumerated() {
                sums[index] = sums[index] + tally
            }
        }
        return sums
    }

    /// Of relevance, of each topic, micro, macro.
    private func f1(of sums: [Tally], _ inMacro: [Bool]) -> [Double?] {
        let topics = sums.dropFirst()
        let wanted = zip(topics, inMacro).filter(\.1).compactMap(\.0.f1)
        let macro = wanted.isEmpty ? nil : wanted.reduce(0, +) / Double(wanted.count)
        return sums.map(\.f1) + [topics.reduce(Tally(), +).f1, macro]
    }

    // MARK: Confusion

    private func confusion() -> [Evaluation.Confusion] {
        var counts: [[String]: Int] = [:]
        for document in documents {
            let missed = topics.filter {
                document.labelled.verdict($0) == true && !document.topics.contains($0)
            }
            let wrong = document.topics.filter { document.labelled.verdict($0) == false }
            for one in missed {
                for other in wrong { counts[[one, other], default: 0] += 1 }
            }
        }
        return counts.map { .init(wanted: $0.key[0], found: $0.key[1], count: $0.value) }
            .sorted { ($1.count, $0.wanted, $0.found) < ($0.count, $1.wanted, $1.found) }
    }

    // MARK: Rules

    private func ruleScores() -> [Evaluation.RuleScore] {
        rules.sorted { $0.key < $1.key }.flatMap { topic, rules in
            rules.map { score(of: $0, topic) }
        }
    }

    private func score(of rule: RatedRule, _ topic: String) -> Evaluation.RuleScore {
        let hit = documents.filter {
            $0.rules[topic]?.contains(rule.id) == true && verdict(of: $0, topic) != nil
        }
        let right = hit.count { verdict(of: $0, topic) == !rule.speaksAgainst }
        return .init(
            rule: rule.id, hits: hit.count, right: right,
            sole: hit.count { $0.rules[topic]?.count == 1 },
            precision: Wilson.interval(right, of: hit.count),
            lastHit: hit.compactMap(\.labelled.document.published).max())
    }

    private func verdict(of document: Judged, _ topic: String) -> Bool? {
        topic == "relevance" ? document.labelled.isRelevant : document.labelled.verdict(topic)
    }

    // MARK: Errors

    private func mistakes() -> [Evaluation.Mistake] {
        documents.flatMap { document in
            let relevance = mistake(
                document, "relevant", wanted: document.labelled.isRelevant,
                found: document.isRelevant, rules: document.rules["relevance"])
            return [relevance].compactMap { $0 }
                + topics.compactMap {
                    mistake(
                        document, $0, wanted: document.labelled.verdict($0),
                        found: document.topics.contains($0), rules: document.rules[$0])
                }
        }.sorted {
            ($0.subject == "relevant" ? "" : $0.subject, $0.kind.rawValue, $0.id)
                < ($1.subject == "relevant" ? "" : $1.subject, $1.kind.rawValue, $1.id)
        }
    }

    private func mistake(
        _ document: Judged, _ subject: String, wanted: Bool?, found: Bool, rules: [String]?
    ) -> Evaluation.Mistake? {
        guard let wanted, wanted != found else { return nil }
        return .init(
            id: document.labelled.document.id, title: document.labelled.title, subject: subject,
            kind: found ? .wrong : .missed, rules: rules ?? [],
            explain: document.labelled.explain(subject))
    }
}
