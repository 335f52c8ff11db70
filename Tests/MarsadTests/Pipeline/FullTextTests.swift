import Foundation
import News
import Origin
import Storage
import Testing

@testable import marsad

/// Articles' pages of feeds that give but a teaser.
@Suite(.timeLimit(.minutes(2))) struct FullTextTests {
    static let body = """
        La Sûreté nationale a présenté jeudi à Salé les nouveaux véhicules de ses brigades de la \
        circulation, destinés aux grands axes de la ville et à ses abords.

        Les agents suivront une formation de trois semaines avant de les prendre en main.
        """

    static func page(_ number: Int) -> Resource {
        let text = "<p>\(body.replacing("\n\n", with: "</p><p>"))</p><p>Page \(number).</p>"
        return Resource(
            "<html><body><nav><a href=\"/\">Accueil</a></nav><article><h1>Titre</h1>\(text)"
                + "</article></body></html>", contentType: "text/html; charset=utf-8")
    }

    /// Four items: the police in a teaser, the same of a page that is forbidden, the same in a
    /// text that is long, and something else.
    static func site(_ root: String) -> FeedDocument {
        let long = (0..<40).map { "Le commissariat de la Sûreté nationale ouvre, phrase \($0)." }
        let bodies = [
            "La DGSN équipe ses brigades …", "La DGSN ouvre un poste …",
            long.joined(separator: " "), "Le marché aux olives ouvre …",
        ]
        let entries = bodies.enumerated().map { number, text in
            FeedDocument.Entry(
                id: "\(number)", title: "Article \(number)",
                link: "\(root)/\(number == 1 ? "private" : "news")/\(number)", body: text,
                published: Date(timeIntervalSince1970: 1_769_860_800))
        }
        return FeedDocument(title: "Teasers", link: root, entries: entries)
    }

    private func poll(
        _ fullText: FullText?, times: Int = 1,
        _ check: (Origin, [PollReport], [StoredItem]) throws -> Void
    ) async throws {
        try await withPress(papers: 1) { press in
            let origin = press.origin
            origin["/feed"] = Resource(FullTextTests.site(press.address).rss)
            origin["/robots.txt"] = Resource("User-agent: *\nDisallow: /private/")
            for number in 0..<4 { origin["/news/\(number)"] = FullTextTests.page(number) }
            let feed = Feed(
                id: "teasers", name: "Teasers", url: press.address + "/feed", fullText: fullText)
            try await withLine(press, and: [feed]) { line in
                var reports: [PollReport] = []
                for _ in 0..<times {
                    reports += try await line.poll().filter { $0.feed.id == feed.id }
                }
                let shelf = try line.shelf()
                try check(origin, reports, shelf.items.filter { $0.key.feed == feed.id })
            }
        }
    }

    @Test(
        arguments: [
            (nil, [], ArticlePages.Tally()), (.never, [], ArticlePages.Tally()),
            (.whenShort, [0], ArticlePages.Tally(read: 1, forbidden: 1)),
            (.always, [0, 2], ArticlePages.Tally(read: 1, forbidden: 1, failed: 1)),
        ] as [(FullText?, [Int], ArticlePages.Tally)])
    func `pages are asked for as the settings say, of items that may match`(
        _ fullText: FullText?, asked: [Int], tally: ArticlePages.Tally
    ) async throws {
        try await poll(fullText) { origin, reports, items in
            #expect(reports.map(\.error) == [nil])
            #expect((0..<4).filter { !origin.requests(to: "/news/\($0)").isEmpty } == asked)
            #expect(origin.requests(to: "/private/1").isEmpty)
            #expect(origin.requests(to: "/robots.txt").count == (asked.isEmpty ? 0 : 1))
            #expect(reports[0].pages == tally)
            let first = items.first { $0.key.id == "0" }?.item.text
            let whole = FullTextTests.body + "\n\nPage 0."
            #expect(first == (asked.isEmpty ? "La DGSN équipe ses brigades …" : whole))
        }
    }

    @Test func `an item keeps its page's text, and is not asked for again`() async throws {
        try await poll(.whenShort, times: 3) { origin, reports, items in
            #expect(reports.map(\.summary.new) == [4, 0, 0])
            #expect(reports.map(\.summary.edited) == [0, 0, 0])
            #expect(origin.requests(to: "/news/0").count == 1)
            #expect(items.allSatisfy { $0.versions.isEmpty })
        }
    }
}
