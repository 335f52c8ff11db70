import Foundation

/// A digest as a page's template asks for it.
final class PageView: TemplateView {
    private let digest: Digest
    private let pen: Pen
    private var phrasing: Phrasing { digest.phrasing }
    private var words: Words { digest.phrasing.words }

    init(_ digest: Digest, as form: Pen.Form, on sheet: TextSheet = .file) {
        self.digest = digest
        pen = Pen(form: form, language: digest.language, sheet: sheet)
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .language: .text(digest.language.rawValue)
        case .direction: .text(digest.language.direction.rawValue)
        case .isRightToLeft: .flag(digest.language.direction == .rightToLeft)
        case .words: .one(words)
        case .day: .text(digest.title)
        case .period: .text(digest.periodPhrase)
        case .totals: .one(TotalsView(digest: digest))
        case .sparkline: SparklineView(digest, pen).map { .one($0) }
        case .contents: .flag(digest.sections.count > 1)
        case .sections: .many(digest.sections.map { SectionView($0, in: digest, pen) })
        case .quiet: digest.isQuiet ? .one(quiet) : nil
        case .written: .text(digest.writtenPhrase)
        case .marking: .text(pen.marking(words))
        default: aside(name)
        }
    }

    private var quiet: TemplateFields {
        [
            .lead: .text(digest.quietPhrase),
            .reasons: .many(digest.quietReasons.map { [.text: .text($0)] as TemplateFields }),
        ]
    }

    private func aside(_ name: TemplateName) -> TemplateValue? {
        let asides = AsideViews(digest: digest, pen: pen)
        return switch name {
        case .named: asides.named
        case .edited: asides.edited
        case .leftOut: asides.leftOut
        case .watch: asides.watch
        default: nil
        }
    }
}

/// How much there was.
struct TotalsView: TemplateView {
    let digest: Digest

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .counts: .many(digest.counted.map(numbered))
        case .change: .text(digest.changePhrase)
        case .phrase:
            .text(digest.totalsPhrase + digest.phrasing.words.comma + digest.changePhrase)
        default: nil
        }
    }

    /// A number, to be set large, and what it counts, in the order that the language has them.
    private func numbered(_ number: Int, _ plural: Plural) -> TemplateFields {
        let pattern = plural.phrase(for: number, in: digest.language)
        guard let place = pattern.range(of: "{}") else { return [.number: .text(pattern)] }
        return [
            .before: .text(String(pattern[..<place.lowerBound])),
            .number: .text(digest.phrasing.number(number)),
            .after: .text(String(pattern[place.upperBound...])),
        ]
    }
}

/// Matches a day as a small picture; nil where there are no days to compare.
struct SparklineView: TemplateView {
    private let digest: Digest
    private let width: Int

    init?(_ digest: Digest, _ pen: Pen) {
        guard digest.matchesPerDay.count > 1 else { return nil }
        self.digest = digest
        width = pen.sheet.width
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .caption: .text(digest.perDayPhrase)
        case .svg: .markup(Charts(digest).sparkline.text)
        case .blocks: .text(blocks)
        default: nil
        }
    }

    /// Blocks of eighth heights, in the order that the page reads.
    private var blocks: String {
        let days = digest.matchesPerDay.suffix(width - 2)
        let most = max(1, days.map(\.count).max() ?? 1)
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(days.map { blocks[min(max($0.count, 0), most) * 7 / most] })
    }
}

/// A topic and its stories.
final class SectionView: TemplateView {
    private let section: Digest.Section
    private let digest: Digest
    private let pen: Pen

    init(_ section: Digest.Section, in digest: Digest, _ pen: Pen) {
        self.section = section
        self.digest = digest
        self.pen = pen
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name {
        case .anchor: .text(section.anchor)
        case .title: .text(section.title)
        case .count: .text(digest.phrasing.number(section.stories.count))
        case .stories: .many(section.stories.map { StoryView($0, in: digest, pen) })
        default: nil
        }
    }
}
