/// An article of a story as templates ask for it.
final class ArticleView: TemplateView {
    private let article: Coverage
    private let digest: Digest
    private let pen: Pen
    private lazy var moment = Timestamp(article.time).description
    private lazy var when = digest.phrasing.longMoment(article.time)
    private(set) lazy var time = digest.appeared(article.time)

    init(_ article: Coverage, in digest: Digest, _ pen: Pen) {
        self.article = article
        self.digest = digest
        self.pen = pen
    }

    var outlet: String { article.outlet }
    var isNew: Bool { article.isNew }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .outlet: pen.foreign(article.outlet)
        case .link: pen.link(article.link)
        case .moment: .text(moment)
        case .when: .text(when)
        case .time: .text(time)
        case .earlier: .flag(!article.isNew)
        case .headline: .one(PassageView(article.title, link: article.link, pen))
        default: nil
        }
    }
}

/// Somebody's text, with its language and the way that it runs.
final class PassageView: TemplateView {
    private let passage: Passage
    private let link: WebLink?
    private let pen: Pen

    init(_ passage: Passage, link: WebLink?, _ pen: Pen) {
        self.passage = passage
        self.link = link
        self.pen = pen
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .marked: pen.marked(passage)
        case .language: .text(passage.language)
        case .direction: .text(passage.direction.rawValue)
        case .plain: pen.foreign(passage.plain)
        case .link: pen.link(link)
        default: nil
        }
    }
}
