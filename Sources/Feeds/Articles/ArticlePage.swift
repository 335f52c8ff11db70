package import struct Foundation.Date
import News

/// A fetched article as text, for feeds that give only a teaser.
package struct ArticlePage: Sendable, Hashable {
    package var title: String?
    /// The page's own summary of itself.
    package var lead: String?
    /// The paragraphs, headings and list items of the body, in order.
    package var blocks: [String]
    package var published: Date?
    package var authors: [String]
    /// BCP 47, as the page declares it.
    package var language: String?

    /// The blocks, parted by blank lines.
    package var text: String { blocks.joined(separator: "\n\n") }
}

/// Finds the article in a page.
///
/// Title, lead, date and author are taken from JSON-LD (schema.org), else from Open Graph and
/// other `meta` elements, else from the page's headings. The body is the element whose
/// paragraphs have most text and fewest links, as readability readers judge it.
package struct ArticleReader: Sendable {
    private let limits: FeedLimits

    package init(limits: FeedLimits = .init()) {
        self.limits = limits
    }

    /// A page without paragraphs gives an article without blocks. Throws for an empty page and
    /// one beyond the size limit.
    package func article(
        _ bytes: [UInt8], context: FeedContext
    ) throws(FeedError) -> ArticlePage {
        guard bytes.count <= limits.bytes else {
            throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
        }
        guard bytes.contains(where: { !$0.isXMLSpace && $0 != 0 }) else { throw .empty }
        let decoded = Decoding(bytes: bytes, context: labelled(context, bytes)).decoded()
        let collector = ArticleCollector()
        HTMLReader.read(decoded.bytes, into: collector, isPage: true)
        return article(collector, context)
    }

    /// Without a charset of HTTP's a page's own `meta charset` counts.
    private func labelled(_ context: FeedContext, _ bytes: [UInt8]) -> FeedContext {
        guard context.contentType.flatMap(Decoding.charset(of:)) == nil else { return context }
        let head = String(decoding: bytes.prefix(4096).map { $0 & 0x7F }, as: UTF8.self)
        guard let mark = head.lowercased().firstRange(of: "charset=") else { return context }
        let label = head.lowercased()[mark.upperBound...]
            .drop { $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        var context = context
        context.contentType = "text/html; charset=\(label)"
        return context
    }

    private func article(_ collector: ArticleCollector, _ context: FeedContext) -> ArticlePage {
        let metadata = collector.metadata
        let dates = FeedDate(zone: context.timeZone)
        let title = metadata.title.map(HTMLText.oneLineOfMarkup)
        var blocks = collector.body()
        if let whole = metadata.body,
            blocks.reduce(0, { $0 + $1.utf8.count }) * 2 < whole.utf8.count
        {
            blocks = HTMLText.plain(whole.replacing("\n", with: "<br>"))
                .split(separator: "\n").map { $0.trimmingPrefix { $0.isWhitespace } }
                .filter { !$0.isEmpty }.map(String.init)
        }
        if let title, blocks.first == title { blocks.removeFirst() }
        return ArticlePage(
            title: title, lead: metadata.lead.map(HTMLText.oneLineOfMarkup), blocks: blocks,
            published: metadata.published.flatMap(dates.date), authors: metadata.authors,
            language: metadata.language)
    }
}
