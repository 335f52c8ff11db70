import Foundation

/// An evaluation as a person reads it at a terminal.
struct EvaluationText {
    private let evaluation: Evaluation
    private let topic: String?
    private let allRules: Bool

    /// - Parameters:
    ///   - topic: only this subject's rules and errors.
    ///   - allRules: every rule, not only the doubtful ones.
    init(_ evaluation: Evaluation, topic: String? = nil, allRules: Bool = false) {
        self.evaluation = evaluation
        self.topic = topic
        self.allRules = allRules
    }

    var text: String {
        [summary, scores, confusion, rules, errors].filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var summary: [String] {
        let doubtful =
            evaluation.doubtful > 0 ? "; \(evaluation.doubtful) of doubtful relevance left out" : ""
        return ["\(evaluation.documents) labelled documents\(doubtful)"]
    }

    // MARK: Scores

    private var scores: [String] {
        var table = TextTable([
            "", "want", "found", "right", "precision", "recall", "F1",
        ])
        table.add(row("relevance", evaluation.relevance))
        table.add(row("topics, micro", evaluation.micro))
        let macro = "topics, macro (\(evaluation.macroFrom)+)"
        table.add([macro, "", "", "", "", "", EvaluationText.shown(evaluation.macro)])
        for topic in evaluation.topics where topic.score.wanted + topic.score.found > 0 {
            table.add(row("  " + topic.id, topic.score))
        }
        return table.lines
    }

    private func row(_ name: String, _ score: Score) -> [String] {
        [
            name, "\(score.wanted)", "\(score.found)", "\(score.right)",
            EvaluationText.shown(score.precision), EvaluationText.shown(score.recall),
            EvaluationText.shown(score.f1),
        ]
    }

    /// `0.91 (0.84–0.95)`.
    static func shown(_ estimate: Estimate?) -> String {
        guard let estimate else { return "–" }
        return "\(two(estimate.value)) (\(two(estimate.low))–\(two(estimate.high)))"
    }

    private static func two(_ value: Double) -> String { String(format: "%.2f", value) }

    // MARK: Confusion, rules, errors

    private var confusion: [String] {
        guard topic == nil, !evaluation.confusion.isEmpty else { return [] }
        return [Terminal.bold("taken for another topic")]
            + evaluation.confusion.prefix(15).map {
                "  \($0.count) × \($0.wanted) taken for \($0.found)"
            }
    }

    private var rules: [String] {
        let chosen = evaluation.rules.filter { belongs($0.rule) }
        let dead = chosen.filter { $0.hits == 0 }
        let shown = allRules ? chosen.filter { $0.hits > 0 } : doubtful(chosen)
        guard !chosen.isEmpty else { return [] }
        var table = TextTable(["rule", "hits", "sole", "right", "precision", ""], left: [0, 5])
        for rule in shown {
            table.add([
                rule.rule, "\(rule.hits)", "\(rule.sole)", "\(rule.right)",
                EvaluationText.shown(rule.precision), died(rule),
            ])
        }
        let title = allRules ? "rules" : "rules that are wrong as often as right"
        var lines = shown.isEmpty ? [] : [Terminal.bold(title)] + table.lines
        if !dead.isEmpty {
            lines.append("\(dead.count) of \(chosen.count) rules hit nothing here")
            if allRules {
                lines += dead.map { rule in
                    let since = rule.lastHit.map { "last in the archive \(EvaluationText.day($0))" }
                    return "  \(rule.rule)  \(since ?? "")"
                }
            }
        }
        return lines
    }

    /// `dead since 2026-09-02` for a rule that hit nothing in the last thirty days.
    private func died(_ rule: Evaluation.RuleScore) -> String {
        guard let last = rule.lastHit, let until = evaluation.until,
            until.timeIntervalSince(last) > 30 * 86_400
        else { return "" }
        return "dead since \(EvaluationText.day(last))"
    }

    private static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }

    private func doubtful(_ rules: [Evaluation.RuleScore]) -> [Evaluation.RuleScore] {
        rules.filter { $0.hits >= 2 && 2 * $0.right <= $0.hits }
            .sorted { ($1.hits - $1.right, $0.rule) < ($0.hits - $0.right, $1.rule) }
            .prefix(15).map { $0 }
    }

    private func belongs(_ rule: String) -> Bool {
        guard let topic else { return true }
        return rule.hasPrefix((topic == "relevant" ? "relevance" : topic) + ".")
    }

    private var errors: [String] {
        let errors = evaluation.errors.filter { topic == nil || $0.subject == topic }
        guard !errors.isEmpty else { return [] }
        return [Terminal.bold("errors, each with the command that says why")]
            + errors.map { error in
                let title = Bidi.isolated(String(error.title.prefix(90)))
                let rules = error.rules.isEmpty ? "" : "  [\(error.rules.joined(separator: ", "))]"
                return "  \(error.kind.rawValue) \(error.subject)  \(error.id)  \(title)"
                    + Terminal.dim(rules) + "\n    " + Terminal.dim(error.explain)
            }
    }
}
