import Foundation

/// A digest as CommonMark, readable as it stands and through any renderer.
///
/// In Arabic the whole stands in a `div` that runs from right to left, where the renderer takes
/// one; texts that run the other way than the page are set in isolates (UAX #9).
struct MarkdownDigest {
    private let digest: Digest
    private let phrasing: Phrasing
    private let words: Words

    init(_ digest: Digest) {
        self.digest = digest
        phrasing = digest.phrasing
        words = digest.phrasing.words
    }

    var text: String {
        let blocks =
            [head] + (digest.isQuiet ? [quiet] : digest.sections.map(section))
            + [named, edited, leftOut, watch, foot]
        let page: Markdown = "\(blocks.filter { !$0.text.isEmpty }, separator: "\n\n")\n"
        guard digest.language.direction == .rightToLeft else { return page.text }
        let whole: Markdown = "<div dir=\"rtl\" lang=\"ar\">\n\n\(page)\n</div>\n"
        return whole.text
    }

    private var head: Markdown {
        let change = digest.changePhrase.map { words.comma + $0 } ?? ""
        let totals = digest.isQuiet ? "" : digest.totalsPhrase + change
        let counts: Markdown = totals.isEmpty ? "" : "\n\n**\(totals)**"
        return """
            # \(words.digest) – \(phrasing.longDay(digest.titleDay))

            \(words.subject)\\
            \(digest.periodPhrase)\(counts)
            """
    }

    private func section(_ section: Digest.Section) -> Markdown {
        let stories = section.stories.map(story)
        return "## \(section.title)\n\n\(stories, separator: "\n\n")"
    }

    private func story(_ story: DigestStory) -> Markdown {
        let parts: [Markdown] =
            [
                "### \(linked(story.headline, story.link))", marks(story), outlets(story),
                quotes(story), facts(story), headlines(story),
            ]
        return "\(parts.filter { !$0.text.isEmpty }, separator: "\n\n")"
    }

    private func marks(_ story: DigestStory) -> Markdown {
        var marks = digest.marks(of: story)
        if !story.otherTopics.isEmpty {
            let titles = story.otherTopics.map(digest.title(ofTopic:))
            marks.append(words.alsoAbout + words.colon + titles.joined(separator: words.comma))
        }
        return marks.isEmpty ? .empty : "*\(marks.joined(separator: " · "))*"
    }

    private func outlets(_ story: DigestStory) -> Markdown {
        let items = story.coverage.filter(\.isNew).map { article -> Markdown in
            let time = digest.appeared(article.time)
            guard let link = article.link else {
                return "\(isolated(article.outlet)) \(time)"
            }
            return "[\(isolated(article.outlet))](<\(link)>) \(time)"
        }
        return "\(items, separator: " · ")"
    }

    private func quotes(_ story: DigestStory) -> Markdown {
        guard !story.excerpts.isEmpty else { return .empty }
        let quotes = story.excerpts.map { passage -> Markdown in "> \(marked(passage))" }
        let source = phrasing.phrase(words.quotedFrom, isolated(story.outlet))
        guard story.coverage.count > 1 else { return "\(quotes, separator: "\n>\n")" }
        return "\(quotes, separator: "\n>\n")\n>\n> — \(source)"
    }

    private func facts(_ story: DigestStory) -> Markdown {
        let lines = story.facts.map { line -> Markdown in
            let entries = line.entries.map { entry -> Markdown in
                let note = digest.note(on: entry).map { " (\(isolated($0)))" } ?? ""
                return "\(isolated(entry.text))\(note)"
            }
            let label = words.facts[line.kind] ?? line.kind.rawValue
            return "- **\(label)**\(words.colon)\(entries, separator: " · ")"
        }
        return "\(lines)"
    }

    private func headlines(_ story: DigestStory) -> Markdown {
        guard story.coverage.count > 1 else { return .empty }
        let title = phrasing.count(story.coverage.count, words.allHeadlines) + words.colonAtEnd
        let items = story.coverage.map { article -> Markdown in
            """
            - \(linked(article.title, article.link)) — \(isolated(article.outlet)), \
            \(digest.appeared(article.time))
            """
        }
        return "\(title)\n\n\(items)"
    }

