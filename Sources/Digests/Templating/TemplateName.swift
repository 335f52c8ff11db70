/// All names that templates may ask by, as they write them; ``TemplateScope`` says which where.
enum TemplateName: String, Sendable, CaseIterable {
    case added, address, after, allAnswered, allDigests, alsoAbout, anchor, articles, barLength,
        barStart, before, blocks, brand, byOutlet, caption, cause, change, changed, changes,
        closeQuote, colon, colonAtEnd, comma, contents, count, counts, day, detail, digest, digests,
        direction, earlier, edited, editions, entries, facts, feed, feeds, files, former, forms,
        grade, headline, headlines, inferred, isOnPage, isRightToLeft, items, label, language,
        lead, leftOut, leftOutWhy, lines, link, linkToStory, lists, marked, marking, marks,
        method, methodMarks, moment, months, more, moreArticles, moreOutlets, mostNamed, name,
        named, namedIn, names, note, noteLanguage, nothingYet, notices, number, openQuote, others,
        outlet, outlets, outletsDirection, pageDirection, pageLanguage, passages, period, phrase,
        plain, quiet, quietTitle, quotes, quotesDirection, reason, reasons, removed, sections,
        since, skip, source, sparkline, stories, subject, svg, text, textChanged, textLanguage,
        time, times, title, total, totals, troubled, watch, when, words, written
}
