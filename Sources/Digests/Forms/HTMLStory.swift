import Foundation

/// A story as an HTML article: headline, outlets, quotes, facts, and all headlines folded away.
struct HTMLStory {
    private let story: DigestStory
    private let digest: Digest
    private let phrasing: Phrasing

    init(_ story: DigestStory, in digest: Digest) {
        self.story = story
        self.digest = digest
        phrasing = digest.phrasing
    }

    /// The article with its headline as a heading of a level, `2` to `6`.
    func article(level: Markup) -> Markup {
        let heading: Markup = """
            <h\(level) \(ways(of: story.headline))>\(headline)</h\(level)>
            """
        let parts = [marks, heading, outlets(permalink: permalink), quotes, facts, headlines].filter
        { !$0.isEmpty }
        return """
            <article id="\(story.anchor)" class="\(story.grade.rawValue)">
            \(parts)
            </article>
            """
    }

    /// A story for a reader of feeds, without headline and anchors.
    var summary: Markup {
        let parts = [marks, outlets(permalink: .empty), quotes, facts].filter { !$0.isEmpty }
        return "\(parts)"
    }

    private var headline: Markup {
        let text = marked(story.headline)
        guard let link = story.link else { return text }
        return "<a href=\"\(link)\" rel=\"noopener noreferrer external\">\(text)</a>"
    }

    /// The outlets of the period, each with its time and link; what came before is folded away.
    private func outlets(permalink: Markup) -> Markup {
        let items = story.coverage.filter(\.isNew).prefix(HTMLStory.outletLimit).markup { article in
            "<li>\(linked(.escaped(article.outlet), to: article.link)) \(time(article))</li>"
        }
        return """
            <ul class="outlets" dir="\(story.headline.direction.rawValue)">
            \(items)\(rest)\(permalink)
            </ul>
            """
    }

    private var permalink: Markup {
        """

        <li class="permalink"><a href="#\(story.anchor)" title="\(phrasing.words.linkToStory)" \
        aria-label="\(phrasing.words.linkToStory)">#</a></li>
        """
    }

    static let outletLimit = 12

    private var rest: Markup {
        let count = story.coverage.filter(\.isNew).count - HTMLStory.outletLimit
        guard count > 0 else { return .empty }
        return "\n<li>+\(phrasing.number(count))</li>"
    }

    private func time(_ article: Coverage) -> Markup {
        """
        <time datetime="\(Timestamp(article.time).description)" \
        title="\(phrasing.longMoment(article.time))">\(digest.appeared(article.time))</time>
        """
    }

    private var marks: Markup {
        var items = digest.marks(of: story).markup { "<li>\($0)</li>" }
        if !story.otherTopics.isEmpty {
            let titles = story.otherTopics.map(digest.title(ofTopic:))
                .joined(separator: phrasing.words.comma)
            items.append("<li>\(phrasing.words.alsoAbout)\(phrasing.words.colon)\(titles)</li>")
        }
        guard !items.isEmpty else { return .empty }
        return "<ul class=\"marks\">\(items, separator: "")</ul>"
    }

    /// Each sentence a paragraph of its own: sentences are never joined.
    private var quotes: Markup {
        guard !story.excerpts.isEmpty else { return .empty }
        let paragraphs = story.excerpts.markup { "<p \(ways(of: $0))>\(marked($0))</p>" }
        let direction = story.excerpts[0].direction.rawValue
        return """
            <figure class="quote">
            <blockquote dir="\(direction)">
            \(paragraphs)
            </blockquote>\(source)
            </figure>
            """
    }

    /// Whose sentences they are, where more than one outlet could be meant.
    private var source: Markup {
        guard story.coverage.count > 1 else { return .empty }
        let outlet = Isolates.first + story.outlet + Isolates.pop
        return """

            <figcaption>\(phrasing.phrase(phrasing.words.quotedFrom, outlet))</figcaption>
            """
    }

    private var facts: Markup {
        guard !story.facts.isEmpty else { return .empty }
        let rows = story.facts.markup { line in
            let entries = line.entries.markup(entry)
            return """
                <div><dt>\(phrasing.words.facts[line.kind] ?? line.kind.rawValue)</dt>\
                <dd>\(entries, separator: "<span class=\"sep\"> · </span>")</dd></div>
                """
        }
        return """
            <dl class="facts">
            \(rows)
            </dl>
            """
    }

    private func entry(_ entry: FactEntry) -> Markup {
        let note: Markup = digest.note(on: entry).map { " <small><bdi>(\($0))</bdi></small>" } ?? ""
        let inferred: Markup = entry.isInferred ? " class=\"inferred\"" : ""
        return "<span\(inferred)><bdi>\(entry.text)</bdi>\(note)</span>"
    }

    /// Every outlet's own headline, where there is more than one to compare.
    private var headlines: Markup {
        guard story.coverage.count > 1 else { return .empty }
        let items = story.coverage.markup { article in
            let earlier: Markup = article.isNew ? "" : " class=\"earlier\""
            return """
                <li\(earlier)>\
                <span class="title" \(ways(of: article.title))>\
                \(linked(marked(article.title), to: article.link))</span> \
                <span class="source"><bdi>\(article.outlet)</bdi> \(time(article))</span></li>
                """
        }
        return """
            <details>
            <summary>\(phrasing.count(story.coverage.count, phrasing.words.allHeadlines))</summary>
            <ul class="headlines">
            \(items)
            </ul>
            </details>
            """
    }

    private func linked(_ text: Markup, to link: WebLink?) -> Markup {
        guard let link else { return "<bdi>\(text)</bdi>" }
        return """
            <a href="\(link)" rel="noopener noreferrer external"><bdi>\(text)</bdi></a>
            """
    }
}

/// A passage's text with what matched marked.
func marked(_ passage: Passage) -> Markup {
    let pieces = passage.pieces.markup { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" }
    return "\(pieces, separator: "")"
}

/// The `lang` and `dir` of a passage.
func ways(of passage: Passage) -> Markup {
    "lang=\"\(passage.language)\" dir=\"\(passage.direction.rawValue)\""
}
