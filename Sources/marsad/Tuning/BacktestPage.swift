import Digests
import Foundation

/// A backtest as one HTML page: nothing is loaded, nothing runs, and each headline and quote
/// stands in its own direction.
struct BacktestPage {
    private let backtest: Backtest
    private let limit: Int

    /// - Parameter limit: how many changes of a kind are told one by one.
    init(_ backtest: Backtest, limit: Int) {
        self.backtest = backtest
        self.limit = limit
    }

    var text: String {
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            \(HTMLPage.head)
            <title>What changed rules find</title>
            <style>\(HTMLPage.style)\(BacktestPage.style)</style>
            </head>
            <body>
            <header class="masthead">
            <p class="brand">Marsad · backtest</p>
            <h1>What changed rules find</h1>
            <p class="period">\(backtest.items) items under rules <code>\(backtest.present)</code> \
            and <code>\(backtest.other)</code></p>
            </header>
            <main>
            \(summary)
            \([Backtest.Change.Kind.lost, .gained, .regraded].map(section), separator: "\n")
            </main>
            </body>
            </html>
            """
        return page.text
    }

    private static let style: Markup = """
        table { border-collapse: collapse; margin-top: 1.5rem; font: .95rem/1.6 var(--plain); }
        th, td { padding: .2rem .9rem .2rem 0; text-align: end; font-variant-numeric: tabular-nums; }
        th:first-child, td:first-child { text-align: start; }
        thead th { color: var(--soft); font-weight: 400; border-bottom: 1px solid var(--line); }
        .standing { font: .9rem/1.6 var(--plain); margin-top: .3rem; }
        .reasons { margin-top: .5rem; font-size: .95rem; }
        .reasons code { font-size: .85em; }
        .lost h2 { color: #a3341f; } .gained h2 { color: #2f6b32; }
        @media (prefers-color-scheme: dark) { .lost h2 { color: #f0907a; } .gained h2 { color: #9ccf9e; } }
        """

    // MARK: Parts

    private var summary: Markup {
        let changed = backtest.subjects.filter { $0.gained + $0.lost + $0.regraded > 0 }
        guard !changed.isEmpty else { return "<p class=\"lead\">Nothing is found otherwise.</p>" }
        let rows = changed.map { count -> Markup in
            """
            <tr><th scope="row">\(count.subject)</th><td>\(count.before)</td><td>\(count.after)</td>\
            <td>\(count.gained)</td><td>\(count.lost)</td><td>\(count.regraded)</td></tr>
            """
        }
        return """
            <table>
            <thead><tr><th></th><th>before</th><th>after</th><th>gained</th><th>lost</th>\
            <th>regraded</th></tr></thead>
            <tbody>
            \(rows, separator: "\n")
            </tbody>
            </table>
            """
    }

    private func section(_ kind: Backtest.Change.Kind) -> Markup {
        let changes = backtest.changes.filter { $0.kind == kind }
        guard !changes.isEmpty else { return "" }
        let more = changes.count - limit
        let rest: Markup = more > 0 ? "<p class=\"why\">… and \(more) more</p>" : ""
        return """
            <section class="\(kind.rawValue)" id="\(kind.rawValue)">
            <h2>\(kind.rawValue) <span class="count">\(changes.count)</span></h2>
            \(changes.prefix(limit).map(article), separator: "\n")
            \(rest)
            </section>
            """
    }

    private func article(_ change: Backtest.Change) -> Markup {
        """
        <article>
        <h3 dir="auto">\(BacktestPage.title(change))</h3>
        <p class="outlets"><span><bdi>\(change.outlet)</bdi></span><span>\(change.item)</span></p>
        <p class="standing"><b>\(change.subject)</b> \(BacktestPage.words(change.before)) → \
        \(BacktestPage.words(change.after))</p>
        <ul class="reasons">
        \(change.causes.map { "<li>\($0)</li>" as Markup } + change.reasons.map(BacktestPage.reason), separator: "\n")
        </ul>
        </article>
        """
    }

    /// Only what a browser may follow is a link.
    private static func title(_ change: Backtest.Change) -> Markup {
        guard let link = change.link, let scheme = URL(string: link)?.scheme?.lowercased(),
            ["http", "https"].contains(scheme)
        else { return "\(change.title)" }
        return "<a href=\"\(link)\">\(change.title)</a>"
    }

    private static func words(_ standing: Backtest.Standing?) -> Markup {
        guard let standing else { return "–" }
        return "\(standing.grade) \(ExplanationText.points(standing.score))"
    }

    private static func reason(_ reason: Backtest.Reason) -> Markup {
        let quotes = reason.quotes.map { quote -> Markup in "<mark><bdi>\(quote)</bdi></mark>" }
        return """
            <li><code>\(reason.rule)</code> \(ExplanationText.points(reason.before)) → \
            \(ExplanationText.points(reason.after)) \(quotes, separator: " ")</li>
            """
    }
}
