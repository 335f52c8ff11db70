import Mustache

/// A story as templates ask for it.
///
/// Views of which there are many are objects: the engine passes them on at every step, and copying
/// what they hold was most of the work.
final class StoryView: MustacheParent {
    private let story: DigestStory
    private let digest: Digest
    private let pen: Pen
    private let isOnPage: Bool
    private let words: Words

    /// - Parameter isOnPage: false for a reader of feeds, where anchors lead nowhere.
    init(_ story: DigestStory, in digest: Digest, _ pen: Pen, isOnPage: Bool = true) {
        self.story = story
        self.digest = digest
        self.pen = pen
        self.isOnPage = isOnPage
        words = digest.phrasing.words
    }

    /// Outlets shown one by one; the rest are among the headlines.
    private static let outletLimit = 12

    func child(named name: String) -> Any? {
        switch name {
        case "words": return WordsView(words: words)
        case "pageLanguage": return Shown(digest.language.rawValue)
        case "pageDirection": return Shown(digest.language.direction.rawValue)
        case "anchor": return Shown(story.anchor)
        case "grade": return Shown(story.grade.rawValue)
        case "isOnPage": return isOnPage
        case "marks": return marks
        case "headline": return PassageView(story.headline, link: story.link, pen)
        case "outlets":
            return articles(story.coverage.lazy.filter(\.isNew).prefix(Self.outletLimit))
        case "articles": return articles(story.coverage.lazy.filter(\.isNew))
        case "moreOutlets": return moreOutlets
        case "outletsDirection": return Shown(story.headline.direction.rawValue)
        case "quotes": return quotes
        case "facts": return story.facts.isEmpty ? nil : ["lines": story.facts.map(line)]
        case "headlines": return headlines
        default: return nil
        }
    }

    private func articles(_ coverage: some Sequence<Coverage>) -> [ArticleView] {
        coverage.map { ArticleView($0, in: digest, pen) }
    }

    private var moreOutlets: Shown? {
        let count = story.coverage.count(where: \.isNew) - StoryView.outletLimit
        return count > 0 ? Shown(digest.phrasing.number(count)) : nil
    }

    private var marks: [String: Any]? {
        var items = digest.marks(of: story)
        if !story.otherTopics.isEmpty {
            let titles = story.otherTopics.map(digest.title(ofTopic:))
            items.append(words.alsoAbout + words.colon + titles.joined(separator: words.comma))
        }
        guard !items.isEmpty else { return nil }
        return [
            "items": items.map { ["text": Shown($0)] },
            "phrase": Shown(items.joined(separator: "\u{A0}· ")),
        ]
    }

    /// Each sentence a passage of its own: sentences are never joined. Whose they are is said
    /// where more than one outlet could be meant.
    private var quotes: [String: Any]? {
        guard let first = story.excerpts.first else { return nil }
        var quotes: [String: Any] = [
            "passages": story.excerpts.map { PassageView($0, link: nil, pen) },
            "quotesDirection": Shown(first.direction.rawValue),
        ]
        if story.coverage.count > 1 {
            let outlet =
                pen.form == .html
                ? Isolates.first + story.outlet + Isolates.pop
                : Isolates.around(story.outlet, in: digest.language)
            quotes["source"] = Shown(digest.phrasing.phrase(words.quotedFrom, outlet))
        }
        return quotes
    }

    private func line(_ line: FactLine) -> FactLineView {
        FactLineView(line, in: digest, pen)
    }

    /// Every outlet's own headline, where there is more than one to compare.
    private var headlines: [String: Any]? {
        guard story.coverage.count > 1 else { return nil }
        return [
            "title": Shown(digest.phrasing.count(story.coverage.count, words.allHeadlines)),
            "articles": articles(story.coverage),
        ]
    }
}

/// Somebody's text, with its language and the way that it runs.
final class PassageView: MustacheParent {
    private let passage: Passage
    private let link: WebLink?
    private let pen: Pen

    init(_ passage: Passage, link: WebLink?, _ pen: Pen) {
        self.passage = passage
        self.link = link
        self.pen = pen
    }

    func child(named name: String) -> Any? {
        switch name {
        case "marked": return pen.marked(passage)
        case "language": return Shown(passage.language)
        case "direction": return Shown(passage.direction.rawValue)
        case "plain": return pen.foreign(passage.plain)
        case "link": return shown(link, pen)
        default: return nil
        }
    }
}

/// In plain text an address runs its own way too.
private func shown(_ link: WebLink?, _ pen: Pen) -> Shown? {
    guard let link else { return nil }
    return pen.form == .text ? pen.foreign(link.description) : Shown(link.description)
}

/// An article of a story.
final class ArticleView: MustacheParent {
    private let article: Coverage
    private let digest: Digest
    private let pen: Pen

    init(_ article: Coverage, in digest: Digest, _ pen: Pen) {
        self.article = article
        self.digest = digest
        self.pen = pen
    }

    func child(named name: String) -> Any? {
        switch name {
        case "outlet": return pen.foreign(article.outlet)
        case "link": return shown(article.link, pen)
        case "moment": return Shown(Timestamp(article.time).description)
        case "when": return Shown(digest.phrasing.longMoment(article.time))
        case "time": return Shown(digest.appeared(article.time))
        case "earlier": return !article.isNew
        case "headline": return PassageView(article.title, link: article.link, pen)
        default: return nil
        }
    }
}

/// The facts of one kind.
final class FactLineView: MustacheParent {
    private let line: FactLine
    private let digest: Digest
    private let pen: Pen

    init(_ line: FactLine, in digest: Digest, _ pen: Pen) {
        self.line = line
        self.digest = digest
        self.pen = pen
    }

    func child(named name: String) -> Any? {
        switch name {
        case "label": return Shown(digest.phrasing.words.facts[line.kind] ?? line.kind.rawValue)
        case "entries": return line.entries.map { FactView($0, in: digest, pen) }
        default: return nil
        }
    }
}

/// A fact, and what is said beside it.
final class FactView: MustacheParent {
    private let entry: FactEntry
    private let digest: Digest
    private let pen: Pen

    init(_ entry: FactEntry, in digest: Digest, _ pen: Pen) {
        self.entry = entry
        self.digest = digest
        self.pen = pen
    }

    func child(named name: String) -> Any? {
        switch name {
        case "text": return pen.foreign(entry.text)
        case "note": return pen.foreign(digest.note(on: entry))
        case "inferred": return entry.isInferred
        default: return nil
        }
    }
}
