import Foundation

/// A backtest as a person reads it at a terminal.
struct BacktestText {
    private let backtest: Backtest
    private let limit: Int

    /// - Parameter limit: how many changes of a kind are told one by one.
    init(_ backtest: Backtest, limit: Int) {
        self.backtest = backtest
        self.limit = limit
    }

    var text: String {
        var lines = [
            "\(backtest.items) items under rules \(backtest.present) and \(backtest.other)"
        ]
        guard !backtest.changes.isEmpty else {
            return (lines + ["nothing is found otherwise"]).joined(separator: "\n")
        }
        lines += table
        for kind in [Backtest.Change.Kind.lost, .gained, .regraded] { lines += told(kind) }
        return lines.joined(separator: "\n")
    }

    private var table: [String] {
        var table = TextTable(["", "before", "after", "gained", "lost", "regraded"])
        for count in backtest.subjects where count.gained + count.lost + count.regraded > 0 {
            table.add([
                count.subject, "\(count.before)", "\(count.after)", "\(count.gained)",
                "\(count.lost)", "\(count.regraded)",
            ])
        }
        return table.lines
    }

    private func told(_ kind: Backtest.Change.Kind) -> [String] {
        let changes = backtest.changes.filter { $0.kind == kind }
        guard !changes.isEmpty else { return [] }
        var lines = ["", Terminal.bold("\(kind.rawValue), \(changes.count)")]
        for change in changes.prefix(limit) { lines += told(change) }
        if changes.count > limit {
            lines.append("  … and \(changes.count - limit) more (--limit)")
        }
        return lines
    }

    private func told(_ change: Backtest.Change) -> [String] {
        let title = Bidi.isolated(change.title)
        let standing = [change.before, change.after].map { standing in
            standing.map { "\($0.grade) \(ExplanationText.points($0.score))" } ?? "–"
        }.joined(separator: " → ")
        return ["  \(change.subject)  \(standing)  \(change.item)  \(change.outlet)  \(title)"]
            + change.causes.map { "    \($0)" }
            + change.reasons.prefix(3).map { reason in
                let quotes = reason.quotes.map { Bidi.isolated("«\($0)»") }.joined(separator: " ")
                return "    \(reason.rule): \(ExplanationText.points(reason.before)) → "
                    + "\(ExplanationText.points(reason.after))  \(quotes)"
            }
    }
}
