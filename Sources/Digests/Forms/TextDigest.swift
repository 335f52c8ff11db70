import Foundation

/// A digest as plain text for a terminal or the body of a letter, wrapped at 76 columns.
struct TextDigest {
    private let digest: Digest
    private let phrasing: Phrasing
    private let words: Words

    init(_ digest: Digest) {
        self.digest = digest
        phrasing = digest.phrasing
        words = digest.phrasing.words
    }

    var text: String {
        var lines = TextLines(digest.language)
        head(&lines)
        if digest.isQuiet { quiet(&lines) }
        for section in digest.sections {
            heading(section.title, &lines)
            for story in section.stories { self.story(story, &lines) }
        }
        named(&lines)
        edited(&lines)
        leftOut(&lines)
        watch(&lines)
        lines.gap()
        lines.line(rule("─", TextLines.width))
        lines.paragraph(words.method)
        lines.paragraph(phrasing.phrase(words.writtenOn, phrasing.longMoment(digest.generated)))
        return lines.text
    }

    private func head(_ lines: inout TextLines) {
        let title = words.digest + " – " + phrasing.longDay(digest.titleDay)
        lines.paragraph(title)
        lines.line(rule("═", DisplayWidth(of: title).columns))
        lines.paragraph(words.subject)
        lines.paragraph(digest.periodPhrase)
        guard !digest.isQuiet else { return }
        lines.gap()
        lines.paragraph(
            [digest.totalsPhrase, digest.changePhrase].compactMap(\.self)
                .joined(separator: words.comma))
        sparkline(&lines)
    }

    /// Blocks of eighth heights, in the order that the page reads.
    private func sparkline(_ lines: inout TextLines) {
        let days = digest.matchesPerDay.suffix(TextLines.width)
        guard days.count > 1, let most = days.map(\.count).max(), most > 0 else { return }
        let blocks = Array("▁▂▃▄▅▆▇█")
        let label = [phrasing.count(days.count, words.perDay), digest.mostPhrase]
            .compactMap(\.self).joined(separator: words.comma)
        lines.paragraph(label)
        lines.line(String(days.map { blocks[$0.count * 7 / most] }), indent: 2)
    }

    private func quiet(_ lines: inout TextLines) {
        heading(words.quietTitle, &lines)
        lines.paragraph(words.quiet)
        for reason in digest.quietReasons { lines.paragraph(reason) }
    }

    private func story(_ story: DigestStory, _ lines: inout TextLines) {
        lines.gap()
        lines.paragraph([lines.own("* "), passage(story.headline, lines)], hanging: 2)
        lines.paragraph(marks(story), indent: 2)
        for article in story.coverage.filter(\.isNew) {
            self.article(article, &lines)
        }
        for excerpt in story.excerpts {
            lines.gap()
            lines.paragraph(
                [lines.own(words.openQuote), passage(excerpt, lines), lines.own(words.closeQuote)],
                indent: 4)
        }
        if story.coverage.count > 1, !story.excerpts.isEmpty {
            let source = phrasing.phrase(
                words.quotedFrom, Isolates.around(story.outlet, in: digest.language))
            lines.paragraph("— " + source, indent: 4)
        }
        lines.gap()
        for line in story.facts { facts(line, &lines) }
    }

    private func marks(_ story: DigestStory) -> String {
        let titles = story.otherTopics.map(digest.title(ofTopic:))
        let also =
            titles.isEmpty
            ? [] : [words.alsoAbout + words.colon + titles.joined(separator: words.comma)]
        return (digest.marks(of: story) + also).joined(separator: " · ")
    }

    /// An outlet, its time, its own headline where that is another, and the address.
    private func article(_ article: Coverage, _ lines: inout TextLines) {
        lines.paragraph(
            [
                lines.foreign(article.outlet),
                lines.own(words.comma + digest.appeared(article.time)),
            ], indent: 2, hanging: 2)
        if let link = article.link { lines.line(isolated(link.description), indent: 4) }
    }

