/// Where a site keeps its feeds: what a page says, and where most systems put them.
package enum FeedLinks {
    /// An address that may be of a feed.
    package struct Candidate: Sendable, Hashable {
        package var url: String
        /// As the page names it.
        package var title: String?
    }

    /// What a page links to as `<link rel="alternate">` of a feed's type (WHATWG HTML §4.6.7.1),
    /// absolute and in order, each address once; those for comments come last.
    package static func candidates(
        in page: [UInt8], context: FeedContext
    ) -> [Candidate] {
        let decoded = Decoding(bytes: page, context: context).decoded()
        let links = Links(base: context.contentLocation ?? context.url)
        HTMLReader.read(decoded.bytes, into: links, isPage: true)
        let isForComments: (Candidate) -> Bool = { candidate in
            ["comments", "commentaires", "تعليقات"].contains {
                "\(candidate.url) \(candidate.title ?? "")".lowercased().contains($0)
            }
        }
        return links.found.filter { !isForComments($0) } + links.found.filter(isForComments)
    }

    /// Where feeds are on most systems, in the order of their frequency in the press: for a page
    /// that names none.
    package static func wellKnown(of url: String) -> [Candidate] {
        ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"].map {
            Candidate(url: Address.resolve($0, base: url), title: nil)
        }
    }
}

/// Gathers the links of a page's head.
private final class Links: HTMLEvents {
    private(set) var found: [FeedLinks.Candidate] = []
    private var base: String?
    private static let most = 50

    init(base: String?) { self.base = base }

    override func start(_ name: String, _ pairs: [HTMLAttribute]) {
        func value(_ key: String) -> String? { pairs.first { $0.name == key }?.value }
        if name == "base", let reference = value("href") {
            base = Address.resolve(reference, base: base)
        }
        guard name == "link" || name == "a", found.count < Links.most,
            let relations = value("rel")?.lowercased().split(whereSeparator: \.isWhitespace),
            relations.contains("alternate") || relations.contains("feed"),
            let reference = value("href"), isFeed(value("type"), relations)
        else { return }
        let url = Address.resolve(reference, base: base)
        guard ["http", "https"].contains(Address.scheme(of: url)),
            !found.contains(where: { $0.url == url })
        else { return }
        let title = value("title").map(HTMLText.oneLine)
        found.append(.init(url: url, title: title?.isEmpty == false ? title : nil))
    }

    /// `application/json` alone is of a hundred other things, oEmbed and WordPress's own among
    /// them.
    private func isFeed(_ type: String?, _ relations: [Substring]) -> Bool {
        guard let type = type?.lowercased().split(separator: ";").first else {
            return relations.contains("feed")
        }
        let name = type.filter { !$0.isWhitespace }
        return [
            "application/rss+xml", "application/atom+xml", "application/feed+json",
            "application/rdf+xml", "application/x.atom+xml", "application/x-atom+xml",
            "application/xml", "text/xml", "text/rss", "text/rss+xml", "application/rss",
        ].contains(name)
    }
}
