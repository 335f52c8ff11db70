import Foundation
import News

/// Articles written for these tests: institutions and places that exist, events that do not.
///
/// What stands between ⟦ and ⟧ is what a rule matched; the marks are taken out and become
/// evidence at the offsets that the report would give.
struct SampleArticle {
    var feed: String
    var outlet: String
    var language = "ar"
    var title: String
    var body: String
    var hour: Double
    var topics: [(id: String, grade: String)]
    var facts = Facts()
    var link: String?

    /// The morning of 21 November 2025, 07:00 in Morocco.
    static let morning = Date(timeIntervalSince1970: 1_763_704_800)

    func match(_ number: Int) -> Match {
        let marked = title.isEmpty ? body : title + "\n\n" + body
        let (_, evidence) = SampleArticle.unmarked(marked)
        let time = SampleArticle.morning.addingTimeInterval((hour - 24) * 3600)
        let item = Item(
            id: "\(feed)/\(number)", title: SampleArticle.unmarked(title).text,
            link: link ?? "https://\(feed)/articles/\(number)",
            text: SampleArticle.unmarked(body).text, published: time)
        var report = Report(
            id: item.id, source: feed, language: language, published: time, title: item.title,
            isRelevant: true, score: Double(evidence.count) * 2, facts: facts)
        report.topics = topics.enumerated().map { index, topic in
            TopicFinding(
                id: topic.id, score: 6 - Double(index), threshold: 3, grade: topic.grade,
                evidence: index == 0 ? evidence : [])
        }
        return Match(
            key: ItemKey(feed: feed, id: item.id), item: item, outlet: outlet, report: report,
            seen: time.addingTimeInterval(300))
    }

    /// The text without marks, and what stood between them.
    static func unmarked(_ text: String) -> (text: String, evidence: [Evidence]) {
        var plain = String.UnicodeScalarView()
        var evidence: [Evidence] = []
        var start: Int?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": start = plain.count
            case "⟧":
                let from = start ?? 0
                evidence.append(
                    Evidence(
                        rule: "sample.\(evidence.count + 1)", points: 2,
                        quote: String(String.UnicodeScalarView(plain.dropFirst(from))),
                        start: from, end: plain.count, part: .body))
            default: plain.append(scalar)
            }
        }
        return (String(plain), evidence)
    }
}