    private func facts(_ line: FactLine, _ lines: inout TextLines) {
        var stretches = [lines.own((words.facts[line.kind] ?? line.kind.rawValue) + words.colon)]
        for (index, entry) in line.entries.enumerated() {
            if index > 0 { stretches.append(lines.own(" · ")) }
            stretches.append(lines.foreign(entry.text))
            if let note = digest.note(on: entry) {
                stretches += [lines.own(" ("), lines.foreign(note), lines.own(")")]
            }
        }
        lines.paragraph(stretches, indent: 2, hanging: 2)
    }

    private func named(_ lines: inout TextLines) {
        guard !digest.named.isEmpty else { return }
        heading(words.mostNamed, &lines)
        for list in digest.named {
            let label = words.mostNamedKinds[list.kind] ?? list.kind.rawValue
            var stretches = [lines.own(label + words.colon)]
            for (index, entry) in list.names.enumerated() {
                if index > 0 { stretches.append(lines.own(" · ")) }
                stretches.append(lines.foreign(entry.name))
                stretches.append(lines.own("\u{A0}(\(phrasing.number(entry.articles)))"))
            }
            lines.paragraph(stretches, hanging: 2)
        }
    }

    private func edited(_ lines: inout TextLines) {
        guard !digest.edited.isEmpty else { return }
        heading(words.edited, &lines)
        for entry in digest.edited {
            lines.gap()
            let when = entry.changed.map { words.comma + digest.appeared($0) } ?? ""
            lines.paragraph(
                [lines.own("* "), lines.foreign(entry.outlet), lines.own(when)], hanging: 2)
            if entry.isHeadlineChanged {
                labelled(words.before, entry.before, &lines)
                labelled(words.after, entry.after, &lines)
            } else {
                lines.paragraph([passage(entry.after, lines)], indent: 2)
                lines.paragraph(words.textChanged, indent: 2)
            }
            if let link = entry.link { lines.line(isolated(link.description), indent: 4) }
        }
    }

    private func labelled(_ label: String, _ text: Passage, _ lines: inout TextLines) {
        lines.paragraph(
            [lines.own(label + words.colon), passage(text, lines)], indent: 2, hanging: 2)
    }

    private func leftOut(_ lines: inout TextLines) {
        guard !digest.leftOut.isEmpty else { return }
        heading(words.leftOut, &lines)
        lines.paragraph(words.leftOutWhy)
        for entry in digest.leftOut {
            lines.gap()
            lines.paragraph([lines.own("* "), passage(entry.title, lines)], hanging: 2)
            lines.paragraph(
                [lines.foreign(entry.outlet), lines.own(" — " + digest.reason(entry))],
                indent: 2)
            if let link = entry.link { lines.line(isolated(link.description), indent: 4) }
        }
    }

    private func watch(_ lines: inout TextLines) {
        heading(words.watch, &lines)
        let counts = [
            (words.feedsWatched, digest.watch.feeds), (words.polls, digest.watch.polls),
            (words.failures, digest.watch.failures),
        ].map { $0.0 + words.colon + phrasing.number($0.1) }
        lines.paragraph(counts.joined(separator: " · "))
        if digest.watch.troubled.isEmpty { lines.paragraph(words.allAnswered) }
        for trouble in digest.watch.troubled {
            let since = trouble.since.map {
                words.comma + phrasing.phrase(words.since, phrasing.moment($0))
            }
            lines.paragraph(
                [lines.own("* "), lines.foreign(trouble.feed), lines.own(since ?? "")],
                hanging: 2)
            lines.paragraph([lines.foreign(trouble.cause)], indent: 4)
        }
        guard !digest.watch.notices.isEmpty else { return }
        lines.gap()
        lines.paragraph(words.notices + words.colonAtEnd)
        for notice in digest.watch.notices {
            lines.paragraph([lines.own("* "), lines.foreign(notice)], hanging: 2)
        }
    }

    private func heading(_ title: String, _ lines: inout TextLines) {
        lines.gap()
        lines.paragraph(title)
        lines.line(rule("─", min(TextLines.width, DisplayWidth(of: title).columns)))
    }

    private func rule(_ line: Character, _ count: Int) -> String {
        String(repeating: line, count: count)
    }

    private func passage(_ passage: Passage, _ lines: TextLines) -> TextLines.Stretch {
        lines.foreign(passage.plain)
    }

    private func isolated(_ text: String) -> String {
        Isolates.around(text, in: digest.language)
    }
}
