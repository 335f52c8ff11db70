/// A story as templates ask for it.
///
/// Views of which there are many are objects: they are passed on at every step, and copying what
/// they hold would be most of the work.
final class StoryView: TemplateView {
    private let story: DigestStory
    private let digest: Digest
    private let pen: Pen
    private let isOnPage: Bool
    private let words: Words
    /// All articles, which pages ask for twice.
    private lazy var coverage = story.coverage.map { ArticleView($0, in: digest, pen) }

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

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .words: .one(words)
        case .pageLanguage: .text(digest.language.rawValue)
        case .pageDirection: .text(digest.language.direction.rawValue)
        case .anchor: .text(story.anchor)
        case .grade: .text(story.grade.rawValue)
        case .isOnPage: .flag(isOnPage)
        case .marks: marks
        case .headline: .one(PassageView(story.headline, link: story.link, pen))
        case .outlets: .many(Array(new.prefix(StoryView.outletLimit)))
        case .articles: .many(new)
        case .byOutlet: .many(byOutlet)
        case .moreOutlets: moreOutlets
        case .outletsDirection: .text(story.headline.direction.rawValue)
        case .quotes: quotes
        case .facts: facts
        case .headlines: headlines
        default: nil
        }
    }

    /// The articles of the period.
    private var new: [ArticleView] { coverage.filter(\.isNew) }

    /// The same, each outlet's together, at the place of its first.
    private var byOutlet: [TemplateFields] {
        var names: [String] = []
        let articles = Dictionary(grouping: new) { article in
            if !names.contains(article.outlet) { names.append(article.outlet) }
            return article.outlet
        }
        return names.map { name in
            let own = articles[name] ?? []
            return [
                .outlet: pen.foreign(name), .articles: .many(own),
                .times: .text(own.map(\.time).joined(separator: "\u{A0}· ")),
            ]
        }
    }

    private var moreOutlets: TemplateValue? {
        let count = story.coverage.count(where: \.isNew) - StoryView.outletLimit
        return count > 0 ? .text(digest.phrasing.number(count)) : nil
    }

    private var marks: TemplateValue? {
        var items = digest.marks(of: story)
        if !story.otherTopics.isEmpty {
            let titles = story.otherTopics.map(digest.title(ofTopic:))
            items.append(words.alsoAbout + words.colon + titles.joined(separator: words.comma))
        }
        guard !items.isEmpty else { return nil }
        let marks: TemplateFields = [
            .items: .many(items.map { [.text: .text($0)] as TemplateFields }),
            .phrase: .text(items.joined(separator: "\u{A0}· ")),
        ]
        return .one(marks)
    }

    /// Each sentence a passage of its own: sentences are never joined. Whose they are is said
    /// where more than one outlet could be meant.
    private var quotes: TemplateValue? {
        guard let first = story.excerpts.first else { return nil }
        var quotes: TemplateFields = [
            .passages: .many(story.excerpts.map { PassageView($0, link: nil, pen) }),
            .quotesDirection: .text(first.direction.rawValue),
        ]
        if story.coverage.count > 1 {
            let outlet =
                pen.form == .html
                ? Isolates.first + story.outlet + Isolates.pop
                : Isolates.around(story.outlet, in: digest.language)
            quotes[.source] = .text(digest.phrasing.phrase(words.quotedFrom, outlet))
        }
        return .one(quotes)
    }

    private var facts: TemplateValue? {
        guard !story.facts.isEmpty else { return nil }
        let lines: TemplateFields = [.lines: .many(story.facts.map(line))]
        return .one(lines)
    }

    private func line(_ line: FactLine) -> TemplateFields {
        var view: TemplateFields = [
            .label: .text(words.facts[line.kind] ?? line.kind.rawValue),
            .entries: .many(line.entries.map(entry)),
        ]
        if line.more > 0 { view[.more] = pen.foreign("+" + digest.phrasing.number(line.more)) }
        return view
    }

    /// A fact, and what is said beside it.
    private func entry(_ entry: FactEntry) -> TemplateFields {
        var view: TemplateFields = [
            .text: pen.fact(entry.text), .inferred: .flag(entry.isInferred),
        ]
        let note = digest.note(on: entry, pen)
        view[.note] = .text(ifAny: note.text)
        view[.source] = source(of: entry, before: note.end)
        // A flag where there is none, lest all around be asked.
        view[.textLanguage] = .text(ifAny: entry.language) ?? .flag(false)
        view[.noteLanguage] = .text(ifAny: entry.noteLanguage) ?? .flag(false)
        return view
    }

    /// What a fact was inferred from, where it can say its language.
    private func source(of entry: FactEntry, before end: String) -> TemplateValue {
        guard pen.form == .html, let words = entry.source else { return .flag(false) }
        let source: TemplateFields = [
            .text: .text(words),
            .language: .text(entry.sourceLanguage ?? digest.language.rawValue),
            .after: .text(end),
        ]
        return .one(source)
    }

    /// Every outlet's own headline, where there is more than one to compare.
    private var headlines: TemplateValue? {
        guard story.coverage.count > 1 else { return nil }
        let headlines: TemplateFields = [
            .title: .text(digest.phrasing.count(story.coverage.count, words.allHeadlines)),
            .articles: .many(coverage),
        ]
        return .one(headlines)
    }
}
