/// What is known of a feed's elements when their tags do not match.
enum RepairRules {
    static let items: Set<String> = ["item", "entry", "rss:item", "atom:entry"]

    /// Elements that only one of their own kind ends.
    static let structure: Set<String> = items.union([
        "rss", "channel", "feed", "rdf:rdf", "rss:channel", "atom:feed",
    ])

    /// Elements of HTML that have no end tag, as feeds hold them unescaped.
    static let voids: Set<String> = [
        "area", "br", "col", "embed", "hr", "img", "input", "meta", "param", "wbr",
    ]

    /// Elements that hold text alone.
    private static let plain: Set<String> = [
        "title", "link", "guid", "pubdate", "author", "category", "comments", "dc:creator",
        "dc:date", "dc:subject", "updated", "published", "id", "ttl", "language", "generator",
        "lastbuilddate", "copyright", "webmaster", "managingeditor", "docs",
    ]

    /// Elements that hold HTML, and in which names such as `title` may be of HTML.
    private static let rich: Set<String> = [
        "description", "summary", "content", "content:encoded", "subtitle",
    ]

    private static let onlyOfFeeds: Set<String> = [
        "item", "entry", "guid", "pubdate", "dc:creator", "dc:date", "content:encoded",
        "description", "enclosure", "published", "updated", "lastbuilddate",
    ]

    /// Whether the open element `last` can only have ended where an element `next` starts.
    static func ends(_ last: String, before next: String) -> Bool {
        if plain.contains(last) {
            return plain.contains(next) || rich.contains(next) || onlyOfFeeds.contains(next)
        }
        return rich.contains(last) && onlyOfFeeds.contains(next)
    }
}
