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
        let label = phrasing.count(days.count, phrasing.words.perDay)
        let caption = [label, digest.mostPhrase].compactMap(\.self)
            .joined(separator: phrasing.words.comma)
        let bars = days.enumerated().markup { index, day in
            bar(day, place: index, of: days.count, most: most)
        }
        return """
            <figure class="sparkline">
            <svg viewBox="0 0 \(days.count * 8) 40" role="img" aria-label="\(caption)" \
            preserveAspectRatio="none" focusable="false">
            \(bars, separator: "")
            </svg>
            <figcaption>\(caption)</figcaption>
            </figure>
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

    /// Names with a bar each, as long as its number is of the greatest.
    func bars(_ names: [NamedList.Entry]) -> Markup {
        let most = max(1, names.map(\.articles).max() ?? 1)
        let items = names.markup { entry in
            let width = max(1, entry.articles * 100 / most)
            return """
                <li><span><bdi>\(entry.name)</bdi></span> <span class="count" \
                title="\(phrasing.count(entry.articles, phrasing.words.namedIn))">\
                \(phrasing.number(entry.articles))</span>\
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" \
                focusable="false"><rect x="\(isMirrored ? 100 - width : 0)" width="\(width)" \
                height="4"/></svg></li>
                """
        }
        return "<ol class=\"bars\">\n\(items)\n</ol>"
    }
}
