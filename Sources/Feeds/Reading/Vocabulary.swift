/// The namespaces whose elements mean something here.
enum Vocabulary: UInt8, Sendable {
    /// RSS in all versions, CDF, and elements in no namespace.
    case core
    case atom, dublinCore, dublinTerms, content, syndication, media, itunes, feedBurner, rdf, xhtml
    /// Known, so that its elements are not taken for others, but of no use here.
    case other

    /// By URI where it is known, else by the prefix that such elements usually have: feeds
    /// misspell namespaces and forget to declare them, seldom both.
    static func of(uri: String?, prefix: String?) -> Vocabulary {
        if let uri {
            let key = normal(uri)
            if let known = uris[key] { return known }
            if key.hasPrefix("backend.userland.com/rss") { return .core }
            if key.hasPrefix("purl.org/rss/1.0/modules/") {
                return modules[lastPart(key)] ?? .other
            }
        }
        guard let prefix else { return uri == nil ? .core : .other }
        return prefixes[prefix.lowercased()] ?? .other
    }

    /// Without scheme, `www.`, case and the slash or number sign at the end.
    private static func normal(_ uri: String) -> String {
        var key = uri.utf8.filter { $0 > 0x20 }.map(\.lowered)[...]
        for start in starts where key.starts(with: start) { key = key.dropFirst(start.count) }
        while let last = key.last, last == UInt8(ascii: "/") || last == UInt8(ascii: "#") {
            key = key.dropLast()
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static let starts = ["http://", "https://", "www."].map { Array($0.utf8) }

    private static func lastPart(_ key: String) -> String {
        String(key.split(separator: "/").last ?? "")
    }

    private static let uris: [String: Vocabulary] = [
        "": .core,
        "blogs.law.harvard.edu/tech/rss": .core,
        "cyber.law.harvard.edu/rss/rss.html": .core,
        "cyber.law.harvard.edu/rss": .core,
        "my.netscape.com/rdf/simple/0.9": .core,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .core,
        "channel.netscape.com/rdf/simple/0.9": .core,
        "purl.org/rss/1.0": .core,
        "purl.org/net/rss1.1": .core,
        "rssnamespace.org/feed/v1.0": .core,
        "w3.org/2005/atom": .atom,
        "purl.org/atom/ns": .atom,
        "purl.org/atom": .atom,
        "example.com/newformat": .atom,
        "example.com/necho": .atom,
        "purl.org/echo": .atom,
        "uri/of/echo/namespace": .atom,
        "purl.org/pie": .atom,
        "purl.org/dc/elements/1.1": .dublinCore,
        "purl.org/dc/elements/1.0": .dublinCore,
        "purl.org/dc": .dublinCore,
        "purl.org/dc/terms": .dublinTerms,
        "purl.org/rss/1.0/modules/dcterms": .dublinTerms,
        "search.yahoo.com/mrss": .media,
        "search.yahoo.com/mrss/rss.xml": .media,
        "video.search.yahoo.com/mrss": .media,
        "tools.search.yahoo.com/mrss": .media,
        "itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "example.com/dtds/podcast-1.0.dtd": .itunes,
        "rssnamespace.org/feedburner/ext/1.0": .feedBurner,
        "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "w3.org/1999/xhtml": .xhtml,
    ]

    private static let modules: [String: Vocabulary] = [
        "content": .content, "syndication": .syndication, "dc": .dublinCore,
        "dcterms": .dublinTerms, "rss": .core,
    ]

    private static let prefixes: [String: Vocabulary] = [
        "rss": .core, "atom": .atom, "atom10": .atom, "atom03": .atom, "a10": .atom,
        "dc": .dublinCore, "dcterms": .dublinTerms, "dcterm": .dublinTerms,
        "content": .content, "sy": .syndication, "syn": .syndication, "media": .media,
        "mrss": .media, "itunes": .itunes, "feedburner": .feedBurner, "rdf": .rdf,
        "xhtml": .xhtml, "xhtm": .xhtml,
    ]
}
