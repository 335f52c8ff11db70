import Foundation

/// A digest as one HTML file that needs nothing else: no script, no request, no font.
///
/// The Content-Security-Policy forbids what the page does not do. The page runs the way of the
/// interface's language, each quoted text its own way. Anchors are made of ids and stay.
struct HTMLDigest {
    private let digest: Digest
    private let phrasing: Phrasing
    private let words: Words

    init(_ digest: Digest) {
        self.digest = digest
        phrasing = digest.phrasing
        words = digest.phrasing.words
    }

    var text: String {
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(digest.language.rawValue)" dir="\(digest.language.direction.rawValue)">
            <head>
            <meta charset="utf-8">
            \(HTMLPage.head)
            <title>\(words.digest) – \(phrasing.longDay(digest.titleDay)) – \(words.brand)</title>
            <style>
            \(HTMLPage.style)
            </style>
            </head>
            <body>
            <a class="skip" href="#stories">\(words.skip)</a>
            \(header)
            \(contents)
            <main id="stories">
            \(digest.isQuiet ? quiet : sections)
            </main>
            \(asides)
            \(footer)
            </body>
            </html>

            """
        return page.text
    }

    private var header: Markup {
        """
        <header class="masthead">
        <p class="brand"><bdi>\(words.brand)</bdi></p>
        <h1>\(words.digest)<span class="day">\(phrasing.longDay(digest.titleDay))</span></h1>
        <p class="subject">\(words.subject)</p>
        <p class="period">\(period)</p>
        \(digest.isQuiet ? .empty : totals)
        \(Charts(digest).sparkline)
        </header>
        """
    }

    private var period: Markup {
        .escaped(digest.periodPhrase)
    }

    private var totals: Markup {
        let totals = digest.totals
        let counts: [(Int, Plural)] = [
            (totals.articles, words.articles), (totals.stories, words.stories),
            (totals.outlets, words.outlets),
        ]
        let items = counts.markup { "<li>\(numbered($0.0, $0.1))</li>" }
        let change: Markup = digest.changePhrase.map { "\n<p class=\"change\">\($0)</p>" } ?? ""
        return """
            <ul class="totals">
            \(items)
            </ul>\(change)
            """
    }

    /// A number set large and what it counts, in the order that the language has them.
    private func numbered(_ number: Int, _ plural: Plural) -> Markup {
        let pattern = plural.phrase(for: number, in: digest.language)
        guard let place = pattern.range(of: "{}") else { return "<b>\(pattern)</b>" }
        return """
            \(String(pattern[..<place.lowerBound]))<b>\(phrasing.number(number))</b>\
            \(String(pattern[place.upperBound...]))
            """
    }

    private var contents: Markup {
        guard digest.sections.count > 1 else { return .empty }
        let items = digest.sections.markup { section in
            """
            <li><a href="#\(section.anchor)">\(section.title)</a> \
            <span class="count">\(phrasing.number(section.stories.count))</span></li>
            """
        }
        return """
            <nav class="contents" aria-label="\(words.contents)">
            <ul>
            \(items)
            </ul>
            </nav>
            """
    }

    private var sections: Markup {
        let sections = digest.sections.markup { section in
            """
            <section aria-labelledby="\(section.anchor)">
            <h2 id="\(section.anchor)">\(section.title)</h2>
            \(section.stories.markup { HTMLStory($0, in: digest).article(level: "3") })
            </section>
            """
        }
        return "\(sections)"
    }

    private var quiet: Markup {
        let reasons = digest.quietReasons.markup { "<p>\($0)</p>" }
        return """
            <section class="quiet" aria-labelledby="quiet">
            <h2 id="quiet">\(words.quietTitle)</h2>
            <p class="lead">\(words.quiet)</p>
            \(reasons)
            </section>
            """
    }

    private var asides: Markup {
        let asides = HTMLAsides(digest)
        let parts = [asides.named, asides.edited, asides.leftOut, asides.watch]
            .filter { !$0.isEmpty }
        return "\(parts)"
    }

    private var footer: Markup {
        """
        <footer>
        <p>\(words.method) \(words.methodMarks)</p>
        <p>\(phrasing.phrase(words.writtenOn, phrasing.longMoment(digest.generated)))</p>
        </footer>
        """
    }
}
