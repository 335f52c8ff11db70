import Digests
import Foundation
import News

/// Articles as they could be, in number: Arabic and French, with facts and evidence.
enum GeneratedDigest {
    private static let morning = Date(timeIntervalSince1970: 1_763_704_800)
    private static let topics = [
        "drugs", "institution", "road-safety", "accountability", "technology", "cybercrime",
        "public-order", "crime-investigation", "citizen-services", "open-days",
    ]

    static func input(stories: Int, articles: Int) -> DigestInput {
        DigestInput(
            archive: UUID(), since: morning.addingTimeInterval(-30 * 86_400), until: morning,
            stories: (1...stories).map { story($0, articles) }, previousTotal: 9_000,
            matchesPerDay: (0..<30).map {
                DayCount(day: morning.addingTimeInterval(Double($0 - 29) * 86_400), count: 300 + $0)
            },
            polls: 80_000, failures: 90, feeds: 84,
            topicTitles: topics.reduce(into: [:]) { $0[$1] = ["fr": $1, "ar": $1] },
            generated: morning, timeZone: TimeZone(identifier: "Africa/Casablanca") ?? .gmt)
    }

    private static func story(_ number: Int, _ articles: Int) -> Story {
        let members = (0..<articles).map { article(number, $0) }
        return Story(
            id: Int64(number), headline: members[0].item.title,
            firstSeen: members[0].seen, lastSeen: members[articles - 1].seen, members: members)
    }

    private static func article(_ story: Int, _ number: Int) -> Match {
        let isArabic = number % 3 != 1
        let place = isArabic ? "طنجة" : "Tanger"
        let title =
            isArabic
            ? "الأمن الوطني يوقف \(story % 9 + 2) أشخاص بمدينة طنجة ويحجز مخدرات"
            : "La Sûreté nationale interpelle \(story % 9 + 2) personnes à Tanger"
        let sentence =
            isArabic
            ? "تمكنت عناصر الشرطة القضائية من توقيف المشتبه فيهم بحي رقم \(story) بعد تحريات ميدانية. "
            : "La police judiciaire a interpellé les suspects au quartier \(story) après enquête. "
        let seen = morning.addingTimeInterval(-Double(story % 700) * 3_600 - Double(600 - number))
        let item = Item(
            id: "\(story).\(number)", title: title,
            link: "https://journal\(number).example/articles/\(story)?rubrique=a&id=\(number)",
            text: String(repeating: sentence, count: 6), published: seen)
        let evidence = [
            Evidence(rule: "r.1", points: 2, quote: "", start: 2, end: 13, part: .title),
            Evidence(rule: "r.2", points: 3, quote: "", start: 90, end: 104, part: .body),
        ]
        let topic = topics[story % topics.count]
        let report = Report(
            id: item.id, source: "f", language: isArabic ? "ar" : "fr", published: seen,
            title: title, isRelevant: true, score: 5 + Double(number % 3),
            topics: [
                TopicFinding(
                    id: topic, score: 6, threshold: 3, grade: "primary", evidence: evidence),
                TopicFinding(
                    id: topics[(story + 3) % topics.count], score: 3, threshold: 3,
                    grade: "mention", evidence: []),
            ], facts: facts(place, story))
        return Match(
            key: ItemKey(feed: "journal\(number).example", id: item.id), item: item,
            outlet: isArabic ? "جريدة \(number)" : "Journal \(number)", report: report, seen: seen)
    }

    private static func facts(_ place: String, _ number: Int) -> Facts {
        var facts = Facts()
        facts.organisations = [
            Organisation(id: "dgsn", name: "المديرية العامة للأمن الوطني", acronym: "DGSN")
        ]
        facts.places = [
            Place(id: "tanger-\(number % 40)", name: place, kind: "city", country: "MA")
        ]
        facts.countries = [Country(code: number % 2 == 0 ? "ES" : "FR")]
        facts.dates = [
            DateFact(
                quote: "أمس", start: 0, end: 3, value: "2025-11-\(10 + number % 20)",
                kind: "relative", from: "أمس")
        ]
        facts.quantities = [
            Quantity(quote: "\(number % 9 + 2) أشخاص", start: 0, end: 7, value: 2)
        ]
        return facts
    }

    /// Bytes, as the kernel counts them.
    static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1_024
    }
}
