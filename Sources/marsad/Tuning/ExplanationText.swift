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

    /// What is shown in the text: the evidence of what is told, and look-alikes of the one topic.
    private var marks: [MarkedText.Mark] {
        ([explanation.relevance] + chosen).flatMap { account in
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

/// A text with stretches of it marked: in colour on a terminal, between ⟦ and ⟧ elsewhere.
struct MarkedText {
    struct Mark: Hashable {
        enum Kind { case hit, lookAlike }

        var start: Int
        var end: Int
        var kind: Kind

        init(_ start: Int, _ end: Int, _ kind: Kind) {
            self.start = start
            self.end = end
            self.kind = kind
        }
    }

    let source: String
    let marks: [Mark]

    /// Overlapping marks become one.
    init(_ source: String, marks: [Mark]) {
        self.source = source
        self.marks = marks.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
            .reduce(into: []) { joined, mark in
                guard let last = joined.last, mark.start < last.end else {
                    return joined.append(mark)
                }
                joined[joined.count - 1].end = max(last.end, mark.end)
            }
    }

    /// Each line is isolated, so that right-to-left and left-to-right lines each read rightly.
    var text: String {
        let starts = Dictionary(marks.map { ($0.start, $0.kind) }, uniquingKeysWith: { $1 })
        let ends = Dictionary(marks.map { ($0.end, $0.kind) }, uniquingKeysWith: { $1 })
        var text = ""
        for (index, scalar) in source.unicodeScalars.enumerated() {
            if let kind = ends[index] { text += close(kind) }
            if let kind = starts[index] { text += open(kind) }
            text.unicodeScalars.append(scalar)
        }
        if let kind = ends[source.unicodeScalars.count] { text += close(kind) }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "  " + Bidi.isolated(String($0)) }.joined(separator: "\n")
    }

    /// The first lines and those with marks, for a glance; what is left out is an ellipsis.
    var excerpt: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var shown: [Substring] = []
        var isCut = false
        for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            guard number < 4 || MarkedText.signs.contains(where: { line.contains($0) }) else {
                isCut = true
                continue
            }
            if isCut { shown.append("  …") }
            isCut = false
            shown.append(line)
        }
        if isCut { shown.append("  …") }
        return shown.joined(separator: "\n")
    }

    /// How marks begin.
    private static let signs = ["⟦", "⟨", "\u{1B}["]

    private func open(_ kind: Mark.Kind) -> String {
        guard Terminal.hasColour else { return kind == .hit ? "⟦" : "⟨" }
        return kind == .hit ? "\u{1B}[1;33m" : "\u{1B}[4;36m"
    }

    private func close(_ kind: Mark.Kind) -> String {
        guard Terminal.hasColour else { return kind == .hit ? "⟧" : "⟩" }
        return "\u{1B}[0m"
    }
}
