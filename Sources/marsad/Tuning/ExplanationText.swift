import Extraction
import Foundation
import News

/// An explanation as a person reads it at a terminal.
struct ExplanationText {
    private let explanation: Explanation
    private let topic: String?

    /// - Parameter topic: only this one, and all that was near; `relevance` is told always.
    init(_ explanation: Explanation, topic: String? = nil) {
        self.explanation = explanation
        self.topic = topic
    }

    var text: String {
        let report = explanation.report
        let verdict = report.isRelevant ? "relevant" : "not relevant"
        var lines = [
            Terminal.bold(Bidi.isolated(report.title ?? "(no headline)")),
            "  \(report.id)  \(report.source)  \(report.language)  \(verdict)", "",
            MarkedText(report.text ?? "", marks: marks).text, "",
        ]
        lines += account(explanation.relevance, shortfalls: 3)
        if !report.isRelevant {
            lines += ["", "not relevant, so no topic counts; they would add up so:"]
        }
        for account in chosen where topic != nil || isTold(account) {
            lines.append("")
            lines += self.account(account, shortfalls: topic == nil ? 1 : 3)
        }
        let silent = chosen.filter { topic == nil && !isTold($0) }
        if !silent.isEmpty {
            let names = silent.map(\.id).joined(separator: ", ")
            lines += ["", Terminal.dim("nothing near of: \(names)")]
        }
        return lines.joined(separator: "\n")
    }

    private var chosen: [TopicAccount] {
        explanation.topics.filter { topic == nil || $0.id == topic }
    }

    private func isTold(_ account: TopicAccount) -> Bool {
        account.isReached || account.score != 0 || (account.nearest.first?.closeness ?? 0) >= 0.7
    }

    /// What is shown in the text: the evidence of what is told, look-alikes of the one topic, and
    /// facts beside them.
    private var marks: [MarkedText.Mark] {
        explanation.report.facts.marks
            + ([explanation.relevance] + chosen).flatMap { account in
                account.rules.flatMap(\.hits).map { MarkedText.Mark($0.start, $0.end, .hit) }
                    + account.nearest.filter { _ in topic != nil }.flatMap(\.lookAlikes).map {
                        MarkedText.Mark($0.start, $0.end, .lookAlike)
                    }
            }
    }

    // MARK: Arithmetic

    private func account(_ account: TopicAccount, shortfalls: Int) -> [String] {
        var verdict = "reached"
        if let grade = account.grade, account.id != "relevance" { verdict = grade }
        if !account.isReached {
            verdict =
                account.missing > 0
                ? "missed by \(ExplanationText.points(account.missing))" : "enough, but barred"
        }
        var lines = [
            Terminal.bold(account.id)
                + " \(ExplanationText.points(account.score)) of "
                + "\(ExplanationText.points(account.threshold)): \(verdict)"
        ]
        lines += account.rules.flatMap(rule)
        lines += account.barred.map { "  barred: \($0)" }
        lines += account.nearest.prefix(shortfalls).flatMap(shortfall)
        if topic != nil, !account.isReached, account.nearest.isEmpty {
            lines.append("  no \(account.rules.isEmpty ? "" : "other ")rule of it came near")
        }
        return lines
    }

    private func rule(_ account: RuleAccount) -> [String] {
        let weight = ExplanationText.points(account.weight)
        var lines = [
            "  \(account.rule)  weight \(weight), adds \(ExplanationText.points(account.points))"
        ]
        for (number, hit) in account.hits.enumerated() {
            var factors = ""
            if number > 0 { factors += " × ½" }
            if hit.part == .title { factors += " × 1.5" }
            if !factors.isEmpty { factors = " = \(weight)\(factors)" }
            lines.append(
                "    \(ExplanationText.points(hit.points))\(factors)  \(hit.part.rawValue)  "
                    + Bidi.isolated("«\(hit.quote)»"))
            lines += account.readings.filter { hit.start <= $0.start && $0.end <= hit.end }
                .compactMap(reading)
        }
        if account.uncounted > 0 {
            let hits = account.uncounted == 1 ? "1 more hit" : "\(account.uncounted) more hits"
            lines.append("    \(hits): saturated, adds nothing")
        }
        return lines
    }

    /// `«والأمن» is ‘أمن’: و ال in front`; nil for words that stand as in the term.
    private func reading(_ reading: HitReading) -> String? {
        guard reading.form != reading.term else { return nil }
        let words = reading.reading.words
        let how = words.isEmpty && reading.liberty != .none ? reading.liberty.name : words
        return "      " + Bidi.isolated("«\(reading.form)»") + " is "
            + Bidi.isolated("‘\(reading.term)’") + (how.isEmpty ? "" : ": \(how)")
    }

    private func shortfall(_ shortfall: Shortfall) -> [String] {
        let weight = ExplanationText.points(shortfall.weight)
        return ["  near: \(shortfall.rule)  would add \(weight)"]
            + shortfall.reasons.prefix(3).map { "    \($0)" }
            + shortfall.lookAlikes.map {
                "    " + Bidi.isolated("«\($0.quote)»") + " is not "
                    + Bidi.isolated("‘\($0.term)’") + ": \($0.refusal)"
            }
    }

    /// `4.5`, `3`.
    static func points(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e6
            ? String(Int(value)) : String(format: "%g", value)
    }
}
