/// What templates can ask for, by the place in which they ask.
///
/// `docs/templates.md` tells the same to people.
indirect enum TemplateKey: Sendable {
    case text
    /// An address that may be linked.
    case link
    /// In the form's own syntax already: only these stand unescaped, `{{& svg}}`.
    case markup
    case flag
    /// A section that is shown once, or not at all.
    case one(TemplateScope)
    /// A section that is shown for each.
    case many(TemplateScope)
}

/// A place in a template, which decides what can be asked for.
enum TemplateScope: Sendable {
    case page, index, words
    case totals, totalsCount, sparkline, section, quiet, line
    case story, marks, passage, article, outlet, quotes, facts, factLine, entry, source, headlines
    case named, namedList, name
    case edited, editedArticle, moment, changes, change
    case leftOut, leftOutArticle
    case watch, watchCount, troubled, trouble, notices, notice
    case month, digest, edition, others, file

    /// What a name as written means here; nil where it means nothing.
    subscript(name: String) -> TemplateKey? { TemplateName(rawValue: name).flatMap { keys[$0] } }

    var keys: [TemplateName: TemplateKey] {
        switch self {
        case .page: TemplateScope.pageKeys
        case .index:
            [.language: .text, .direction: .text, .words: .one(.words), .months: .many(.month)]
        case .words: TemplateScope.wordKeys
        case .story: TemplateScope.storyKeys
        case .totals: [.counts: .many(.totalsCount), .change: .text, .phrase: .text]
        case .totalsCount: [.before: .text, .number: .text, .after: .text]
        case .sparkline: [.svg: .markup, .caption: .text, .blocks: .text]
        case .section:
            [.anchor: .text, .title: .text, .count: .text, .stories: .many(.story)]
        case .quiet: [.lead: .text, .reasons: .many(.line)]
        case .line: [.text: .text]
        case .marks: [.items: .many(.line), .phrase: .text]
        case .passage:
            [
                .language: .text, .direction: .text, .marked: .markup, .plain: .text,
                .link: .link,
            ]
        case .article:
            [
                .outlet: .text, .link: .link, .moment: .text, .when: .text, .time: .text,
                .earlier: .flag, .headline: .one(.passage),
            ]
        case .outlet: [.outlet: .text, .times: .text, .articles: .many(.article)]
        case .quotes:
            [.passages: .many(.passage), .quotesDirection: .text, .source: .text]
        case .facts: [.lines: .many(.factLine)]
        case .factLine: [.label: .text, .entries: .many(.entry), .more: .text]
        case .entry:
            [
                .text: .text, .textLanguage: .text, .note: .text, .noteLanguage: .text,
                .inferred: .flag, .source: .one(.source),
            ]
        case .source: [.text: .text, .language: .text, .after: .text]
        case .headlines: [.title: .text, .articles: .many(.article)]
        default: asideKeys
        }
    }

    private var asideKeys: [TemplateName: TemplateKey] {
        switch self {
        case .named: [.lists: .many(.namedList)]
        case .namedList: [.label: .text, .names: .many(.name)]
        case .name:
            [
                .name: .text, .count: .text, .namedIn: .text, .blocks: .text,
                .barStart: .text, .barLength: .text,
            ]
        case .edited: [.articles: .many(.editedArticle), .moreArticles: .text]
        case .editedArticle:
            [
                .headline: .one(.passage), .former: .one(.passage), .outlet: .text,
                .changed: .one(.moment), .changes: .one(.changes),
            ]
        case .moment: [.moment: .text, .time: .text]
        case .changes: [.items: .many(.change), .more: .text]
        case .change:
            [
                .language: .text, .direction: .text, .before: .text, .removed: .text,
                .added: .text, .after: .text,
            ]
        case .leftOut: [.articles: .many(.leftOutArticle), .moreArticles: .text]
        case .leftOutArticle:
            [.headline: .one(.passage), .outlet: .text, .reason: .text]
        case .watch:
            [
                .counts: .many(.watchCount), .allAnswered: .flag, .troubled: .one(.troubled),
                .notices: .one(.notices),
            ]
        case .watchCount: [.label: .text, .number: .text]
        case .troubled: [.feeds: .many(.trouble)]
        case .trouble: [.feed: .text, .since: .text, .cause: .text]
        case .notices: [.items: .many(.notice)]
        case .notice: [.text: .text, .label: .text, .detail: .text]
        case .month: [.title: .text, .total: .text, .digests: .many(.digest)]
        case .digest:
            [
                .title: .text, .address: .link, .totals: .text, .barLength: .text,
                .barStart: .text, .editions: .many(.edition),
            ]
        case .edition:
            [
                .language: .text, .direction: .text, .name: .text, .address: .link,
                .others: .one(.others),
            ]
        case .others: [.files: .many(.file)]
        case .file: [.name: .text, .address: .link]
        default: [:]
        }
    }

    private static let pageKeys: [TemplateName: TemplateKey] = [
        .language: .text, .direction: .text, .isRightToLeft: .flag, .words: .one(.words),
        .day: .text, .period: .text, .totals: .one(.totals), .sparkline: .one(.sparkline),
        .contents: .flag, .sections: .many(.section), .quiet: .one(.quiet),
        .named: .one(.named), .edited: .one(.edited), .leftOut: .one(.leftOut),
        .watch: .one(.watch), .written: .text, .marking: .text,
    ]

    private static let storyKeys: [TemplateName: TemplateKey] = [
        .words: .one(.words), .pageLanguage: .text, .pageDirection: .text, .anchor: .text,
        .grade: .text, .isOnPage: .flag, .marks: .one(.marks), .headline: .one(.passage),
        .outlets: .many(.article), .moreOutlets: .text, .outletsDirection: .text,
        .articles: .many(.article), .byOutlet: .many(.outlet), .quotes: .one(.quotes),
        .facts: .one(.facts),
        .headlines: .one(.headlines),
    ]

    private static let wordKeys: [TemplateName: TemplateKey] =
        Words.names.reduce(into: [:]) { $0[$1] = .text }
}
