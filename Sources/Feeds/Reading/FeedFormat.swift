/// Which format a document is, by its root.
enum FeedFormat {
    /// Nil where the element is not the root of a feed.
    static func of(
        _ element: Element, _ name: String, _ attributes: SAXAttributes, spaces: [String]
    ) -> String? {
        switch element.name {
        case "rss": rss(attributes["version"])
        case "rdf": rdf(spaces)
        case "feed": atom(attributes["version"], spaces)
        case "entry": atom(nil, spaces)
        case "channel":
            name == "CHANNEL" || attributes["href"] != nil ? "cdf" : rss(attributes["version"])
        case "item": "rss-2.0"
        default: nil
        }
    }

    /// RSS that does not say its version is read as 2.0, which allows all.
    private static func rss(_ version: String?) -> String {
        guard let version = version?.trimmed, version.hasPrefix("0.9") else { return "rss-2.0" }
        let known = ["0.91", "0.92", "0.93", "0.94"].first { version.hasPrefix($0) }
        return "rss-\(known ?? "0.9")"
    }

    private static func rdf(_ spaces: [String]) -> String {
        spaces.contains { $0.contains("netscape.com/rdf/simple/0.9") } ? "rss-0.9" : "rss-1.0"
    }

    private static func atom(_ version: String?, _ spaces: [String]) -> String {
        let isOld = spaces.contains { $0.contains("purl.org/atom") }
        return version?.hasPrefix("0.") ?? isOld ? "atom-0.3" : "atom-1.0"
    }
}