    private var quiet: Markdown {
        let reasons = digest.quietReasons.map(Markdown.escaped)
        return """
            ## \(words.quietTitle)

            \(words.quiet)

            \(reasons, separator: "\n\n")
            """
    }

    private var named: Markdown {
        guard !digest.named.isEmpty else { return .empty }
        let lists = digest.named.map { list -> Markdown in
            let names = list.names.map { entry -> Markdown in
                "\(isolated(entry.name)) (\(phrasing.number(entry.articles)))"
            }
            let label = words.mostNamedKinds[list.kind] ?? list.kind.rawValue
            return "- **\(label)**\(words.colon)\(names, separator: " · ")"
        }
        return "## \(words.mostNamed)\n\n\(lists)"
    }

    private var edited: Markdown {
        guard !digest.edited.isEmpty else { return .empty }
        let items = digest.edited.map { entry -> Markdown in
            let when = entry.changed.map { words.comma + digest.appeared($0) } ?? ""
            let source: Markdown = "\(isolated(entry.outlet))\(when)"
            guard entry.isHeadlineChanged else {
                return "- \(linked(entry.after, entry.link)) — \(source). \(words.textChanged)"
            }
            return """
                - \(source)
                  - \(words.before + words.colon)\(isolated(entry.before.plain))
                  - \(words.after + words.colon)\(linked(entry.after, entry.link))
                """
        }
        return "## \(words.edited)\n\n\(items)"
    }

    private var leftOut: Markdown {
        guard !digest.leftOut.isEmpty else { return .empty }
        let items = digest.leftOut.map { entry -> Markdown in
            """
            - \(linked(entry.title, entry.link)) — \(isolated(entry.outlet)) — \
            \(digest.reason(entry))
            """
        }
        return "## \(words.leftOut)\n\n\(words.leftOutWhy)\n\n\(items)"
    }

    private var watch: Markdown {
        let counts = [
            (words.feedsWatched, digest.watch.feeds), (words.polls, digest.watch.polls),
            (words.failures, digest.watch.failures),
        ].map { $0.0 + words.colon + phrasing.number($0.1) }.joined(separator: " · ")
        let troubled = digest.watch.troubled.map { trouble -> Markdown in
            let since =
                trouble.since.map {
                    " (" + phrasing.phrase(words.since, phrasing.moment($0)) + ")"
                } ?? ""
            return "- \(isolated(trouble.feed))\(since)\(words.colon)\(isolated(trouble.cause))"
        }
        let notices = digest.watch.notices.map { notice -> Markdown in "- \(isolated(notice))" }
        let trouble: Markdown =
            troubled.isEmpty
            ? "\(words.allAnswered)" : "\(words.troubled + words.colonAtEnd)\n\n\(troubled)"
        let more: Markdown =
            notices.isEmpty
            ? "" : "\n\n\(words.notices + words.colonAtEnd)\n\n\(notices)"
        return "## \(words.watch)\n\n\(counts)\n\n\(trouble)\(more)"
    }

    private var foot: Markdown {
        """
        ---

        \(words.method) \(words.methodMarks)

        \(phrasing.phrase(words.writtenOn, phrasing.longMoment(digest.generated)))
        """
    }

    private func linked(_ passage: Passage, _ link: WebLink?) -> Markdown {
        guard let link else { return marked(passage) }
        return "[\(marked(passage))](<\(link)>)"
    }

    /// What matched is set in bold, where its edges are letters or digits: elsewhere the stars
    /// would show.
    private func marked(_ passage: Passage) -> Markdown {
        let pieces = passage.pieces.map { piece -> Markdown in
            let edges = [piece.text.first, piece.text.last].compactMap(\.self)
            let isWord = edges.allSatisfy { $0.isLetter || $0.isNumber }
            return piece.isMatch && isWord ? "**\(piece.text)**" : "\(piece.text)"
        }
        let isForeign = passage.direction != digest.language.direction
        let open: Markdown = isForeign ? "\u{2068}" : ""
        let close: Markdown = isForeign ? "\u{2069}" : ""
        return "\(open)\(pieces, separator: "")\(close)"
    }

    private func isolated(_ text: String) -> String {
        Isolates.around(text, in: digest.language)
    }
}
