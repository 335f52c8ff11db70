import Foundation

/// What stands after the stories: names, edits, what was left out, how the watch went.
struct HTMLAsides {
    private let digest: Digest
    private let phrasing: Phrasing
    private let words: Words

    init(_ digest: Digest) {
        self.digest = digest
        phrasing = digest.phrasing
        words = digest.phrasing.words
    }

    var named: Markup {
        guard !digest.named.isEmpty else { return .empty }
        let charts = Charts(digest)
        let lists = digest.named.markup { list in
            """
            <div>
            <h3>\(words.mostNamedKinds[list.kind] ?? list.kind.rawValue)</h3>
            \(charts.bars(list.names))
            </div>
            """
        }
        return aside("named", words.mostNamed, "<div class=\"columns\">\n\(lists)\n</div>")
    }

    var edited: Markup {
        guard !digest.edited.isEmpty else { return .empty }
        let items = digest.edited.markup { entry in
            """
            <li>\(titled(entry))
            <span class="source"><bdi>\(entry.outlet)</bdi>\(when(entry.changed))</span></li>
            """
        }
        return aside("edited", words.edited, "<ul class=\"list\">\n\(items)\n</ul>")
    }

    private func titled(_ entry: EditedEntry) -> Markup {
        guard entry.isHeadlineChanged else {
            return """
                <span class="title" \(ways(of: entry.after))>\(linked(entry.after, entry.link))\
                </span> <span class="why">\(words.textChanged)</span>
                """
        }
        return """
            <span class="change"><span class="why">\(words.before)\(words.colon)</span>\
            <del \(ways(of: entry.before))>\(marked(entry.before))</del></span>
            <span class="change"><span class="why">\(words.after)\(words.colon)</span>\
            <ins \(ways(of: entry.after))>\(linked(entry.after, entry.link))</ins></span>
            """
    }

    private func when(_ date: Date?) -> Markup {
        guard let date else { return .empty }
        return """
             <time datetime="\(Timestamp(date).description)">\(digest.appeared(date))</time>
            """
    }

    var leftOut: Markup {
        guard !digest.leftOut.isEmpty else { return .empty }
        let items = digest.leftOut.markup { entry in
            """
            <li><span class="title" \(ways(of: entry.title))>\(linked(entry.title, entry.link))\
            </span>
            <span class="source"><bdi>\(entry.outlet)</bdi></span>
            <span class="why">\(digest.reason(entry))</span></li>
            """
        }
        return aside(
            "left-out", words.leftOut,
            "<p class=\"why\">\(words.leftOutWhy)</p>\n<ul class=\"list\">\n\(items)\n</ul>")
    }

    var watch: Markup {
        let counts: [(String, Int)] = [
            (words.feedsWatched, digest.watch.feeds), (words.polls, digest.watch.polls),
            (words.failures, digest.watch.failures),
        ]
        let rows = counts.markup {
            "<div><dt>\($0.0)</dt><dd>\(phrasing.number($0.1))</dd></div>"
        }
        return aside(
            "watch", words.watch,
            "<dl class=\"watch\">\n\(rows)\n</dl>\n\(troubled)\(notices)")
    }

    private var troubled: Markup {
        guard !digest.watch.troubled.isEmpty else { return "<p>\(words.allAnswered)</p>" }
        let items = digest.watch.troubled.markup { trouble in
            let since: Markup =
                trouble.since.map {
                    " <span class=\"why\">\(phrasing.phrase(words.since, phrasing.moment($0)))</span>"
                } ?? ""
            return """
                <li><bdi>\(trouble.feed)</bdi>\(since)
                <span class="cause" lang="en" dir="ltr">\(trouble.cause)</span></li>
                """
        }
        return """
            <h3>\(words.troubled)</h3>
            <ul class="list">
            \(items)
            </ul>
            """
    }

    private var notices: Markup {
        guard !digest.watch.notices.isEmpty else { return .empty }
        let items = digest.watch.notices.markup { "<li lang=\"en\" dir=\"auto\">\($0)</li>" }
        return "\n<h3>\(words.notices)</h3>\n<ul class=\"list\">\n\(items)\n</ul>"
    }

    private func linked(_ passage: Passage, _ link: WebLink?) -> Markup {
        guard let link else { return marked(passage) }
        return "<a href=\"\(link)\" rel=\"noopener noreferrer external\">\(marked(passage))</a>"
    }

    private func aside(_ id: Markup, _ title: String, _ body: Markup) -> Markup {
        """
        <section class="aside" aria-labelledby="\(id)">
        <h2 id="\(id)">\(title)</h2>
        \(body)
        </section>
        """
    }
}
