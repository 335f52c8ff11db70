/// One RSS, Atom or JSON feed and how it is polled: what the settings say of it.
package struct Feed: Sendable, Hashable, Codable, Identifiable {
    /// Short and stable: `hespress.com`, `fr.hespress.com-sport`. Items are kept under it.
    package var id: String
    package var name: String
    /// As the settings give it; never shown where it holds credentials (see ``Feed/shownURL``).
    package var url: String
    /// BCP 47, what the feed says nothing about: `ar`, `fr`, `en`.
    package var language: String?
    /// ISO 3166-1 alpha-2, where the outlet's «the police» is at home.
    package var country: String
    package var tags: [String]
    package var enabled: Bool
    /// Seconds between two polls; nil leaves it to the schedule. Never under the floor.
    package var interval: Double?
    /// Seconds that must lie between two polls, in place of the general floors.
    package var floor: Double?
    /// Forces an encoding on feeds that lie about theirs.
    package var encoding: String?
    /// IANA name of the zone of dates without one.
    package var timeZone: String?
    /// When the page of an item is asked for; nil for never.
    package var fullText: FullText?
    /// The way to the feed, where it is not the usual one.
    package var access: FeedAccess?

    package init(
        id: String, name: String, url: String, language: String? = nil, country: String = "MA",
        tags: [String] = [], enabled: Bool = true, interval: Double? = nil,
        floor: Double? = nil, encoding: String? = nil, timeZone: String? = nil,
        fullText: FullText? = nil, access: FeedAccess? = nil
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.language = language
        self.country = country
        self.tags = tags
        self.enabled = enabled
        self.interval = interval
        self.floor = floor
        self.encoding = encoding
        self.timeZone = timeZone
        self.fullText = fullText
        self.access = access
    }

    /// The address without user name, password, query or fragment: fit for logs and digests.
    package var shownURL: String { Feed.withoutSecrets(url) }

    /// An address without user name, password, query or fragment.
    package static func withoutSecrets(_ url: String) -> String {
        var text = url[...]
        if let cut = text.firstIndex(where: { $0 == "?" || $0 == "#" }) { text = text[..<cut] }
        return withoutPassword(String(text))
    }

    /// An address without user name and password; a query, which may be what tells a feed from
    /// another, stays.
    package static func withoutPassword(_ text: String) -> String {
        let text = text[...]
        guard let scheme = text.range(of: "://") else { return String(text) }
        let host = text[scheme.upperBound...]
        let end = host.firstIndex { "/?#".contains($0) } ?? host.endIndex
        guard let at = host[..<end].lastIndex(of: "@") else { return String(text) }
        return String(text[..<scheme.upperBound] + host[host.index(after: at)...])
    }
}

extension Substring {
    /// The first occurrence of a text; the standard library has one only with Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                return start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
