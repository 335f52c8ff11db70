/// Small pictures of numbers as inline SVG, which run the way of the page.
struct Charts {
    private let digest: Digest
    private let phrasing: Phrasing

    init(_ digest: Digest) {
        self.digest = digest
        phrasing = digest.phrasing
    }

    private var isMirrored: Bool { digest.language.direction == .rightToLeft }

    /// Matches a day as a row of bars, the latest day marked.
    var sparkline: Markup {
        let days = digest.matchesPerDay
        guard days.count > 1 else { return .empty }
        let most = max(1, days.map(\.count).max() ?? 1)
        let bars = days.enumerated().markup { index, day in
            bar(day, place: index, of: days.count, most: most)
        }
        return """
            <svg viewBox="0 0 \(days.count * 8) 40" role="img" aria-label="\(digest.perDayPhrase)" \
            preserveAspectRatio="none">
            \(bars, separator: "")
            </svg>
            """
    }

    /// A day's bar, 40 units high at most; a day without matches keeps a line.
    private func bar(_ day: DayCount, place: Int, of days: Int, most: Int) -> Markup {
        let x = (isMirrored ? days - 1 - place : place) * 8 + 1
        let height = day.count == 0 ? 1 : max(2, min(day.count, most) * 40 / most)
        let kind: Markup = place == days - 1 ? "now" : day.count == 0 ? "none" : "day"
        return """
            <rect class="\(kind)" x="\(x)" y="\(40 - height)" width="6" height="\(height)">\
            <title>\(phrasing.shortDay(day.day))\(phrasing.words.colon)\(phrasing.number(day.count))\
            </title></rect>
            """
    }
}
