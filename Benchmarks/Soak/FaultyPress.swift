import Foundation
import Origin

/// Papers on the loopback that bring out news, fall ill and recover; a few are never well.
final class FaultyPress {
    private let origin: Origin
    private let address: String
    /// Of the hosts that the papers are at, each on the loopback.
    static let names = (0..<20).map { "outlet-\($0).example" }
    private static let shown = 40
    private var papers: [Paper]

    private struct Paper {
        var entries: [FeedDocument.Entry] = []
        var edition = 0
        /// Parts of an hour for which it is ill yet.
        var illFor = 0
    }

    init(feeds: Int) async throws {
        origin = try Origin()
        address = try await origin.start()
        papers = Array(repeating: Paper(), count: feeds)
        for paper in papers.indices {
            // As many as a feed shows: else what is known of each would grow all day.
            for _ in 0..<FaultyPress.shown { addArticle(to: paper) }
            serve(paper)
        }
    }

    func stop() async { await origin.stop() }

    /// `feeds.yaml`: each fiftieth has no such host, each fiftieth nobody who listens.
    var feeds: String {
        "feeds:\n"
            + papers.indices.map { paper in
                let root =
                    switch paper % 50 {
                    case 7: "http://paper-\(paper).invalid"
                    case 8: "http://127.0.0.1:9"
                    default:
                        address.replacing(
                            "127.0.0.1", with: FaultyPress.names[paper % FaultyPress.names.count])
                    }
                return "  - {id: paper-\(paper), url: \"\(root)/\(paper)\", language: fr}"
            }.joined(separator: "\n") + "\n"
    }

    /// The next minute: some papers bring out an article, some fall ill, some recover.
    func goOn(_ dice: inout SystemRandomNumberGenerator) {
        for paper in papers.indices {
            if papers[paper].illFor > 0 {
                papers[paper].illFor -= 1
                if papers[paper].illFor == 0 { serve(paper) }
            } else if Int.random(in: 0..<120, using: &dice) == 0 {
                addArticle(to: paper)
                serve(paper)
            } else if Int.random(in: 0..<2_000, using: &dice) == 0 {
                papers[paper].illFor = Int.random(in: 5...90, using: &dice)
                origin["/\(paper)"] = FaultyPress.illnesses.randomElement(using: &dice)
            }
        }
    }

    private static let illnesses: [Resource] = [
        Resource(status: 500), Resource(status: 404), Resource(status: 410),
        Resource(status: 429, headers: ["Retry-After": "1"]),
        Resource("<html><body>Maintenance</body></html>", contentType: "text/html"),
        Resource("<rss version=\"2.0\"><channel><item><title>Coupé"),
        Resource(body: []), Resource.redirect(302, to: "/nowhere"),
        Resource(status: 200, body: [0x1F, 0x8B, 0x08, 0], headers: ["Content-Encoding": "gzip"]),
    ]

    /// The newest stay in the feed. One of four hundred is a match, as of a day's press: what stories
    /// keep of matches for ten days must not pass for growth.
    private func addArticle(to paper: Int) {
        let number = papers[paper].edition
        papers[paper].edition += 1
        let title =
            (number + 7 * paper) % 400 == 3
            ? "La DGSN équipe le poste \(paper)/\(number)" : "La récolte, lettre \(paper)/\(number)"
        let text = (0..<40).map { "Phrase \($0) du numéro \(number) du cahier \(paper)." }
        papers[paper].entries.insert(
            FeedDocument.Entry(
                id: "article-\(number)", title: title,
                link: "http://papers.example/\(paper)/\(number)",
                body: "<p>\(title).</p><p>\(text.joined(separator: " "))</p>"), at: 0)
        if papers[paper].entries.count > FaultyPress.shown { papers[paper].entries.removeLast() }
    }

    private func serve(_ paper: Int) {
        let feed = FeedDocument(
            title: "Paper \(paper)", link: address, entries: papers[paper].entries)
        origin["/\(paper)"] = Resource(
            feed.rss, etag: paper % 3 == 0 ? nil : "\"\(papers[paper].edition)\"",
            isCompressed: paper % 2 == 0)
    }
}
