import Foundation
import Mustache

/// A digest as a page's template asks for it.
final class PageView: MustacheParent {
    private let digest: Digest
    private let pen: Pen
    private var phrasing: Phrasing { digest.phrasing }
    private var words: Words { digest.phrasing.words }

    init(_ digest: Digest, as form: Pen.Form) {
        self.digest = digest
        pen = Pen(form: form, language: digest.language)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "language": return Shown(digest.language.rawValue)
        case "direction": return Shown(digest.language.direction.rawValue)
        case "isRightToLeft": return digest.language.direction == .rightToLeft
        case "words": return WordsView(words: words)
        case "day": return Shown(phrasing.longDay(digest.titleDay))
        case "period": return Shown(digest.periodPhrase)
        case "totals": return digest.isQuiet ? nil : TotalsView(digest: digest)
        case "sparkline": return SparklineView(digest, pen)
        case "contents": return digest.sections.count > 1
        case "sections":
            return digest.sections.map { SectionView($0, in: digest, pen) }
        case "quiet":
            return digest.isQuiet
                ? ["reasons": digest.quietReasons.map { ["text": Shown($0)] }] : nil
        case "written":
            return Shown(phrasing.phrase(words.writtenOn, phrasing.longMoment(digest.generated)))
        default: return aside(name)
        }
    }

    private func aside(_ name: String) -> Any? {
        let asides = AsideViews(digest: digest, pen: pen)
        switch name {
        case "named": return asides.named
        case "edited": return asides.edited
        case "leftOut": return asides.leftOut
        case "watch": return asides.watch
        default: return nil
        }
    }
}

/// How much there was.
struct TotalsView: MustacheParent {
    let digest: Digest

    func child(named name: String) -> Any? {
        switch name {
        case "counts": return counts
        case "change": return Shown(digest.changePhrase)
        case "phrase":
            return Shown(
                [digest.totalsPhrase, digest.changePhrase].compactMap(\.self)
                    .joined(separator: digest.phrasing.words.comma))
        default: return nil
        }
    }

    private var counts: [[String: Shown]] {
        let words = digest.phrasing.words
        return [
            (digest.totals.articles, words.articles), (digest.totals.stories, words.stories),
            (digest.totals.outlets, words.outlets),
        ].map(numbered)
    }

    /// A number, to be set large, and what it counts, in the order that the language has them.
    private func numbered(_ number: Int, _ plural: Plural) -> [String: Shown] {
        let pattern = plural.phrase(for: number, in: digest.language)
        guard let place = pattern.range(of: "{}") else { return ["number": Shown(pattern)] }
        return [
            "before": Shown(String(pattern[..<place.lowerBound])),
            "number": Shown(digest.phrasing.number(number)),
            "after": Shown(String(pattern[place.upperBound...])),
        ]
    }
}

/// Matches a day as a small picture; nil where there are no days to compare.
struct SparklineView: MustacheParent {
    private let digest: Digest
    private let form: Pen.Form

    init?(_ digest: Digest, _ pen: Pen) {
        let counts = digest.matchesPerDay.map(\.count)
        guard counts.count > 1, pen.form == .html || (counts.max() ?? 0) > 0 else { return nil }
        self.digest = digest
        form = pen.form
    }

    func child(named name: String) -> Any? {
        switch name {
        case "caption": return Shown(digest.perDayPhrase)
        case "svg": return Shown(Charts(digest).sparkline.text)
        case "blocks": return Shown(blocks)
        default: return nil
        }
    }

    /// Blocks of eighth heights, in the order that the page reads.
    private var blocks: String {
        let days = digest.matchesPerDay.suffix(TextLines.width - 2)
        let most = max(1, days.map(\.count).max() ?? 1)
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(days.map { blocks[min(max($0.count, 0), most) * 7 / most] })
    }
}

/// A topic and its stories.
final class SectionView: MustacheParent {
    private let section: Digest.Section
    private let digest: Digest
    private let pen: Pen

    init(_ section: Digest.Section, in digest: Digest, _ pen: Pen) {
        self.section = section
        self.digest = digest
        self.pen = pen
    }

    func child(named name: String) -> Any? {
        switch name {
        case "anchor": return Shown(section.anchor)
        case "title": return Shown(section.title)
        case "count": return Shown(digest.phrasing.number(section.stories.count))
        case "stories": return section.stories.map { StoryView($0, in: digest, pen) }
        default: return nil
        }
    }
}
