import Foundation
import News
import Testing

@testable import Extraction

/// A page of lines; those that are not the article begin with their kind and `»`.
struct PageRow: Sendable, CustomTestStringConvertible {
    let lines: [String]
    let chrome: [String]
    let testDescription: String

    init(_ name: String, _ page: String) {
        testDescription = name
        var lines: [String] = []
        var chrome: [String] = []
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            let parts = line.components(separatedBy: " » ")
            if parts.count == 2 { chrome.append("\(parts[0]): \(parts[1])") }
            lines.append(parts.last ?? "")
        }
        self.lines = lines
        self.chrome = chrome
    }
}

private let arabic = """
    تمكنت المصالح البلدية صباح اليوم من إعادة فتح الطريق الرابطة بين المدينة والميناء بعد أشغال دامت \
    ثلاثة أسابيع كاملة وشملت ثلاث قناطر صغيرة.
    """
private let french = """
    Les services de la commune ont rouvert ce matin la route qui relie la ville au port, après trois \
    semaines de travaux qui ont porté sur trois petits ponts.
    """

@Suite struct ChromeTests {
    @Test(arguments: [
        PageRow("an article alone", "إعادة فتح طريق الميناء بعد الأشغال\n\(arabic)\n\(arabic)"),
        PageRow(
            "sub-headings stay",
            "إعادة فتح طريق الميناء بعد الأشغال\n\(arabic)\nثلاث قناطر\n\(arabic)"),
        PageRow(
            "a comment form",
            "إعادة فتح طريق الميناء بعد الأشغال\n\(arabic)\ncomment-form » اترك تعليقاً\n"
                + "comment-form » البريد الإلكتروني *"),
        PageRow(
            "share buttons",
            "إعادة فتح طريق الميناء بعد الأشغال\n\(arabic)\nshare » شارك على فيسبوك"),
        PageRow(
            "the headline again",
            "إعادة فتح طريق الميناء بعد الأشغال\n\(arabic)\n"
                + "duplicate-title » إعادة فتح طريق الميناء بعد الأشغال\n\(arabic)"),
        PageRow(
            "a trail of sections",
            "breadcrumb » الرئيسية / مجتمع\nإعادة فتح طريق الميناء بعد الأشغال\n\(arabic)"),
        PageRow(
            "a french page",
            "Réouverture de la route du port après travaux\n\(french)\n"
                + "comment-form » Laisser un commentaire\nshare » Partager sur Facebook"),
        PageRow(
            "a french sub-heading",
            "Réouverture de la route du port après travaux\n\(french)\nTrois ponts\n\(french)"),
        PageRow(
            "what subscribes",
            "Réouverture de la route du port après travaux\n\(french)\n"
                + "subscribe » Abonnez-vous à notre newsletter"),
        PageRow(
            "related articles",
            "Réouverture de la route du port après travaux\n\(french)\nrelated » Lire aussi"),
    ])
    func `page chrome is told from the article by line`(_ row: PageRow) {
        let text = row.lines.joined(separator: "\n")
        let report = Shipped.examiner.examine(Document(id: "row", source: "rows", text: text))
        let found = report.boilerplate.map {
            "\($0.kind.rawValue): \(text.scalars($0.start, $0.end))"
        }
        #expect(found == row.chrome)
    }

    @Test(arguments: [
        "اقرأ أيضا: حموشي يستقبل وفدا من إسبانيا",
        "Lire aussi : la DGSN saisit 3 tonnes de chira à Tanger",
    ])
    func `nothing in chrome yields a fact or a topic`(_ line: String) {
        let title = "إعادة فتح طريق الميناء بعد الأشغال"
        let text = [title, arabic, line, arabic].joined(separator: "\n")
        let report = Shipped.examiner.examine(
            Document(id: "row", source: "rows", text: text, country: "MA"))
        #expect(report.boilerplate.map(\.kind) == [.related])
        #expect(!report.isRelevant)
        #expect(report.topics.isEmpty)
        #expect(report.facts.people.isEmpty)
        #expect(report.facts.organisations.isEmpty)
        #expect(report.facts.quantities.allSatisfy { $0.unit != "t" })
    }
}
